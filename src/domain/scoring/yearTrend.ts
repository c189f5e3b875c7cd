import { endOfMonth, monthOf, yearOf } from '../calendar/civilDate';
import { assessedOnce } from './assessedOnce';
import { atOnce, type InPortions } from '../portions';
import type { ScoringInput } from './score';
import type { MonthTotals } from './scoreTable';
import { scoresInPortions } from './scoreUnits';

/** Every unit's total at the end of each month of the year, the running month at asOf; empty where nothing can be scored. */
export const yearTrend = (input: ScoringInput): readonly MonthTotals[] => atOnce(trendInPortions(input));

export function* trendInPortions(input: ScoringInput): InPortions<readonly MonthTotals[]> {
  const assessAt = assessedOnce(input.assessAt);
  const months = Array.from({ length: monthOf(input.asOf) }, (_, index) => index + 1);
  const trend: MonthTotals[] = [];
  for (const month of months) {
    const end = endOfMonth(yearOf(input.asOf), month);
    const outcome = yield* scoresInPortions({ ...input, assessAt, asOf: end < input.asOf ? end : input.asOf });
    if (outcome.kind === 'scored') trend.push({ month, totals: outcome.scores.map(({ total }) => total) });
  }
  return trend;
}
