import { cellText } from '../domain/cellText';
import { againstTakingBack } from '../domain/notices/lifecycle';
import { numberOf } from '../domain/notices/numbering';
import { lifeSentence } from '../domain/notices/refusalSentence';
import { letterName } from '../domain/notices/remake';
import type { Change } from '../domain/plan';
import { formatAt, valueAt } from '../domain/snapshot';
import { lettersOnRecord, NOTICE_REGISTER, noticeRegister, type LetterOnRecord } from './lettersOnRecord';
import type { TurnOutcome } from './noticeLife';
import type { LetterRefusal } from './reprintLetters';
import type { Review } from './review';
import type { JournalEntry } from './workbook';

/**
 * The plan that takes drafts off the register, so that their numbers are free again: only the last of a sequence, one
 * after the other; the rest are refused and may be voided.
 */
export function planTakingBack(of: Review, letters: readonly LetterOnRecord[]): TurnOutcome {
  const register = noticeRegister(of);
  const { taken, refusals } = takenFromTheEnd(of, letters);
  const changes = taken.flatMap((letter): readonly Change[] => {
    if (register === null) return [];
    const { sheet } = register;
    const width = sheet.left + (sheet.values[0]?.length ?? 0);
    const columns = Array.from({ length: width }, (_, column) => column);
    return [
      {
        kind: 'removeRows',
        sheet: sheet.name,
        at: letter.row,
        rows: [columns.map((column) => valueAt(sheet, letter.row, column))],
        formats: columns.map((column) => formatAt(sheet, letter.row, column)),
      },
    ];
  });
  return { letters: taken, refusals, plan: { action: 'register', asOf: of.asOf, expectations: [], changes } };
}

/** The letters whose numbers may be given back, the last first, and why the others may not. */
function takenFromTheEnd(
  of: Review,
  letters: readonly LetterOnRecord[],
): { readonly taken: readonly LetterOnRecord[]; readonly refusals: readonly LetterRefusal[] } {
  const serial = (letter: LetterOnRecord): number => numberOf(letter.entries[0]!)?.serial ?? 0;
  let register = of.registers.notices ?? [];
  const taken: LetterOnRecord[] = [];
  const refusals: LetterRefusal[] = [];
  for (const letter of [...letters].sort((a, b) => serial(b) - serial(a))) {
    const refusal = againstTakingBack(letter.entries[0]!, register);
    if (refusal !== null) {
      refusals.push({ letter, sentence: `${letterName(letter)}：${lifeSentence(refusal)}` });
      continue;
    }
    taken.push(letter);
    register = register.filter(({ cell }) => cell.row !== letter.row);
  }
  return { taken, refusals };
}

/**
 * Why an action may not be undone: it put letters on record of which one was sent, voided or followed by a later number,
 * or it freed a number that was given again. Null where nothing is against it; whether the cells still are as written
 * is checked on undoing.
 */
export function againstUndoing(of: Review, entry: JournalEntry): string | null {
  const letters = lettersOnRecord(of);
  const { changes } = entry.plan;
  const rows = new Set(changes.flatMap(rowsPutOnRecord));
  const [refusal] = takenFromTheEnd(
    of,
    letters.filter(({ row }) => rows.has(row)),
  ).refusals;
  if (refusal !== undefined) return `不能撤销：${refusal.sentence}`;
  const given = new Set(letters.map(letterName));
  const again = changes.flatMap((change) => namesTakenOff(of, change)).find((name) => given.has(name));
  return again === undefined ? null : `不能撤销：${again}已另作他用。`;
}

const isRegister = (name: string): boolean => name.trim() === NOTICE_REGISTER;

function rowsPutOnRecord(change: Change): readonly number[] {
  if (change.kind === 'appendRows' && isRegister(change.sheet)) return change.rows.map((_, index) => change.at + index);
  if (change.kind === 'addSheet' && isRegister(change.name)) return change.content.rows.map((_, row) => row);
  return [];
}

function namesTakenOff(of: Review, change: Change): readonly string[] {
  const columns = noticeRegister(of)?.layout.columns;
  if (change.kind !== 'removeRows' || !isRegister(change.sheet) || columns === undefined) return [];
  const [form, number] = [columns.get('文书'), columns.get('编号')];
  if (form === undefined || number === undefined) return [];
  return change.rows.map((row) => `${cellText(row[form] ?? '')}${cellText(row[number] ?? '')}`);
}
