import type { CellRef, CellValue } from '../domain/cell';
import type { Change, SheetCell } from '../domain/plan';
import { RESPONSE_BYTES } from './incoming';
import { bytesOf } from './wireBytes';
import { sameValue } from './writtenValue';

type Replacing = Extract<Change, { readonly kind: 'replaceSheet' }>;

interface Strayed {
  readonly cell: CellRef;
  readonly value: CellValue;
  readonly formula: unknown;
}

/**
 * Asks, before a sheet of ours is replaced, what stands in it by now. The answer has the cells another has typed into
 * since it was checked, and the change with their words in what was there before. Null where one response cannot carry
 * the sheet: such a sheet is only checked one request earlier.
 */
export function askReplaced(
  context: Excel.RequestContext,
  change: Replacing,
): (() => { readonly strayed: readonly Strayed[]; readonly change: Replacing }) | null {
  if (bytesOf(change.before.rows.map((row) => row.map(({ value }) => value))) * 2 > RESPONSE_BYTES) return null;
  const range = context.workbook.worksheets
    .getItemOrNullObject(change.name)
    .getUsedRangeOrNullObject(true)
    .load('rowIndex,columnIndex,values,formulas');
  return () => {
    if (range.isNullObject) return { strayed: [], change };
    const { rowIndex: top, columnIndex: left, formulas } = range;
    const values = range.values as CellValue[][];
    const rows: SheetCell[][] = change.before.rows.map((row) => [...row]);
    const bottom = Math.max(rows.length, top + values.length);
    const right = Math.max(left + (values[0]?.length ?? 0), ...rows.map((row) => row.length));
    const strayed: Strayed[] = [];
    for (let row = 0; row < bottom; row += 1) {
      for (let column = 0; column < right; column += 1) {
        const value = values[row - top]?.[column - left] ?? '';
        const own = rows[row]?.[column];
        if (sameValue(value, own?.value ?? '')) continue;
        const formula = (formulas as unknown[][])[row - top]?.[column - left] ?? '';
        strayed.push({ cell: { sheet: change.name, row, column }, value, formula });
        const line = (rows[row] ??= []);
        while (line.length < column) line.push({ value: '' });
        line[column] = { ...own, value };
      }
    }
    for (let row = 0; row < rows.length; row += 1) rows[row] ??= [];
    return { strayed, change: { ...change, before: { ...change.before, rows } } };
  };
}
