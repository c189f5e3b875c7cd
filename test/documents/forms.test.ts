import type { Notice, NoticeFields } from '../../src/domain/notices/notice';
import { mergeLetters } from '../../src/documents/letterFiles';
import { readParagraphs } from '../../src/documents/templateText';
import { replyDaysOf } from '../../src/domain/notices/draft';
import { dengzhou, office } from '../domain/notices/builders';
import { ATTACHMENTS_003 } from './attachments003';
import { groupedReminder, letterOf } from './notices';

const dengzhouOffice = { ...office, issuingBody: '邓州市人民政府', section: '', contact: '', phone: '' };

/** Full-width punctuation as the crawl wrote it; blanks left open are spaces. */
const asPublished = (text: string): string =>
  text.replace(/\s/g, '').replace(/，/g, ',').replace(/：/g, ':').replace(/（/g, '(').replace(/）/g, ')');

/** Lines of the letter's first page under the heading, without spaces. */
function linesOf(notice: Notice, settings = office): string[] {
  const paragraphs = readParagraphs(mergeLetters([notice], { office: settings })[0]!.body);
  const end = paragraphs.findIndex((p) => p.pageBreakBefore);
  return paragraphs.slice(0, end < 0 ? undefined : end).map((p) => p.text);
}

const EMPTY: NoticeFields = {
  matter: '',
  basis: '',
  requirement: '',
  progress: '',
  person: '',
  units: '',
  assignedOn: '',
  assignmentNumber: '',
  reminderNumber: '',
  limit: '',
  limitDays: '',
  deadline: '',
  overdueDays: '',
  overdueWhenReminded: '',
  replyDays: '',
  replyDue: '',
  afterReminder: true,
  repeated: false,
  attachment: '',
  breakdown: [],
};

describe('三种文书与邓政办〔2018〕127号附件逐句相同', () => {
  test.each([
    ['assignmentNotice', '邓州市人民政府工作交办单'],
    ['reminderNotice', '邓州市人民政府工作催办单'],
    ['supervisionOrder', '邓州市人民政府督办通知单'],
  ] as const)('%s：各空都留着时就是附件原文', (form, heading) => {
    const blank: Notice = {
      ...letterOf(form),
      number: '〔2018〕 号',
      unit: 'XXX',
      issuedOn: '2018-10-15' as Notice['issuedOn'],
      fields: { ...EMPTY, attachment: form === 'assignmentNotice' ? 'XX工作任务分解台账' : '' },
    };
    const [first, ...rest] = linesOf(blank, dengzhouOffice).filter((line) => line.trim() !== '');
    expect(first).toBe(heading);
    const published = ATTACHMENTS_003[form].split('\n').filter((line) => line.trim() !== '');
    const written = rest.map((line) => asPublished(line).replace('2018年10月15日', '2018年月日'));
    expect(written).toEqual(published.map(asPublished));
  });

  test('联系人在附件说明之前，成文日期在最后', () => {
    const lines = linesOf(letterOf('assignmentNotice')).filter((line) => line.trim() !== '');
    expect(lines.slice(-4)).toEqual([
      '联 系 人：张三',
      '联系电话：0377-60000000',
      '附件：城区雨污分流改造工程工作任务分解台账',
      '2026年9月30日',
    ]);
  });
});

