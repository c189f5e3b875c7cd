import type { Area, SheetModel, TableModel } from '../xlsx/model';
import { ApiError, itemNotFound } from './ApiError';
import { ApiObject, child, defineClass, method, property } from './ApiObject';
import type { OpenDocument } from './OpenDocument';
import { Range } from './Range';
import { areaOnSheet, tableBody } from './sheetAddress';
import { TableColumnCollection } from './TableColumnCollection';
import { TableRowCollection } from './TableRowCollection';
import { Worksheet } from './Worksheet';

/** learn.microsoft.com/javascript/api/excel/excel.table; its last row can be moved, the rest is read only. */
export class Table extends ApiObject {
  static override readonly api = defineClass<Table>('Table', {
    id: property(({ table }) => `{${table.id}}`),
    legacyId: property(({ table }) => String(table.id)),
    name: property(({ table }) => table.name),
    showHeaders: property(({ table }) => table.showHeaders),
    showTotals: property(({ table }) => table.showTotals),
    style: property(({ table }) => table.styleName ?? ''),
    columns: child(({ document, sheet, table }) => new TableColumnCollection(document, sheet, table.id)),
    rows: child(({ document, sheet, table }) => new TableRowCollection(document, sheet, table.id)),
    worksheet: child(({ document, sheet }) => new Worksheet(document, sheet)),
    getRange: method((self) => self.range(self.table.area)),
    getHeaderRowRange: method((self) => {
      if (!self.table.showHeaders) throw new ApiError('ItemNotFound', 'the table has no header row');
      return self.range({ ...self.table.area, bottom: self.table.area.top });
    }),
    getDataBodyRange: method((self) => self.range(tableBody(self.table))),
    getTotalRowRange: method((self) => {
      if (!self.table.showTotals) throw new ApiError('ItemNotFound', 'the table has no total row');
      return self.range({ ...self.table.area, top: self.table.area.bottom });
    }),
    resize: method((self, args) => {
      const given = args.raw(0);
      const area = given instanceof Range ? given.area : areaOnSheet(self.document, self.sheet, String(given));
      self.document.guard(self.sheet, 'allowInsertRows');
      self.document.alive(self.sheet).resizeTable(self.table.id, area);
      self.document.changed(self.sheet, area, 'RangeEdited');
      return null;
    }),
  });

  constructor(
    document: OpenDocument,
    readonly sheet: SheetModel,
    private readonly id: number,
  ) {
    super(document);
  }

  override identity(): Readonly<Record<string, unknown>> {
    return { Id: `{${this.id}}` };
  }

  get table(): TableModel {
    return tableOf(this.document, this.sheet, this.id);
  }

  private range(area: Area): Range {
    return new Range(this.document, this.sheet, area);
  }
}

export function tableOf(document: OpenDocument, sheet: SheetModel, id: number): TableModel {
  const table = document
    .alive(sheet)
    .tables()
    .find((candidate) => candidate.id === id);
  if (table === undefined) throw itemNotFound(`table ${id}`);
  return table;
}
