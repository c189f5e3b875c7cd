import type { Area, SheetModel } from '../xlsx/model';
import { ApiObject, defineClass, method, property } from './ApiObject';
import type { OpenDocument } from './OpenDocument';
import { Range } from './Range';
import { plainValue, readGrid, writeCells } from './rangeValues';
import { tableBody } from './sheetAddress';
import { tableOf } from './Table';

/** learn.microsoft.com/javascript/api/excel/excel.tablerow */
export class TableRow extends ApiObject {
  static override readonly api = defineClass<TableRow>('TableRow', {
    index: property(({ index }) => index),
    values: property(
      (row) => readGrid(row.document, row.area(), (at, column) => plainValue(row.sheet.value(at, column))),
      (row, written) => writeCells(row.document, row.sheet, row.area(), written),
    ),
    getRange: method((row) => new Range(row.document, row.sheet, row.area())),
  });

  constructor(
    document: OpenDocument,
    readonly sheet: SheetModel,
    readonly tableId: number,
    readonly index: number,
  ) {
    super(document);
  }

  private area(): Area {
    const body = tableBody(tableOf(this.document, this.sheet, this.tableId));
    return { ...body, top: body.top + this.index, bottom: body.top + this.index };
  }
}
