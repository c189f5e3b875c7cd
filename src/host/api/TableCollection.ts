import type { SheetModel, TableModel } from '../xlsx/model';
import { itemNotFound } from './ApiError';
import { ApiObject, defineClass, method, property } from './ApiObject';
import type { OpenDocument } from './OpenDocument';
import { Table } from './Table';

interface Placed {
  readonly sheet: SheetModel;
  readonly table: TableModel;
}

/** learn.microsoft.com/javascript/api/excel/excel.tablecollection; of the workbook, or of one worksheet. Read only. */
export class TableCollection extends ApiObject {
  static override readonly api = defineClass<TableCollection>('TableCollection', {
    count: property((tables) => tables.placed().length),
    getCount: method((tables) => tables.placed().length),
    getItem: method((tables, args) => tables.item(args.raw(0))),
    getItemAt: method((tables, args) => {
      const placed = tables.placed()[args.integer(0)];
      if (placed === undefined) throw itemNotFound();
      return new Table(tables.document, placed.sheet, placed.table.id);
    }),
    getItemOrNullObject: method((tables, args) => tables.find(args.raw(0))),
  });

  constructor(
    document: OpenDocument,
    readonly sheet: SheetModel | null,
  ) {
    super(document);
  }

  override items(): readonly ApiObject[] {
    return this.placed().map(({ sheet, table }) => new Table(this.document, sheet, table.id));
  }

  override item(key: unknown): ApiObject {
    const table = this.find(key);
    if (table === null) throw itemNotFound(`table ${String(key)}`);
    return table;
  }

  private placed(): readonly Placed[] {
    const sheets = this.sheet === null ? this.document.workbook.sheets : [this.document.alive(this.sheet)];
    return sheets.flatMap((sheet) => sheet.tables().map((table) => ({ sheet, table })));
  }

  private find(key: unknown): Table | null {
    const wanted = String(key).toLowerCase();
    const found = this.placed().find(
      ({ table }) => `{${table.id}}` === wanted || String(table.id) === wanted || table.name.toLowerCase() === wanted,
    );
    return found === undefined ? null : new Table(this.document, found.sheet, found.table.id);
  }
}
