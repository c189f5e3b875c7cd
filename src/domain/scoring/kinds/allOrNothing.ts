import type { DraftLine, UnitAccount } from '../account';
import { countCategory, matterCell } from '../categories';
import { rounded, toNumber } from '../points';
import type { RuleOf, Scheme } from '../scheme';
import { matterNames, pointsPhrase } from '../wording';
import type { Weight } from './redistribute';

/** The whole weight as soon as one counted matter is unfinished, dated asOf. */
export function allOrNothing(
  rule: RuleOf<'allOrNothing'>,
  scheme: Scheme,
  account: UnitAccount,
  weight: Weight,
): readonly DraftLine[] {
  const { counted, unfinished } = countCategory(rule, scheme, account.led, account.settings);
  const first = unfinished[0];
  if (first === undefined) return [];
  const points = rounded(weight.numerator.dividedBy(weight.denominator).negated());
  const names = matterNames(unfinished.map(({ matter }) => matter));
  return [
    {
      rule,
      points,
      date: account.asOf,
      source: matterCell(first),
      matter: unfinished.length === 1 ? first.matter.key : null,
      message:
        `${rule.category}应计${counted}项，未完成${unfinished.length}项（${names}），` +
        `该项全部分值扣除，${pointsPhrase(toNumber(points))}`,
    },
  ];
}
