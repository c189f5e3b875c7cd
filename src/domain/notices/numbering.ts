import { yearOf } from '../calendar/civilDate';
import type { CivilDate } from '../calendar/civilDate';
import { narrowLettersAndDigits } from '../foldText';
import type { NoticeEntry, NoticeForm } from '../registers/registers';

/** The two parts of `〔2026〕12号`. */
export interface NoticeNumber {
  readonly year: number;
  readonly serial: number;
}

/** How a number is written. GB/T 9704-2012 7.2.5: no 第, no leading zero; both are settings. */
export interface NumberStyle {
  /** 〔2026〕第12号 */
  readonly withOrdinal: boolean;
  /** Least digits of the serial: 1 gives `12`, 3 gives `012`. */
  readonly digits: number;
}

export const PLAIN_NUMBER: NumberStyle = { withOrdinal: false, digits: 1 };

const BRACKETED = /[〔［[(（【](\d{4})[〕］\])）】]\s*第?\s*(\d{1,6})\s*号?$/;
const YEAR_FIRST = /^(\d{4})\s*[-—–－年]\s*第?\s*(\d{1,6})\s*号?$/;
const WIDE_DIGIT = /[０-９]/;
const SERIAL_ONLY = /^第?\s*(\d{1,6})\s*号?$/;

/**
 * Reads a notice number as offices write it: 〔2026〕12号, [2026]12号, (2026) 第012号, 【2026】12, 2026-12,
 * with or without letters before the bracket. A bare `12号` counts in `yearIfBare`, where that is given.
 * Null for anything else.
 */
export function parseNoticeNumber(text: string, yearIfBare?: number): NoticeNumber | null {
  const plain = WIDE_DIGIT.test(text) ? narrowLettersAndDigits(text).trim() : text.trim();
  const match = BRACKETED.exec(plain) ?? YEAR_FIRST.exec(plain);
  if (match) return { year: Number(match[1]), serial: Number(match[2]) };
  const bare = SERIAL_ONLY.exec(plain);
  return bare && yearIfBare !== undefined ? { year: yearIfBare, serial: Number(bare[1]) } : null;
}

/** `{year: 2026, serial: 12}` → `〔2026〕12号`. */
export function formatNoticeNumber(number: NoticeNumber, style: NumberStyle = PLAIN_NUMBER): string {
  return `〔${number.year}〕${style.withOrdinal ? '第' : ''}${String(number.serial).padStart(style.digits, '0')}号`;
}

/** A number as our letters carry it, without the letters of a document's number (邓政办〔2018〕127号) before it. */
export const isBareNumber = (text: string): boolean =>
  /^[〔［[(（【第\d０-９]/.test(text.trim()) && parseNoticeNumber(text, 2000) !== null;

type Numbered = Pick<NoticeEntry, 'number' | 'date' | 'enteredLater'>;

/**
 * The number of a register row; a bare serial counts in the year of the row's date. A 补记 row may hold the number of
 * the document that assigned the matter (rules.md §6): that belongs to no sequence of ours.
 */
export function numberOf(entry: Numbered): NoticeNumber | null {
  if (entry.number === null || (entry.enteredLater === true && !isBareNumber(entry.number))) return null;
  return parseNoticeNumber(entry.number, yearOf(entry.date));
}

/**
 * The next serial of a form in a year: one after the highest on record. Drafts and 作废 keep theirs.
 * Numbers written in the ledger but not in the register (`takenElsewhere`) are stepped over, never given twice.
 */
export function nextSerial(
  register: readonly (Numbered & Pick<NoticeEntry, 'form'>)[],
  form: NoticeForm,
  year: number,
  takenElsewhere: readonly string[] = [],
): number {
  let highest = 0;
  for (const entry of register) {
    if (entry.form !== form) continue;
    const number = numberOf(entry);
    if (number?.year === year && number.serial > highest) highest = number.serial;
  }
  return nextAfter(highest, serialsIn(takenElsewhere, year));
}

/** The serial after the highest on record, those taken elsewhere stepped over. */
export function nextAfter(highest: number, taken: ReadonlySet<number>): number {
  let next = highest + 1;
  while (taken.has(next)) next += 1;
  return next;
}

export const serialsIn = (texts: readonly string[], year: number): ReadonlySet<number> =>
  new Set(
    texts.flatMap((text) => {
      const number = parseNoticeNumber(text);
      return number?.year === year ? number.serial : [];
    }),
  );

/** Hands out the following numbers of each form's sequence, one after the other, over a register that does not change. */
export function numberSource(
  register: readonly NoticeEntry[],
  issuedOn: CivilDate,
  style: NumberStyle,
  takenElsewhere: Readonly<Partial<Record<NoticeForm, readonly string[]>>> = {},
): (form: NoticeForm) => string {
  const year = yearOf(issuedOn);
  const sequences = new Map<NoticeForm, { next: number; readonly taken: ReadonlySet<number> }>();
  return (form) => {
    const elsewhere = takenElsewhere[form] ?? [];
    const sequence = sequences.get(form) ?? {
      next: nextSerial(register, form, year, elsewhere),
      taken: serialsIn(elsewhere, year),
    };
    sequences.set(form, sequence);
    while (sequence.taken.has(sequence.next)) sequence.next += 1;
    const number = formatNoticeNumber({ year, serial: sequence.next }, style);
    sequence.next += 1;
    return number;
  };
}
