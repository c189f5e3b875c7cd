import type { Area, SheetModel } from '../xlsx/model';
import { type Member, property } from './ApiObject';
import { cellCount, isWholeColumns, isWholeRows } from './address';
import { asBoolean } from './CallArguments';
import type { Range } from './Range';
import {
  formulaOrValue,
  localFormat,
  plainValue,
  readGrid,
  textAt,
  valueType,
  writeCells,
  writeNumberFormats,
} from './rangeValues';

/** True, false, or null where some are and some are not. */
function common(flags: readonly boolean[]): boolean | null {
  const [first = false] = flags;
  return flags.every((flag) => flag === first) ? first : null;
}

/** Rows to ask one by one; beyond the used area all answer as its first row after. */
function rowsOf(sheet: SheetModel, area: Area): readonly number[] {
  const last = isWholeColumns(area) ? Math.max(area.top, sheet.usedArea(false)?.bottom ?? area.top) : area.bottom;
  return Array.from({ length: last - area.top + 1 }, (_, index) => area.top + index);
}

function columnsOf(sheet: SheetModel, area: Area): readonly number[] {
  const last = isWholeRows(area) ? Math.max(area.left, sheet.usedArea(false)?.right ?? area.left) : area.right;
  return Array.from({ length: last - area.left + 1 }, (_, index) => area.left + index);
}

const rowHidden = (sheet: SheetModel, area: Area): boolean | null =>
  common(rowsOf(sheet, area).map((row) => sheet.rowHidden(row)));
const columnHidden = (sheet: SheetModel, area: Area): boolean | null =>
  common(columnsOf(sheet, area).map((column) => sheet.columnHidden(column)));

const formatAt = (range: Range, sheet: SheetModel, row: number, column: number): string =>
  range.document.workbook.style(sheet.styleIndex(row, column)).numberFormat;

/** What a range holds and shows. */
export const rangeContents: Readonly<Record<string, Member<Range>>> = {
  values: property(
    ({ document, sheet, area }) => readGrid(document, area, (row, column) => plainValue(sheet.value(row, column))),
    ({ document, sheet, area }, written) => writeCells(document, sheet, area, written),
  ),
  formulas: property(
    ({ document, sheet, area }) => readGrid(document, area, (row, column) => formulaOrValue(sheet, row, column)),
    ({ document, sheet, area }, written) => writeCells(document, sheet, area, written),
  ),
  text: property(({ document, sheet, area }) =>
    readGrid(document, area, (row, column) => textAt(document, sheet, row, column)),
  ),
  valueTypes: property(({ document, sheet, area }) =>
    readGrid(document, area, (row, column) => valueType(sheet.value(row, column))),
  ),
  numberFormat: property(
    (range) => {
      const { document, sheet, area } = range;
      return readGrid(document, area, (row, column) => formatAt(range, sheet, row, column));
    },
    ({ document, sheet, area }, written) => writeNumberFormats(document, sheet, area, written),
  ),
  numberFormatLocal: property(
    (range) => {
      const { document, sheet, area } = range;
      return readGrid(document, area, (row, column) => localFormat(document, formatAt(range, sheet, row, column)));
    },
    ({ document, sheet, area }, written) => writeNumberFormats(document, sheet, area, written),
  ),
  hasSpill: property(({ sheet, area }) => {
    if (cellCount(area) > 1) return null;
    const guarded = sheet.guardedFormula(area.top, area.left);
    return guarded?.kind === 'array' && cellCount(guarded.area) > 1;
  }),
  hidden: property(({ sheet, area }) => rowHidden(sheet, area) === true || columnHidden(sheet, area) === true),
  rowHidden: property(
    ({ sheet, area }) => rowHidden(sheet, area),
    ({ document, sheet, area }, hidden) => {
      const flag = asBoolean(hidden);
      document.guard(sheet, 'allowFormatRows');
      for (const row of rowsOf(sheet, area)) sheet.setRowHidden(row, flag);
      document.dirty = true;
    },
  ),
  columnHidden: property(
    ({ sheet, area }) => columnHidden(sheet, area),
    ({ document, sheet, area }, hidden) => {
      const flag = asBoolean(hidden);
      document.guard(sheet, 'allowFormatColumns');
      for (const column of columnsOf(sheet, area)) sheet.setColumnHidden(column, flag);
      document.dirty = true;
    },
  ),
};
