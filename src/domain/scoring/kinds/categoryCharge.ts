import type { DraftLine, UnitAccount } from '../account';
import { countCategory, matterCell } from '../categories';
import type { Points } from '../points';
import type { CategoryRule, Scheme } from '../scheme';
import { matterNames } from '../wording';

/** What a category's unfinished matters cost: points, and the words after “未完成n项（…），”. */
export interface Charge {
  readonly points: Points;
  readonly how: string;
}

/** The one line of a category that has unfinished matters, dated asOf; nothing where it has none. */
export function categoryCharge(
  rule: CategoryRule,
  scheme: Scheme,
  account: UnitAccount,
  charge: (unfinished: number, counted: number) => Charge,
): readonly DraftLine[] {
  const { counted, unfinished } = countCategory(rule, scheme, account.led, account.settings);
  const first = unfinished[0];
  if (first === undefined) return [];
  const { points, how } = charge(unfinished.length, counted);
  const names = matterNames(unfinished.map(({ matter }) => matter));
  return [
    {
      rule,
      points,
      date: account.asOf,
      source: matterCell(first),
      matter: unfinished.length === 1 ? first.matter.key : null,
      message: `${rule.category}应计${counted}项，未完成${unfinished.length}项（${names}），${how}`,
    },
  ];
}