describe('填好的文书', () => {
  test('交办单：依据、事项、天数、科室', () => {
    expect(linesOf(letterOf('assignmentNotice'))).toContain(
      '根据《2026年政府工作报告》，现将城区雨污分流改造工程交由你单位办理，请抓紧落实，在收件之日起20天内办结并将办理结果情况书面反馈市政府办公室（综合科）（请在反馈材料中注明交办单编号）。',
    );
  });

  test('催办单：事项、交办日期和编号、期限、逾期天数、答复天数', () => {
    expect(linesOf(letterOf('reminderNotice'))).toContain(
      '城区雨污分流改造工程已于2026年9月30日交由你单位办理（河阳市人民政府工作交办单〔2026〕3号），期限20天。现已逾期11天，请在本催办单下发后3日内向市政府办公室政务监督室上报办理结果情况（请在反馈材料中注明催办单编号）。',
    );
  });

  test('督办通知单：催办时逾期的天数和催办单编号', () => {
    expect(linesOf(letterOf('supervisionOrder'))).toContain(
      '城区雨污分流改造工程已于2026年9月30日交由你单位办理，期限20天〔逾期4天后发出催办通知（河阳市人民政府工作催办单〔2026〕40号）〕，但至今你单位未按要求完成工作任务，责令你单位在收到本督办通知单后3日内向市政府办公室政务监督室上报办理结果情况（请在反馈材料中注明督办单编号）。',
    );
  });

  test('答复按工作日计的，写几个工作日内', () => {
    const { fields } = letterOf('reminderNotice');
    const days = replyDaysOf('reminderNotice', { office: { ...office, replyUnit: 'working' }, ruleSet: dengzhou });
    for (const form of ['reminderNotice', 'supervisionOrder'] as const) {
      const lines = linesOf({ ...letterOf(form), fields: { ...fields, replyDays: days } });
      expect(lines.join('')).toMatch(/后3个工作日内向市政府办公室政务监督室上报/);
    }
  });

  test('由别的文件交办的，引那份文件的文号，不冠“工作交办单”', () => {
    const lines = linesOf(letterOf('reminderNotice', { assignmentNo: '河政办〔2026〕5号' }, []));
    expect(lines.join('')).toContain('交由你单位办理（河政办〔2026〕5号），');
  });

  test('没有交办单记录时编号留空', () => {
    expect(linesOf(letterOf('reminderNotice', {}, [])).join('')).toContain(
      '（河阳市人民政府工作交办单〔2026〕　　号）',
    );
  });

  test('方案没有催办的，督办通知单不提催办', () => {
    const order = letterOf('supervisionOrder');
    const lines = linesOf({ ...order, fields: { ...order.fields, afterReminder: false } });
    expect(lines.join('')).toContain('期限20天，现已逾期11天，但至今');
    expect(lines.join('')).not.toContain('催办通知');
  });

  test('一单位一份的，事项列在另页附件的表里', () => {
    const body = mergeLetters([groupedReminder(['甲工程', '乙工程', '丙工程'])], { office })[0]!.body;
    const paragraphs = readParagraphs(body);
    expect(paragraphs.map((p) => p.text).join('')).toContain('“甲工程”等3项工作（详见附件）已于2026年9月30日');
    const cells = paragraphs.filter((p) => p.inTable);
    expect(cells.filter((p) => p.startsRow).map((p) => p.text)).toEqual(['序号', '1', '2', '3']);
    expect(cells.map((p) => p.text)).toEqual(
      expect.arrayContaining(['甲工程', '乙工程', '丙工程', '2026年10月20日', '11']),
    );
    expect(paragraphs.find((p) => p.pageBreakBefore)?.text).toBe('附件');
  });

  test('不盖章的要署名，日期比署名右移二字；盖章的只有日期', () => {
    const unsealed = readParagraphs(
      mergeLetters([letterOf('reminderNotice')], { office: { ...office, sealed: false } })[0]!.body,
    );
    expect(unsealed.filter((p) => p.style === 'GwSignature').map((p) => p.text)).toEqual([
      '河阳市人民政府',
      '2026年10月31日',
    ]);
    const sealed = readParagraphs(mergeLetters([letterOf('reminderNotice')], { office })[0]!.body);
    expect(sealed.filter((p) => p.style === 'GwSignature')).toEqual([]);
    expect(sealed.filter((p) => p.style === 'GwDate').map((p) => p.text)).toEqual(['2026年10月31日']);
  });

  test('要回执的附回执，不要的没有', () => {
    expect(linesOf(letterOf('reminderNotice'), { ...office, receipt: true })).toEqual(
      expect.arrayContaining(['回  执', '收到时间', '签收人', '承办人', '电话']),
    );
    expect(linesOf(letterOf('reminderNotice'))).not.toContain('签收人');
  });
});
