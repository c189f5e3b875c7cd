import { addDays, monthOf, yearMonthOf, type CivilDate } from '../calendar/civilDate';
import { atOnce, type InPortions } from '../portions';
import { assessedOnce } from './assessedOnce';
import { toNumber } from './points';
import type { ScoringInput, ScoringOutcome, UnitScore } from './score';
import { keepScored } from './scored';
import { notInForce, unknownCategories } from './scoringFindings';
import {
  chargedInVain,
  standingAt,
  standingFor,
  undatedOf,
  unitsOpenIn,
  type OpenUnits,
  type Undated,
} from './standing';
import { scoring } from './unitScores';

/**
 * Every listed unit's score at asOf as cited lines (rules.md §5). The month is the total less the total
 * at the end of the month before, both by the same settings; in January, and for a unit not assessed
 * then, less the base.
 */
export const scoreUnits = (asked: ScoringInput): ScoringOutcome => atOnce(scoresInPortions(asked));

export function* scoresInPortions(asked: ScoringInput): InPortions<ScoringOutcome> {
  const input = { ...asked, assessAt: assessedOnce(asked.assessAt) };
  const { ruleSet, asOf } = input;
  const { scheme } = ruleSet;
  if (scheme === null) return { kind: 'noScheme' };
  if (scheme.amountsMissing.length > 0) return { kind: 'amountsMissing', questions: scheme.amountsMissing };

  const assessments = yield* input.assessAt(asOf);
  const undated = yield* undatedOf(input, scheme, assessments);
  const now = yield* standingAt(input, undated, asOf);
  const monthBefore = addDays(`${yearMonthOf(asOf)}-01` as CivilDate, -1);
  const before = monthOf(asOf) === 1 ? null : (yield* standingAt(input, undated, monthBefore, now.charges)).evaluations;
  const scoreOf = scoring(ruleSet, scheme, undated.roll);
  const unranked: UnitScore[] = [];
  for (const [unit, evaluation] of now.evaluations) {
    unranked.push(scoreOf(unit, evaluation, before?.get(unit) ?? null));
    yield;
  }
  return keepScored({
    notInForce: notInForce(input, assessments),
    leading: undated.leading,
    unknown: yield* unknownCategories(assessments, scheme),
    charged: now.charges.findings,
    inVain: new Map(unranked.map(({ unit }) => [unit, chargedInVain(unit, now)])),
    ledBy: now.ledBy,
    unranked,
  });
}

/**
 * Totals of the units at each of these dates, earliest first; null where a unit is not assessed. As `scoreUnits` has
 * them, without the lines. Assessments of one date at a time are held: there is one for each matter.
 */
export function* totalsInPortions(
  input: ScoringInput,
  dates: readonly CivilDate[],
): InPortions<readonly (readonly (number | null)[])[]> {
  const { scheme } = input.ruleSet;
  if (scheme === null || scheme.amountsMissing.length > 0) return [];
  const openUnits: OpenUnits = new Map();
  const totals: (readonly (number | null)[])[] = [];
  let undated: Undated | null = null;
  for (const date of dates) {
    const assessments = yield* input.assessAt(date);
    undated ??= yield* undatedOf(input, scheme, assessments);
    openUnits.set(date, yield* unitsOpenIn(date, assessments));
    const { evaluations } = yield* standingFor(input, undated, date, assessments, openUnits);
    totals.push([...evaluations.values()].map(({ assessed, total }) => (assessed ? toNumber(total) : null)));
  }
  return totals;
}
