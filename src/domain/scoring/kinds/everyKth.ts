import type { DraftLine, UnitAccount } from '../account';
import { exact, rounded, toNumber } from '../points';
import type { RuleOf } from '../scheme';
import { chargeName, pointsPhrase } from '../wording';

/** Points more at the k-th event of the year; at every k-th where the rule or the setting says so. */
export function everyKth(rule: RuleOf<'everyKth'>, account: UnitAccount): readonly DraftLine[] {
  const charges = account.charges.filter((charge) => charge.on === rule.on);
  const repeat = rule.repeat || account.settings.everyThirdReport;
  return charges.flatMap((charge, index) => {
    const count = index + 1;
    if (repeat ? count % rule.k !== 0 : count !== rule.k) return [];
    const points = rounded(exact(rule.points));
    return [
      {
        rule,
        points,
        date: charge.date,
        source: charge.cell,
        matter: charge.matters[0]?.key ?? null,
        message: `${chargeName(rule.on)}累计${count}次，加${pointsPhrase(toNumber(points))}`,
      },
    ];
  });
}
