import type { SheetModel } from '../xlsx/model';
import { itemNotFound } from './ApiError';
import { ApiObject, defineClass, method, property } from './ApiObject';
import type { OpenDocument } from './OpenDocument';
import { tableOf } from './Table';
import { TableColumn } from './TableColumn';

/** learn.microsoft.com/javascript/api/excel/excel.tablecolumncollection; read only. */
export class TableColumnCollection extends ApiObject {
  static override readonly api = defineClass<TableColumnCollection>('TableColumnCollection', {
    count: property((columns) => columns.names().length),
    getCount: method((columns) => columns.names().length),
    getItem: method((columns, args) => columns.item(args.raw(0))),
    getItemAt: method((columns, args) => {
      const index = args.integer(0);
      if (columns.names()[index] === undefined) throw itemNotFound();
      return columns.at(index);
    }),
    getItemOrNullObject: method((columns, args) => {
      const index = columns.indexOf(args.raw(0));
      return index < 0 ? null : columns.at(index);
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
    return this.names().map((_, index) => this.at(index));
  }

  /** By name, or by the number that is the column's id (1 for the first). */
  override item(key: unknown): ApiObject {
    const index = this.indexOf(key);
    if (index < 0) throw itemNotFound(`column ${String(key)}`);
    return this.at(index);
  }

  private names(): readonly string[] {
    return tableOf(this.document, this.sheet, this.tableId).columns;
  }

  private indexOf(key: unknown): number {
    return typeof key === 'number'
      ? this.names().findIndex((_, index) => index + 1 === key)
      : this.names().findIndex((name) => name.toLowerCase() === String(key).toLowerCase());
  }

  private at(index: number): TableColumn {
    return new TableColumn(this.document, this.sheet, this.tableId, index);
  }
}
