import { addDays, civilDate, monthOf, yearOf, type CivilDate } from '../calendar/civilDate';

export type PeriodKind = 'monthly' | 'quarterly' | 'halfYearly';

/** The time a bulletin speaks of: from its first day to asOf. */
export interface BulletinPeriod {
  readonly kind: PeriodKind;
  readonly from: CivilDate;
  readonly asOf: CivilDate;
  /** `2026年10月份`, `2026年第三季度`, `2026年上半年`. */
  readonly title: string;
}

const MONTHS: Readonly<Record<PeriodKind, number>> = { monthly: 1, quarterly: 3, halfYearly: 6 };
const QUARTERS = ['一', '二', '三', '四'] as const;

/** The month, quarter or half-year asOf lies in. The second half-year is reported with the whole year (年终). */
export function periodOf(kind: PeriodKind, asOf: CivilDate): BulletinPeriod {
  const year = yearOf(asOf);
  const months = MONTHS[kind];
  const part = Math.floor((monthOf(asOf) - 1) / months);
  const from = civilDate(year, part * months + 1, 1) as CivilDate;
  const title = {
    monthly: `${year}年${monthOf(asOf)}月份`,
    quarterly: `${year}年第${QUARTERS[part] ?? ''}季度`,
    halfYearly: `${year}年${part === 0 ? '上' : '下'}半年`,
  }[kind];
  return { kind, from, asOf, title };
}

export const dayBefore = ({ from }: BulletinPeriod): CivilDate => addDays(from, -1);

/** The last month of a quarter, a half-year, or any month. */
export const endsIn = (kind: PeriodKind, asOf: CivilDate): boolean => monthOf(asOf) % MONTHS[kind] === 0;
