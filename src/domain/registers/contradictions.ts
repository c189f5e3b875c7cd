import { readApproval } from '../approval';
import type { MatterHistory } from '../assessment';
import type { CivilDate } from '../calendar/civilDate';
import { cellName, type CellRef } from '../cell';
import type { Finding } from '../finding';
import type { DateCell, Matter } from '../matter';
import { isSent } from '../stage';
import type { NoticeEntry, NoticeForm, Proceeding } from './registers';

interface Registered {
  readonly date: CivilDate;
  readonly cell: CellRef;
}

/**
 * `register-contradiction` of one matter: at the ledger's cell where it and a register give two dates for one thing
 * (facts `what`, `ledger`, `register`, `registerCell`; the later date is used).
 */
export function contradictions(history: MatterHistory, asOf: CivilDate): readonly Finding[] {
  const { matter, proceedings, notices } = history;
  const findings: Finding[] = [];
  const compare = (what: string, ledger: DateCell, registered: () => Registered | null, until: CivilDate | null) => {
    if (ledger.reading.kind !== 'date') return;
    const finding = differing(matter, what, ledger, ledger.reading.date, registered(), until);
    if (finding !== null) findings.push(finding);
  };
  compare('办结日期', matter.closedOn, () => standingClosing(proceedings), asOf);
  compare('延期至', matter.extendedTo, () => approvedExtension(proceedings), null);
  compare('催办日期', matter.reminderOn, () => lastSent(notices, 'reminderNotice', asOf), asOf);
  compare('督办日期', matter.orderOn, () => lastSent(notices, 'supervisionOrder', asOf), asOf);
  return findings;
}

const lastSent = (notices: readonly NoticeEntry[], form: NoticeForm, asOf: CivilDate): Registered | null =>
  notices.findLast((each) => each.form === form && isSent(each, asOf)) ?? null;

function approvedExtension(proceedings: readonly Proceeding[]): Registered | null {
  const extension = proceedings.findLast(
    (row) => row.kind === 'extension' && row.newDeadline !== null && readApproval(row.approver) === 'approved',
  );
  return extension?.newDeadline ? { date: extension.newDeadline, cell: extension.cell } : null;
}

/** The first 办结 or 销号 since the last 退回. */
function standingClosing(proceedings: readonly Proceeding[]): Registered | null {
  let closing: Registered | null = null;
  for (const row of proceedings) {
    if (row.kind === 'returned') closing = null;
    else if (row.kind === 'closed' || row.kind === 'struckOff') closing ??= row;
  }
  return closing;
}

function differing(
  matter: Matter,
  what: string,
  { cell }: DateCell,
  date: CivilDate,
  register: Registered | null,
  asOf: CivilDate | null,
): Finding | null {
  if (register === null || date === register.date) return null;
  if (asOf !== null && date > asOf) return null;
  return {
    code: 'register-contradiction',
    level: 'warning',
    cell: cell ?? register.cell,
    matter: matter.key,
    facts: { what, ledger: date, register: register.date, registerCell: cellName(register.cell) },
  };
}
