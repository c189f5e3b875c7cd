import { parseNoticeNumber } from '../domain/notices/numbering';
import type { Notice, NoticeFields } from '../domain/notices/notice';
import { LETTER_TITLES } from '../domain/notices/notice';
import type { Office } from '../domain/notices/office';
import { letterDate } from '../domain/notices/letterDate';
import { yearOf } from '../domain/calendar/civilDate';
import { cleanText } from './wordml';

/** Names a template may use between braces, with what each stands for (shown beside the download of a template). */
export const PLACEHOLDERS = {
  编号: '本文书的编号，如〔2026〕12号',
  主送单位: '收文单位',
  事项: '督查事项',
  依据: '交办依据',
  要求: '工作要求',
  进展: '目前进展',
  责任单位: '牵头及配合单位',
  责任人: '责任人',
  交办日期: '交办的日期',
  交办单号: '所引交办单的编号',
  交办文书: '所引交办文书的全称和编号',
  催办单号: '所引催办单的编号',
  催办文书: '所引催办单的全称和编号',
  期限: '办理期限，如20天、15个工作日',
  办理时限: '办理时限的日期',
  逾期天数: '到本文书日期已逾期的天数',
  催办时逾期天数: '发出催办单时已逾期的天数',
  答复天数: '答复的天数，写在“日内”之前，如3、3个工作',
  答复期限: '答复的日期',
  联系人: '联系人',
  联系电话: '联系电话',
  科室: '承办的科、办',
  发文机关: '发文机关',
  办公室: '政府（局）办公室',
  督查机构: '督查机构',
  日期: '成文日期',
  附件名称: '附件的名称',
  序号: '台账各行的序号（循环内）',
  上一文书: '台账各行所引的编号（循环内）',
} as const;
export type Placeholder = keyof typeof PLACEHOLDERS;

/** Names for 如果 and 如果没有. Any placeholder may be asked for, too: it holds where it is not blank. */
export const CONDITIONS = {
  有催办: '方案在督办之前有催办',
  再次: '再次下达',
  各有期限: '几件事项的期限不同，见附件',
  不盖章: '不加盖印章，要署名',
  回执: '要附回执',
  附件: '有附件',
} as const;
export type Condition = keyof typeof CONDITIONS;

/** Names for 循环. */
export const LOOPS = { 台账: '工作任务分解台账的各行' } as const;
export type Loop = keyof typeof LOOPS;

type RowPlaceholder = '序号' | '事项' | '要求' | '责任单位' | '责任人' | '办理时限' | '上一文书' | '逾期天数';

/** What one letter is merged from. */
export type LetterData = Readonly<Record<Placeholder, string>> &
  Readonly<Record<Condition, boolean>> &
  Readonly<Record<Loop, readonly Readonly<Record<RowPlaceholder, string>>[]>>;

/** A blank left open on paper: two characters wide. */
export const OPEN_BLANK = '　　';

/** The letter's words for every placeholder. Unknown facts stay open blanks, never words of ours. */
export function letterData(notice: Notice, office: Office): LetterData {
  const { fields } = notice;
  const open = (text: string): string => (text === '' ? OPEN_BLANK : cleanText(text));
  const days = (text: string): string => (text === '' ? `${OPEN_BLANK}天` : text);
  return {
    编号: notice.number,
    主送单位: cleanText(notice.unit),
    事项: open(fields.matter),
    依据: open(fields.basis),
    要求: cleanText(fields.requirement),
    进展: cleanText(fields.progress),
    责任单位: cleanText(fields.units),
    责任人: cleanText(fields.person),
    交办日期: fields.assignedOn === '' ? openDate(notice) : fields.assignedOn,
    交办单号: open(fields.assignmentNumber),
    交办文书: cited(
      fields.assignmentNumber,
      `${cleanText(office.issuingBody)}${LETTER_TITLES.assignmentNotice}`,
      yearCited(notice),
    ),
    催办单号: open(fields.reminderNumber),
    催办文书: cited(
      fields.reminderNumber,
      `${cleanText(office.issuingBody)}${LETTER_TITLES.reminderNotice}`,
      yearOf(notice.issuedOn),
    ),
    期限: days(fields.limit),
    办理时限: cleanText(fields.deadline),
    逾期天数: open(fields.overdueDays),
    催办时逾期天数: open(fields.overdueWhenReminded),
    答复天数: open(fields.replyDays),
    答复期限: open(fields.replyDue),
    联系人: cleanText(office.contact),
    联系电话: cleanText(office.phone),
    科室: office.section === '' ? '科、办' : cleanText(office.section),
    发文机关: cleanText(office.issuingBody),
    办公室: cleanText(office.generalOffice),
    督查机构: cleanText(office.supervisionOffice),
    日期: letterDate(notice.issuedOn),
    附件名称: cleanText(fields.attachment),
    序号: '',
    上一文书: notice.previous === null ? '' : cleanText(notice.previous),
    有催办: fields.afterReminder,
    再次: fields.repeated,
    各有期限: fields.limit === '详见附件',
    不盖章: !office.sealed,
    回执: office.receipt,
    附件: fields.attachment !== '',
    台账: rows(fields),
  };
}

const openDate = (notice: Notice): string => `${yearOf(notice.issuedOn)}年${OPEN_BLANK}月${OPEN_BLANK}日`;

function yearCited({ fields, issuedOn }: Notice): number {
  return /^\d{4}年/.test(fields.assignedOn) ? Number(fields.assignedOn.slice(0, 4)) : yearOf(issuedOn);
}

/** A number of ours is cited with its form's name; another document's number stands by itself. */
function cited(numbers: string, name: string, year: number): string {
  if (numbers === '') return `${name}〔${year}〕${OPEN_BLANK}号`;
  const clean = cleanText(numbers);
  return numbers.split('、').every((number) => /^[〔［[(（【]/.test(number) && parseNoticeNumber(number) !== null)
    ? `${name}${clean}`
    : clean;
}

function rows(fields: NoticeFields): LetterData['台账'] {
  return fields.breakdown.map((row, index) => ({
    序号: String(index + 1),
    事项: cleanText(row.title),
    要求: cleanText(row.requirement),
    责任单位: cleanText(row.units),
    责任人: cleanText(row.person),
    办理时限: cleanText(row.deadline),
    上一文书: cleanText(row.previous),
    逾期天数: row.overdueDays,
  }));
}
