import type { Assessment } from '../assessment';
import { endOfMonth, monthOf, yearMonthOf, yearOf, type CivilDate } from '../calendar/civilDate';
import { forEach, type InPortions } from '../portions';
import { isClosed } from './places';
import { keysAfter, type Keys, type KeyOrder } from './keys';

/** States at the end of one month. */
export interface TrendMonth {
  /** `2026-10`. */
  readonly month: string;
  readonly asOf: CivilDate;
  /** Matters assigned by then. */
  readonly all: Keys;
  readonly closed: Keys;
  readonly overdue: Keys;
}

/**
 * The twelve months up to asOf, the last at asOf itself; months before the first matter was assigned are left out.
 * What the ledger says without a date (已办结 alone) is taken as it stands today.
 */
export function* yearOfStates(
  assessAt: (date: CivilDate) => InPortions<readonly Assessment[]>,
  asOf: CivilDate,
): InPortions<readonly TrendMonth[]> {
  const trend: TrendMonth[] = [];
  for (const date of lastTwelve(asOf)) {
    const [all, closed, overdue]: [string[], string[], string[]] = [[], [], []];
    yield* forEach(yield* assessAt(date), (assessment) => {
      if (assessment.state === 'notAssigned') return;
      const { key } = assessment.matter;
      all.push(key);
      if (isClosed(assessment)) closed.push(key);
      if (assessment.state === 'overdue') overdue.push(key);
    });
    trend.push({ month: yearMonthOf(date), asOf: date, all, closed, overdue });
  }
  return sinceFirst(trend);
}

/** The same after one matter has changed: `statesAt` gives how it stood at a date before the change and stands after. */
export function yearAfter(
  trend: readonly TrendMonth[],
  asOf: CivilDate,
  key: string,
  statesAt: (date: CivilDate) => readonly [Assessment, Assessment],
  order: KeyOrder,
): readonly TrendMonth[] {
  const known = new Map(trend.map((month) => [month.asOf, month]));
  return sinceFirst(
    lastTwelve(asOf).map((date): TrendMonth => {
      const before = known.get(date) ?? { month: yearMonthOf(date), asOf: date, all: [], closed: [], overdue: [] };
      const [was, is] = statesAt(date);
      const after = (keys: Keys, counts: (of: Assessment) => boolean): Keys =>
        keysAfter(keys, key, counts(was), counts(is), order);
      return {
        ...before,
        all: after(before.all, ({ state }) => state !== 'notAssigned'),
        closed: after(before.closed, isClosed),
        overdue: after(before.overdue, ({ state }) => state === 'overdue'),
      };
    }),
  );
}

const lastTwelve = (asOf: CivilDate): readonly CivilDate[] =>
  Array.from({ length: 12 }, (_, index) => {
    const ordinal = yearOf(asOf) * 12 + monthOf(asOf) - 1 - (11 - index);
    return index === 11 ? asOf : endOfMonth(Math.floor(ordinal / 12), (ordinal % 12) + 1);
  });

function sinceFirst(trend: readonly TrendMonth[]): readonly TrendMonth[] {
  const first = trend.findIndex(({ all }) => all.length > 0);
  return first < 0 ? [] : trend.slice(first);
}
