import type { CivilDate } from '../../domain/calendar/civilDate';
import type { CellValue } from '../../domain/cell';
import { cellText } from '../../domain/cellText';
import type { Matter } from '../../domain/matter';
import { REGISTER_HEADERS, type RegisterHeader } from '../../domain/notices/registerRow';
import { atOnce, forEach, map, type InPortions } from '../../domain/portions';
import { indexInPortions } from '../../domain/registers/linkMatters';
import { noticesUnread } from '../../domain/registers/readNotices';
import { layoutOf, registerSheet, type RegisterLayout } from '../../domain/registers/registerSheet';
import { NOTICE_FORMS, type NoticeEntry, type NoticeForm, type NoticeStatus } from '../../domain/registers/registers';
import { noticeForm } from '../../domain/registers/words';
import { valueAt, type SheetSnapshot } from '../../domain/snapshot';
import type { Review } from '../reading/review';

export const NOTICE_REGISTER = '文书登记簿';

/** One row of 文书登记簿 as a letter in the clerk's hands. */
export interface LetterOnRecord {
  /** Row of the sheet, from 0: tells the letter from others. */
  readonly row: number;
  readonly form: NoticeForm;
  readonly number: string | null;
  readonly date: CivilDate;
  /** Several addressees of one row joined by 、. */
  readonly unit: string;
  readonly status: NoticeStatus;
  readonly replyDue: CivilDate | null;
  readonly signedOn: CivilDate | null;
  readonly repliedOn: CivilDate | null;
  /** Matters found in the ledgers, in the row's order; `unlinked`: numbers or titles that lead to none. */
  readonly matters: readonly Matter[];
  readonly unlinked: number;
  readonly note: string;
  /** One for each addressee. */
  readonly entries: readonly NoticeEntry[];
}

/** The register's sheet with the places of its columns; null where the workbook has none. */
export function noticeRegister(of: Review): { readonly sheet: SheetSnapshot; readonly layout: RegisterLayout } | null {
  const sheet = registerSheet(of.reading.snapshot, NOTICE_REGISTER);
  const layout = sheet === undefined ? null : layoutOf(sheet, REGISTER_HEADERS);
  return sheet === undefined || layout === null ? null : { sheet, layout };
}

/** What stands in 文书登记簿 cannot be read for want of a column. */
export function isRegisterUnread(of: Review): boolean {
  const sheet = registerSheet(of.reading.snapshot, NOTICE_REGISTER);
  return sheet !== undefined && noticesUnread(sheet);
}

/** Numbers in rows of 文书登记簿 that say too little to be letters: taken all the same. A form nobody knows: taken by all. */
export function numbersUnread(of: Review): Readonly<Partial<Record<NoticeForm, readonly string[]>>> {
  const register = noticeRegister(of);
  if (register === null) return {};
  const { sheet, layout } = register;
  const read = new Set((of.registers.notices ?? []).map(({ cell }) => cell.row));
  const taken: Partial<Record<NoticeForm, string[]>> = {};
  for (let row = layout.headerRow + 1; row < layout.nextRow; row += 1) {
    if (read.has(row)) continue;
    const number = cellText(registerValue({ sheet, layout }, row, '编号'));
    if (number === '') continue;
    const form = noticeForm(cellText(registerValue({ sheet, layout }, row, '文书')));
    const forms = form === null ? (Object.keys(NOTICE_FORMS) as NoticeForm[]) : [form];
    for (const each of forms) (taken[each] ??= []).push(number);
  }
  return taken;
}

/** The letters of 文书登记簿 in its order, 约谈 and 移交 among them. */
export const lettersOnRecord = (of: Review): readonly LetterOnRecord[] => atOnce(onRecordInPortions(of));

const known = new WeakMap<Review, readonly LetterOnRecord[]>();

/** Looked up once a review. */
export function* onRecordInPortions(of: Review): InPortions<readonly LetterOnRecord[]> {
  const before = known.get(of);
  if (before !== undefined) return before;
  const register = noticeRegister(of);
  if (register === null) return [];
  const index = yield* indexInPortions(of.matters);
  const byRow = new Map<number, NoticeEntry[]>();
  yield* forEach(of.registers.notices ?? [], (entry) => {
    const own = byRow.get(entry.cell.row);
    if (own === undefined) byRow.set(entry.cell.row, [entry]);
    else own.push(entry);
  });
  const letters = yield* map([...byRow], ([row, entries]): LetterOnRecord => {
    const first = entries[0]!;
    const links = index.link(first.matters);
    return {
      row,
      form: first.form,
      number: first.number,
      date: first.date,
      unit: entries.map(({ unit }) => unit).join('、'),
      status: first.status,
      replyDue: first.replyDue,
      signedOn: first.signedOn,
      repliedOn: first.repliedOn,
      matters: [...new Set(links.flatMap(({ matter }) => matter ?? []))],
      unlinked: links.filter(({ matter }) => matter === null).length,
      note: cellText(registerValue(register, row, '备注')),
      entries,
    };
  });
  known.set(of, letters);
  return letters;
}

/** A cell of a register row; '' where the sheet has no such column. */
export function registerValue(
  { sheet, layout }: NonNullable<ReturnType<typeof noticeRegister>>,
  row: number,
  header: RegisterHeader,
): CellValue {
  const column = layout.columns.get(header);
  return column === undefined ? '' : valueAt(sheet, row, column);
}
