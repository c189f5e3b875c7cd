import stateCouncil from 'chinese-days/dist/chinese-days.json';
import { civilDate, dayNumber, fromDayNumber, yearOf, type CivilDate } from './civilDate';

/** A row of the sheet 节假日: `off` 休, `work` 班 (a make-up working day). */
export interface CalendarOverride {
  readonly date: CivilDate;
  readonly kind: 'off' | 'work';
}

/** `provisional`: a year the calendar does not hold was crossed, its days judged by weekends alone (暂按周末推算). */
export interface CalendarAnswer {
  readonly date: CivilDate;
  readonly provisional: boolean;
}

/** Working days by the State Council's yearly arrangement, make-up working days included. */
export interface WorkCalendar {
  /** False for a year without an arrangement: its answers follow weekends only. */
  holdsYear(year: number): boolean;
  isWorkingDay(date: CivilDate): boolean;
  /** The `count`-th working day after `from`, which itself does not count; `from` where `count` is 0. */
  addWorkingDays(from: CivilDate, count: number): CalendarAnswer;
  /** `date` itself where it is a working day, else the next one. */
  onOrNextWorkingDay(date: CivilDate): CalendarAnswer;
}

/**
 * The published arrangements, by date. The library's data file is read and not its functions: those build and
 * look up their days in the machine's own time zone (west of Greenwich they are a day out), and answer for
 * years without an arrangement as if they held one.
 */
const PUBLISHED: ReadonlyMap<string, boolean> = new Map([
  ...Object.keys(stateCouncil.holidays).map((day) => [day, false] as const),
  ...Object.keys(stateCouncil.workdays).map((day) => [day, true] as const),
]);

/** Years with a published arrangement (2004 to 2026 in chinese-days 1.5.7), ascending. */
export const PUBLISHED_YEARS: readonly number[] = [
  ...new Set(Object.keys(stateCouncil.holidays).map((day) => Number(day.slice(0, 4)))),
].sort((a, b) => a - b);

/**
 * Calendar of an office: the published arrangement, overridden day by day by its sheet 节假日.
 * Reading: a year counts as held where the library holds it, or where the sheet has at least one 休 in it
 * (the office has then entered its own arrangement of that year).
 */
export function createWorkCalendar(overrides: readonly CalendarOverride[] = []): WorkCalendar {
  const own = new Map(overrides.map((override) => [override.date as string, override.kind === 'work']));
  const held = new Set([
    ...PUBLISHED_YEARS,
    ...overrides.filter((override) => override.kind === 'off').map((override) => yearOf(override.date)),
  ]);
  const years = new Map<number, { readonly first: number; readonly working: readonly boolean[] }>();
  const answers = new Map<string, CalendarAnswer>();

  function year(number: number) {
    let days = years.get(number);
    if (days === undefined) {
      const first = dayNumber(civilDate(number, 1, 1) as CivilDate);
      const length = dayNumber(civilDate(number, 12, 31) as CivilDate) - first + 1;
      const working = Array.from({ length }, (_, index) => {
        const date = fromDayNumber(first + index);
        const dayOfWeek = (((first + index + 4) % 7) + 7) % 7;
        return own.get(date) ?? PUBLISHED.get(date) ?? (dayOfWeek !== 0 && dayOfWeek !== 6);
      });
      days = { first, working };
      years.set(number, days);
    }
    return days;
  }

  const isWorkingDay = (date: CivilDate): boolean => {
    const { first, working } = year(yearOf(date));
    return working[dayNumber(date) - first] === true;
  };

  function walk(from: CivilDate, count: number): CalendarAnswer {
    let number = yearOf(from);
    let days = year(number);
    let index = dayNumber(from) - days.first;
    let provisional = false;
    for (let left = count; left > 0;) {
      index += 1;
      if (index >= days.working.length) {
        number += 1;
        days = year(number);
        index = 0;
      }
      if (!held.has(number)) provisional = true;
      if (days.working[index] === true) left -= 1;
    }
    return { date: fromDayNumber(days.first + index), provisional };
  }

  return {
    holdsYear: (number) => held.has(number),
    isWorkingDay,
    addWorkingDays(from, count) {
      const key = `${from}+${count}`;
      let answer = answers.get(key);
      if (answer === undefined) {
        answer = walk(from, count);
        answers.set(key, answer);
      }
      return answer;
    },
    onOrNextWorkingDay(date) {
      if (isWorkingDay(date)) return { date, provisional: !held.has(yearOf(date)) };
      const next = walk(date, 1);
      return { date: next.date, provisional: next.provisional || !held.has(yearOf(date)) };
    },
  };
}
