import { citation } from './wording';
import type { RuleSet } from '../ruleSet';
import type { Evaluation } from './evaluate';
import { exact, rounded, sum, toNumber, ZERO, type Points } from './points';
import { ranks } from './ranking';
import type { Scheme, ScoringRule } from './scheme';
import type { UnitScore } from './score';
import type { UnitRoll } from './unitRoll';

/** A unit's score of its evaluation now and, where it is not January, at the end of the month before; without a rank. */
export type ScoreOf = (unit: string, now: Evaluation, before: Evaluation | null) => UnitScore;

export function scoring(ruleSet: RuleSet, scheme: Scheme, roll: UnitRoll): ScoreOf {
  const base = rounded(sum(scheme.rules.map((rule) => (rule.kind === 'base' ? exact(rule.points) : ZERO))));
  const clauses = new Map(scheme.rules.map((rule) => [rule, citation(ruleSet, rule)]));
  const clauseOf = (rule: ScoringRule): string => clauses.get(rule)!;
  return (unit, evaluation, before) => {
    const since = before?.assessed === true ? before.total : base;
    return {
      unit,
      group: roll.entry(unit)?.group ?? null,
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

export function ranked(scores: readonly UnitScore[]): readonly UnitScore[] {
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
