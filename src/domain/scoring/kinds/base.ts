import { civilDate, yearOf } from '../../calendar/civilDate';
import type { DraftLine, UnitAccount } from '../account';
import { exact, rounded } from '../points';
import type { RuleOf } from '../scheme';

/** The points every unit starts the year with, dated 1 January. */
export function base(rule: RuleOf<'base'>, account: UnitAccount): readonly DraftLine[] {
  return [
    {
      rule,
      points: rounded(exact(rule.points)),
      date: civilDate(yearOf(account.asOf), 1, 1)!,
      source: null,
      matter: null,
      message: `年初基础分${rule.points}分`,
    },
  ];
}
