import type { CivilDate } from '../calendar/civilDate';
import type { CellRef } from '../cell';
import type { Field } from '../ledger/fields';
import { NOTICE_HEADERS } from '../registers/readNotices';
import { NOTICE_FORMS, NOTICE_STATUSES } from '../registers/registers';
import type { NoticeEntry } from '../registers/registers';
import type { Notice } from './notice';

/** Headers of 文书登记簿 (rules.md §8). 备注 is optional: a sheet without it takes the rest. */
export const REGISTER_HEADERS = NOTICE_HEADERS;
export type RegisterHeader = (typeof REGISTER_HEADERS)[number];

export type RegisterValue = { readonly text: string } | { readonly date: CivilDate } | null;
export type RegisterRow = Readonly<Record<RegisterHeader, RegisterValue>>;

const text = (value: string | null): RegisterValue => (value === null || value === '' ? null : { text: value });
const date = (value: CivilDate | null): RegisterValue => (value === null ? null : { date: value });

/** What a row of the register says of a letter. */
export type Recorded = Omit<Notice, 'number' | 'fields'> & { readonly number: string | null };

/** The row that records a letter; null is a cell left blank. 台账 is for workbooks with several ledgers. */
export function registerRow(notice: Recorded, handler: string, note = notice.overrideReason): RegisterRow {
  const sheets = [...new Set(notice.matters.map((matter) => matter.sheet))];
  return {
    文书: text(NOTICE_FORMS[notice.form]),
    编号: text(notice.number),
    日期: date(notice.issuedOn),
    主送单位: text(notice.unit),
    事项编号: text(notice.matters.flatMap((matter) => (matter.id === null ? [] : [matter.id])).join('、')),
    事项: text(titleOnRecord(notice)),
    答复期限: date(notice.replyDue),
    上一文书: text(notice.previous),
    状态: text(NOTICE_STATUSES[notice.status]),
    签收日期: null,
    回复日期: null,
    经办人: text(handler),
    台账: text(sheets.join('、')),
    备注: text(note),
  };
}

/** A cell a clerk can still read; more titles than that are left to their numbers. */
const MOST_TITLES = 2000;

/**
 * A row links by number and title (rules.md §8): the titles, joined by ；, stand beside the numbers, because numbers
 * repeat within a ledger. Very many numbered matters are left to their numbers.
 */
function titleOnRecord({ matters }: Pick<Notice, 'matters'>): string {
  const titles = matters.map((matter) => matter.title.trim()).join('；');
  const numbered = matters.length > 1 && matters.every((matter) => matter.id !== null);
  return numbered && titles.length > MOST_TITLES ? '' : titles;
}

/** The same row as it will be read back from the register. */
export function entryOf(notice: Notice, handler: string, cell: CellRef): NoticeEntry {
  const ids = notice.matters.flatMap((matter) => (matter.id === null ? [] : [matter.id]));
  return {
    cell,
    form: notice.form,
    number: notice.number,
    date: notice.issuedOn,
    unit: notice.unit,
    matters: { ledger: notice.matters[0]?.sheet ?? null, ids, title: titleOnRecord(notice) || null },
    replyDue: notice.replyDue,
    previous: notice.previous,
    status: notice.status,
    signedOn: null,
    repliedOn: null,
    handler: handler === '' ? null : handler,
  };
}

/** What the ledger's own columns take when the letter is sent, where the clerk mapped them; drafts set nothing. */
export function ledgerValues(
  notice: Pick<Notice, 'form' | 'number' | 'issuedOn' | 'status'>,
): readonly { readonly field: Field; readonly value: RegisterValue }[] {
  if (notice.status !== 'sent') return [];
  const pair = (number: Field, on: Field) => [
    { field: number, value: text(notice.number) },
    { field: on, value: date(notice.issuedOn) },
  ];
  switch (notice.form) {
    case 'assignmentNotice':
    case 'supervisionNotice':
      return pair('assignmentNo', 'assignedOn');
    case 'reminderNotice':
    case 'supervisionReminder':
      return pair('reminderNo', 'reminderOn');
    case 'supervisionOrder':
      return pair('orderNo', 'orderOn');
    case 'supervisionLetter':
      return [];
  }
}
