import type { LetterForm } from '../domain/notices/notice';
import type { Office } from '../domain/notices/office';
import { builtInPackage } from './packageParts';
import type { WordPackage } from './packageParts';
import { TITLE_LINE } from './page';
import type { Layout } from './page';
import { approvalForm } from './approvalForm';
import { closing, formHead } from './formParts';
import { cell, columnWidths, documentXml, paragraph, section, tableFrame, tableRow } from './wordml';
import type { ParagraphOptions, StyleKey } from './wordml';

/** A form's template: the built-in one, or the office's own. */
export interface LetterTemplate {
  readonly form: LetterForm;
  readonly package: WordPackage;
}

/** Body texts to the letter of 邓政办〔2018〕127号 attachments 1–3, and of 虞政办发〔2016〕36号 一(五) for the 督查通知书. */
export const FORM_TEXTS: Readonly<
  Record<'assignmentNotice' | 'reminderNotice' | 'supervisionOrder' | 'supervisionLetter', string>
> = {
  assignmentNotice:
    '根据{依据}，现将{事项}交由你单位办理，请抓紧落实，{如果 各有期限}在附件所列时限{结束}{如果没有 各有期限}在收件之日起{期限}{结束}' +
    '内办结并将办理结果情况书面反馈{办公室}（{科室}）（请在反馈材料中注明交办单编号）。',
  reminderNotice:
    '{事项}已于{交办日期}交由你单位办理（{交办文书}），期限{期限}。现已逾期{逾期天数}天，' +
    '请在本催办单下发后{答复天数}日内向{办公室}{督查机构}上报办理结果情况（请在反馈材料中注明催办单编号）。',
  supervisionOrder:
    '{事项}已于{交办日期}交由你单位办理，期限{期限}{如果 有催办}〔逾期{催办时逾期天数}天后发出催办通知（{催办文书}）〕{结束}' +
    '{如果没有 有催办}，现已逾期{逾期天数}天{结束}，但至今你单位未按要求完成工作任务，{如果 再次}现再次下达督办通知，{结束}' +
    '责令你单位在收到本督办通知单后{答复天数}日内向{办公室}{督查机构}上报办理结果情况（请在反馈材料中注明督办单编号）。',
  supervisionLetter:
    '你单位牵头办理的{事项}{如果 办理时限}（办理时限：{办理时限}）{结束}，进度不理想。{如果 进展}目前进展：{进展}。{结束}' +
    '请你单位采取有力措施，于{答复期限}前落实到位，并将落实情况书面报告{办公室}。{办公室}将实施跟踪督查。',
};

/** The built-in template of a form for an office; a person may download, edit and give it back. */
export function builtInTemplate(form: LetterForm, office: Office, layout: Layout): LetterTemplate {
  const body =
    form === 'supervisionNotice' || form === 'supervisionReminder'
      ? approvalForm(form, office, layout)
      : letterForm(form, office, layout);
  return { form, package: builtInPackage(documentXml(body, section(layout.page)), layout) };
}

function letterForm(form: keyof typeof FORM_TEXTS, office: Office, layout: Layout): string {
  const { line } = layout.page;
  const text = (style: StyleKey, content: string, options: Partial<ParagraphOptions> = {}): string =>
    paragraph(style, content, { line, ...options });
  const closingText = (style: StyleKey, content: string): string => text(style, content, { keepNext: true });
  const blank = closingText('blank', '');
  const note =
    form === 'assignmentNotice'
      ? blank + closingText('attachmentNote', '附件：{附件名称}')
      : text('body', '{如果 附件}') +
        blank +
        closingText('attachmentNote', '附件：{附件名称}') +
        text('body', '{结束}');
  return (
    formHead(form, office, layout) +
    text('addressee', '{主送单位}：') +
    text('body', FORM_TEXTS[form]) +
    closingText('body', '联 系 人：{联系人}') +
    closingText('body', '联系电话：{联系电话}') +
    note +
    blank +
    blank +
    closing(office, layout) +
    receipt(layout) +
    attachedLedger(form, layout)
  );
}

/** 回执 under the letter, on request. */
function receipt({ page }: Layout): string {
  const { line } = page;
  const lineOf = (content: string): string => paragraph('body', content, { line, keepNext: true });
  const widths = columnWidths(page, [5, 9, 5, 9]);
  const label = (text: string, index: number): string =>
    cell(widths[index] as number, paragraph(index % 2 === 0 ? 'cellHead' : 'cell', text, { line: 0 }));
  const row = (left: string, right: string): string =>
    tableRow([label(left, 0), label('', 1), label(right, 2), label('', 3)], { height: line });
  return (
    lineOf('{如果 回执}') +
    paragraph('blank', '', { line, keepNext: true }) +
    paragraph('attachmentMark', '回  执', { line, keepNext: true, align: 'center' }) +
    tableFrame(widths, row('收到时间', '签收人') + row('承办人', '电话')) +
    paragraph('body', '{结束}', { line })
  );
}

/** 附件: 工作任务分解台账 on a page of its own. */
function attachedLedger(form: LetterForm, { page }: Layout): string {
  const { line } = page;
  const assigning = form === 'assignmentNotice';
  // 时限要求 holds a whole date on one line.
  const columns: readonly (readonly [head: string, content: string, part: number, align: 'left' | 'center'])[] =
    assigning
      ? [
          ['序号', '{循环 台账}{序号}', 2.5, 'center'],
          ['工作事项', '{事项}', 6.7, 'left'],
          ['工作要求', '{要求}', 6, 'left'],
          ['责任单位', '{责任单位}', 4, 'left'],
          ['责任人', '{责任人}', 3, 'center'],
          ['时限要求', '{办理时限}{结束 台账}', 7.3, 'center'],
        ]
      : [
          ['序号', '{循环 台账}{序号}', 2.3, 'center'],
          ['工作事项', '{事项}', 5.9, 'left'],
          ['工作要求', '{要求}', 4.6, 'left'],
          ['责任人', '{责任人}', 3.2, 'center'],
          ['时限要求', '{办理时限}', 8, 'center'],
          ['所引编号', '{上一文书}', 6.5, 'center'],
          ['逾期天数', '{逾期天数}{结束 台账}', 2.5, 'center'],
        ];
  const widths = columnWidths(
    page,
    columns.map(([, , part]) => part),
  );
  const row = (of: (column: (typeof columns)[number]) => string, head: boolean): string =>
    tableRow(
      columns.map((column, index) => cell(widths[index] as number, of(column))),
      { head },
    );
  const heads = row(([head]) => paragraph('cellHead', head, { line: 0 }), true);
  const rows = row(([, content, , align]) => paragraph('cell', content, { line: 0, align }), false);
  return (
    paragraph('body', '{如果 附件}', { line }) +
    paragraph('attachmentMark', '附件', { line, pageBreakBefore: true }) +
    paragraph('blank', '', { line }) +
    paragraph('title', '{附件名称}', { line: TITLE_LINE }) +
    paragraph('blank', '', { line }) +
    tableFrame(widths, heads + rows) +
    paragraph('body', '{结束}', { line })
  );
}
