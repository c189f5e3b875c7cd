import type { SheetModel } from '../xlsx/model';
import { ApiObject, defineClass, method, property } from './ApiObject';
import type { OpenDocument } from './OpenDocument';
import { Range } from './Range';

/** learn.microsoft.com/javascript/api/excel/excel.pagebreak */
export class PageBreak extends ApiObject {
  static override readonly api = defineClass<PageBreak>('PageBreak', {
    rowIndex: property(({ row }) => row),
    columnIndex: property(() => 0),
    delete: method(({ document, sheet, row }) => {
      sheet.setRowBreaks(sheet.rowBreaks().filter((other) => other !== row));
      document.dirty = true;
      return null;
    }),
    getCellAfterBreak: method(
      ({ document, sheet, row }) => new Range(document, sheet, { top: row, left: 0, bottom: row, right: 0 }),
    ),
  });

  constructor(
    document: OpenDocument,
    readonly sheet: SheetModel,
    readonly row: number,
  ) {
    super(document);
  }

  override identity(): Readonly<Record<string, unknown>> {
    return { _Id: `row ${this.row}` };
  }
}
