import { endOfMonth, monthOf, yearOf } from '../calendar/civilDate';
import { assessedOnce } from './assessedOnce';
import type { ScoringInput } from './score';
import type { MonthTotals } from './scoreTable';
import { scoreUnits } from './scoreUnits';

/** Every unit's total at the end of each month of the year, the running month at asOf; empty where nothing can be scored. */
export function yearTrend(input: ScoringInput): readonly MonthTotals[] {
  const assessAt = assessedOnce(input.assessAt);
  const months = Array.from({ length: monthOf(input.asOf) }, (_, index) => index + 1);
  return months.flatMap((month) => {
    const end = endOfMonth(yearOf(input.asOf), month);
    const outcome = scoreUnits({ ...input, assessAt, asOf: end < input.asOf ? end : input.asOf });
    return outcome.kind === 'scored' ? [{ month, totals: outcome.scores.map(({ total }) => total) }] : [];
  });
}
