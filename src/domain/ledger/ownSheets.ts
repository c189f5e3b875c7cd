import { foldText } from '../foldText';

/** Sheets the add-in reads and writes itself; never taken for ledgers. */
export const REGISTER_SHEETS = ['单位名录', '文书登记簿', '办理登记', '加减分登记', '节假日', '计分方案'] as const;
export type RegisterSheet = (typeof REGISTER_SHEETS)[number];

/** A copy by its number, or the sheet that stood before one was written anew. */
const COPY = '(\\((\\d+|原\\d*)\\))?';
const REGISTER = new RegExp(`^(${REGISTER_SHEETS.join('|')})${COPY}$`);
const RESULT = new RegExp(
  `^(考核计分|计分明细|督查名单|督查通报|台账核对|立项审批单)(\\d{4}-\\d{2}(-\\d{2})?)?${COPY}$`,
);

const LETTERS = new RegExp(`^文书\\d{4}-\\d{2}-\\d{2}${COPY}$`);

/** Letters as worksheets: written to be printed, never read. */
export const isLetterSheet = (name: string): boolean => LETTERS.test(foldText(name));

/** With their day, so that a ledger the office itself calls 专项台账 stays one. */
const REPORTS = new RegExp(
  `^(分管领导专报|主要领导专报|一单位一清单|督办专项台账|一件一档)\\d{4}-\\d{2}-\\d{2}${COPY}$`,
);

const SET_ASIDE = '（改写前）';

/** Name a sheet has while the one that replaces it is written. */
export const setAside = (name: string): string => `${name.slice(0, LONGEST_NAME - SET_ASIDE.length)}${SET_ASIDE}`;

/** Excel's longest name of a sheet. */
const LONGEST_NAME = 31;

/** Name a sheet gets that stays beside the one written in its place. */
export function keptName(name: string, taken: readonly string[]): string {
  for (let number = 1; ; number += 1) {
    const ending = `（原${number === 1 ? '' : number}）`;
    const kept = `${name.slice(0, LONGEST_NAME - ending.length)}${ending}`;
    if (!taken.includes(kept)) return kept;
  }
}

/** Registers, result sheets of a month, letters and reports as sheets, and copies of any. */
export function isOwnSheet(name: string): boolean {
  const folded = foldText(name);
  if (name.endsWith(SET_ASIDE)) return true;
  return REGISTER.test(folded) || RESULT.test(folded) || LETTERS.test(folded) || REPORTS.test(folded);
}
