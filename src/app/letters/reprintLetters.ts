import type { CivilDate } from '../../domain/calendar/civilDate';
import type { MatterAtDate } from '../../domain/notices/fields';
import { stepOfForm, type LetterForm, type Notice } from '../../domain/notices/notice';
import type { Office } from '../../domain/notices/office';
import { refusalSentence } from '../../domain/notices/refusalSentence';
import { isLetterEntry, letterName, remakeNotice } from '../../domain/notices/remake';
import { atOnce, forEach, type InPortions } from '../../domain/portions';
import { nameOf } from '../ledger/identity';
import { mattersAtInPortions, type MatterAt } from '../reading/mattersAt';
import { addWorkingDaysOf } from '../office/officeSettings';
import type { LetterOnRecord } from './lettersOnRecord';
import type { Review } from '../reading/review';

/** A letter that does not take a turn, and why. */
export interface LetterRefusal {
  readonly letter: LetterOnRecord;
  readonly sentence: string;
}

export interface Reprinted {
  readonly notices: readonly Notice[];
  readonly refusals: readonly LetterRefusal[];
}

/**
 * 补打: letters on record made again under their own numbers; nothing is written. Matters are taken as they stood on the
 * day of each letter, without the letters of that day among those given.
 */
export const reprintLetters = (...asked: Parameters<typeof reprintInPortions>): Reprinted =>
  atOnce(reprintInPortions(...asked));

export function* reprintInPortions(
  of: Review,
  letters: readonly LetterOnRecord[],
  office: Office,
): InPortions<Reprinted> {
  const workingDay = addWorkingDaysOf(of.calendar);
  const byDate = new Map<CivilDate, LetterOnRecord[]>();
  for (const letter of letters) {
    const ofDate = byDate.get(letter.date);
    if (ofDate === undefined) byDate.set(letter.date, [letter]);
    else ofDate.push(letter);
  }
  const made = new Map<LetterOnRecord, Notice>();
  const refusals: LetterRefusal[] = [];
  for (const [date, ofDate] of byDate) {
    const matterAt = yield* mattersAtInPortions(of, date, new Set(ofDate.map(({ row }) => row)));
    yield* forEach(ofDate, (letter) => {
      const refusal = againstReprint(letter);
      if (refusal !== null) {
        refusals.push({ letter, sentence: refusal });
        return;
      }
      const [entry] = letter.entries;
      if (entry === undefined || !isLetterEntry(entry)) return;
      const matters = letter.matters.flatMap(({ key }) => asWritten(entry.form, key, matterAt) ?? []);
      made.set(letter, remakeNotice({ entry, unit: letter.unit, matters, ruleSet: of.ruleSet, office, workingDay }));
    });
  }
  return { notices: letters.flatMap((letter) => made.get(letter) ?? []), refusals };
}

/**
 * The matter as the letter found it. A letter of a step goes out when a matter is overdue: one that would not have been
 * under the ledger's 延期至 was written before that extension.
 */
function asWritten(form: LetterForm, key: string, matterAt: MatterAt): MatterAtDate | null {
  const now = matterAt(key);
  if (now === null || stepOfForm(form) === null || now.assessment.overdueDays > 0) return now;
  const before = matterAt(key, true);
  return before !== null && before.assessment.overdueDays > 0 ? before : now;
}

function againstReprint(letter: LetterOnRecord): string | null {
  const name = letterName(letter);
  const [entry] = letter.entries;
  if (entry === undefined || !isLetterEntry(entry)) return `${name}没有编号或不是文书，不能补打。`;
  if (letter.status === 'void') return `${name}已经作废，不能补打。`;
  if (entry.enteredLater === true) return `${name}是事后补记的，原件不是这里出的，不能补打。`;
  if (letter.matters.length === 0 || letter.unlinked > 0) {
    return `${name}登记的事项在台账里对不上，不能补打，请核对登记簿第${letter.row + 1}行的事项编号和事项。`;
  }
  const classified = letter.matters.find((matter) => matter.classified);
  if (classified === undefined) return null;
  const reason = { code: 'classified' } as const;
  return `${nameOf(classified)}：${refusalSentence({ form: entry.form, unit: null, reason, overridable: false })}`;
}
