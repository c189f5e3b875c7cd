import { EVENT_HEADERS } from '../../src/domain/registers/readEvents';
import { DIRECTORY_HEADERS } from '../../src/domain/registers/readDirectory';
import { NOTICE_HEADERS } from '../../src/domain/registers/readNotices';
import { PROCEEDING_HEADERS } from '../../src/domain/registers/readProceedings';
import { newWorkbook, type CellContent, type SheetModel, type WorkbookModel } from '../../src/host/xlsx';

export const LEDGER = '督查台账';
export const UNITS: readonly string[] = Array.from({ length: 200 }, (_, index) => `第${index}局`);

const HEADERS = [
  '序号',
  '督查事项',
  '事项类别',
  '来源',
  '批示领导',
  '工作要求',
  '牵头单位',
  '配合单位',
  '责任人',
  '联系电话',
  '交办时间',
  '交办单编号',
  '办结时限',
  '延期至',
  '延期批准人',
  '办结时间',
  '办理状态',
  '进展情况',
  '催办单编号',
  '备注',
] as const;
const DATE_COLUMNS = [10, 12, 13, 15];
/** 2026-01-01 and the day the bench stands at, 2026-10-31. */
const NEW_YEAR = 46023;
const TODAY = NEW_YEAR + 303;

type Row = readonly CellContent[];

/** Rows of a ledger and of its registers. */
interface Rows {
  readonly ledger: Row[];
  readonly notices: Row[];
  readonly proceedings: Row[];
  readonly events: Row[];
}

/**
 * A city's ledger of that many matters in twenty columns with its registers: 200 units, letters for one matter in
 * twelve, a report for one in ten, an event for one in two hundred. One cell in about ten matters is not as it should
 * be (dates as text, closing dates missing, unknown words and units, stray spaces, numbers not registered). The same
 * rows every time.
 */
export function largeLedger(matters: number): WorkbookModel {
  const workbook = newWorkbook();
  const dates = workbook.styleIndexOf({ ...workbook.style(0), numberFormat: 'yyyy-m-d' });
  const rows = rowsOf(matters);
  workbook.sheets[0]!.name = LEDGER;
  fill(workbook.sheets[0]!, [HEADERS, ...rows.ledger], DATE_COLUMNS, dates);
  const directory = UNITS.map((unit) => [unit, unit.replace('局', '办'), '', '市直部门', '张三', '督查科', 2, '']);
  fill(workbook.addSheet('单位名录'), [DIRECTORY_HEADERS, ...directory], [], dates);
  fill(workbook.addSheet('文书登记簿'), [NOTICE_HEADERS, ...rows.notices], [2, 6], dates);
  fill(workbook.addSheet('办理登记'), [PROCEEDING_HEADERS, ...rows.proceedings], [0, 6], dates);
  fill(workbook.addSheet('加减分登记'), [EVENT_HEADERS, ...rows.events], [0], dates);
  return workbook;
}

function fill(sheet: SheetModel, rows: readonly Row[], dateColumns: readonly number[], dates: number): void {
  rows.forEach((row, index) => {
    row.forEach((value, column) => {
      if (value !== '') sheet.setValue(index, column, value);
      if (index > 0 && dateColumns.includes(column)) sheet.setStyleIndex(index, column, dates);
    });
  });
}

function rowsOf(matters: number): Rows {
  const rows: Rows = { ledger: [], notices: [], proceedings: [], events: [] };
  const below = drawing();
  const unit = (): string => UNITS[below(UNITS.length)]!;
  for (let number = 1; number <= matters; number += 1) {
    const assigned = NEW_YEAR + below(290);
    const deadline = assigned + 10 + below(90);
    const closing = Math.max(assigned, deadline - below(30) + 5);
    const closed = below(3) > 0 && closing <= TODAY;
    const lead = unit();
    const title = `第${number}项重点工作推进落实情况`;
    const reminded = !closed && deadline + 3 < TODAY && below(4) === 0;
    const extended = below(40) === 0;
    const flaw = below(100);
    const serial = rows.notices.length / 2 + 1;
    const reminder = reminded ? `〔2026〕${serial}号` : '';
    rows.ledger.push([
      number,
      flaw === 0 ? ` ${title}` : title,
      ['政府工作报告', '为民实事', '领导批示件'][below(3)]!,
      '2026年政府工作报告',
      '',
      `按要求完成第${number}项任务`,
      flaw === 1 ? '' : flaw === 2 ? '第九百九十九局' : flaw === 3 ? lead.replace('局', '办') : lead,
      `${unit()}、${unit()}`,
      '',
      '0399-5550000',
      flaw === 4 ? '2026年3月5日' : assigned,
      '',
      flaw === 5 ? '尽快' : deadline,
      extended ? deadline + 20 : '',
      extended ? '李四同意' : '',
      closed && flaw !== 6 ? closing : '',
      closed ? '已办结' : flaw === 7 ? '研究中' : '办理中',
      '正在推进，完成投资额的百分之六十',
      flaw === 8 ? `〔2026〕${900000 + number}号` : reminder,
      '',
    ]);
    const about = [String(number), title] as const;
    if (reminded) {
      const day = deadline + 2;
      rows.notices.push(['交办单', reminder, assigned, lead, ...about, '', '', '已发', '', '', '王五', LEDGER]);
      rows.notices.push(['催办单', reminder, day, lead, ...about, day + 3, '', '已发', '', '', '王五', LEDGER]);
    }
    if (below(10) === 0) {
      const day = assigned + below(20);
      if (day <= TODAY) rows.proceedings.push([day, ...about, lead, '进展', '完成前期工作', '', '', '王五', LEDGER]);
    }
    if (below(200) === 0) {
      rows.events.push([assigned, lead, '材料未按时报送', ...about, '', '办公室通知', '', LEDGER]);
    }
  }
  return rows;
}

/** The same numbers every time. */
function drawing(): (bound: number) => number {
  let state = 7;
  return (bound) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >>> 8) % bound;
  };
}
