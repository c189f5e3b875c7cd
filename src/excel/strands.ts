import type { CellValue } from '../domain/cell';
import type { SurveyedSheet } from './survey';
import { bytesOf } from './wireBytes';

/** What is wanted of a sheet. Columns are absolute; `all` reads the whole used area. */
export interface Wanted {
  readonly sheet: string;
  readonly columns: 'all' | readonly number[];
  /** Columns whose number formats are needed to tell dates. */
  readonly formatColumns: readonly number[];
  /** Columns whose formulas are needed; read only where the sheet has formulas there. */
  readonly formulaColumns: readonly number[];
}

/** Neighbouring columns of a sheet's used area that are read from top to bottom, in as many pieces as responses need. */
export interface Strand {
  readonly of: SurveyedSheet;
  /** `hidden`: which rows are hidden. */
  readonly what: 'values' | 'numberFormat' | 'formulas' | 'hidden';
  readonly first: number;
  readonly count: number;
  readonly rowCount: number;
  /** Bytes of a row, from the rows already seen. */
  readonly rowBytes: number;
  /** Rows read so far, from the top of the used area. */
  readonly rows: (readonly CellValue[])[];
}

/** A formula is longer than its result, by which it is judged otherwise. */
const FORMULA_BYTES = 40;
const BLANK_BYTES = 3;
/** `{"rowHidden":false},` */
const HIDDEN_BYTES = 20;

export function strandsOf(of: SurveyedSheet, want: Wanted): readonly Strand[] {
  const used = of.used;
  if (used === null) return [];
  const inside = (column: number): boolean => column >= used.left && column <= used.right;
  const all = Array.from({ length: used.right - used.left + 1 }, (_, offset) => used.left + offset);
  const columns = want.columns === 'all' ? all : want.columns.filter(inside);
  const formulaColumns = want.formulaColumns.filter(
    (column) => inside(column) && of.formulaAreas.some((area) => area.left <= column && column <= area.right),
  );
  const strands = (wanted: readonly number[], what: Strand['what']): readonly Strand[] =>
    runsOf(wanted).map(({ first, count }) => ({
      of,
      what,
      first,
      count,
      rowCount: used.bottom - used.top + 1,
      rowBytes: bytesSeen(of, first, count, what),
      rows: [],
    }));
  return [
    ...strands(columns, 'values'),
    ...strands(want.formatColumns.filter(inside), 'numberFormat'),
    ...strands(formulaColumns, 'formulas'),
    ...(of.someRowsHidden ? strands([used.left], 'hidden') : []),
  ];
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

/** Of the head, or of the few rows seen further down where those are longer. */
function bytesSeen(of: SurveyedSheet, first: number, count: number, what: Strand['what']): number {
  if (what === 'hidden') return HIDDEN_BYTES;
  const { head, further } = of;
  if (what === 'numberFormat') {
    const formats = Array.from({ length: count }, (_, offset) => head.formats.get(first + offset)?.at(-1) ?? 'General');
    return bytesOf(formats) + 1;
  }
  const own = (rows: readonly (readonly CellValue[])[]): number =>
    mean(rows.map((row) => bytesOf(row.slice(first - head.left, first - head.left + count)) + 1));
  const least = count * (what === 'formulas' ? FORMULA_BYTES : BLANK_BYTES);
  return Math.max(least, own(head.values.slice(-20)), own(further));
}

export const mean = (numbers: readonly number[]): number =>
  numbers.length === 0 ? 0 : numbers.reduce((sum, own) => sum + own, 0) / numbers.length;
