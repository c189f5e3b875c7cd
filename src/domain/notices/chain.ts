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

function lastSent(history: MatterHistory, unit: string, forms: readonly NoticeForm[]): Citation | null {
  const sent = history.notices.filter(
    (entry) => forms.includes(entry.form) && entry.status === 'sent' && entry.number !== null,
  );
  const own = sent.filter((entry) => entry.unit === unit);
  const entry = (own.length > 0 ? own : sent).at(-1);
  return entry === undefined ? null : { number: entry.number as string, date: entry.date, entry };
}

function fromLedger(number: string | null): Citation | null {
  const text = number?.trim() ?? '';
  return text === '' ? null : { number: text, date: null, entry: null };
}
