import type { IRange } from '@univerjs/core';

/** Functions whose answer may differ from column to column though the references do not. */
const BY_PLACE = /\b(COLUMN|CELL|INDIRECT|RAND|RANDBETWEEN)\s*\(/i;
const RELATIVE_CELL = /(?<![\w.$])[A-Za-z]{1,3}\$?\d+(?![\w.(])/;
const RELATIVE_COLUMNS = /(?<![\w.$])[A-Za-z]{1,3}:|:[A-Za-z]{1,3}(?![\w$(])/;

/** True where every column of a formula is absolute (`$H4`): it says the same for all cells of a row. */
export function saysTheSameAlongRows(formula: string): boolean {
  const bare = formula.replace(/"(?:[^"]|"")*"/g, '').replace(/'(?:[^']|'')*'!/g, '');
  return !BY_PLACE.test(bare) && !RELATIVE_CELL.test(bare) && !RELATIVE_COLUMNS.test(bare);
}

/** The first column of areas that stand exactly above one another; null for any others. */
export function firstColumn(ranges: readonly IRange[]): { readonly ranges: IRange[]; readonly width: number } | null {
  const [first] = ranges;
  if (first === undefined) return null;
  const { startColumn, endColumn } = first;
  if (ranges.some((range) => range.startColumn !== startColumn || range.endColumn !== endColumn)) return null;
  return { ranges: ranges.map((range) => ({ ...range, endColumn: startColumn })), width: endColumn - startColumn + 1 };
}
