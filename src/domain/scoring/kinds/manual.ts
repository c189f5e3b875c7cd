import type { DraftLine, UnitAccount } from '../account';
import { exact, rounded, toNumber } from '../points';
import type { RuleOf } from '../scheme';
import { chargeName, chineseDate, pointsPhrase } from '../wording';

/** Manual adjustment: the row's own 分值. Rows without 分值 or 依据 never reach an account. */
export function manual(rule: RuleOf<'manual'>, account: UnitAccount): readonly DraftLine[] {
  return account.charges.flatMap((charge) => {
    if (charge.on !== rule.on || charge.points === null) return [];
    const points = rounded(exact(charge.points));
    const note = charge.note === null ? '' : `（${charge.note}）`;
    return [
      {
        rule,
        points,
        date: charge.date,
        source: charge.cell,
        matter: charge.matters[0]?.key ?? null,
        message: `${chineseDate(charge.date)}${chargeName(charge.on)}，依据：${charge.basis ?? ''}${note}，${pointsPhrase(toNumber(points))}`,
      },
    ];
  });
}
