import type { UnitAccount } from '../account';
import { countCategory } from '../categories';
import { exact, sum, ZERO, type Points } from '../points';
import { isCategoryRule, type CategoryRule, type RuleOf, type Scheme } from '../scheme';

/** A category's weight for one unit as a fraction, so that nothing is rounded before the line. */
export interface Weight {
  readonly numerator: Points;
  readonly denominator: Points;
}

export const plainWeight = (rule: CategoryRule): Weight => ({ numerator: exact(rule.weight), denominator: exact(1) });

/**
 * weight × total ÷ Σ weights of the categories in which the unit has matters; by rule id.
 * Empty where it has none in any.
 */
export function redistribute(
  rule: RuleOf<'redistribute'>,
  scheme: Scheme,
  account: UnitAccount,
): ReadonlyMap<string, Weight> {
  const block = scheme.blocks.find(({ name }) => name === rule.block)?.rules ?? [];
  const present = scheme.rules
    .filter(isCategoryRule)
    .filter(({ id }) => block.includes(id))
    .filter((category) => countCategory(category, scheme, account.led, account.settings).present);
  const weights = sum(present.map(({ weight }) => exact(weight)));
  return new Map(
    present.map((category) => [
      category.id,
      weights.isZero()
        ? { numerator: ZERO, denominator: exact(1) }
        : { numerator: exact(category.weight).times(rule.total), denominator: weights },
    ]),
  );
}
