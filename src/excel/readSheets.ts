import type { CellValue } from '../domain/cell';
import type { SheetSnapshot, WorkbookSnapshot } from '../domain/snapshot';
import { OWN_PARTS } from './ownParts';
import type { Survey, SurveyedSheet } from './survey';

/** What is wanted of a sheet. Columns are absolute; `all` reads the whole used area. */
export interface Wanted {
  readonly sheet: string;
  readonly columns: 'all' | readonly number[];
  /** Columns whose number formats are needed to tell dates. */
  readonly formatColumns: readonly number[];
  /** Columns whose formulas are needed; read only where the sheet has formulas there. */
  readonly formulaColumns: readonly number[];
}

/** Excel on the web takes 5 MB a response; half a megabyte is left for the envelope. */
const RESPONSE_BYTES = 4_500_000;
/** Any platform gives at most five million cells a read. */
const RESPONSE_CELLS = 4_000_000;

interface Block {
  readonly firstColumn: number;
  readonly columnCount: number;
  readonly firstRow: number;
  readonly rowCount: number;
  readonly bytes: number;
}

interface Piece {
  readonly of: SurveyedSheet;
  readonly what: 'values' | 'numberFormat' | 'formulas';
  readonly block: Block;
}

/**
 * Reads the wanted sheets: one request as long as the answer fits, else as few as the payload limit allows.
 * Sizes are estimated from the head of each sheet; cells a sheet does not have cost nothing.
 */
export async function readSheets(
  context: Excel.RequestContext,
  survey: Survey,
  wanted: readonly Wanted[],
  progress?: (done: number, of: number) => void,
): Promise<WorkbookSnapshot> {
  const sheets = wanted.flatMap((want) => {
    const of = survey.sheets.find(({ head }) => head.name === want.sheet);
    return of === undefined ? [] : [{ of, want }];
  });
  const pieces = sheets.flatMap(({ of, want }) => piecesOf(of, want));
  const answers = new Map<Piece, readonly (readonly CellValue[])[]>();
  const hidden = sheets.map(({ of }) => ({ of, rows: of.someRowsHidden ? askHidden(context, of) : null }));

  const batches = packed(pieces);
  for (const [index, batch] of batches.entries()) {
    const asked = batch.map((piece) => ({ piece, range: rangeOf(context, piece).load(piece.what) }));
    // One sync a batch: a batch is what one response can carry.
    // eslint-disable-next-line office-addins/no-context-sync-in-loop
    await context.sync();
    for (const { piece, range } of asked) answers.set(piece, range[piece.what] as CellValue[][]);
    progress?.(index + 1, batches.length);
  }
  if (batches.length === 0 && hidden.some(({ rows }) => rows !== null)) await context.sync();

  return {
    name: survey.name,
    date1904: survey.date1904,
    customXml: new Map([...survey.parts].map(([name, xml]) => [OWN_PARTS[name], xml])),
    sheets: sheets.map(({ of }) =>
      assembled(
        of,
        pieces.filter((piece) => piece.of === of),
        answers,
        hidden.find((entry) => entry.of === of)?.rows ?? null,
      ),
    ),
  };
}

function askHidden(context: Excel.RequestContext, of: SurveyedSheet) {
  const used = of.used;
  if (used === null) return null;
  return context.workbook.worksheets
    .getItem(of.head.id)
    .getRangeByIndexes(used.top, used.left, used.bottom - used.top + 1, 1)
    .getRowProperties({ rowHidden: true });
}

function rangeOf(context: Excel.RequestContext, { of, block }: Piece): Excel.Range {
  return context.workbook.worksheets
    .getItem(of.head.id)
    .getRangeByIndexes(block.firstRow, block.firstColumn, block.rowCount, block.columnCount);
}

function piecesOf(of: SurveyedSheet, want: Wanted): readonly Piece[] {
  const used = of.used;
  if (used === null) return [];
  const inside = (column: number): boolean => column >= used.left && column <= used.right;
  const all = Array.from({ length: used.right - used.left + 1 }, (_, offset) => used.left + offset);
  const columns = want.columns === 'all' ? all : want.columns.filter(inside);
  const formulaColumns = want.formulaColumns.filter(
    (column) => inside(column) && of.formulaAreas.some((area) => area.left <= column && column <= area.right),
  );
  return [
    ...blocksOf(of, columns, 'values'),
    ...blocksOf(of, want.formatColumns.filter(inside), 'numberFormat'),
    ...blocksOf(of, formulaColumns, 'formulas'),
  ];
}

/** Runs of neighbouring columns, cut into rows that one response can carry. */
function blocksOf(of: SurveyedSheet, columns: readonly number[], what: Piece['what']): readonly Piece[] {
  const used = of.used!;
  const rowCount = used.bottom - used.top + 1;
  return runsOf(columns).flatMap(({ first, count }) => {
    const rowBytes = estimatedRowBytes(of.head, first, count, what);
    const rows = Math.max(
      1,
      Math.min(rowCount, Math.floor(RESPONSE_BYTES / rowBytes), Math.floor(RESPONSE_CELLS / count)),
    );
    return Array.from({ length: Math.ceil(rowCount / rows) }, (_, index): Piece => {
      const firstRow = used.top + index * rows;
      const height = Math.min(rows, used.bottom - firstRow + 1);
      return {
        of,
        what,
        block: { firstColumn: first, columnCount: count, firstRow, rowCount: height, bytes: height * rowBytes },
      };
    });
  });
}

