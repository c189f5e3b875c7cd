import type { CivilDate } from '../../domain/calendar/civilDate';
import type { Finding } from '../../domain/finding';
import { atOnce, type InPortions } from '../../domain/portions';
import { findingOf } from '../../domain/findingLevels';
import { registerSheet } from '../../domain/registers/registerSheet';
import { lineRuleName } from '../../domain/scoring/ruleNames';
import { SCHEME_SHEET } from '../../domain/scoring/schemeSheet';
import type { ScoringInput, ScoringOutcome } from '../../domain/scoring/score';
import { scoresInPortions } from '../../domain/scoring/scoreUnits';
import { scoresAfter } from '../../domain/scoring/scoresAfter';
import { cutKey } from '../../domain/overview/keys';
import { placeOf } from '../reading/placeOf';
import { assessmentAt, assessmentsInPortions, type Review } from '../reading/review';
import { changesBetween, registersBetween } from '../reading/reviewAgain';

/** `sheetRefused`: a row of 计分方案 cannot be taken; the review's findings name its cell. */
export type ReviewScores = ScoringOutcome | { readonly kind: 'sheetRefused' };

/** What a review is scored by, at its own date or another of the same year. */
export const scoringInput = (of: Review, asOf: CivilDate = of.asOf): ScoringInput => ({
  assessAt: (date: CivilDate) => assessmentsInPortions(of, date),
  matters: of.matters,
  registers: of.registers,
  ruleSet: of.ruleSet,
  settings: of.settings,
  asOf,
});

/** Scores of a review's units at its date, by the rule set in force. */
export const scoreReview = (of: Review): ReviewScores => atOnce(scoreInPortions(of));

export function* scoreInPortions(of: Review): InPortions<ReviewScores> {
  return of.scheme.refused ? { kind: 'sheetRefused' } : yield* scoresInPortions(scoringInput(of));
}

/** The scores of `after`, a review made again from `before`; null: to be worked out anew. */
export function scoresAgain(outcome: ReviewScores, before: Review, after: Review): ReviewScores | null {
  const changes = changesBetween(before, after);
  if (changes === null) return null;
  if (outcome.kind === 'sheetRefused') return outcome;
  return scoresAfter(outcome, scoringInput(after), {
    changes,
    registers: registersBetween(before, after),
    matters: after.matters,
    sheets: after.ledgers.map(({ sheet }) => sheet),
    stateAt: (now, date) => assessmentAt(after, now, date),
    assessmentOf: (key) => {
      const [sheet, number] = cutKey(key);
      const found = after.assessments[placeOf({ sheet, row: number - 1 }, after)];
      return found?.matter.key === key ? found : null;
    },
  });
}

/** What scoring noticed, or why there are no scores. */
export function scoringFindings(of: Review, outcome: ReviewScores): readonly Finding[] {
  if (outcome.kind === 'scored') return outcome.findings;
  if (outcome.kind === 'sheetRefused') return [];
  const sheet = registerSheet(of.reading.snapshot, SCHEME_SHEET)?.name ?? of.ledgers[0]?.sheet ?? SCHEME_SHEET;
  const cell = { sheet, row: 0, column: 0 };
  const ruleSet = of.ruleSet.document.title;
  if (outcome.kind === 'noScheme') {
    return [findingOf('ruleset-row', cell, { reason: 'noScheme', ruleSet }, { level: 'info' })];
  }
  const rules = outcome.questions.map(({ rule }) => lineRuleName(of.ruleSet, rule));
  return [findingOf('ruleset-row', cell, { reason: 'amountsOpen', ruleSet, rules }, { level: 'warning' })];
}
