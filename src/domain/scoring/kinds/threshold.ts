import { dayOf, monthOf } from '../../calendar/civilDate';
import type { UnitAccount } from '../account';
import type { Points } from '../points';
import type { RuleOf } from '../scheme';

/** The remark on 31 December, the warning before; null where the total is not strictly below. */
export function threshold(rule: RuleOf<'threshold'>, account: UnitAccount, total: Points): string | null {
  if (!total.lessThan(rule.below)) return null;
  const yearEnd = monthOf(account.asOf) === 12 && dayOf(account.asOf) === 31;
  return yearEnd ? rule.remark : rule.warning;
}
