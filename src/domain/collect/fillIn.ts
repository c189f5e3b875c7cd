import { atOnce, forEach, type InPortions } from '../portions';

/** Columns of a fill-in sheet; the first eight are what was sent, the next four are the unit's, the last tells the row. */
export const SENT_COLUMNS = [
  '序号',
  '编号',
  '督查事项',
  '工作要求',
  '交办日期',
  '办结时限',
  '目前状态',
  '上次进展',
] as const;
export const INPUT_COLUMNS = ['进展', '完成情况', '说明', '延期申请'] as const;
export type InputColumn = (typeof INPUT_COLUMNS)[number];
export const MARK_COLUMN = '标识';
export const FILL_IN_SHEET = '进展填报';
/** Words of 完成情况. */
export const COMPLETIONS = ['推进中', '已完成'] as const;

export interface FillInRow {
  /** Which matter: ledger sheet and number, see `rowMark`. */
  readonly mark: string;
  /** Texts under `SENT_COLUMNS`. */
  readonly cells: readonly string[];
}

/** What is sent to one unit for one month. */
export interface FillIn {
  readonly unit: string;
  /** `2026-10`. */
  readonly month: string;
  /** Which workbook: the ledgers' title lines and sheet names, so that a renamed file is still the same. */
  readonly ledger: string;
  readonly rows: readonly FillInRow[];
}

/** `督查台账#12`. */
export const rowMark = (sheet: string, id: string | null): string => `${sheet}#${id ?? ''}`;

/** Eight hexadecimal digits over everything that was sent: told again from the sheet alone, they tell that nothing was changed. */
export const checkCode = (fillIn: FillIn): string => atOnce(checkCodeInPortions(fillIn));

export function* checkCodeInPortions({ unit, month, ledger, rows }: FillIn): InPortions<string> {
  let one = 0x811c9dc5;
  const add = (text: string): void => {
    for (let at = 0; at < text.length; at += 1) one = Math.imul(one ^ text.charCodeAt(at), 0x01000193);
  };
  add([unit, month, ledger].join(BETWEEN));
  yield* forEach(rows, ({ mark, cells }) => add(`${BETWEEN}${[mark, ...cells.map(plain)].join(BETWEEN)}`));
  return (one >>> 0).toString(16).toUpperCase().padStart(8, '0');
}

const BETWEEN = '\u001f';

/** Text as programs agree on it: line ends and blanks at the ends differ from one to another. */
export const plain = (text: string): string =>
  text
    .replace(/_x000D_/g, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t\u00a0]+$/gm, '')
    .trim();

const monthName = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5, 7))}月`;

export const titleLine = ({ unit, month }: Pick<FillIn, 'unit' | 'month'>): string =>
  `${unit}${monthName(month)}督查事项进展填报表`;

/** The line that says whose and which month's file it is; `code`: see `checkCode`. */
export const identityLine = ({ unit, month, ledger }: Omit<FillIn, 'rows'>, code: string): string =>
  `填报单位：${unit}；月份：${monthName(month)}；台账：${ledger}；校验码：${code}`;

/** What the identity line says; null where the text is not such a line. */
export function readIdentityLine(
  text: string,
): { readonly unit: string; readonly month: string; readonly ledger: string; readonly code: string } | null {
  const match = /^填报单位：(.+?)；月份：(\d{4})年(\d{1,2})月；台账：(.+)；校验码：([0-9A-F]{8})$/.exec(text.trim());
  if (match === null) return null;
  const [, unit, year, month, ledger, code] = match as unknown as [string, string, string, string, string, string];
  return { unit, month: `${year}-${month.padStart(2, '0')}`, ledger, code };
}

/** One row as it came back. */
export interface ReturnedRow {
  /** Row of the sheet, from 0. */
  readonly row: number;
  readonly mark: string;
  readonly cells: readonly string[];
  readonly inputs: Readonly<Record<InputColumn, string | number | boolean>>;
  /** Inputs that a formula gives: not taken. */
  readonly formulas: readonly InputColumn[];
}

/** A fill-in file as it came back, before anything is compared. */
export interface ReturnedFillIn {
  /** As the sheet says in its identity line. */
  readonly unit: string;
  readonly month: string;
  readonly ledger: string;
  readonly code: string;
  /** As it was sent, from the file's own part; null where a program dropped it. */
  readonly sent: FillIn | null;
  /** Cells beside the table and other sheets that hold something: nothing was sent there. */
  readonly elsewhere: readonly string[];
  readonly rows: readonly ReturnedRow[];
  readonly date1904: boolean;
}
