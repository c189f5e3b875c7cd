import type { Area, CellValue } from '../domain/cell';
import type { SheetSnapshot, WorkbookSnapshot } from '../domain/snapshot';
import { unlessTooLarge } from './hostErrors';
import { nextTurn } from './inTurns';
import { OWN_PARTS } from './ownParts';
import { RowSizes } from './rowSizes';
import { sizesSampled } from './sampledSizes';
import { strandsOf, type Strand, type Wanted } from './strands';
import type { Survey, SurveyedSheet } from './survey';
import { bytesOf } from './wireBytes';

export type { Wanted } from './strands';

/** Excel on the web takes 5 MB a response: how much is asked for where rows have only been estimated, */
const ESTIMATED_BYTES = 4_550_000;
/** and where rows of the same strand have come. */
const MEASURED_BYTES = 4_700_000;
/** Any platform gives at most five million cells a read. */
const RESPONSE_CELLS = 4_000_000;
/** Estimated by the rows already seen, more than this is not asked for before rows further down are looked at. */
const UNSEEN_BYTES = 3_000_000;

interface Piece {
  readonly strand: Strand;
  readonly from: number;
  readonly count: number;
}

/**
 * Reads the wanted sheets: one request as long as the answer fits, else one that looks at rows all over the large
 * sheets and then as few as the payload limit allows. A chunk is cut by what came before it; one that Excel refuses
 * for its size is asked again by halves. `beside` asks what is to come with the first answer.
 */
export async function readSheets(
  context: Excel.RequestContext,
  survey: Survey,
  wanted: readonly Wanted[],
  progress?: (done: number, of: number) => void,
  beside: () => void = () => undefined,
): Promise<WorkbookSnapshot> {
  const sheets = wanted.flatMap((want) => {
    const of = survey.sheets.find(({ head }) => head.name === want.sheet);
    return of === undefined ? [] : [{ of, strands: strandsOf(of, want) }];
  });
  const strands = sheets.flatMap((sheet) => sheet.strands);
  await readStrands(context, strands, beside, progress);
  return {
    name: survey.name,
    date1904: survey.date1904,
    customXml: new Map([...survey.parts].map(([name, xml]) => [OWN_PARTS[name], xml])),
    sheets: sheets.map((sheet) => assembled(sheet.of, sheet.strands)),
  };
}

async function readStrands(
  context: Excel.RequestContext,
  strands: readonly Strand[],
  beside: () => void,
  progress?: (done: number, of: number) => void,
): Promise<void> {
  let sizes = new Map(strands.map((strand) => [strand, new RowSizes(strand.rowBytes, [])]));
  const left = (): number => strands.reduce((sum, strand) => sum + restOf(strand, sizes.get(strand)!).bytes, 0);
  let first = true;
  if (left() > UNSEEN_BYTES) {
    beside();
    const sampled = await unlessTooLarge(() => sizesSampled(context, strands));
    first = sampled === null;
    sizes = sampled ?? sizes;
  }
  let narrowed = 1;
  for (let done = first ? 0 : 1; ;) {
    const batch = nextBatch(strands, sizes, narrowed);
    if (batch.length === 0 && !first) return;
    if (first) beside();
    const asked = batch.map((piece) => ({ piece, answer: ask(context, piece) }));
    const single = batch.length <= 1 && (batch[0]?.count ?? 0) <= 1;
    // One sync a batch: a batch is what one response can carry.
    // eslint-disable-next-line office-addins/no-context-sync-in-loop
    const sync = (): Promise<true> => context.sync().then(() => true);
    // A single row that no response carries is Excel's to refuse.
    const came = single ? await sync() : await unlessTooLarge(sync);
    if (came === null) {
      narrowed *= 2;
      continue;
    }
    first = false;
    narrowed = 1;
    for (const { piece, answer } of asked) {
      // Excel's answer is read in one go: what is made of it comes after everyone else's turn.
      await nextTurn();
      take(piece, answer(), sizes.get(piece.strand)!);
    }
    done += 1;
    progress?.(done, done + Math.ceil(left() / MEASURED_BYTES));
  }
}

const restOf = (strand: Strand, sizes: RowSizes): { readonly rows: number; readonly bytes: number } =>
  sizes.fitting(strand.rows.length, strand.rowCount - strand.rows.length, Infinity);

