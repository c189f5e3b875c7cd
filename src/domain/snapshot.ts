import type { Area, CellValue } from './cell';

/** One format code for a whole column of the used area, or one for each of its rows. */
export type ColumnFormats = string | readonly string[];

/** A sheet as it was read, once. Rows and columns of `values` are relative to (`top`, `left`). */
export interface SheetSnapshot {
  /** Excel's id of the sheet: survives renaming. */
  readonly id: string;
  readonly name: string;
  readonly visible: boolean;
  /** First row and column of the used area, counted from 0 in the sheet. */
  readonly top: number;
  readonly left: number;
  readonly values: readonly (readonly CellValue[])[];
  /** Number formats by absolute column, for the columns that were asked for (dates are told by them). */
  readonly formats: ReadonlyMap<number, ColumnFormats>;
  /** Formulas (with `=`; a constant as its text) by absolute column, for the columns that were asked for. */
  readonly formulas: ReadonlyMap<number, readonly CellValue[]>;
  readonly merges: readonly Area[];
  /** Spans of hidden (or filtered away) rows, absolute, both ends included. */
  readonly hiddenRows: readonly { readonly first: number; readonly last: number }[];
  readonly hiddenColumns: readonly number[];
  readonly tables: readonly { readonly name: string; readonly area: Area; readonly totals: boolean }[];
  readonly protected: boolean;
}

export interface WorkbookSnapshot {
  /** File name with its ending, as Excel gives it. */
  readonly name: string;
  readonly date1904: boolean;
  readonly sheets: readonly SheetSnapshot[];
  /** XML of the add-in's own parts, by namespace. */
  readonly customXml: ReadonlyMap<string, string>;
}

/** The value at an absolute cell; `''` outside the used area. */
export function valueAt(sheet: SheetSnapshot, row: number, column: number): CellValue {
  return sheet.values[row - sheet.top]?.[column - sheet.left] ?? '';
}

/** Cells of the longest row of `values`. */
export const longestRow = ({ values }: SheetSnapshot): number =>
  values.reduce((longest, row) => Math.max(longest, row.length), 0);

/** The number format at an absolute cell; `General` where the column was not asked for. */
export function formatAt(sheet: SheetSnapshot, row: number, column: number): string {
  const formats = sheet.formats.get(column);
  if (formats === undefined) return 'General';
  return typeof formats === 'string' ? formats : (formats[row - sheet.top] ?? 'General');
}
