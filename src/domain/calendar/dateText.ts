import { civilDate, endOfMonth, type CivilDate } from './civilDate';
import { withArabicDigits } from './chineseNumerals';

/** What the words of a date cell say, before a missing year is found. */
export type DateText =
  | { readonly kind: 'fixed'; readonly date: CivilDate; readonly periodEnd: boolean }
  /** `day` 0: the last of the month. `wraps`: a range that began the year before (`11-2月`). */
  | {
      readonly kind: 'yearless';
      readonly month: number;
      readonly day: number;
      readonly periodEnd: boolean;
      readonly wraps: boolean;
    }
  | { readonly kind: 'days'; readonly days: number; readonly unit: 'natural' | 'working' }
  | { readonly kind: 'recurring' }
  | { readonly kind: 'unreadable' };

const UNREADABLE: DateText = { kind: 'unreadable' };

/** 前, 底前, 之前 (the day or the period itself included). */
const BEFORE = '(?:底前|之前|以前|前)?';
/** The same after a month, quarter or half-year, where 底 and 末 say no more than its last day. */
const PERIOD_END = '(?:底之前|底以前|底前|末前|底|末|之前|以前|前|内)?';
const RANGE = '(?:[-~‐‑‒–—―─〜∼至到]{1,2}|/)';

const TIME_OF_DAY = /(\d)(?:\s+|T)\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/;
const COMPACT = new RegExp(`^(\\d{4})(\\d{2})(\\d{2})${BEFORE}$`);
const SEPARATED = new RegExp(`^(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})日?${BEFORE}$`);
const DAY = new RegExp(`^(?:(\\d{4})年)?(\\d{1,2})月(\\d{1,2})[日号]${BEFORE}$`);
const YEAR_MONTH = new RegExp(`^(\\d{4})[-/.](\\d{1,2})${PERIOD_END}$`);
const MONTH = new RegExp(`^(?:(\\d{4})[年.])?(\\d{1,2})月份?${PERIOD_END}$`);
const PART_OF_MONTH = new RegExp(`^(?:(\\d{4})[年.])?(\\d{1,2})月份?(初|上旬|中旬|下旬)${PERIOD_END}$`);
const MONTHS = new RegExp(
  `^(?:(\\d{4})[年.])?(\\d{1,2})(?:月份?)?${RANGE}(?:(\\d{4})[年.])?(\\d{1,2})月份?${PERIOD_END}$`,
);
const QUARTER = new RegExp(`^(?:(\\d{4})年)?第?([1-4])季度${PERIOD_END}$`);
const HALF = new RegExp(`^(?:(\\d{4})年)?(上|下)半年${PERIOD_END}$`);
const YEAR = /^(?:(\d{4})年?|今年|本年度?|当年)?(?:全年|年内|年底|年末|年底前|年末前|年底之前)$/;
const YEAR_WORDS = /^(?:(\d{4})|今|本|当)年(?:度?内|底|末|底前|末前|底之前)$/;
const LIMIT = new RegExp(
  '^(?:[自从在于]?(?:收到|收件|接到|签收|交办|下发|印发)[^\\d]{0,16})?' +
    '(\\d{1,3})个?(工作日|自然日|日历日|天|日)(之内|以内|内)?$',
);
const RECURRING =
  /^(?:(?:(?:坚持)?(?:长期|持续|常态化?|常年)(?:坚持|推进|开展|进行|落实|实施|任务|工作)?)[、,;]?)+$|^每个?(?:年|半年|季度?|月|旬|周|星期|天|日)[\d月日号底末初前之以上中下旬]*$/;

/** Reads the words of a date cell (rules.md §3; forms counted in real ledgers). Never throws. */
export function readDateText(written: string): DateText {
  const text = normalized(written);
  return (
    compactDay(text) ?? dayOfMonth(text) ?? month(text) ?? months(text) ?? partOfYear(text) ?? limit(text) ?? UNREADABLE
  );
}

