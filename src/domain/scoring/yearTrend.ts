import { endOfMonth, monthOf, yearOf } from '../calendar/civilDate';
import { atOnce, type InPortions } from '../portions';
import type { ScoringInput } from './score';
import type { MonthTotals } from './scoreTable';
import { totalsInPortions } from './scoreUnits';

/** Every unit's total at the end of each month of the year, the running month at asOf; empty where nothing can be scored. */
export const yearTrend = (input: ScoringInput): readonly MonthTotals[] => atOnce(trendInPortions(input));

export function* trendInPortions(input: ScoringInput): InPortions<readonly MonthTotals[]> {
  const { asOf } = input;
  const ends = Array.from({ length: monthOf(asOf) }, (_, index) => endOfMonth(yearOf(asOf), index + 1));
  const dates = ends.map((end) => (end < asOf ? end : asOf));
  return (yield* totalsInPortions(input, dates)).map((totals, index) => ({ month: index + 1, totals }));
}
