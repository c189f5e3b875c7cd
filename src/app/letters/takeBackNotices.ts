import type { CellValue } from '../../domain/cell';
import { cellText } from '../../domain/cellText';
import { againstTakingBack } from '../../domain/notices/lifecycle';
import { nextAfter, numberOf, serialsIn } from '../../domain/notices/numbering';
import { lifeSentence } from '../../domain/notices/refusalSentence';
import { letterName } from '../../domain/notices/remake';
import type { Change, Plan } from '../../domain/plan';
import { NOTICE_FORMS, type NoticeEntry, type NoticeForm } from '../../domain/registers/registers';
import { Sequences } from '../../domain/notices/sequences';
import { atOnce, filter, forEach, map, sorted, type InPortions } from '../../domain/portions';
import { noticeForm } from '../../domain/registers/words';
import { formatAt, valueAt } from '../../domain/snapshot';
import { numbersElsewhere } from './issueNotices';
import { NOTICE_REGISTER, noticeRegister, onRecordInPortions, type LetterOnRecord } from './lettersOnRecord';
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
export const againstUndoing = (of: Review, entry: JournalEntry): string | null =>
  atOnce(againstUndoingInPortions(of, entry));

export function* againstUndoingInPortions(of: Review, { plan }: JournalEntry): InPortions<string | null> {
  const [refusal] = (yield* takenFromTheEnd(of, yield* ofPlanInPortions(of, plan))).refusals;
  if (refusal !== undefined) return `不能撤销：${refusal.sentence}`;
  const columns = noticeRegister(of)?.layout.columns;
  if (columns === undefined) return null;
  const returning = (yield* map(plan.changes, (change) => takenOff(of, change, columns))).flat();
  const again = returning.length === 0 ? null : yield* againstGivingBack(of, returning);
  return again === null ? null : `不能撤销：${again}`;
}

/** Numbers that return to the register must be the next of their sequences: neither given again nor with a gap before them. */
function* againstGivingBack(of: Review, returning: readonly Numbered[]): InPortions<string | null> {
  const elsewhere = yield* numbersElsewhere(of);
  const taken = new Map<string, ReadonlySet<number>>();
  const takenIn = (form: NoticeForm, year: number): ReadonlySet<number> => {
    const own = taken.get(`${form} ${year}`) ?? serialsIn(elsewhere[form] ?? [], year);
    taken.set(`${form} ${year}`, own);
    return own;
  };
  const sequences = new Sequences(of.registers.notices ?? []);
  yield;
  const numbered = yield* map(returning, (entry) => ({ entry, number: numberOf(entry) }));
  const inOrder = yield* sorted(numbered, (a, b) => (a.number?.serial ?? 0) - (b.number?.serial ?? 0));
  let against: string | null = null;
  yield* forEach(inOrder, ({ entry, number }) => {
    if (against !== null || number === null) return;
    const next = nextAfter(sequences.highest(entry.form, number.year), takenIn(entry.form, number.year));
    const name = `${NOTICE_FORMS[entry.form]}${entry.number ?? ''}`;
    if (number.serial < next) against = `${name}已另作他用。`;
    else if (number.serial > next) against = `${name}前面的号也已撤回，放回去会跳号。`;
    else sequences.putOn(entry);
  });
  return against;
}

type Numbered = Pick<NoticeEntry, 'form' | 'number' | 'date'>;

/** Letters a plan made and put on record, where their rows still are; letters entered afterwards (补记) are not made. */
export const lettersOfPlan = (of: Review, plan: Plan): readonly LetterOnRecord[] => atOnce(ofPlanInPortions(of, plan));

function* ofPlanInPortions(of: Review, { changes }: Plan): InPortions<readonly LetterOnRecord[]> {
  const written = changes.flatMap(rowsPutOnRecord);
  if (written.length === 0) return [];
  const numbers = new Map(yield* map(written, ([at, row]) => [at, row.map(cellText)] as const));
  return yield* filter(
    yield* onRecordInPortions(of),
    ({ row, number, entries }) =>
      numbers.get(row)?.includes(number ?? '') === true && entries[0]?.enteredLater !== true,
  );
}

const isRegister = (name: string): boolean => name.trim() === NOTICE_REGISTER;

/** Rows of the register that a change wrote. */
function rowsPutOnRecord(change: Change): readonly (readonly [number, readonly CellValue[]])[] {
  if (change.kind === 'appendRows' && isRegister(change.sheet)) {
    return change.rows.map((row, index) => [change.at + index, row]);
  }
  if (change.kind === 'addSheet' && isRegister(change.name)) {
    return change.content.rows.map((row, index) => [index, row.map(({ value }) => value)]);
  }
  return [];
}

/** Letters whose rows a change took off the register. */
function takenOff(of: Review, change: Change, columns: ReadonlyMap<string, number>): readonly Numbered[] {
  if (change.kind !== 'removeRows' || !isRegister(change.sheet)) return [];
  const text = (row: readonly CellValue[], header: string): string => cellText(row[columns.get(header) ?? -1] ?? '');
  return change.rows.flatMap((row) => {
    const form = noticeForm(text(row, '文书'));
    return form === null ? [] : [{ form, number: text(row, '编号') || null, date: of.asOf }];
  });
}
