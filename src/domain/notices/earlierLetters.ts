import type { MatterHistory } from '../assessment';
import { yearOf, type CivilDate } from '../calendar/civilDate';
import type { Matter } from '../matter';
import { NOTICE_FORMS, type NoticeEntry } from '../registers/registers';
import { assignedOnRecord, assignmentCited, reminderCited, unnumbered } from './chain';
import { letterDate } from './letterDate';
import type { LetterForm } from './notice';
import { lettersAmong } from './oneLetter';
import { formatNoticeNumber, isBareNumber, numberOf, parseNoticeNumber, type NumberStyle } from './numbering';

export type EarlierForm = 'assignmentNotice' | 'supervisionNotice' | 'reminderNotice' | 'supervisionReminder';

/** A letter that one to be drawn cites, of which the number or the date is nowhere on record; asked once a matter. */
export interface EarlierAsked {
  readonly form: EarlierForm;
  readonly matter: Matter;
  /** Units whose letters cite it. */
  readonly units: readonly string[];
  /** What is on record of it. */
  readonly number: string | null;
  readonly on: CivilDate | null;
  /** The row of 文书登记簿 that has no number yet; null where there is no row. */
  readonly entry: NoticeEntry | null;
}

/** What the clerk found out about it. */
export interface EarlierLetter extends EarlierAsked {
  readonly number: string | null;
  readonly on: CivilDate;
}

/** What a letter of that form to that unit lacks of the letter before it; null where it lacks nothing. */
export function earlierAsked(
  form: LetterForm,
  unit: string,
  history: MatterHistory,
  ladderReminds: boolean,
): EarlierAsked | null {
  const { matter } = history;
  const common = { matter, units: [unit] };
  if (form === 'reminderNotice' || form === 'supervisionReminder') {
    const cited = assignmentCited(history, unit);
    const on = assignedOnRecord(history, unit);
    if (cited !== null && on !== null) return null;
    const entry = cited === null ? unnumbered(history, unit, 'assigning') : null;
    const own = form === 'reminderNotice' ? 'assignmentNotice' : 'supervisionNotice';
    const kind = entry?.form === 'assignmentNotice' || entry?.form === 'supervisionNotice' ? entry.form : own;
    return { ...common, form: kind, number: cited?.number ?? null, on: entry?.date ?? on, entry };
  }
  if (form === 'supervisionOrder' && ladderReminds && reminderCited(history, unit) === null) {
    const entry = unnumbered(history, unit, 'reminding');
    const kind = entry?.form === 'supervisionReminder' ? entry.form : 'reminderNotice';
    return { ...common, form: kind, number: null, on: entry?.date ?? null, entry };
  }
  return null;
}

/** One matter, one form: the answer holds for all its units. */
export const earlierKey = ({ form, matter }: Pick<EarlierAsked, 'form' | 'matter'>): string => `${form} ${matter.key}`;

/** What was typed beside one matter. */
export interface EarlierTyped {
  readonly number: string;
  readonly on: CivilDate | null;
}

export type EarlierAnswer =
  /** `others`: further units that have a letter of that number and date; it is taken for one and the same. */
  | { readonly kind: 'entered'; readonly letter: EarlierLetter; readonly others: readonly string[] }
  /** Nothing new: the letter leaves the blank. */
  | { readonly kind: 'blank' }
  | { readonly kind: 'wrong'; readonly at: 'number' | 'on'; readonly sentence: string };

const MOST_CHARACTERS = 40;

