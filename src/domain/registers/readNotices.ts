import { isBlank } from '../cellText';
import type { SheetSnapshot } from '../snapshot';
import type { RegisterKind } from './readRegister';
import type { NoticeEntry } from './registers';
import { layoutOf } from './registerSheet';
import { registerUnits } from './registerUnits';
import { noticeForm, noticeStatus } from './words';

export const NOTICE_HEADERS = [
  '文书',
  '编号',
  '日期',
  '主送单位',
  '事项编号',
  '事项',
  '答复期限',
  '上一文书',
  '状态',
  '签收日期',
  '回复日期',
  '经办人',
  '台账',
  '备注',
] as const;

/** Without these no row says which letter went to whom, and when. */
const NEEDED = ['文书', '日期', '主送单位'] as const;

/** Something is written in the register under headers that do not tell what: letters may have gone out unseen. */
export function noticesUnread(sheet: SheetSnapshot): boolean {
  const layout = layoutOf(sheet, NOTICE_HEADERS);
  if (layout === null) return sheet.values.some((row) => !row.every(isBlank));
  return layout.nextRow > layout.headerRow + 1 && NEEDED.some((header) => !layout.columns.has(header));
}

/** 备注 of a row whose letter went out before the register was kept, or past it. */
export const ENTERED_LATER = '补记';

export const isEnteredLater = (note: string): boolean => note.trim().startsWith(ENTERED_LATER);

/** 文书登记簿. A row addressed to several units gives one entry for each: each of them received it. */
export const NOTICE_REGISTER: RegisterKind<NoticeEntry> = {
  headers: NOTICE_HEADERS,
  needed: NEEDED,
  entriesOf(rows, row, directory) {
    const word = rows.neededText(row, '文书');
    const form = word === null ? null : noticeForm(word);
    if (word !== null && form === null) rows.problem(row, '文书', 'unknownWord');
    const status = noticeStatus(rows.text(row, '状态'));
    if (status === null) rows.problem(row, '状态', 'unknownWord');
    const date = rows.neededDate(row, '日期');
    const addressees = rows.neededText(row, '主送单位');
    if (form === null || status === null || date === null || addressees === null) return [];
    const entry = {
      cell: rows.cell(row, '编号'),
      form,
      number: rows.textOrNull(row, '编号'),
      date,
      matters: rows.matters(row),
      replyDue: rows.date(row, '答复期限', date),
      previous: rows.textOrNull(row, '上一文书'),
      status,
      signedOn: rows.date(row, '签收日期', date),
      repliedOn: rows.date(row, '回复日期', date),
      handler: rows.textOrNull(row, '经办人'),
      ...(isEnteredLater(rows.text(row, '备注')) ? { enteredLater: true as const } : {}),
    };
    const units = registerUnits(addressees, directory, rows.cell(row, '主送单位'), rows.findings);
    return units.map((unit) => ({ ...entry, unit }));
  },
};
