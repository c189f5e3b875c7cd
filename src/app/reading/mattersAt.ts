import { assess } from '../../domain/assess';
import type { CivilDate } from '../../domain/calendar/civilDate';
import type { MatterHistory } from '../../domain/assessment';
import type { DateCell } from '../../domain/matter';
import type { MatterAtDate } from '../../domain/notices/fields';
import { atOnce, type InPortions } from '../../domain/portions';
import { historiesOnRecord, historyAt, historyOf } from '../../domain/registers/history';
import { mattersByKey } from './mattersByKey';
import type { Review } from './review';

const NO_DATE: DateCell = { reading: { kind: 'blank' }, cell: null, volatile: false };
/** No row of a register is dated later. */
const END = '9999-12-31' as CivilDate;

const known = new WeakMap<Review, ReadonlyMap<string, MatterHistory>>();

/** Histories with every row of the registers, joined once a review. */
function* everything(of: Review): InPortions<ReadonlyMap<string, MatterHistory>> {
  let histories = known.get(of);
  if (histories === undefined) {
    ({ histories } = yield* historiesOnRecord(of.matters, of.registers, END));
    known.set(of, histories);
  }
  return histories;
}

/**
 * Matters by key as they stood at a date, as if these rows of 文书登记簿 (from 0) were not there. `unextended` leaves the
 * ledger's 延期至 aside, which does not say since when it holds.
 */
export type MatterAt = (key: string, unextended?: boolean) => MatterAtDate | null;

export const mattersAt = (...asked: Parameters<typeof mattersAtInPortions>): MatterAt =>
  atOnce(mattersAtInPortions(...asked));

export function* mattersAtInPortions(of: Review, date: CivilDate, without: ReadonlySet<number>): InPortions<MatterAt> {
  const histories = yield* everything(of);
  const { ruleSet, settings, calendar } = of;
  const matters = mattersByKey(of);
  return (key, unextended = false) => {
    const matter = matters.get(key);
    if (matter === undefined) return null;
    const all = historyOf(histories, matter);
    const notices = all.notices.filter(({ cell }) => !without.has(cell.row));
    const known = historyAt({ ...all, notices }, date);
    const history = unextended ? { ...known, matter: { ...known.matter, extendedTo: NO_DATE } } : known;
    return { history, assessment: assess(history, { asOf: date, ruleSet, settings, calendar }) };
  };
}
