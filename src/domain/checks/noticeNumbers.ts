import { findingOf } from '../findingLevels';
import { foldText } from '../foldText';
import type { Field } from '../ledger/fields';
import { numberingInPortions, numbersIn, parseNoticeNumber } from '../notices/numbering';
import type { Matter } from '../matter';
import { atOnce, forEach, type InPortions } from '../portions';
import { NOTICE_FORMS, type NoticeEntry, type NoticeForm, type Registers } from '../registers/registers';
import { splitList } from '../registers/registerSheet';
import { NOTHING, type MatterCheck, type RegisterCheck } from './checkContext';

const COLUMNS: readonly {
  readonly field: Field;
  readonly number: 'assignmentNo' | 'reminderNo' | 'orderNo';
  readonly forms: readonly NoticeForm[];
}[] = [
  { field: 'assignmentNo', number: 'assignmentNo', forms: ['assignmentNotice', 'supervisionNotice'] },
  { field: 'reminderNo', number: 'reminderNo', forms: ['reminderNotice', 'supervisionReminder'] },
  { field: 'orderNo', number: 'orderNo', forms: ['supervisionOrder', 'supervisionLetter'] },
];

/** The numbers in a matter's cell of `field` (交办单编号, 催办单编号, 督办单编号) that 文书登记簿 does not have. */
export function unregisteredNumbers(matter: Matter, field: Field, registers: Registers): readonly string[] {
  const column = COLUMNS.find((each) => each.field === field);
  const written = column === undefined ? null : matter[column.number];
  if (column === undefined || written === null) return [];
  return splitList(written).filter((text) => !isRegistered(text, column.forms, registers.notices ?? NO_NOTICES));
}

/** A notice number in the ledger without a row of that form in 文书登记簿: it scores nothing until registered. */
export const noticeUnregistered: MatterCheck = (subject, context) =>
  hasNumber(subject.matter) ? unregistered(subject, context) : NOTHING;

const hasNumber = ({ assignmentNo, reminderNo, orderNo }: Matter): boolean =>
  assignmentNo !== null || reminderNo !== null || orderNo !== null;

const unregistered: MatterCheck = ({ matter }, { registers }) =>
  COLUMNS.flatMap(({ field, number, forms }) => {
    if (matter[number] === null) return [];
    const cell = matter.cells[field];
    const missing = unregisteredNumbers(matter, field, registers);
    if (cell === undefined || missing.length === 0) return [];
    const facts = { form: NOTICE_FORMS[forms[0]!], numbers: missing };
    const level = field === 'assignmentNo' ? { level: 'info' as const } : {};
    return [findingOf('notice-unregistered', cell, facts, { matter: matter.key, ...level })];
  });

/** Numbers of a register's letters of one form. */
interface NumbersOfForm {
  /** As written, folded. */
  readonly written: Set<string>;
  /** By year, the serials. */
  readonly serials: Map<number, Set<number>>;
}

/** By form; made once a register. */
const indexes = new WeakMap<readonly NoticeEntry[], ReadonlyMap<NoticeForm, NumbersOfForm>>();
const NO_NOTICES: readonly NoticeEntry[] = [];

function* indexOf(notices: readonly NoticeEntry[]): InPortions<ReadonlyMap<NoticeForm, NumbersOfForm>> {
  const known = indexes.get(notices);
  if (known !== undefined) return known;
  const forms = new Map<NoticeForm, NumbersOfForm>();
  const numbers = yield* numbersIn(notices);
  yield* forEach(notices, (notice, index) => {
    if (notice.number === null) return;
    let own = forms.get(notice.form);
    if (own === undefined) forms.set(notice.form, (own = { written: new Set(), serials: new Map() }));
    own.written.add(foldText(notice.number));
    const number = numbers[index]!;
    if (number === null) return;
    const serials = own.serials.get(number.year);
    if (serials === undefined) own.serials.set(number.year, new Set([number.serial]));
    else serials.add(number.serial);
  });
  indexes.set(notices, forms);
  return forms;
}

function isRegistered(text: string, forms: readonly NoticeForm[], notices: readonly NoticeEntry[]): boolean {
  const index = indexes.get(notices) ?? atOnce(indexOf(notices));
  const written = foldText(text);
  if (forms.some((form) => index.get(form)?.written.has(written))) return true;
  const number = parseNoticeNumber(text);
  return number !== null && forms.some((form) => index.get(form)?.serials.get(number.year)?.has(number.serial));
}

/** Numbers given twice or skipped, by form and year; 作废 keeps its number. */
export const noticeNumbering: RegisterCheck = function* ({ registers }) {
  const notices = registers.notices ?? NO_NOTICES;
  // Every matter with a number asks it.
  yield* indexOf(notices);
  return yield* numberingInPortions(notices);
};
