import type { SheetCell, SheetContent } from '../domain/plan';
import { atOnce, map, type InPortions } from '../domain/portions';
import { rangeAt } from './areasOnWire';
import { inTurns } from './inTurns';
import type { Outgoing } from './outgoing';
import { addCharts } from './sheetCharts';
import { areasWhere, dressCells, rangesOver, sameLook, setRowHeights } from './sheetLooks';
import { setUpPageAnew } from './sheetPage';
import { writeValidation } from './validations';
import { border, LOOKS_BYTES, mergeCells, POINTS_PER_CHARACTER, widthOf, writeCells, writeLinks } from './writeSheet';

/** A sheet of ours that becomes another where it stands. */
export interface Rewriting {
  readonly before: SheetContent;
  readonly after: SheetContent;
  /** Some of it was written when the writing was cut off: nothing is taken to stand as `before` has it. */
  readonly cutOff: boolean;
  /** Names of the charts that are ours, whole or begun. */
  readonly charts: readonly string[];
}

/**
 * Writes a sheet anew and leaves it the same worksheet: in Excel whatever points to a sheet that is deleted (formulas,
 * names, charts, validations elsewhere) is `#REF!` for good. Only what differs is written, so that looks, notes, charts
 * and print set-up someone gave the rest stay. Every command says how a thing is to be, none how it changes: what was cut
 * off is written by the same commands again, all of them.
 */
export async function rewriteSheet(outgoing: Outgoing, sheet: Excel.Worksheet, rewriting: Rewriting): Promise<void> {
  const { before, after, cutOff } = rewriting;
  const differs = (part: (of: SheetContent) => unknown): boolean =>
    cutOff || JSON.stringify(part(before) ?? null) !== JSON.stringify(part(after) ?? null);
  await rewriteCells(
    outgoing,
    sheet,
    rewriting,
    differs(({ borders }) => borders),
  );
  await outgoing.room(LOOKS_BYTES);
  await resize(sheet, rewriting);
  if (differs(({ frozenRows }) => frozenRows)) {
    if (after.frozenRows !== undefined && after.frozenRows > 0) sheet.freezePanes.freezeRows(after.frozenRows);
    else sheet.freezePanes.unfreeze();
  }
  setUpPageAnew(sheet, before, after, cutOff);
  if (differs(({ validations }) => validations)) {
    for (const { area } of before.validations ?? []) writeValidation(rangeAt(sheet, area), null);
    for (const { area, validation } of after.validations ?? []) writeValidation(rangeAt(sheet, area), validation);
  }
  if (!differs(({ charts }) => charts ?? [])) return;
  for (const name of rewriting.charts) sheet.charts.getItem(name).delete();
  addCharts(sheet, after);
}

async function rewriteCells(
  outgoing: Outgoing,
  sheet: Excel.Worksheet,
  { before, after, cutOff }: Rewriting,
  bordersDiffer: boolean,
): Promise<void> {
  const { size, was, is, redressed: differs, wanted: anew, some } = await inTurns(difference(before, after));
  if (!some && !cutOff) return;
  const redressed = (row: number, column: number): boolean => cutOff || differs(row, column);
  const wanted = (row: number): boolean => cutOff || anew(row);

  await outgoing.room(LOOKS_BYTES);
  const areas = await inTurns(areasWhere(size, redressed));
  const unlinked = await inTurns(
    areasWhere(size, (row, column) => {
      const link = was.cell(row, column)?.link;
      return cutOff || (link !== undefined && link !== is.cell(row, column)?.link);
    }),
  );
  // What is written to a cell under a merge, someone's own too, would be lost.
  rangeAt(sheet, { top: 0, left: 0, bottom: Math.max(1, size.rows) - 1, right: size.columns - 1 }).unmerge();
  for (const range of await rangesOver(sheet, areas)) range.clear(Excel.ClearApplyTo.formats);
  for (const range of await rangesOver(sheet, unlinked)) range.clear(Excel.ClearApplyTo.hyperlinks);
  const rows = Array.from({ length: size.rows }, (_, row) => after.rows[row] ?? []);
  await writeCells(outgoing, sheet, rows, size.columns, wanted);
  await outgoing.room(LOOKS_BYTES);
  if (after.print !== undefined) {
    const inside = await inTurns(areasWhere({ rows: after.rows.length, columns: widthOf(after) }, redressed));
    for (const { format } of await rangesOver(sheet, inside)) format.verticalAlignment = Excel.VerticalAlignment.center;
  }
  const undressed: SheetCell = { value: '' };
  const dressed = map(after.rows, (row, index) =>
    row.map((cell, column) => (redressed(index, column) ? cell : undressed)),
  );
  await dressCells(sheet, await inTurns(dressed));
  await writeLinks(outgoing, sheet, after, wanted);
  await mergeCells(sheet, after.merges ?? []);
  // Cells that share a line share its clearing.
  if (after.borders !== undefined && (bordersDiffer || areas.length > 0)) border(rangeAt(sheet, after.borders));
}

