/** A cell's value as Excel hands it over: `''` is an empty cell, an error is its code (`#REF!`), a date its serial number. */
export type CellValue = string | number | boolean;

/** A cell of the workbook; row and column count from 0. */
export interface CellRef {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** A rectangle of cells counted from 0, both ends included. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** 0 → `A`, 26 → `AA`. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** `A` → 0; null where the text is no column. */
export function columnIndex(letters: string): number | null {
  if (!/^[A-Z]{1,3}$/.test(letters)) return null;
  let index = 0;
  for (const letter of letters) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** `H9`. */
export const cellAddress = (row: number, column: number): string => `${columnLetters(column)}${row + 1}`;

/** `督查台账!H9`, as findings and report.json write it. */
export const cellName = (cell: CellRef): string => `${cell.sheet}!${cellAddress(cell.row, cell.column)}`;

/** `A2:H9`. */
export const areaAddress = (area: Area): string =>
  `${cellAddress(area.top, area.left)}:${cellAddress(area.bottom, area.right)}`;

/** Characters in Excel's longest text of a cell. */
export const LONGEST_TEXT = 32_767;
