import { onRecordInPortions, type LetterOnRecord } from '../../app/letters/lettersOnRecord';
import type { Review } from '../../app/reading/review';
import { daysBetween, type CivilDate } from '../../domain/calendar/civilDate';
import { sorted, type InPortions } from '../../domain/portions';

/** Which letters on record are listed. */
export interface RecordFilter {
  readonly shown: 'all' | 'draft' | 'unsigned' | 'unanswered' | 'sent' | 'void';
  /** null: any. */
  readonly unit: string | null;
  /** Keys of matters; null: any. */
  readonly matters: ReadonlySet<string> | null;
}

/** Letters on record, newest first; of one day, the last entered first. */
export function* recordInPortions(of: Review): InPortions<readonly LetterOnRecord[]> {
  return yield* sorted(yield* onRecordInPortions(of), (one, other) =>
    one.date === other.date ? other.row - one.row : one.date < other.date ? 1 : -1,
  );
}

/** Those of them that pass the filter. */
export const recordList = (
  letters: readonly LetterOnRecord[],
  { shown, unit, matters }: RecordFilter,
): readonly LetterOnRecord[] =>
  letters.filter(
    (letter) =>
      shows(letter, shown) &&
      (unit === null || letter.entries.some((entry) => entry.unit === unit)) &&
      (matters === null || letter.matters.some(({ key }) => matters.has(key))),
  );

function shows({ status, signedOn, repliedOn, replyDue }: LetterOnRecord, shown: RecordFilter['shown']): boolean {
  switch (shown) {
    case 'all':
      return true;
    case 'unsigned':
      return status === 'sent' && signedOn === null;
    case 'unanswered':
      return status === 'sent' && repliedOn === null && replyDue !== null;
    default:
      return status === shown;
  }
}

/** Units that letters on record went to, in the order of their names. */
export const unitsOnRecord = (letters: readonly LetterOnRecord[]): readonly string[] =>
  [...new Set(letters.flatMap(({ entries }) => entries.map(({ unit }) => unit)))].sort((one, other) =>
    one.localeCompare(other, 'zh'),
  );

/** Days by which the answer to a letter is late; 0 where it is not, or none is asked. */
export const daysUnanswered = ({ status, repliedOn, replyDue }: LetterOnRecord, asOf: CivilDate): number =>
  status !== 'sent' || repliedOn !== null || replyDue === null ? 0 : Math.max(0, daysBetween(replyDue, asOf));