/** Rows from one strand after the other until the response is full; a strand's last rows are not left for another. */
function nextBatch(
  strands: readonly Strand[],
  sizes: ReadonlyMap<Strand, RowSizes>,
  narrowed: number,
): readonly Piece[] {
  const batch: Piece[] = [];
  let bytes = 0;
  for (const strand of strands) {
    const own = sizes.get(strand)!;
    const rest = strand.rowCount - strand.rows.length;
    if (rest === 0) continue;
    const budget = (own.measured ? MEASURED_BYTES : ESTIMATED_BYTES) / narrowed - bytes;
    const cells = Math.max(1, Math.floor(RESPONSE_CELLS / strand.count));
    const most = Math.max(batch.length === 0 ? 1 : 0, Math.min(rest, cells));
    const fitting = own.fitting(strand.rows.length, most, Math.max(0, budget));
    const count = batch.length === 0 ? Math.max(1, fitting.rows) : fitting.rows;
    if (count === 0) break;
    batch.push({ strand, from: strand.rows.length, count });
    bytes += fitting.bytes;
    if (count < rest) break;
  }
  return batch;
}

const rangeOf = (context: Excel.RequestContext, { strand, from, count }: Piece): Excel.Range =>
  context.workbook.worksheets
    .getItem(strand.of.head.id)
    .getRangeByIndexes(strand.of.used!.top + from, strand.first, count, strand.count);

function ask(context: Excel.RequestContext, piece: Piece): () => readonly (readonly CellValue[])[] {
  const { what } = piece.strand;
  if (what === 'hidden') {
    const rows = rangeOf(context, piece).getRowProperties({ rowHidden: true });
    return () => rows.value.map(({ rowHidden }) => [rowHidden === true]);
  }
  const range = rangeOf(context, piece).load(piece.strand.what);
  return () => range[what] as CellValue[][];
}

/** One row in this many tells how long the rows were. */
const MEASURED_ROWS = 8;

function take({ strand, from }: Piece, rows: readonly (readonly CellValue[])[], sizes: RowSizes): void {
  for (const row of rows) strand.rows.push(row);
  if (strand.what === 'hidden') return;
  const some = rows.filter((_, index) => index % MEASURED_ROWS === 0);
  if (some.length > MEASURED_ROWS) sizes.came(from, rows.length, bytesOf(some) / some.length);
}

function assembled(of: SurveyedSheet, strands: readonly Strand[]): SheetSnapshot {
  const used = of.used;
  if (used === null) return of.head;
  const hidden = strands.find(({ what }) => what === 'hidden');
  return {
    ...of.head,
    top: used.top,
    left: used.left,
    values: valuesOf(
      strands.filter(({ what }) => what === 'values'),
      of.head,
      used,
    ),
    formats: columnsOf(strands.filter(({ what }) => what === 'numberFormat')) as SheetSnapshot['formats'],
    formulas: columnsOf(strands.filter(({ what }) => what === 'formulas')),
    hiddenRows: hidden === undefined ? [] : hiddenSpans(used.top, hidden.rows),
  };
}

function valuesOf(strands: readonly Strand[], head: SheetSnapshot, used: Area): readonly (readonly CellValue[])[] {
  const { top, left } = used;
  const [height, width] = [used.bottom - top + 1, used.right - left + 1];
  const [only] = strands;
  if (only !== undefined && only.count === width) return only.rows;
  // A single cell far to the right makes a sheet of thousands of millions of cells: rows end where something was read.
  const headEnd = head.values.reduce((end, row) => Math.max(end, filledLength(row)), 0);
  const readEnd = strands.reduce((end, { first, count }) => Math.max(end, first + count - left), 0);
  const filled = Math.min(width, Math.max(head.left + headEnd - left, readEnd));
  const rows: CellValue[][] = Array.from({ length: height }, () => new Array<CellValue>(filled).fill(''));
  // The head was read in the survey, with the columns that are not wanted now: titles stand there.
  for (const [index, values] of head.values.entries()) {
    const row = rows[head.top + index - top];
    if (row !== undefined)
      for (const [offset, value] of values.slice(0, headEnd).entries()) row[head.left + offset - left] = value;
  }
  for (const strand of strands) {
    for (const [index, values] of strand.rows.entries()) {
      const row = rows[index]!;
      for (let offset = 0; offset < values.length; offset += 1) row[strand.first - left + offset] = values[offset]!;
    }
  }
  return rows;
}

function filledLength(row: readonly CellValue[]): number {
  let length = row.length;
  while (length > 0 && row[length - 1] === '') length -= 1;
  return length;
}

function columnsOf(strands: readonly Strand[]): ReadonlyMap<number, readonly CellValue[]> {
  const columns = new Map<number, readonly CellValue[]>();
  for (const { first, count, rows } of strands) {
    for (let offset = 0; offset < count; offset += 1) {
      columns.set(
        first + offset,
        rows.map((row) => row[offset]!),
      );
    }
  }
  return columns;
}

function hiddenSpans(top: number, rows: readonly (readonly CellValue[])[]): SheetSnapshot['hiddenRows'] {
  const spans: { first: number; last: number }[] = [];
  rows.forEach(([hidden], index) => {
    if (hidden !== true) return;
    const last = spans.at(-1);
    if (last?.last === top + index - 1) last.last += 1;
    else spans.push({ first: top + index, last: top + index });
  });
  return spans;
}
