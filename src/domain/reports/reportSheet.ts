import type { Area } from '../cell';
import type { SheetCell, SheetContent } from '../plan';
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
  /** Under the table: what is left out, room for a leader’s words. */
  readonly notes?: readonly string[];
}

const PRINT = {
  margins: { top: 57, bottom: 57, left: 43, right: 43, footer: 28 },
  footers: { oddRight: '— &P —', evenLeft: '— &P —' },
} as const;
const HEAD = { bold: true, align: 'center', fill: '#D9E2F3', wrap: true } as const;

/** Pages that share their columns, each beginning on a new sheet of paper. Excel takes at most 1,026 page ends. */
export function reportSheet(
  columns: readonly ReportColumn[],
  pages: readonly ReportPage[],
  landscape: boolean,
): SheetContent {
  const last = columns.length - 1;
  const widths = columns.map(({ width }) => width);
  const rows: SheetCell[][] = [];
  const heights: number[] = [];
  const merges: Area[] = [];
  const breaksBefore: number[] = [];
  const put = (row: SheetCell[], spans: readonly number[], left = 0): void => {
    if (left < last && row.length <= left + 1)
      merges.push({ top: rows.length, left, bottom: rows.length, right: last });
    heights.push((rowHeights([[...row, { value: '' }]], spans)[0] ?? 0) + 4);
    rows.push(row);
  };
  const whole = widths.reduce((sum, width) => sum + width, 0);
  for (const page of pages) {
    if (rows.length > 0) breaksBefore.push(rows.length);
    put([{ value: page.title, bold: true, align: 'center', fontSize: 16, wrap: true }], [whole / 1.5]);
    put([{ value: page.under, align: 'center', wrap: true }], [whole]);
    for (const [label, value] of page.fields ?? []) {
      put(
        [
          { value: label, bold: true, align: 'center', fill: '#F2F2F2', wrap: true },
          { value, wrap: true },
        ],
        [widths[0]!, whole - widths[0]!],
        1,
      );
    }
    put(
      columns.map(({ head }) => ({ value: head, ...HEAD })),
      widths,
    );
    for (const cells of page.rows) {
      put(
        columns.map(({ align }, column) => ({ value: cells[column] ?? '', wrap: true, ...(align ? { align } : {}) })),
        widths,
      );
    }
    for (const note of page.notes ?? []) put([{ value: note, wrap: true }], [whole]);
  }
  return {
    rows,
    columnWidths: widths,
    rowHeights: heights,
    merges,
    landscape,
    borders: { top: 0, left: 0, bottom: Math.max(0, rows.length - 1), right: last },
    print: { ...PRINT, breaksBefore: breaksBefore.slice(0, 1026) },
  };
}
