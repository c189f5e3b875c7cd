import type { Review } from '../../app/reading/review';
import { scoreInPortions, scoresAgain, type ReviewScores } from '../../app/scoring/scoreReview';
import { scoreSheetsInPortions, type ScoreSheets } from '../../app/scoring/scoreSheets';
import type { InPortions } from '../../domain/portions';
import { Counted } from './figures';

/** Scores of all ledgers together. */
export const SCORED = new Counted<ReviewScores>(scoreInPortions, scoresAgain);

/** The month's score sheets as they would be written; null where nothing is scored. */
export function* plannedSheets(of: Review, replace: boolean): InPortions<ScoreSheets | null> {
  const scored = yield* SCORED.count(of, null);
  return scored.kind === 'scored' ? yield* scoreSheetsInPortions(of, scored, { replace }) : null;
}

/** The sheets as they would be written now, and how those that stand differ. */
export const SHEETS = new Counted<{ readonly sheets: ScoreSheets | null }>(function* (of) {
  return { sheets: yield* plannedSheets(of, false) };
});
