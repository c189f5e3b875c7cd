import type { Area, SheetModel } from '../xlsx/model';
import { ApiError, itemNotFound } from './ApiError';
import { ApiObject, defineClass, method, property } from './ApiObject';
import type { OpenDocument } from './OpenDocument';
import { Range } from './Range';
import { plainValue, readGrid } from './rangeValues';
import { tableBody } from './sheetAddress';
import { tableOf } from './Table';

/** learn.microsoft.com/javascript/api/excel/excel.tablecolumn; read only. */
export class TableColumn extends ApiObject {
  static override readonly api = defineClass<TableColumn>('TableColumn', {
    id: property(({ index }) => index + 1),
    index: property(({ index }) => index),
    name: property((column) => column.name()),
    values: property((column) => {
      const { document, sheet } = column;
      return readGrid(document, column.area(), (row, at) => plainValue(sheet.value(row, at)));
    }),
    getRange: method((column) => new Range(column.document, column.sheet, column.area())),
    getHeaderRowRange: method((column) => {
      const area = column.area();
      if (!tableOf(column.document, column.sheet, column.tableId).showHeaders) {
        throw new ApiError('ItemNotFound', 'the table has no header row');
      }
      return new Range(column.document, column.sheet, { ...area, bottom: area.top });
    }),
    getDataBodyRange: method((column) => {
      const { top, bottom } = tableBody(tableOf(column.document, column.sheet, column.tableId));
      return new Range(column.document, column.sheet, { ...column.area(), top, bottom });
    }),
  });

  constructor(
    document: OpenDocument,
    readonly sheet: SheetModel,
    readonly tableId: number,
    readonly index: number,
  ) {
    super(document);
  }

  override identity(): Readonly<Record<string, unknown>> {
    return { Id: this.index + 1 };
  }

  private name(): string {
    const name = tableOf(this.document, this.sheet, this.tableId).columns[this.index];
    if (name === undefined) throw itemNotFound(`column ${this.index}`);
    return name;
  }

  private area(): Area {
    const { area } = tableOf(this.document, this.sheet, this.tableId);
    return { ...area, left: area.left + this.index, right: area.left + this.index };
  }
}
