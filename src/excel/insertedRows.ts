/* eslint-disable office-addins/call-sync-before-read -- every answer is taken after the sync of the caller, which the rule cannot see */
import { areaAddress, type Area, type CellValue } from '../domain/cell';
import type { InsertedRows } from '../domain/plan';
import { rangeAt } from './areasOnWire';
import { writeValidation } from './validations';
import { sameValue, writtenValue } from './writtenValue';

const widthOf = ({ rows, below, formats }: InsertedRows): number =>
  Math.max(1, below.length, formats.length, ...rows.map((row) => row.length));

/** How inserted rows stand: `absent`, `present`, or something else in their place. */
export type RowsStanding = 'absent' | 'present' | 'other';

/** Asks for the rows and the one below; taken after the next sync. */
export function askInsertedRows(context: Excel.RequestContext, change: InsertedRows): () => RowsStanding {
  const sheet = context.workbook.worksheets.getItemOrNullObject(change.sheet);
  const count = change.rows.length;
  const area: Area = { top: change.at, left: 0, bottom: change.at + count, right: widthOf(change) - 1 };
  const range = rangeAt(sheet, area).load('values');
  return () => {
    if (sheet.isNullObject) return 'other';
    const now = range.values as CellValue[][];
    const isBelow = (row: readonly CellValue[] | undefined): boolean =>
      row?.every((value, column) => {
        const meant = change.below[column] ?? (column < change.below.length ? null : '');
        return meant === null || sameValue(value, meant);
      }) ?? false;
    const computed = new Set(change.formulas.map(({ column }) => column));
    const written = change.rows.every((row, index) =>
      now[index]!.every((value, column) => computed.has(column) || sameValue(value, row[column] ?? '')),
    );
    // A table grows over blank rows: nothing below moves.
    if (written && (change.table !== null || isBelow(now[count]))) return 'present';
    return isBelow(now[0]) ? 'absent' : 'other';
  };
}

/** Puts the rows in: looks and number formats before values, so that text stays text. */
export function insertRows(sheet: Excel.Worksheet, change: InsertedRows): void {
  const { at, rows, formats, formulas, like, validations, extended, table } = change;
  const count = rows.length;
  const width = widthOf(change);
  const area: Area = { top: at, left: 0, bottom: at + count - 1, right: width - 1 };
  // First, because a host that resizes no tables refuses it before anything is written.
  if (table !== null) sheet.tables.getItem(table.name).resize(areaAddress(table.after));
  else sheet.getRange(`${at + 1}:${at + count}`).insert(Excel.InsertShiftDirection.down);
  const range = rangeAt(sheet, area);
  // An inserted row looks like the one above it without being told.
  if (like !== at - 1 || table !== null) {
    const shifted = like < at || table !== null ? like : like + count;
    range.copyFrom(
      rangeAt(sheet, { top: shifted, left: 0, bottom: shifted, right: width - 1 }),
      Excel.RangeCopyType.formats,
    );
  }
  formats.forEach((format, column) => {
    if (format !== null)
      rangeAt(sheet, { ...area, left: column, right: column }).numberFormat = rows.map(() => [format]);
  });
  range.values = rows.map((row) => Array.from({ length: width }, (_, column) => writtenValue(row[column] ?? '')));
  for (const { column, texts } of formulas) {
    rangeAt(sheet, { ...area, left: column, right: column }).formulas = texts.map((text) => [text]);
  }
  for (const { column, validation } of validations) {
    writeValidation(rangeAt(sheet, { ...area, left: column, right: column }), validation);
  }
  for (const { row, column, after } of extended) {
    sheet.getRangeByIndexes(row < at ? row : row + count, column, 1, 1).formulas = [[after]];
  }
}

/** Takes them out again; references to them shrink by themselves. */
export function deleteRows(sheet: Excel.Worksheet, { at, rows, table }: InsertedRows): void {
  if (table === null) {
    sheet.getRange(`${at + 1}:${at + rows.length}`).delete(Excel.DeleteShiftDirection.up);
    return;
  }
  sheet.tables.getItem(table.name).resize(areaAddress(table.before));
  const area: Area = { top: at, left: table.after.left, bottom: at + rows.length - 1, right: table.after.right };
  rangeAt(sheet, area).clear(Excel.ClearApplyTo.all);
}
