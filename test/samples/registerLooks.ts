import { DATE_FORMAT } from './table';
import type { ColumnLook } from './table';

const LEDGER: ColumnLook = { header: '台账', width: 18 };

/** 文书登记簿的列；一本工作簿有几张台账时多一列「台账」。 */
export function noticeLooks(severalLedgers: boolean): ColumnLook[] {
  return [
    { header: '文书', width: 12 },
    { header: '编号', width: 15 },
    { header: '日期', width: 12, format: DATE_FORMAT },
    { header: '主送单位', width: 28 },
    ...(severalLedgers ? [LEDGER] : []),
    { header: '事项编号', width: 10 },
    { header: '事项', width: 46, align: 'left' },
    { header: '答复期限', width: 12, format: DATE_FORMAT },
    { header: '上一文书', width: 15 },
    { header: '状态', width: 8 },
    { header: '签收日期', width: 12, format: DATE_FORMAT },
    { header: '回复日期', width: 12, format: DATE_FORMAT },
    { header: '经办人', width: 9 },
  ];
}

export function proceedingLooks(severalLedgers: boolean): ColumnLook[] {
  return [
    { header: '日期', width: 12, format: DATE_FORMAT },
    ...(severalLedgers ? [LEDGER] : []),
    { header: '事项编号', width: 10 },
    { header: '事项', width: 44, align: 'left' },
    { header: '单位', width: 28 },
    { header: '类型', width: 10 },
    { header: '内容', width: 52, align: 'left' },
    { header: '新时限', width: 12, format: DATE_FORMAT },
    { header: '批准人', width: 9 },
    { header: '经办人', width: 9 },
  ];
}

export function eventLooks(severalLedgers: boolean): ColumnLook[] {
  return [
    { header: '日期', width: 12, format: DATE_FORMAT },
    { header: '单位', width: 30 },
    { header: '类型', width: 18 },
    ...(severalLedgers ? [LEDGER] : []),
    { header: '事项编号', width: 10 },
    { header: '分值', width: 8 },
    { header: '依据', width: 44, align: 'left' },
    { header: '备注', width: 20, align: 'left' },
  ];
}