function runsOf(columns: readonly number[]): readonly { first: number; count: number }[] {
  const runs: { first: number; count: number }[] = [];
  for (const column of [...new Set(columns)].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last !== undefined && column === last.first + last.count) last.count += 1;
    else runs.push({ first: column, count: 1 });
  }
  return runs;
}

/** Bytes of a row as JSON in UTF-8, from the rows already seen, with a quarter added; at least 6 a cell. */
function estimatedRowBytes(head: SheetSnapshot, first: number, count: number, what: Piece['what']): number {
  if (what === 'numberFormat') return count * 24;
  const rows = head.values.slice(-20);
  const from = first - head.left;
  const bytes = rows.reduce(
    (sum, row) => sum + new TextEncoder().encode(JSON.stringify(row.slice(from, from + count))).length,
    0,
  );
  return Math.max(count * 6, Math.ceil((bytes / Math.max(1, rows.length)) * 1.25));
}

/** Pieces in order, gathered into requests whose answers stay under the limits. */
function packed(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const batches: Piece[][] = [];
  let bytes = 0;
  for (const piece of pieces) {
    const last = batches.at(-1);
    if (last === undefined || bytes + piece.block.bytes > RESPONSE_BYTES) {
      batches.push([piece]);
      bytes = piece.block.bytes;
    } else {
      last.push(piece);
      bytes += piece.block.bytes;
    }
  }
  return batches;
}

function assembled(
  of: SurveyedSheet,
  pieces: readonly Piece[],
  answers: ReadonlyMap<Piece, readonly (readonly CellValue[])[]>,
  hidden: OfficeExtension.ClientResult<Excel.RowProperties[]> | null,
): SheetSnapshot {
  const used = of.used;
  if (used === null) return of.head;
  const height = used.bottom - used.top + 1;
  const width = used.right - used.left + 1;
  return {
    ...of.head,
    top: used.top,
    left: used.left,
    values: valuesOf(
      pieces.filter(({ what }) => what === 'values'),
      answers,
      of.head,
      used.top,
      used.left,
      height,
      width,
    ),
    formats: columnsOf(
      pieces.filter(({ what }) => what === 'numberFormat'),
      answers,
    ) as SheetSnapshot['formats'],
    formulas: columnsOf(
      pieces.filter(({ what }) => what === 'formulas'),
      answers,
    ),
    hiddenRows: hidden === null ? [] : hiddenSpans(used.top, hidden.value),
  };
}

function valuesOf(
  pieces: readonly Piece[],
  answers: ReadonlyMap<Piece, readonly (readonly CellValue[])[]>,
  head: SheetSnapshot,
  top: number,
  left: number,
  height: number,
  width: number,
): readonly (readonly CellValue[])[] {
  const whole = pieces.every(({ block }) => block.columnCount === width);
  if (whole) return pieces.flatMap((piece) => answers.get(piece)!);
  // A single cell far to the right makes a sheet of thousands of millions of cells: rows end where something was read.
  const headEnd = head.values.reduce((end, row) => Math.max(end, filledLength(row)), 0);
  const readEnd = pieces.reduce((end, { block }) => Math.max(end, block.firstColumn + block.columnCount - left), 0);
  const filled = Math.min(width, Math.max(head.left + headEnd - left, readEnd));
  const rows: CellValue[][] = Array.from({ length: height }, () => new Array<CellValue>(filled).fill(''));
  // The head was read in the survey, with the columns that are not wanted now: titles stand there.
  for (const [index, values] of head.values.entries()) {
    const row = rows[head.top + index - top];
    if (row !== undefined)
      for (const [offset, value] of values.slice(0, headEnd).entries()) row[head.left + offset - left] = value;
  }
  for (const piece of pieces) {
    for (const [index, values] of answers.get(piece)!.entries()) {
      const row = rows[piece.block.firstRow - top + index]!;
      for (let offset = 0; offset < values.length; offset += 1)
        row[piece.block.firstColumn - left + offset] = values[offset]!;
    }
  }
  return rows;
}

function filledLength(row: readonly CellValue[]): number {
  let length = row.length;
  while (length > 0 && row[length - 1] === '') length -= 1;
  return length;
}

function columnsOf(
  pieces: readonly Piece[],
  answers: ReadonlyMap<Piece, readonly (readonly CellValue[])[]>,
): ReadonlyMap<number, readonly CellValue[]> {
  const columns = new Map<number, CellValue[]>();
  for (const piece of pieces) {
    for (let offset = 0; offset < piece.block.columnCount; offset += 1) {
      const column = columns.get(piece.block.firstColumn + offset) ?? [];
      for (const row of answers.get(piece)!) column.push(row[offset]!);
      columns.set(piece.block.firstColumn + offset, column);
    }
  }
  return columns;
}

function hiddenSpans(top: number, rows: readonly Excel.RowProperties[]): SheetSnapshot['hiddenRows'] {
  const spans: { first: number; last: number }[] = [];
  rows.forEach(({ rowHidden }, index) => {
    if (rowHidden !== true) return;
    const last = spans.at(-1);
    if (last?.last === top + index - 1) last.last += 1;
    else spans.push({ first: top + index, last: top + index });
  });
  return spans;
}
