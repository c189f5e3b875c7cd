import type { HostSource } from './source';

/** Where a question is asked: a block of rows of a scratch sheet that is its own, and the workbook around it. */
export interface Scratch {
  readonly context: Excel.RequestContext;
  readonly sheet: Excel.Worksheet;
  /** Cells of the block, counted from its first. */
  readonly cells: (row: number, column: number, rows?: number, columns?: number) => Excel.Range;
  /** An address as if the block began in row 1: `~宿主自检~1!A5:B6` is `A1:B2`. */
  readonly shown: (address: string) => string;
  /** Absolute row, from 1, of a row of the block: for formulas. */
  readonly line: (row: number) => number;
  /** Another scratch sheet, empty; goes with the rest. */
  readonly another: () => Excel.Worksheet;
  /** A sheet name that is cleared away with the rest; `rest` makes it what the question needs. */
  readonly sheetName: (rest: string) => string;
  readonly date1904: boolean;
  /** Serial number of today in this workbook. */
  readonly today: number;
}

/** One thing the add-in relies on, asked of the host it runs in. */
export interface HostQuestion {
  readonly id: string;
  readonly name: string;
  /** What the documentation has the host answer; null: it does not say, the answer is only noted down. */
  readonly expected: string | null;
  /** Where it is said. */
  readonly source: HostSource;
  readonly ask: (at: Scratch) => Promise<string>;
  /** Where more than one answer is right. */
  readonly agrees?: (got: string) => boolean;
}

export interface HostTheme {
  readonly name: string;
  readonly questions: readonly HostQuestion[];
}

type More = Pick<HostQuestion, 'agrees'>;

export const question = (
  id: string,
  name: string,
  expected: string | null,
  source: HostSource,
  ask: HostQuestion['ask'],
  more: More = {},
): HostQuestion => ({ id, name, expected, source, ask, ...more });

/** Answers in which any refusal is right: the documentation says that it fails, not with which code. */
export const ANY_REFUSAL: More = { agrees: (got) => got.startsWith(REFUSED) };

export const REFUSED = '拒绝 ';
export const refused = (code: string): string => `${REFUSED}${code}`;

/** A cell's value in words, its type with it. */
export function said(value: unknown): string {
  if (value === null || value === undefined) return '无';
  if (value === '') return '空';
  if (typeof value === 'boolean') return value ? '逻辑值 是' : '逻辑值 否';
  return typeof value === 'number' ? `数值 ${value}` : `文字 ${String(value)}`;
}

export const yesNo = (holds: boolean): string => (holds ? '是' : '否');

/** The first cell's value, read now. */
export async function valueOf({ context }: Scratch, range: Excel.Range): Promise<string> {
  range.load('values');
  await context.sync();
  return said((range.values as unknown[][] | null)?.[0]?.[0]);
}

/** Writes one value and reads it back. */
export async function wroteAndRead(at: Scratch, value: unknown, format: string | null = null): Promise<string> {
  const cell = at.cells(0, 0);
  if (format !== null) cell.numberFormat = [[format]];
  cell.values = [[value]];
  return valueOf(at, cell);
}

/** A number as shown under a format. */
export async function shownAs(at: Scratch, value: number, format: string): Promise<string> {
  const cell = at.cells(0, 0);
  cell.numberFormat = [[format]];
  cell.values = [[value]];
  cell.load('text');
  await at.context.sync();
  return cell.text[0]?.[0] ?? '';
}

/** What the host says against what is asked for in the batch so far; `没有拒绝` where it is done. */
export async function refusalOf({ context }: Scratch, order: () => unknown): Promise<string> {
  try {
    order();
    await context.sync();
    return '没有拒绝';
  } catch (error) {
    return codeOf(error);
  }
}

/** An error of the host as its code; a bug is thrown on. */
export function codeOf(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string') {
    return refused(error.code);
  }
  throw error;
}
