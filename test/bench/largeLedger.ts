import { newWorkbook, type WorkbookModel } from '../../src/host/xlsx';

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

/** A ledger of that many matters and twenty columns in the city's manner; the same rows every time. */
export function largeLedger(matters: number): WorkbookModel {
  const workbook = newWorkbook();
  const sheet = workbook.sheets[0]!;
  sheet.name = '督查台账';
  HEADERS.forEach((header, column) => sheet.setValue(0, column, header));
  const dates = workbook.styleIndexOf({ ...workbook.style(0), numberFormat: 'yyyy-m-d' });
  let state = 7;
  const below = (bound: number): number => {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    return state % bound;
  };
  for (let row = 1; row <= matters; row += 1) {
    const assigned = 46023 + below(300);
    const deadline = assigned + 10 + below(90);
    const closed = below(3) > 0;
    const cells = [
      row,
      `第${row}项重点工作推进落实情况`,
      ['政府工作报告', '为民实事', '领导批示件'][below(3)]!,
      '2026年政府工作报告',
      '',
      `按要求完成第${row}项任务`,
      `第${below(200)}局`,
      `第${below(200)}局、第${below(200)}局`,
      '',
      '0399-5550000',
      assigned,
      `〔2026〕${row}号`,
      deadline,
      '',
      '',
      closed ? deadline - below(20) + 5 : '',
      closed ? '已办结' : '办理中',
      '正在推进，完成投资额的百分之六十',
      '',
      '',
    ];
    cells.forEach((value, column) => {
      if (value !== '') sheet.setValue(row, column, value);
      if (DATE_COLUMNS.includes(column)) sheet.setStyleIndex(row, column, dates);
    });
  }
  return workbook;
}
