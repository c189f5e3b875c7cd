import type { MatterHistory } from '../assessment';
import type { CivilDate } from '../calendar/civilDate';
import type { NoticeEntry, NoticeForm } from '../registers/registers';
import type { LetterForm } from './notice';

const ASSIGNING: readonly NoticeForm[] = ['assignmentNotice', 'supervisionNotice'];
const REMINDING: readonly NoticeForm[] = ['reminderNotice', 'supervisionReminder'];

/** A letter cited: from the register where it stands there, else as the ledger's own column has it. */
export interface Citation {
  readonly number: string;
  readonly date: CivilDate | null;
  readonly entry: NoticeEntry | null;
}

/** The letter that assigned the matter to the unit: register first, then the ledger's 交办单编号 or document number. */
export function assignmentCited(history: MatterHistory, unit: string): Citation | null {
  return lastSent(history, unit, ASSIGNING) ?? fromLedger(history.matter.assignmentNo);
}

/** The 催办单 on record for the matter and the unit: register first, then the ledger's 催办单编号. */
export function reminderCited(history: MatterHistory, unit: string): Citation | null {
  const entry = lastSent(history, unit, REMINDING);
  if (entry) return entry;
  const written = fromLedger(history.matter.reminderNo);
  const reading = history.matter.reminderOn.reading;
  return written && reading.kind === 'date' ? { ...written, date: reading.date } : written;
}

/** What a new letter of that form follows (rules.md §6); `unneeded` where the chain asks for nothing before it. */
export function previousOf(
  form: LetterForm,
  history: MatterHistory,
  unit: string,
  ladderReminds: boolean,
): Citation | 'missing' | 'unneeded' {
  switch (form) {
    case 'assignmentNotice':
    case 'supervisionNotice':
      return 'unneeded';
    case 'reminderNotice':
    case 'supervisionReminder':
      return assignmentCited(history, unit) ?? 'missing';
    case 'supervisionOrder':
      if (ladderReminds) return reminderCited(history, unit) ?? 'missing';
      return lastSent(history, unit, ['supervisionOrder']) ?? assignmentCited(history, unit) ?? 'unneeded';
    case 'supervisionLetter':
      return (
        lastSent(history, unit, [...REMINDING, 'supervisionLetter']) ?? assignmentCited(history, unit) ?? 'unneeded'
      );
  }
}

/** The last row that assigned the matter to the unit, or reminded it, without a number. */
export function unnumbered(history: MatterHistory, unit: string, which: 'assigning' | 'reminding'): NoticeEntry | null {
  const rows = rowsSent(history, unit, which === 'assigning' ? ASSIGNING : REMINDING);
  return rows.findLast(({ number }) => number === null) ?? null;
}

/** When the matter was assigned: by the ledger, else by the register, whether that knows the number or not. */
export function assignedOnRecord(history: MatterHistory, unit: string): CivilDate | null {
  const { reading } = history.matter.assignedOn;
  if (reading.kind === 'date') return reading.date;
  return assignmentCited(history, unit)?.date ?? rowsSent(history, unit, ASSIGNING).at(-1)?.date ?? null;
}

function lastSent(history: MatterHistory, unit: string, forms: readonly NoticeForm[]): Citation | null {
  const numbered = { ...history, notices: history.notices.filter(({ number }) => number !== null) };
  const entry = rowsSent(numbered, unit, forms).at(-1);
  return entry === undefined ? null : { number: entry.number as string, date: entry.date, entry };
}

/** Rows sent to the unit; where none went to it, those sent to others over the same matter. */
function rowsSent({ notices }: MatterHistory, unit: string, forms: readonly NoticeForm[]): readonly NoticeEntry[] {
  const sent = notices.filter((entry) => forms.includes(entry.form) && entry.status === 'sent');
  const own = sent.filter((entry) => entry.unit === unit);
  return own.length > 0 ? own : sent;
}

function fromLedger(number: string | null): Citation | null {
  const text = number?.trim() ?? '';
  return text === '' ? null : { number: text, date: null, entry: null };
}
