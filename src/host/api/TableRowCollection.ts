import type { SheetModel } from '../xlsx/model';
import { ApiError, itemNotFound } from './ApiError';
import { ApiObject, defineClass, method, property } from './ApiObject';
import type { OpenDocument } from './OpenDocument';
import { tableBody } from './sheetAddress';
import { tableOf } from './Table';
import { TableRow } from './TableRow';

/** learn.microsoft.com/javascript/api/excel/excel.tablerowcollection; read only: the file engine resizes no tables. */
export class TableRowCollection extends ApiObject {
  static override readonly api = defineClass<TableRowCollection>('TableRowCollection', {
    count: property((rows) => rows.count()),
    getCount: method((rows) => rows.count()),
    add: method(() => {
      throw new ApiError('UnsupportedOperation', 'this host adds no table rows');
    }),
    getItemAt: method((rows, args) => {
      const index = args.integer(0);
      if (index < 0 || index >= rows.count()) throw itemNotFound();
      return new TableRow(rows.document, rows.sheet, rows.tableId, index);
    }),
  });

  constructor(
    document: OpenDocument,
    readonly sheet: SheetModel,
    readonly tableId: number,
  ) {
    super(document);
  }

  override items(): readonly ApiObject[] {
    return Array.from(
      { length: this.count() },
      (_, index) => new TableRow(this.document, this.sheet, this.tableId, index),
    );
  }

  private count(): number {
    const { top, bottom } = tableBody(tableOf(this.document, this.sheet, this.tableId));
    return bottom - top + 1;
  }
}