/** Takes what was typed; `7` is written as `〔2026〕7号`, the number of another document stays as it is. */
export function takeEarlier(
  asked: EarlierAsked,
  typed: EarlierTyped,
  {
    style,
    issuedOn,
    register,
  }: {
    readonly style: NumberStyle;
    readonly issuedOn: CivilDate;
    readonly register: readonly NoticeEntry[];
  },
): EarlierAnswer {
  const wrong = (at: 'number' | 'on', sentence: string): EarlierAnswer => ({ kind: 'wrong', at, sentence });
  // What is on record is not taken off it by a blank.
  const text = typed.number.trim() || (asked.number ?? '');
  const on = typed.on ?? asked.on;
  if (text === (asked.number ?? '') && (asked.entry !== null || on === asked.on)) return { kind: 'blank' };
  if (on === null) return wrong('on', '有编号的请填日期，登记簿每一行都要有日期。');
  if (on > issuedOn) return wrong('on', `日期不能晚于本次发文日期${letterDate(issuedOn)}。`);
  if ([...text].length > MOST_CHARACTERS) return wrong('number', `编号最多${MOST_CHARACTERS}个字。`);
  const number = text === '' ? null : styled(text, on, style);
  const letter: EarlierLetter = { ...asked, number, on };
  const { taken, others } = numberedSo(register, letter);
  if (taken !== undefined) {
    const whose = `${taken.unit}，${letterDate(taken.date)}`;
    return wrong('number', `${NOTICE_FORMS[asked.form]}${number ?? ''}已经登记（${whose}），请核对编号和日期。`);
  }
  return { kind: 'entered', letter, others };
}

function styled(text: string, on: CivilDate, style: NumberStyle): string {
  const number = isBareNumber(text) ? parseNoticeNumber(text, yearOf(on)) : null;
  return number === null ? text : formatNoticeNumber(number, style);
}

function isSameNumber(entry: NoticeEntry, { form, number, on }: EarlierLetter): boolean {
  if (entry.form !== form || number === null || entry.number === null) return false;
  const theirs = numberOf(entry);
  const ours = isBareNumber(number) ? parseNoticeNumber(number, yearOf(on)) : null;
  // A document that assigned many matters to many units is cited for each of them.
  if (theirs === null || ours === null) return false;
  return theirs.year === ours.year && theirs.serial === ours.serial;
}

/** `taken`: a row that gives the number to another letter than this one. */
function numberedSo(
  register: readonly NoticeEntry[],
  letter: EarlierLetter,
): { readonly taken: NoticeEntry | undefined; readonly others: readonly string[] } {
  const ours = entriesOfEarlier(letter, '', -1);
  const same = register.filter((entry) => isSameNumber(entry, letter));
  const letters = lettersAmong([...ours, ...same]);
  const isOurs = (rows: readonly NoticeEntry[]): boolean => ours.some((own) => rows.includes(own));
  const units = letters.filter(isOurs).flatMap((rows) => rows.map(({ unit }) => unit));
  return {
    taken: letters.find((rows) => !isOurs(rows))?.[0],
    others: [...new Set(units)].filter((unit) => !letter.units.includes(unit)),
  };
}

/** The rows by which the register will know the letter, one for each unit; `row` of those that are to be added. */
export function entriesOfEarlier(letter: EarlierLetter, sheet: string, row: number): readonly NoticeEntry[] {
  const { form, matter, units, number, on, entry } = letter;
  if (entry !== null) return [{ ...entry, number }];
  return units.map((unit) => ({
    cell: { sheet, row, column: 0 },
    form,
    number,
    date: on,
    unit,
    matters: { ledger: matter.sheet, ids: matter.id === null ? [] : [matter.id], title: matter.title },
    replyDue: null,
    previous: null,
    status: 'sent',
    signedOn: null,
    repliedOn: null,
    handler: null,
    enteredLater: true,
  }));
}

/** The history as it stands with that letter on record. */
export function withEarlier(history: MatterHistory, letter: EarlierLetter): MatterHistory {
  const { entry, number } = letter;
  const notices =
    entry === null
      ? [...history.notices, ...entriesOfEarlier(letter, '', 0)]
      : history.notices.map((own) => (own.cell.row === entry.cell.row ? { ...own, number } : own));
  return { ...history, notices: notices.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)) };
}
