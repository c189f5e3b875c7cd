import type { DraftLine, UnitAccount } from '../account';
import { countCategory, matterCell } from '../categories';
import { rounded, toNumber } from '../points';
import type { RuleOf, Scheme } from '../scheme';
import { matterNames, pointsPhrase } from '../wording';
import type { Weight } from './redistribute';

/** weight × unfinished ÷ counted, dated asOf; nothing where nothing is counted yet. */
export function proportional(
  rule: RuleOf<'proportional'>,
  scheme: Scheme,
  account: UnitAccount,
  weight: Weight,
): readonly DraftLine[] {
  const { counted, unfinished } = countCategory(rule, scheme, account.led, account.settings);
  const first = unfinished[0];
  if (first === undefined) return [];
  const points = rounded(
    weight.numerator.times(unfinished.length).dividedBy(weight.denominator.times(counted)).negated(),
  );
  const full = rounded(weight.numerator.dividedBy(weight.denominator)).toString();
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
        `按比例${pointsPhrase(toNumber(points))}（该项${full}分×${unfinished.length}/${counted}）`,
    },
  ];
}
