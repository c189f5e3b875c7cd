import { assess } from '../domain/assess';
import type { CivilDate } from '../domain/calendar/civilDate';
import type { MatterAtDate } from '../domain/notices/fields';
import { joinHistories } from '../domain/registers/history';
import type { Review } from './review';

/** Matters by key as they stood at a date, as if these rows of 文书登记簿 (from 0) were not there. */
export function mattersAt(
  of: Review,
  date: CivilDate,
  without: ReadonlySet<number>,
): (key: string) => MatterAtDate | null {
  const notices = (of.registers.notices ?? []).filter(({ cell }) => !without.has(cell.row));
  const { histories } = joinHistories(of.matters, { ...of.registers, notices }, date);
  const { ruleSet, settings, calendar } = of;
  return (key) => {
    const history = histories.get(key);
    if (history === undefined) return null;
    return { history, assessment: assess(history, { asOf: date, ruleSet, settings, calendar }) };
  };
}
