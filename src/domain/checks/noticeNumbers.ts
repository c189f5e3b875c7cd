import { findingOf } from '../findingLevels';
import { foldText } from '../foldText';
import type { Field } from '../ledger/fields';
import { parseNoticeNumber } from '../notices/numbering';
import { numberingInPortions, numbersIn, type SomeNumbers } from '../notices/numbersOnRecord';
import type { Matter } from '../matter';
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

const NO_NOTICES: readonly NoticeEntry[] = [];

const isRegistered = (text: string, forms: readonly NoticeForm[], notices: readonly NoticeEntry[]): boolean =>
  isAmong(numbersIn(notices), text, forms);

function isAmong(numbers: SomeNumbers, text: string, forms: readonly NoticeForm[]): boolean {
  const written = foldText(text);
  if (forms.some((form) => numbers.written(form, written))) return true;
  const number = parseNoticeNumber(text);
  return number !== null && forms.some((form) => numbers.read(form, number));
}

/** Whether a matter's cells name one of these numbers. */
export const namesNumber = (matter: Matter, numbers: SomeNumbers): boolean =>
  hasNumber(matter) &&
  COLUMNS.some(({ number, forms }) => {
    const written = matter[number];
    return written !== null && splitList(written).some((text) => isAmong(numbers, text, forms));
  });

/** Numbers given twice or skipped, by form and year; 作废 keeps its number. */
export const noticeNumbering: RegisterCheck = ({ registers }) => numberingInPortions(registers.notices ?? NO_NOTICES);
