import type { MatterHistory } from './assessment';
import type { CivilDate } from './calendar/civilDate';
import type { DateCell, StatusMeaning } from './matter';
import type { Proceeding } from './registers/registers';

/** `on` null: a closing word without a date. */
export type Closing = { readonly closed: true; readonly on: CivilDate | null } | { readonly closed: false };

export interface ClosingRecord {
  readonly closing: Closing;
  /** 退回重报 stands: on record and not followed by another closing. */
  readonly returned: boolean;
}

const OPEN: Closing = { closed: false };

/** The ledger's own word on closing, of a matter or of one of its stage rows. */
export interface LedgerClosing {
  readonly closedOn: DateCell;
  readonly status: StatusMeaning;
}

/**
 * Whether a matter is closed at asOf (rules.md §4). 报结 closes nothing; 办结 and 销号 in 办理登记 do.
 *
 * Readings: where ledger and register both give a date the later wins. 退回 cancels every closing up to its day and
 * any undated closing word; only a dated closing after it closes again. 退回重报 in the status cell cancels the
 * closings on record unless 办理登记 shows a closing after a 退回. A closing date after asOf outweighs the status word
 * beside it, and a 办结 registered after asOf the word without a date.
 */
export function closingOf(history: MatterHistory, ledger: LedgerClosing, asOf: CivilDate): ClosingRecord {
  let returnedOn: CivilDate | null = null;
  let registered: CivilDate | null = null;
  for (const row of history.proceedings) {
    if (row.date > asOf) continue;
    if (row.kind === 'returned') {
      returnedOn = row.date;
      registered = null;
    } else if (closes(row) && registered === null) {
      registered = row.date;
    }
  }
  if (ledger.status === 'returned' && !(returnedOn !== null && registered !== null)) {
    return { closing: OPEN, returned: true };
  }
  const closing = latest(ledgerClosing(ledger, returnedOn, history, asOf), registered);
  return { closing, returned: returnedOn !== null && !closing.closed };
}

const closes = (row: Proceeding): boolean => row.kind === 'closed' || row.kind === 'struckOff';

function ledgerClosing(
  { closedOn, status }: LedgerClosing,
  returnedOn: CivilDate | null,
  history: MatterHistory,
  asOf: CivilDate,
): Closing {
  const date = !closedOn.volatile && closedOn.reading.kind === 'date' ? closedOn.reading.date : null;
  if (date !== null && date <= asOf) {
    return returnedOn !== null && date <= returnedOn ? OPEN : { closed: true, on: date };
  }
  if (status !== 'closed' || date !== null || returnedOn !== null || history.later?.some(closes)) return OPEN;
  return { closed: true, on: null };
}

function latest(ledger: Closing, registered: CivilDate | null): Closing {
  if (registered === null) return ledger;
  if (!ledger.closed || ledger.on === null || ledger.on < registered) return { closed: true, on: registered };
  return ledger;
}
