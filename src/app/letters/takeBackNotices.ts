import type { CellValue } from '../../domain/cell';
import { cellText } from '../../domain/cellText';
import { againstTakingBack } from '../../domain/notices/lifecycle';
import { nextAfter, numberOf, serialsIn } from '../../domain/notices/numbering';
import { lifeSentence } from '../../domain/notices/refusalSentence';
import { letterName } from '../../domain/notices/remake';
import type { Change, Plan } from '../../domain/plan';
import { NOTICE_FORMS, type NoticeEntry, type NoticeForm } from '../../domain/registers/registers';
import { Sequences } from '../../domain/notices/sequences';
import { atOnce, forEach, map, sorted, type InPortions } from '../../domain/portions';
import { noticeForm } from '../../domain/registers/words';
import { formatAt, valueAt } from '../../domain/snapshot';
import { numbersInLedgers } from './issueNotices';
import { lettersOnRecord, NOTICE_REGISTER, noticeRegister, type LetterOnRecord } from './lettersOnRecord';
import type { TurnOutcome } from './noticeLife';
import type { LetterRefusal } from './reprintLetters';
import type { Review } from '../reading/review';
import type { JournalEntry } from '../office/workbook';

/**
 * The plan that takes drafts off the register, so that their numbers are free again: only the last of a sequence, one
 * after the other; the rest are refused and may be voided.
 */
export const planTakingBack = (of: Review, letters: readonly LetterOnRecord[]): TurnOutcome =>
  atOnce(takingBackInPortions(of, letters));

export function* takingBackInPortions(of: Review, letters: readonly LetterOnRecord[]): InPortions<TurnOutcome> {
  const register = noticeRegister(of);
  const { taken, refusals } = yield* takenFromTheEnd(of, letters);
  const changes: Change[] = [];
  yield* forEach(register === null ? [] : taken, (letter) => {
    const { sheet } = register!;
    const width = sheet.left + (sheet.values[0]?.length ?? 0);
    const columns = Array.from({ length: width }, (_, column) => column);
    changes.push({
      kind: 'removeRows',
      sheet: sheet.name,
      at: letter.row,
      rows: [columns.map((column) => valueAt(sheet, letter.row, column))],
      formats: columns.map((column) => formatAt(sheet, letter.row, column)),
    });
  });
  return { letters: taken, refusals, plan: { action: 'register', asOf: of.asOf, expectations: [], changes } };
}

/** The letters whose numbers may be given back, the last first, and why the others may not. */
function* takenFromTheEnd(
  of: Review,
  letters: readonly LetterOnRecord[],
): InPortions<{ readonly taken: readonly LetterOnRecord[]; readonly refusals: readonly LetterRefusal[] }> {
  const serials = yield* map(letters, (letter) => ({ letter, serial: numberOf(letter.entries[0]!)?.serial ?? 0 }));
  const sequences = new Sequences(of.registers.notices ?? []);
  yield;
  const taken: LetterOnRecord[] = [];
  const refusals: LetterRefusal[] = [];
  yield* forEach(yield* sorted(serials, (a, b) => b.serial - a.serial), ({ letter }) => {
    const refusal = againstTakingBack(letter.entries[0]!, sequences);
    if (refusal !== null) {
      refusals.push({ letter, sentence: `${letterName(letter)}：${lifeSentence(refusal)}` });
      return;
    }
    taken.push(letter);
    for (const entry of letter.entries) sequences.takeOff(entry);
  });
  return { taken, refusals };
}

/**
 * Why an action may not be undone: it put letters on record of which one was sent, voided or followed by a later number,
 * or it freed a number that was given again. Null where nothing is against it; whether the cells still are as written
 * is checked on undoing.
 */
export function againstUndoing(of: Review, entry: JournalEntry): string | null {
  const { changes } = entry.plan;
  const [refusal] = atOnce(takenFromTheEnd(of, lettersOfPlan(of, entry.plan))).refusals;
  if (refusal !== undefined) return `不能撤销：${refusal.sentence}`;
  const again = againstGivingBack(
    of,
    changes.flatMap((change) => takenOff(of, change)),
  );
  return again === null ? null : `不能撤销：${again}`;
}

/** Numbers that return to the register must be the next of their sequences: neither given again nor with a gap before them. */
function againstGivingBack(of: Review, returning: readonly Numbered[]): string | null {
  const elsewhere = numbersInLedgers(of);
  const taken = new Map<string, ReadonlySet<number>>();
  const takenIn = (form: NoticeForm, year: number): ReadonlySet<number> => {
    const own = taken.get(`${form} ${year}`) ?? serialsIn(elsewhere[form] ?? [], year);
    taken.set(`${form} ${year}`, own);
    return own;
  };
  const sequences = returning.length === 0 ? null : new Sequences(of.registers.notices ?? []);
  const inOrder = [...returning].sort((a, b) => (numberOf(a)?.serial ?? 0) - (numberOf(b)?.serial ?? 0));
  for (const entry of inOrder) {
    const number = numberOf(entry);
    if (number === null) continue;
    const next = nextAfter(sequences!.highest(entry.form, number.year), takenIn(entry.form, number.year));
    const name = `${NOTICE_FORMS[entry.form]}${entry.number ?? ''}`;
    if (number.serial < next) return `${name}已另作他用。`;
    if (number.serial > next) return `${name}前面的号也已撤回，放回去会跳号。`;
    sequences!.putOn(entry);
  }
  return null;
}

type Numbered = Pick<NoticeEntry, 'form' | 'number' | 'date'>;

/** Letters a plan made and put on record, where their rows still are; letters entered afterwards (补记) are not made. */
export function lettersOfPlan(of: Review, { changes }: Plan): readonly LetterOnRecord[] {
  const numbers = new Map(changes.flatMap(rowsPutOnRecord));
  return lettersOnRecord(of).filter(
    ({ row, number, entries }) =>
      numbers.get(row)?.includes(number ?? '') === true && entries[0]?.enteredLater !== true,
  );
}

const isRegister = (name: string): boolean => name.trim() === NOTICE_REGISTER;

/** Rows of the register that a change wrote, with their texts. */
function rowsPutOnRecord(change: Change): readonly (readonly [number, readonly string[]])[] {
  if (change.kind === 'appendRows' && isRegister(change.sheet)) {
    return change.rows.map((row, index) => [change.at + index, row.map(cellText)]);
  }
  if (change.kind === 'addSheet' && isRegister(change.name)) {
    return change.content.rows.map((row, index) => [index, row.map(({ value }) => cellText(value))]);
  }
  return [];
}

/** Letters whose rows a change took off the register. */
function takenOff(of: Review, change: Change): readonly Numbered[] {
  const columns = noticeRegister(of)?.layout.columns;
  if (change.kind !== 'removeRows' || !isRegister(change.sheet) || columns === undefined) return [];
  const text = (row: readonly CellValue[], header: string): string => cellText(row[columns.get(header) ?? -1] ?? '');
  return change.rows.flatMap((row) => {
    const form = noticeForm(text(row, '文书'));
    return form === null ? [] : [{ form, number: text(row, '编号') || null, date: of.asOf }];
  });
}
