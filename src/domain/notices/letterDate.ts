import { dayOf, monthOf, yearOf } from '../calendar/civilDate';
import type { CivilDate } from '../calendar/civilDate';

/** `2026年3月5日`: Arabic figures, full year, no leading zero (GB/T 9704-2012 7.3.5). */
export const letterDate = (date: CivilDate): string => `${yearOf(date)}年${monthOf(date)}月${dayOf(date)}日`;

/** `2026年3月2日`, of several days `2026年3月2日至4月7日`. */
export function letterDateSpan(dates: readonly CivilDate[]): string {
  const sorted = [...dates].sort();
  const first = sorted[0];
  const last = sorted.at(-1);
  if (first === undefined || last === undefined) return '';
  if (first === last) return letterDate(first);
  const end = letterDate(last);
  return `${letterDate(first)}至${yearOf(first) === yearOf(last) ? end.slice(5) : end}`;
}
