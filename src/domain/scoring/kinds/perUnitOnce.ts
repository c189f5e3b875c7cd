import type { DraftLine, UnitAccount } from '../account';
import { exact, rounded, toNumber } from '../points';
import type { RuleOf } from '../scheme';
import { chargeName, chineseDate, pointsPhrase } from '../wording';

/** Once a unit and year, at the first event on record. */
export function perUnitOnce(rule: RuleOf<'perUnitOnce'>, account: UnitAccount): readonly DraftLine[] {
  const first = account.charges.find((charge) => charge.on === rule.on);
  if (first === undefined) return [];
  const points = rounded(exact(rule.points));
  const basis = first.basis === null ? '' : `，依据：${first.basis}`;
  return [
    {
      rule,
      points,
      date: first.date,
      source: first.cell,
      matter: first.matters[0]?.key ?? null,
      message: `${chineseDate(first.date)}${chargeName(rule.on)}${basis}，${pointsPhrase(toNumber(points))}（每单位只计一次）`,
    },
  ];
}
