/**
 * A day as offices mean it: no time, no zone. `YYYY-MM-DD`, years 1900 to 9999,
 * so that plain string comparison is comparison of dates.
 */
export type CivilDate = string & { readonly __brand: 'CivilDate' };

const DAY = 86_400_000;

const pad = (n: number, width: number): string => String(n).padStart(width, '0');

/** The civil date of that year, month (1–12) and day, or null where there is no such day. */
export function civilDate(year: number, month: number, day: number): CivilDate | null {
  if (!Number.isInteger(year) || year < 1900 || year > 9999) return null;
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as CivilDate;
}

/** Reads `YYYY-MM-DD`; null for anything else. */
export function parseCivilDate(text: string): CivilDate | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match ? civilDate(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

export const yearOf = (date: CivilDate): number => Number(date.slice(0, 4));
export const monthOf = (date: CivilDate): number => Number(date.slice(5, 7));
export const dayOf = (date: CivilDate): number => Number(date.slice(8, 10));
/** `2026-10`. */
export const yearMonthOf = (date: CivilDate): string => date.slice(0, 7);

export function endOfMonth(year: number, month: number): CivilDate {
  return civilDate(year, month, daysInMonth(year, month)) as CivilDate;
}

/** Days since 1970-01-01. By arithmetic, not by `Date`: every matter asks it several times. */
export function dayNumber(date: CivilDate): number {
  const digit = (at: number): number => date.charCodeAt(at) - 48;
  const month = digit(5) * 10 + digit(6);
  const day = digit(8) * 10 + digit(9);
  // The year begins on 1 March, so that a leap day is its last day.
  const year = digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3) - (month <= 2 ? 1 : 0);
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return year * 365 + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + dayOfYear - 719_468;
}

/** A year's days are asked for again and again by the rows of a ledger: each is written once. */
const written = new Map<number, CivilDate>();
const MEMORY = 10_000;

export function fromDayNumber(days: number): CivilDate {
  let date = written.get(days);
  if (date === undefined) {
    date = new Date(days * DAY).toISOString().slice(0, 10) as CivilDate;
    if (written.size >= MEMORY) written.clear();
    written.set(days, date);
  }
  return date;
}

/** `days` natural days later (earlier where negative). */
export const addDays = (date: CivilDate, days: number): CivilDate => fromDayNumber(dayNumber(date) + days);

/** Natural days from `from` to `to`; negative where `to` is earlier. */
export const daysBetween = (from: CivilDate, to: CivilDate): number => dayNumber(to) - dayNumber(from);

/** 0 = Sunday … 6 = Saturday. */
export const weekday = (date: CivilDate): number => (((dayNumber(date) + 4) % 7) + 7) % 7;
