import type { CivilDate } from '../domain/calendar/civilDate';
import type { ScoringOutcome } from '../domain/scoring/score';
import { scoreUnits } from '../domain/scoring/scoreUnits';
import { assessmentsAt, type Review } from './review';

/** Scores of a review's units at its date, by its rule set. */
export const scoreReview = (of: Review): ScoringOutcome =>
  scoreUnits({
    assessAt: (date: CivilDate) => assessmentsAt(of, date),
    registers: of.registers,
    ruleSet: of.ruleSet,
    settings: of.settings,
    asOf: of.asOf,
  });
