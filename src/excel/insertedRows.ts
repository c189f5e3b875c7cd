/* eslint-disable office-addins/call-sync-before-read -- every answer is taken after the sync of the caller, which the rule cannot see */
import { areaAddress, type Area, type CellValue } from '../domain/cell';
import type { InsertedRows } from '../domain/plan';
import { rangeAt } from './areasOnWire';
import { writeValidation } from './validations';
import { sameValue, writtenValue } from './writtenValue';

const widthOf = ({ rows, below, formats }: InsertedRows): number =>
  Math.max(1, below.length, formats.length, ...rows.map((row) => row.length));

/**
 * How inserted rows stand: `absent`, `present`, `begun` (their place is made and nothing else stands in it), or something
 * else in their place.
 */
export type RowsStanding = 'absent' | 'present' | 'begun' | 'other';

/** Asks for the rows and what stands below them; taken after the next sync. */
export function askInsertedRows(context: Excel.RequestContext, change: InsertedRows): () => RowsStanding {
  const sheet = context.workbook.worksheets.getItemOrNullObject(change.sheet);
  const count = change.rows.length;
  const anchor = change.next ?? { row: change.at, values: change.below };
  const area: Area = { top: change.at, left: 0, bottom: anchor.row + count, right: widthOf(change) - 1 };
  const range = rangeAt(sheet, area).load('values');
  return () => {
    if (sheet.isNullObject) return 'other';
    const now = range.values as CellValue[][];
    const isAnchor = (row: readonly CellValue[] | undefined): boolean =>
      row?.every((value, column) => {
        const meant = anchor.values[column] ?? (column < anchor.values.length ? null : '');
        return meant === null || sameValue(value, meant);
      }) ?? false;
    const computed = new Set(change.formulas.map(({ column }) => column));
    const like = (holds: (value: CellValue, meant: CellValue) => boolean): boolean =>
      change.rows.every((row, index) =>
        now[index]!.every((value, column) => computed.has(column) || holds(value, row[column] ?? '')),
      );
    const written = like(sameValue);
    const begun = like((value, meant) => value === '' || sameValue(value, meant));
    const standing = isAnchor(now[anchor.row - change.at]);
    const moved = isAnchor(now[anchor.row - change.at + count]);
    // A table grows over blank rows: nothing below moves.
    if (change.table !== null) return written ? 'present' : standing ? 'absent' : begun ? 'begun' : 'other';
    if (written && moved) return 'present';
    // What stands below tells whether it has moved; where nothing does, blank rows are as good as none.
    if (standing) return 'absent';
    return begun && moved ? 'begun' : 'other';
  };
}

/**
 * Puts the rows in: looks and number formats before values, so that text stays text. `begun`: their place was made when
 * the writing was cut off.
 */
export function insertRows(sheet: Excel.Worksheet, change: InsertedRows, begun: boolean): void {
  const { at, rows, formats, formulas, like, validations, extended, table } = change;
  const count = rows.length;
  const width = widthOf(change);
  const area: Area = { top: at, left: 0, bottom: at + count - 1, right: width - 1 };
  // First, because a host that resizes no tables refuses it before anything is written.
  if (table !== null) sheet.tables.getItem(table.name).resize(areaAddress(table.after));
  else if (!begun) sheet.getRange(`${at + 1}:${at + count}`).insert(Excel.InsertShiftDirection.down);
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
