import type { Office } from '../domain/notices/office';
import { closing, formHead } from './formParts';
import { textWidth } from './page';
import type { Layout } from './page';
import { cell, columnWidths, paragraph, tableFrame, tableRow } from './wordml';

/** A row of the form: its label, what fills it, and its least height in lines of 3号. */
type Row = readonly [label: string, content: string, lines: number];

/**
 * 督查通知单 and 督查催办单 of text 000, which names them without printing them (三(一), 四(三)): the matter as a table
 * with the approval block 拟办意见 and 领导批示, for 提出办理意见，送领导审批后立项.
 */
const ROWS: Readonly<Record<'supervisionNotice' | 'supervisionReminder', readonly Row[]>> = {
  supervisionNotice: [
    ['督查事项', '{事项}', 1.5],
    ['立项依据', '{依据}', 1],
    ['责任单位', '{责任单位}', 1],
    ['办理要求', '{要求}', 1.5],
    ['办理时限', '{办理时限}', 1],
    ['拟办意见', '', 2.5],
    ['领导批示', '', 2.5],
  ],
  supervisionReminder: [
    ['督查事项', '{事项}', 1.5],
    ['交办情况', '{交办日期}交办{如果 上一文书}（{上一文书}）{结束}', 1],
    ['办理时限', '{办理时限}{如果 逾期天数}　已逾期{逾期天数}天{结束}', 1],
    ['催办要求', '请于{答复期限}前将经分管领导审核签字的办理情况书面回复{督查机构}；不能按时办结的，书面说明原因。', 2],
    ['拟办意见', '', 2.5],
    ['领导批示', '', 2.5],
  ],
};

/** 4号, in half points. */
const CELL = 28;

export function approvalForm(form: keyof typeof ROWS, office: Office, layout: Layout): string {
  const { page } = layout;
  const { line } = page;
  const widths = columnWidths(page, [6, 22]);
  const rows = ROWS[form].map(([label, content, lines]) =>
    tableRow(
      [
        cell(widths[0] as number, paragraph('cellHead', label, { line: 0, size: CELL })),
        cell(widths[1] as number, paragraph('cell', content, { line: 0, size: CELL })),
      ],
      { height: Math.round(lines * line) },
    ),
  );
  return (
    formHead(form, office, layout) +
    paragraph('addressee', '{主送单位}：', { line }) +
    tableFrame([...widths], rows.join('')) +
    paragraph('addressee', '联系人：{联系人}\t联系电话：{联系电话}', {
      line,
      keepNext: true,
      tabs: [{ kind: 'left', at: Math.round(textWidth(page) / 2) }],
    }) +
    paragraph('blank', '', { line, keepNext: true }) +
    closing(office, layout)
  );
}
