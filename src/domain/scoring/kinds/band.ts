import { civilDate, yearOf } from '../../calendar/civilDate';
import type { DraftLine, UnitAccount } from '../account';
import { exact, rounded, toNumber } from '../points';
import type { RuleOf } from '../scheme';
import { pointsPhrase } from '../wording';

const COLUMN = { section: '承担科室', officers: '督查人员数' } as const;

/** Points where 单位名录 says so; a blank cell deducts nothing and is remarked (`bandUndetermined`). Dated 1 January: it has no day. */
export function band(rule: RuleOf<'band'>, account: UnitAccount): readonly DraftLine[] {
  const { entry } = account;
  if (entry === null) return [];
  const hit = rule.of === 'section' ? entry.section.kind === rule.equals : entry.officers === rule.equals;
  if (!hit) return [];
  const points = rounded(exact(rule.points));
  const said = rule.of === 'section' ? '无' : String(entry.officers);
  return [
    {
      rule,
      points,
      date: civilDate(yearOf(account.asOf), 1, 1)!,
      source: entry.cell,
      matter: null,
      message: `单位名录所列${COLUMN[rule.of]}为${said}，${pointsPhrase(toNumber(points))}`,
    },
  ];
}

/** The remark for a blank cell of a unit that is in 单位名录. */
export function bandUndetermined(rule: RuleOf<'band'>, account: UnitAccount): string | null {
  const { entry } = account;
  if (entry === null) return null;
  const blank = rule.of === 'section' ? entry.section.kind === 'unknown' : entry.officers === null;
  return blank ? `${COLUMN[rule.of]}未填，未扣分` : null;
}
