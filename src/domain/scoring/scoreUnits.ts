import { addDays, monthOf, yearMonthOf, type CivilDate } from '../calendar/civilDate';
import type { Assessment } from '../assessment';
import type { CellRef } from '../cell';
import type { Finding } from '../finding';
import { findingOf } from '../findingLevels';
import { atOnce, forEach, type InPortions } from '../portions';
import type { UnitAccount } from './account';
import { assessedOnce } from './assessedOnce';
import { categoryRule } from './categories';
import { chargesFollowDate, chargesUpTo, gatherCharges, type Charges } from './charges';
import { evaluate, type Evaluation } from './evaluate';
import { leading, ledByUnit, type Leading } from './leading';
import { linksInPortions, type MatterLinks } from './matterLinks';
import { wasOpenIn } from './openMonths';
import { exact, rounded, sum, toNumber, ZERO, type Points } from './points';
import { ranks } from './ranking';
import { asksStates, isCategoryRule, type Scheme, type ScoringRule } from './scheme';
import type { ScoringInput, ScoringOutcome, UnitScore } from './score';
import { mentioned, unitRoll, type UnitRoll } from './unitRoll';
import { citation } from './wording';

interface Standing {
  readonly charges: Charges;
  readonly evaluations: ReadonlyMap<string, Evaluation>;
  readonly findings: readonly Finding[];
}

/** What is the same at every date. */
interface Undated {
  readonly scheme: Scheme;
  readonly roll: UnitRoll;
  readonly links: MatterLinks;
  readonly leading: Leading;
}

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
  const base = rounded(sum(scheme.rules.map((rule) => (rule.kind === 'base' ? exact(rule.points) : ZERO))));

  const clauses = new Map(scheme.rules.map((rule) => [rule, citation(ruleSet, rule)]));
  const clauseOf = (rule: ScoringRule): string => clauses.get(rule)!;
  const scoreOf = ([unit, evaluation]: readonly [string, Evaluation]): UnitScore => {
    const earlier = before?.get(unit);
    const since = earlier?.assessed === true ? earlier.total : base;
    return {
      unit,
      group: undated.roll.entry(unit)?.group ?? null,
      total: evaluation.assessed ? toNumber(evaluation.total) : null,
      month: evaluation.assessed ? toNumber(evaluation.total.minus(since)) : null,
      rank: null,
      rankInGroup: null,
      remark: evaluation.remarks.length === 0 ? null : evaluation.remarks.join('；'),
      blocks: evaluation.assessed ? blockPoints(scheme, evaluation) : [],
      lines: evaluation.lines.map((line) => ({
        unit,
        rule: line.rule.id,
        points: toNumber(line.points),
        date: line.date,
        clause: clauseOf(line.rule),
        source: line.source,
        matter: line.matter,
        message: line.message,
      })),
    };
  };
  const unranked: UnitScore[] = [];
  for (const each of now.evaluations) {
    unranked.push(scoreOf(each));
    yield;
  }

  return {
    kind: 'scored',
    scores: ranked(unranked),
    findings: [
      ...notInForce(input, assessments),
      ...undated.leading.findings,
      ...(yield* unknownCategories(assessments, scheme)),
      ...now.findings,
    ],
  };
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

/** Units that led a matter open in the month that ends on that day. */
type OpenUnits = Map<CivilDate, ReadonlySet<string>>;

function* undatedOf(
  { registers, matters: listed }: ScoringInput,
  scheme: Scheme,
  assessments: readonly Assessment[],
): InPortions<Undated> {
  const roll = unitRoll(registers.directory);
  const matters = listed ?? assessments.map(({ matter }) => matter);
  return { scheme, roll, links: yield* linksInPortions(matters), leading: yield* leading(matters, roll) };
}

/** `later`: the charges at a later date of the same year, where they are gathered already. */
function* standingAt(
  input: ScoringInput,
  undated: Undated,
  date: CivilDate,
  later: Charges | null = null,
): InPortions<Standing> {
  const assessments = undated.scheme.rules.some(asksStates) ? yield* input.assessAt(date) : [];
  return yield* standingFor(input, undated, date, assessments, new Map(), later);
}

