import type { DraftLine } from '../account';
import { exact, rounded, sum, toNumber, type Points } from '../points';
import type { RuleOf } from '../scheme';
import { pointsPhrase } from '../wording';

/** Takes back what the bounded lines give above the limit. */
export function cap(rule: RuleOf<'cap'>, lines: readonly DraftLine[]): readonly DraftLine[] {
  const bounded = lines.filter((line) => rule.rules.includes(line.rule.id));
  const excess = sum(bounded.map((line) => line.points)).minus(rule.limit);
  if (!excess.isPositive() || excess.isZero()) return [];
  const points = rounded(excess.negated());
  return [boundLine(rule, bounded, points, `加分合计以${rule.limit}分为限，超出部分${pointsPhrase(toNumber(points))}`)];
}

/** Gives back what the bounded lines take beyond the limit (扣完为止). */
export function floor(rule: RuleOf<'floor'>, lines: readonly DraftLine[]): readonly DraftLine[] {
  const bounded = lines.filter((line) => rule.rules.includes(line.rule.id));
  const excess = sum(bounded.map((line) => line.points))
    .plus(exact(rule.limit))
    .negated();
  if (!excess.isPositive() || excess.isZero()) return [];
  const points = rounded(excess);
  return [boundLine(rule, bounded, points, `该项以扣完${rule.limit}分为止，多扣部分${pointsPhrase(toNumber(points))}`)];
}

function boundLine(
  rule: RuleOf<'cap'> | RuleOf<'floor'>,
  bounded: readonly DraftLine[],
  points: Points,
  message: string,
): DraftLine {
  const date = bounded.map((line) => line.date).reduce((latest, day) => (day > latest ? day : latest));
  return { rule, points, date, source: null, matter: null, message };
}
