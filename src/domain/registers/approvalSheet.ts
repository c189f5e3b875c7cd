import type { CivilDate } from '../calendar/civilDate';
import type { SheetCell, SheetContent } from '../plan';
import { LINE_HEIGHT } from '../scoring/sheetWords';
import { chineseDate } from '../scoring/wording';
import type { RegistrationApproval } from './registration';

export interface ApprovalSheetRequest {
  /** The office that takes the matter up. */
  readonly office: string;
  /** What the ledger's columns have of the matter: header and text, without number, title and requirement. */
  readonly facts: readonly { readonly header: string; readonly text: string }[];
  readonly number: string;
  readonly title: string;
  readonly requirement: string;
  readonly approval: RegistrationApproval | null;
  readonly handler: string;
  readonly date: CivilDate;
}

const WIDTHS = [13, 29, 13, 29] as const;
const LAST = WIDTHS.length - 1;
/** Characters of a line over the three columns beside a label. */
const LINE = 34;
const OPINION_HEIGHT = 130;
/** Four full-width spaces. */
const BLANK = '\u3000'.repeat(4);

const label = (value: string): SheetCell => ({ value, bold: true, align: 'center', wrap: true });
const text = (value: string): SheetCell => ({ value, wrap: true, align: 'left' });
const height = (value: string, least: number): number =>
  Math.max(least, Math.min(400, (Math.ceil(value.length / LINE) + 1) * LINE_HEIGHT));

/**
 * 立项审批单, to be printed on one A4 page and signed (000 三(一): 提出办理意见，送领导审批后立项). The document names no form;
 * the blocks 拟办意见 and 领导批示 are those of the offices' own.
 */
export function approvalSheet(request: ApprovalSheetRequest): SheetContent {
  const { office, facts, number, title, requirement, approval, handler, date } = request;
  const rows: (readonly SheetCell[])[] = [];
  const rowHeights: number[] = [];
  const merges: { top: number; left: number; bottom: number; right: number }[] = [];
  const add = (cells: readonly SheetCell[], points: number, from: number | null): void => {
    if (from !== null) merges.push({ top: rows.length, left: from, bottom: rows.length, right: LAST });
    rows.push(cells);
    rowHeights.push(points);
  };
  const wide = (name: string, value: string, least = 36): void =>
    add([label(name), text(value)], height(value, least), 1);

  add([{ value: '督查事项立项审批单', bold: true, align: 'center', fontSize: 18 }], 44, 0);
  add([{ value: `${office}${BLANK}编号：${number === '' ? BLANK : number}`, align: 'right' }], 24, 0);
  const first = rows.length;
  wide('督查事项', title, 48);
  for (let at = 0; at < facts.length; at += 2) {
    const [one, other] = [facts[at]!, facts[at + 1]];
    if (other === undefined) wide(one.header, one.text);
    else {
      const longer = one.text.length > other.text.length ? one.text : other.text;
      add(
        [label(one.header), text(one.text), label(other.header), text(other.text)],
        height(longer + longer, 36),
        null,
      );
    }
  }
  wide('工作要求', requirement, 60);
  wide('拟办意见', approval?.opinion ?? '', OPINION_HEIGHT);
  wide('领导批示', '', OPINION_HEIGHT);
  const approver = approval?.approver ?? '';
  const approvedOn = approval === null ? '' : chineseDate(approval.approvedOn);
  add([label('审批人'), text(approver), label('审批日期'), text(approvedOn)], 36, null);
  add([label('经办人'), text(handler), label('填表日期'), text(chineseDate(date))], 36, null);
  return {
    rows,
    columnWidths: WIDTHS,
    rowHeights,
    merges,
    landscape: false,
    borders: { top: first, left: 0, bottom: rows.length - 1, right: LAST },
  };
}
