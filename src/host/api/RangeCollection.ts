import type { Area, SheetModel } from '../xlsx/model';
import { itemNotFound } from './ApiError';
import { ApiObject, defineClass, method } from './ApiObject';
import type { OpenDocument } from './OpenDocument';
import { Range } from './Range';

/** learn.microsoft.com/javascript/api/excel/excel.rangecollection */
export class RangeCollection extends ApiObject {
  static override readonly api = defineClass<RangeCollection>('RangeCollection', {
    getCount: method(({ areas }) => areas.length),
    getItemAt: method(({ document, sheet, areas }, args) => {
      const area = areas[args.integer(0)];
      if (area === undefined) throw itemNotFound();
      return new Range(document, sheet, area);
    }),
  });

  constructor(
    document: OpenDocument,
    readonly sheet: SheetModel,
    readonly areas: readonly Area[],
  ) {
    super(document);
  }

  override items(): readonly ApiObject[] {
    return this.areas.map((area) => new Range(this.document, this.sheet, area));
  }
}
