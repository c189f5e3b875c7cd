import type { SheetModel } from '../xlsx/model';

/** Points of a column's width in characters of the default font (7 pixels a character and 5 of padding, 0.75 points a pixel). */
export const pointsOfCharacters = (characters: number): number => Math.floor(characters * 7 + 5 + 0.5) * 0.75;

/** Characters for a width in points; the inverse of the above, to 1/256 of a character as the file holds it. */
export const charactersOfPoints = (points: number): number =>
  Math.max(0, Math.round(((points / 0.75 - 5) / 7) * 256) / 256);

export const rowPoints = (sheet: SheetModel, row: number): number =>
  sheet.rowHidden(row) ? 0 : (sheet.rowHeight(row) ?? sheet.defaultRowHeight);

export const columnPoints = (sheet: SheetModel, column: number): number =>
  sheet.columnHidden(column) ? 0 : pointsOfCharacters(sheet.columnWidth(column) ?? sheet.defaultColumnWidth);

/** Rows looked at one by one; beyond them only those in use are. */
const ROWS_LOOKED_AT = 20_000;

/** Height of the rows `from` to `to`, in points. */
export function rowsHeight(sheet: SheetModel, from: number, to: number): number {
  const last = Math.min(to, Math.max(from + ROWS_LOOKED_AT, sheet.usedArea(false)?.bottom ?? -1));
  let points = Math.max(0, to - last) * sheet.defaultRowHeight;
  for (let row = from; row <= last; row++) points += rowPoints(sheet, row);
  return points;
}

export function columnsWidth(sheet: SheetModel, from: number, to: number): number {
  let points = 0;
  for (let column = from; column <= to; column++) points += columnPoints(sheet, column);
  return points;
}
