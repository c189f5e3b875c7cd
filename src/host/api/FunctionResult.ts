import type { CellContent } from '../xlsx/model';
import { ApiObject, defineClass, property } from './ApiObject';
import type { OpenDocument } from './OpenDocument';

/** learn.microsoft.com/javascript/api/excel/excel.functionresult */
export class FunctionResult extends ApiObject {
  static override readonly api = defineClass<FunctionResult>('FunctionResult', {
    value: property(({ content }) => (typeof content === 'object' ? null : content)),
    error: property(({ content }) => (typeof content === 'object' && content !== null ? content.error : null)),
  });

  constructor(
    document: OpenDocument,
    readonly content: CellContent,
  ) {
    super(document);
  }
}
