import { newWorkbook } from '../../src/host/xlsx';
import { INJECTIONS } from './strings';

const HEADER = [
  '序号',
  '督查事项',
  '来源',
  '批示领导',
  '牵头单位',
  '配合单位',
  '责任人',
  '联系电话',
  '交办时间',
  '办结时限',
  '办理状态',
  '进展情况',
  '备注',
];

/** A ledger with one overdue matter for each injection, in every column that holds text. */
export function hostileLedger(): Uint8Array {
  const workbook = newWorkbook();
  const sheet = workbook.sheets[0]!;
  sheet.name = '督查台账';
  HEADER.forEach((title, column) => sheet.setValue(0, column, title));
  INJECTIONS.forEach(([, text], index) => {
    const row = [index + 1, text, text, text, text, text, text, text, '2026-3-1', '2026-3-31', '', text, text];
    row.forEach((value, column) => sheet.setValue(index + 1, column, value));
  });
  return workbook.save();
}
