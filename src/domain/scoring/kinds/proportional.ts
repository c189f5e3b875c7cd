import type { DraftLine, UnitAccount } from '../account';
import { rounded, toNumber } from '../points';
import type { RuleOf, Scheme } from '../scheme';
import { pointsPhrase } from '../wording';
import { categoryCharge } from './categoryCharge';
import type { Weight } from './redistribute';

/** weight × unfinished ÷ counted; nothing where nothing is counted yet. */
export const proportional = (
  rule: RuleOf<'proportional'>,
  scheme: Scheme,
  account: UnitAccount,
  { numerator, denominator }: Weight,
): readonly DraftLine[] =>
  categoryCharge(rule, scheme, account, (unfinished, counted) => {
    const points = rounded(numerator.times(unfinished).dividedBy(denominator.times(counted)).negated());
    const full = rounded(numerator.dividedBy(denominator)).toString();
    return { points, how: `按比例${pointsPhrase(toNumber(points))}（该项${full}分×${unfinished}/${counted}）` };
  });