function* standingFor(
  input: ScoringInput,
  { scheme, roll, links, leading: led }: Undated,
  date: CivilDate,
  assessments: readonly Assessment[],
  openUnits: OpenUnits,
  later: Charges | null = null,
): InPortions<Standing> {
  const { registers, settings } = input;
  const ledBy = yield* ledByUnit(assessments);
  const hadOpenMatter = function* (unit: string, monthEnd: CivilDate): InPortions<boolean> {
    const units = openUnits.get(monthEnd) ?? (yield* unitsOpenIn(monthEnd, yield* input.assessAt(monthEnd)));
    openUnits.set(monthEnd, units);
    return units.has(unit);
  };
  const charges =
    later !== null && !chargesFollowDate(scheme)
      ? chargesUpTo(later, date)
      : yield* gatherCharges({
          registers,
          scheme,
          settings,
          asOf: date,
          assessments,
          leading: led,
          roll,
          links,
          hadOpenMatter,
        });

  const evaluations = new Map<string, Evaluation>();
  const findings: Finding[] = [...charges.findings];
  const listed = [...led.listed];
  for (const [index, unit] of listed.entries()) {
    yield { stage: 'score', done: index, of: listed.length };
    const account: UnitAccount = {
      unit,
      entry: roll.entry(unit),
      charges: charges.byUnit.get(unit) ?? [],
      led: ledBy.get(unit) ?? [],
      asOf: date,
      settings,
    };
    const evaluation = evaluate(scheme, account);
    evaluations.set(unit, evaluation);
    if (evaluation.assessed) continue;
    for (const { cell } of account.charges) {
      const facts = { unit, reason: 'unitWithoutMatters' };
      findings.push(findingOf('event-not-scored', cell, facts));
    }
  }
  return { charges, evaluations, findings };
}

/** Units with a matter that was open in the month. */
function* unitsOpenIn(monthEnd: CivilDate, assessments: readonly Assessment[]): InPortions<ReadonlySet<string>> {
  const units = new Set<string>();
  yield* forEach(assessments, (assessment) => {
    if (!wasOpenIn(assessment, monthEnd)) return;
    for (const unit of mentioned(assessment.matter.leadUnits)) units.add(unit);
  });
  return units;
}

/** Points by display block; a cap or floor stands with the first rule it bounds, the rest under 其他. */
function blockPoints(scheme: Scheme, evaluation: Evaluation): UnitScore['blocks'] {
  const blockOf = (id: string): string => scheme.blocks.find(({ rules }) => rules.includes(id))?.name ?? '其他';
  const points = new Map<string, Points>(scheme.blocks.map(({ name }) => [name, ZERO]));
  for (const { rule, points: amount } of evaluation.lines) {
    const bounds = rule.kind === 'cap' || rule.kind === 'floor' ? rule.rules[0]! : rule.id;
    const name = blockOf(bounds);
    points.set(name, (points.get(name) ?? ZERO).plus(amount));
  }
  return [...points].map(([name, amount]) => ({ name, points: toNumber(amount) }));
}

function ranked(scores: readonly UnitScore[]): readonly UnitScore[] {
  const overall = ranks(scores.map(({ total }) => total));
  const within = new Map<UnitScore, number | null>();
  for (const group of new Set(scores.map((score) => score.group))) {
    if (group === null) continue;
    const members = scores.filter((score) => score.group === group);
    const places = ranks(members.map(({ total }) => total));
    members.forEach((score, index) => within.set(score, places[index]!));
  }
  return scores.map((score, index) => ({
    ...score,
    rank: overall[index]!,
    rankInGroup: within.get(score) ?? null,
  }));
}

/** Choosing a rule set for a time before it was in force is allowed and said. */
function notInForce({ ruleSet, asOf }: ScoringInput, assessments: readonly Assessment[]): readonly Finding[] {
  if (asOf >= ruleSet.inForceFrom) return [];
  const sheet = assessments[0]?.matter.sheet ?? '计分方案';
  const facts = { ruleSet: ruleSet.document.title, inForceFrom: ruleSet.inForceFrom, asOf };
  return [findingOf('ruleset-not-in-force', { sheet, row: 0, column: 0 }, facts)];
}

function* unknownCategories(assessments: readonly Assessment[], scheme: Scheme): InPortions<readonly Finding[]> {
  if (!scheme.rules.some(isCategoryRule)) return [];
  const findings: Finding[] = [];
  yield* forEach(assessments, ({ matter }) => {
    if (matter.category !== null && categoryRule(scheme, matter.category) !== null) return;
    const cell: CellRef = matter.cells['category'] ??
      matter.cells['title'] ?? { sheet: matter.sheet, row: matter.row, column: 0 };
    const facts = { category: matter.category ?? '' };
    findings.push(findingOf('unknown-category', cell, facts, { matter: matter.key }));
  });
  return findings;
}