/** Half-width, Arabic digits, no blanks and no time of day. */
function normalized(written: string): string {
  const halfWidth = written.normalize('NFKC').trim().replace(TIME_OF_DAY, '$1');
  return withArabicDigits(halfWidth.replace(/\s/g, '')).replace(/[。.]$/, '');
}

function fixed(date: CivilDate | null, periodEnd: boolean): DateText {
  return date === null ? UNREADABLE : { kind: 'fixed', date, periodEnd };
}

function dated(year: string | undefined, monthText: string, day: number, periodEnd: boolean, wraps = false): DateText {
  const number = Number(monthText);
  // 2024 is a leap year: 2月29日 without a year stays possible.
  if (civilDate(2024, number, day === 0 ? 1 : day) === null) return UNREADABLE;
  if (year === undefined) return { kind: 'yearless', month: number, day, periodEnd, wraps };
  const inYear = Number(year) + (wraps ? 1 : 0);
  if (civilDate(inYear, number, 1) === null) return UNREADABLE;
  return fixed(day === 0 ? endOfMonth(inYear, number) : civilDate(inYear, number, day), periodEnd);
}

function compactDay(text: string): DateText | null {
  const match = COMPACT.exec(text);
  if (match !== null) return fixed(civilDate(Number(match[1]), Number(match[2]), Number(match[3])), false);
  const separated = SEPARATED.exec(text);
  return separated && fixed(civilDate(Number(separated[1]), Number(separated[3]), Number(separated[4])), false);
}

function dayOfMonth(text: string): DateText | null {
  const match = DAY.exec(text);
  return match && (Number(match[3]) === 0 ? UNREADABLE : dated(match[1], match[2] ?? '', Number(match[3]), false));
}

function month(text: string): DateText | null {
  const whole = YEAR_MONTH.exec(text) ?? MONTH.exec(text);
  if (whole !== null) return dated(whole[1], whole[2] ?? '', 0, true);
  const part = PART_OF_MONTH.exec(text);
  if (part === null) return null;
  const day = { 初: 10, 上旬: 10, 中旬: 20, 下旬: 0 }[part[3] ?? ''] ?? 0;
  return dated(part[1], part[2] ?? '', day, true);
}

function months(text: string): DateText | null {
  const match = MONTHS.exec(text);
  if (match === null) return null;
  const first = Number(match[2]);
  const last = Number(match[4]);
  if (first < 1 || first > 12) return UNREADABLE;
  if (match[3] !== undefined) {
    const forwards = match[1] === undefined || Number(match[1]) * 12 + first <= Number(match[3]) * 12 + last;
    return forwards ? dated(match[3], match[4] ?? '', 0, true) : UNREADABLE;
  }
  return dated(match[1], match[4] ?? '', 0, true, first > last);
}

function partOfYear(text: string): DateText | null {
  const quarter = QUARTER.exec(text);
  if (quarter !== null) return dated(quarter[1], String(Number(quarter[2]) * 3), 0, true);
  const half = HALF.exec(text);
  if (half !== null) return dated(half[1], half[2] === '上' ? '6' : '12', 0, true);
  const year = YEAR.exec(text) ?? YEAR_WORDS.exec(text);
  return year && dated(year[1], '12', 0, true);
}

function limit(text: string): DateText | null {
  const match = LIMIT.exec(text);
  if (match !== null) {
    const days = Number(match[1]);
    // `5日` alone may be the fifth; `5日内` and `收到后5日` are limits.
    const dayOfSomeMonth = match[2] === '日' && match[3] === undefined && /^\d/.test(text);
    if (days === 0 || dayOfSomeMonth) return UNREADABLE;
    return { kind: 'days', days, unit: match[2] === '工作日' ? 'working' : 'natural' };
  }
  return RECURRING.test(text) ? { kind: 'recurring' } : null;
}
