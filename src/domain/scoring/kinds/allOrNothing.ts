import type { DraftLine, UnitAccount } from '../account';
import { rounded, toNumber } from '../points';
import type { RuleOf, Scheme } from '../scheme';
import { pointsPhrase } from '../wording';
import { categoryCharge } from './categoryCharge';
import type { Weight } from './redistribute';

/** The whole weight as soon as one counted matter is unfinished. */
export const allOrNothing = (
  rule: RuleOf<'allOrNothing'>,
  scheme: Scheme,
  account: UnitAccount,
  { numerator, denominator }: Weight,
): readonly DraftLine[] =>
  categoryCharge(rule, scheme, account, () => {
    const points = rounded(numerator.dividedBy(denominator).negated());
    return { points, how: `该项全部分值扣除，${pointsPhrase(toNumber(points))}` };
  });
