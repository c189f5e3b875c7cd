import type { Area } from '../cell';
import type { SheetCell, SheetContent } from '../plan';
import { atOnce, forEach, map, type InPortions } from '../portions';
import { rowHeights } from '../scoring/sheetWords';

export interface ReportColumn {
  readonly head: string;
  /** Characters. */
  readonly width: number;
  readonly align?: 'left' | 'center' | 'right';
}

/** What is printed on pages of its own. */
export interface ReportPage {
  readonly title: string;
  /** Right under the title. */
  readonly under: string;
  /** 督查事项：… lines above the table; the label stands in the first column. */
  readonly fields?: readonly (readonly [string, string])[];
  readonly rows: readonly (readonly string[])[];
  /** Under the table: what is left out; one that ends in ： gets room for a leader’s words. */
  readonly notes?: readonly string[];
}

const PRINT = {
  margins: { top: 57, bottom: 57, left: 43, right: 43, footer: 28 },
  footers: { oddRight: '— &P —', evenLeft: '— &P —' },
} as const;
const HEAD = { bold: true, align: 'center', fill: '#D9E2F3', wrap: true } as const;

/** Points a page holds within the margins, by orientation. */
const PAPER = { landscape: { width: 756, height: 481 }, portrait: { width: 509, height: 728 } } as const;
/** Points a character of column width takes on paper. */
const POINTS_PER_CHARACTER = 5.25;
/** Of a page's height: hosts differ in the width of a character, and the height of a page follows the width. */
const FILLED = 0.93;
/** Points of a title's row, and of room to write in by hand. */
const TITLE = 30;
const HANDWRITING = 64;
/** Points of Excel's highest row. */
const HIGHEST_ROW = 409;
/** Excel's most page ends of a sheet. */
const MOST_BREAKS = 1026;

/**
 * Pages that share their columns, each beginning on a new sheet of paper. One that is longer goes on under its title,
 * marked 续, and the table's head: rows repeated by Excel are the same for the whole sheet and cannot say whose it is.
 */
export const reportSheet = (...asked: Parameters<typeof sheetInPortions>): SheetContent =>
  atOnce(sheetInPortions(...asked));

export function* sheetInPortions(
  columns: readonly ReportColumn[],
  pages: readonly ReportPage[],
  landscape: boolean,
): InPortions<SheetContent> {
  const last = columns.length - 1;
  const widths = columns.map(({ width }) => width);
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const paper = landscape ? PAPER.landscape : PAPER.portrait;
  const room = paper.height * Math.max(1, (whole * POINTS_PER_CHARACTER) / paper.width) * FILLED;
  const rows: SheetCell[][] = [];
  const heights: number[] = [];
  const merges: Area[] = [];
  const breaksBefore: number[] = [];
  let used = 0;
  const heightOf = (row: readonly SheetCell[], spans: readonly number[]): number =>
    Math.min(HIGHEST_ROW, (rowHeights([[...row, { value: '' }]], spans)[0] ?? 0) + 4);
  const put = (row: SheetCell[], spans: readonly number[], left = 0, least = 0): void => {
    if (left < last && row.length <= left + 1)
      merges.push({ top: rows.length, left, bottom: rows.length, right: last });
    const height = Math.max(least, heightOf(row, spans));
    heights.push(height);
    used += height;
    rows.push(row);
  };
  const begin = (title: string): void => {
    if (rows.length > 0) breaksBefore.push(rows.length);
    used = 0;
    put([{ value: title, bold: true, align: 'center', fontSize: 16, wrap: true }], [whole / 1.5], 0, TITLE);
  };
  const head = columns.map((column): SheetCell => ({ value: column.head, ...HEAD }));
  for (const page of pages) {
    begin(page.title);
    put([{ value: page.under, align: 'center', wrap: true }], [whole]);
    for (const [label, value] of page.fields ?? []) {
      const field: SheetCell[] = [
        { value: label, bold: true, align: 'center', fill: '#F2F2F2', wrap: true },
        { value, wrap: true },
      ];
      const spans = [widths[0]!, whole - widths[0]!];
      if (used + heightOf(field, spans) > room) begin(`${page.title}（续）`);
      put(field, spans, 1);
    }
    const table = yield* map(page.rows, (cells) =>
      columns.map(({ align }, column): SheetCell => ({
        value: cells[column] ?? '',
        wrap: true,
        ...(align ? { align } : {}),
      })),
    );
    const first = heightOf(head, widths) + (table[0] === undefined ? 0 : heightOf(table[0], widths));
    if (used + first > room) begin(`${page.title}（续）`);
    put(head, widths);
    yield* forEach(table, (row, index) => {
      if (index > 0 && used + heightOf(row, widths) > room) {
        begin(`${page.title}（续）`);
        put(head, widths);
      }
      put(row, widths);
    });
    for (const note of page.notes ?? []) {
      const least = note.endsWith('：') ? HANDWRITING : 0;
      const row: SheetCell[] = [{ value: note, wrap: true }];
      if (used + Math.max(least, heightOf(row, [whole])) > room) begin(`${page.title}（续）`);
      put(row, [whole], 0, least);
    }
  }
  return {
    rows,
    columnWidths: widths,
    rowHeights: heights,
    merges,
    landscape,
    borders: { top: 0, left: 0, bottom: Math.max(0, rows.length - 1), right: last },
    print: { ...PRINT, breaksBefore: breaksBefore.slice(0, MOST_BREAKS) },
  };
}
