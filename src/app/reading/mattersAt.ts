import { assess } from '../../domain/assess';
import type { CivilDate } from '../../domain/calendar/civilDate';
import type { DateCell } from '../../domain/matter';
import type { MatterAtDate } from '../../domain/notices/fields';
import { historyOf, joinHistories } from '../../domain/registers/history';
import { mattersByKey } from './mattersByKey';
import type { Review } from './review';

const NO_DATE: DateCell = { reading: { kind: 'blank' }, cell: null, volatile: false };

/**
 * Matters by key as they stood at a date, as if these rows of 文书登记簿 (from 0) were not there. `unextended` leaves the
 * ledger's 延期至 aside, which does not say since when it holds.
 */
export function mattersAt(
  of: Review,
  date: CivilDate,
  without: ReadonlySet<number>,
): (key: string, unextended?: boolean) => MatterAtDate | null {
  const notices = (of.registers.notices ?? []).filter(({ cell }) => !without.has(cell.row));
  const { histories } = joinHistories(of.matters, { ...of.registers, notices }, date);
  const { ruleSet, settings, calendar } = of;
  const matters = mattersByKey(of);
  return (key, unextended = false) => {
    const matter = matters.get(key);
    if (matter === undefined) return null;
    const known = historyOf(histories, matter);
    const history = unextended ? { ...known, matter: { ...known.matter, extendedTo: NO_DATE } } : known;
    return { history, assessment: assess(history, { asOf: date, ruleSet, settings, calendar }) };
  };
}