/** How two contents of a sheet differ, by cells and rows. */
interface Difference {
  /** Of both together. */
  readonly size: { readonly rows: number; readonly columns: number };
  readonly was: Dress;
  readonly is: Dress;
  readonly redressed: (row: number, column: number) => boolean;
  readonly wanted: (row: number) => boolean;
  /** Whether any row is wanted. */
  readonly some: boolean;
}

/** Whether a cell is written where `before` becomes `after`: whole rows are. */
export function cellsRewritten(before: SheetContent, after: SheetContent): (row: number, column: number) => boolean {
  const { size, wanted } = atOnce(difference(before, after));
  return (row, column) => column < size.columns && wanted(row);
}

function* difference(before: SheetContent, after: SheetContent): InPortions<Difference> {
  const size = {
    rows: Math.max(before.rows.length, after.rows.length),
    columns: Math.max(widthOf(before), widthOf(after)),
  };
  const [was, is] = [dressOf(before), dressOf(after)];
  const redressed = (row: number, column: number): boolean =>
    !sameLook(was.cell(row, column), is.cell(row, column)) || was.around(row, column) !== is.around(row, column);
  const columns = Array.from({ length: size.columns }, (_, column) => column);
  const changed = yield* map(Array.from({ length: size.rows }), (_, row) =>
    columns.some((column) => redressed(row, column) || !sameWords(was.cell(row, column), is.cell(row, column))),
  );
  return { size, was, is, redressed, wanted: (row: number) => changed[row] === true, some: changed.some((own) => own) };
}

const sameWords = (one: SheetCell | undefined, other: SheetCell | undefined): boolean =>
  one === other ||
  ((one?.value ?? '') === (other?.value ?? '') &&
    (one?.numberFormat ?? 'General') === (other?.numberFormat ?? 'General') &&
    one?.link === other?.link);

/** How a cell is dressed: by itself, and by what the sheet gives it (borders, a document's alignment, a link's look). */
interface Dress {
  readonly cell: (row: number, column: number) => SheetCell | undefined;
  readonly around: (row: number, column: number) => string;
}

function dressOf(content: SheetContent): Dress {
  const { rows, borders, print } = content;
  const columns = widthOf(content);
  return {
    cell: (row: number, column: number): SheetCell | undefined => rows[row]?.[column],
    around: (row: number, column: number): string => {
      const bordered =
        borders !== undefined &&
        row >= borders.top &&
        row <= borders.bottom &&
        column >= borders.left &&
        column <= borders.right;
      const centred = print !== undefined && row < rows.length && column < columns;
      return `${bordered} ${centred} ${rows[row]?.[column]?.link !== undefined}`;
    },
  };
}

async function resize(sheet: Excel.Worksheet, { before, after, cutOff }: Rewriting): Promise<void> {
  const columns = Math.max(before.columnWidths.length, after.columnWidths.length);
  for (let column = 0; column < columns; column += 1) {
    const width = after.columnWidths[column];
    if (!cutOff && width === before.columnWidths[column]) continue;
    const { format } = sheet.getRangeByIndexes(0, column, 1, 1);
    if (width === undefined) format.useStandardWidth = true;
    else format.columnWidth = width * POINTS_PER_CHARACTER;
  }
  const [was, is] = [before.rowHeights ?? [], after.rowHeights ?? []];
  const rows = Math.max(was.length, is.length);
  const changed = (row: number): boolean => cutOff || (was[row] ?? null) !== (is[row] ?? null);
  await setRowHeights(
    sheet,
    Array.from({ length: rows }, (_, row) => (changed(row) ? (is[row] ?? null) : null)),
  );
  const fitted = await inTurns(areasWhere({ rows, columns: 1 }, (row) => changed(row) && (is[row] ?? null) === null));
  for (const { format } of await rangesOver(sheet, fitted)) format.autofitRows();
}
