import type { CellRef, CellValue } from '../domain/cell';
import { withChanges, type Change, type Plan, type SheetCell, type SheetContent } from '../domain/plan';
import { turnTaking } from './inTurns';
import { RESPONSE_BYTES } from './requestSizes';
import { cellsRewritten } from './rewriteSheet';
import { isOwnChart } from './sheetCharts';
import { bytesOf } from './wireBytes';
import { sameValue } from './writtenValue';

export type Replacing = Extract<Change, { readonly kind: 'replaceSheet' }>;

/** Whether the sheet stays the worksheet it is; else another takes its place, or gives it back. */
type InPlace = Replacing & { readonly keeps?: never; readonly restores?: never };
export const isInPlace = (change: Change): change is InPlace =>
  change.kind === 'replaceSheet' && change.keeps === undefined && change.restores === undefined;

/** Asks for the names of the charts on sheets that a plan writes anew where they stand. Taken after the next sync. */
export function askCharts(context: Excel.RequestContext, plan: Plan): () => ReadonlyMap<string, readonly string[]> {
  const asked = plan.changes.filter(isInPlace).map(({ name }) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(name);
    return { name, sheet, charts: sheet.charts.load('items/name') };
  });
  return () =>
    new Map(
      asked.map(({ name, sheet, charts }) => [name, sheet.isNullObject ? [] : charts.items.map((each) => each.name)]),
    );
}

/** The plan with the charts that someone else put on the sheets it writes anew: they are told from its own by it. */
export const sparing = (plan: Plan, charts: ReadonlyMap<string, readonly string[]>): Plan =>
  withChanges(plan, (change) => {
    const others = isInPlace(change) ? (charts.get(change.name) ?? []).filter((own) => !isOwnChart(own)) : [];
    const known = isInPlace(change) && change.charts !== undefined;
    return others.length === 0 && !known ? change : { ...change, charts: others };
  });

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
export async function askReplaced(
  context: Excel.RequestContext,
  change: Replacing,
): Promise<(() => { readonly strayed: readonly Strayed[]; readonly change: Replacing }) | null> {
  const turn = turnTaking();
  let bytes = 0;
  for (const row of change.before.rows) {
    bytes += bytesOf(row.map(({ value }) => value));
    if (bytes * 2 > RESPONSE_BYTES) return null;
    await turn();
  }
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
        put(rows, row, column, { ...own, value });
      }
    }
    const before = { ...change.before, rows: withoutHoles(rows) };
    return { strayed, change: { ...change, before, after: withSpared(change, strayed) } };
  };
}

/** The new content with another's words in the cells that writing it in place leaves alone. */
function withSpared(change: Replacing, strayed: readonly Strayed[]): SheetContent {
  if (!isInPlace(change) || strayed.length === 0) return change.after;
  const written = cellsRewritten(change.before, change.after);
  const rows: SheetCell[][] = change.after.rows.map((row) => [...row]);
  for (const { cell, value } of strayed) {
    if (!written(cell.row, cell.column)) put(rows, cell.row, cell.column, { ...rows[cell.row]?.[cell.column], value });
  }
  return { ...change.after, rows: withoutHoles(rows) };
}

function put(rows: SheetCell[][], row: number, column: number, cell: SheetCell): void {
  const line = (rows[row] ??= []);
  while (line.length < column) line.push({ value: '' });
  line[column] = cell;
}

const withoutHoles = (rows: readonly SheetCell[][]): readonly SheetCell[][] =>
  Array.from({ length: rows.length }, (_, row) => rows[row] ?? []);
