import type { CellValue } from '../cell';
import type { DateReading } from '../matter';
import { civilDate, endOfMonth, yearOf, type CivilDate } from './civilDate';
import { isDateFormat } from './dateFormat';
import { readDateText, type DateText } from './dateText';
import { fromSerial } from './serialDate';

/** What a date cell is read against. */
export interface DateContext {
  /** The matter's assignment date; null where there is none, or while it is the assignment that is read. */
  readonly assignedOn: CivilDate | null;
  /** Year in the ledger's title, where it names one. */
  readonly titleYear: number | null;
  readonly asOf: CivilDate;
  readonly date1904: boolean;
  /** The header says 天 or 日 (or 工作日), so that a bare number is a count of days. */
  readonly bareNumberIsDays: 'natural' | 'working' | null;
}

const BLANK: DateReading = { kind: 'blank' };
/** Long enough for 29 February to come round, across 1900 too. */
const YEARS_AHEAD = 8;
const MAX_LIMIT_DAYS = 999;
const MEMORY = 4096;
const readTexts = new Map<string, DateText>();

/**
 * Reads a date cell (rules.md §3). `numberFormat` tells a serial number from a plain one.
 *
 * Readings: a number in a date format is that real date; any other number is eight digits (`20230305`), a year and
 * month (`2023.5`; `2023.1` may be `2023.10` typed and is ambiguous, `2023.2` cannot be `2023.20`), a count of days
 * under a header that says so, or unreadable (a bare serial `45000` in General too: it shows no date to anyone).
 * `5月前` is read like `5月底前`, the period itself included.
 */
export function readDate(value: CellValue, numberFormat: string, context: DateContext): DateReading {
  if (typeof value === 'boolean') return { kind: 'unreadable', text: value ? 'TRUE' : 'FALSE' };
  if (typeof value === 'number') return readNumber(value, numberFormat, context);
  const text = value.trim();
  if (text === '') return BLANK;
  if (context.bareNumberIsDays !== null && /^[\d０-９]{1,3}$/.test(text)) {
    return days(Number(text.normalize('NFKC')), context.bareNumberIsDays, text);
  }
  return resolve(remembered(text), text, context);
}

function readNumber(value: number, numberFormat: string, context: DateContext): DateReading {
  const text = String(value);
  if (isDateFormat(numberFormat)) {
    const date = fromSerial(value, context.date1904);
    if (date !== null) return { kind: 'date', date, text: null, periodEnd: false };
  }
  if (/^\d{8}$/.test(text)) return resolve(remembered(text), text, context);
  if (/^\d{4}\.1$/.test(text)) {
    const year = Math.floor(value);
    const candidates = [1, 10].flatMap((month) => (civilDate(year, month, 1) ? [endOfMonth(year, month)] : []));
    return candidates.length === 0 ? { kind: 'unreadable', text } : { kind: 'ambiguous', text, candidates };
  }
  if (/^\d{4}\.\d{1,2}$/.test(text)) return resolve(remembered(text), text, context);
  if (context.bareNumberIsDays !== null) return days(value, context.bareNumberIsDays, text);
  return { kind: 'unreadable', text };
}

function days(count: number, unit: 'natural' | 'working', text: string): DateReading {
  return Number.isInteger(count) && count >= 1 && count <= MAX_LIMIT_DAYS
    ? { kind: 'days', days: count, unit, text }
    : { kind: 'unreadable', text };
}

function remembered(text: string): DateText {
  let read = readTexts.get(text);
  if (read === undefined) {
    read = readDateText(text);
    if (readTexts.size >= MEMORY) readTexts.clear();
    readTexts.set(text, read);
  }
  return read;
}

function resolve(read: DateText, text: string, context: DateContext): DateReading {
  switch (read.kind) {
    case 'fixed':
      return { kind: 'date', date: read.date, text, periodEnd: read.periodEnd };
    case 'days':
      return { kind: 'days', days: read.days, unit: read.unit, text };
    case 'recurring':
      return { kind: 'recurring', text };
    case 'unreadable':
      return { kind: 'unreadable', text };
    case 'yearless': {
      const date = inItsYear(read, context);
      return date === null ? { kind: 'unreadable', text } : { kind: 'date', date, text, periodEnd: read.periodEnd };
    }
  }
}

/** A missing year: the first such date on or after the assignment, else the title's year, else the year of asOf. */
function inItsYear(read: Extract<DateText, { kind: 'yearless' }>, context: DateContext): CivilDate | null {
  const on = (year: number): CivilDate | null =>
    read.day === 0 && civilDate(year, read.month, 1) !== null
      ? endOfMonth(year, read.month)
      : civilDate(year, read.month, read.day);
  const { assignedOn } = context;
  if (assignedOn === null) {
    return on((context.titleYear ?? yearOf(context.asOf)) + (read.wraps ? 1 : 0));
  }
  for (let year = yearOf(assignedOn); year <= yearOf(assignedOn) + YEARS_AHEAD; year += 1) {
    const date = on(year);
    if (date !== null && date >= assignedOn) return date;
  }
  return null;
}
