import { addDays, monthOf, yearMonthOf, type CivilDate } from '../../domain/calendar/civilDate';
import type { InPortions } from '../../domain/portions';
import { explainScore, type ExplainedScore } from '../../domain/scoring/explainScore';
import { analysisInPortions } from '../../domain/scoring/monthlyAnalysis';
import { scoresInPortions } from '../../domain/scoring/scoreUnits';
import { mattersByKey } from '../reading/mattersByKey';
import type { Review } from '../reading/review';
import { scoringInput } from './scoreReview';
import { lateLines, type Scored } from './scoreSheets';

/** Why a unit has its score: lines by block with clause, cell and words; null for a unit that is not listed. */
export function explainUnit(of: Review, { scores }: Scored, unit: string): ExplainedScore | null {
  const score = scores.find((each) => each.unit === unit);
  return score === undefined ? null : explainScore(score, of.ruleSet, of.asOf, lateLines(of, scores));
}

/** The month in words (003 四): who fell and rose, why, on which matters, what to do next; one paragraph each. */
export function* monthAnalysed(of: Review, { scores }: Scored): InPortions<readonly string[]> {
  const { asOf, ruleSet } = of;
  const monthBefore = addDays(`${yearMonthOf(asOf)}-01` as CivilDate, -1);
  const earlier = monthOf(asOf) === 1 ? null : yield* scoresInPortions(scoringInput(of, monthBefore));
  return yield* analysisInPortions({
    scores,
    before: earlier?.kind === 'scored' ? earlier.scores : [],
    matters: mattersByKey(of),
    ruleSet,
    asOf,
  });
}
