import { keptBook, opened, put, LEDGER, FIRST_MATTER, type Rows } from '../../faults/startBook';
import { newWorkbook, type WorkbookModel } from '../../../src/host/xlsx';

/** Columns of the office's ledger that hold words, by their header. */
export const TEXT_COLUMNS = [
  '督查事项',
  '类别',
  '来源',
  '批示领导',
  '工作要求',
  '牵头单位',
  '配合单位',
  '责任人',
  '联系电话',
  '延期批准人',
  '办理状态',
  '进展情况',
  '催办单编号',
  '备注',
] as const;
export const HEADER = ['序号', ...TEXT_COLUMNS, '交办时间', '办结时限', '延期至', '办结时间', '反馈时间'];

const matter = (
  id: number | string,
  title: string,
  unit: string,
  deadline: string,
  over: Record<string, string> = {},
) => {
  const values: Record<string, string | number> = {
    序号: id,
    督查事项: title,
    类别: '政府工作报告',
    来源: '第5次常务会议',
    批示领导: '副市长甲',
    工作要求: '完成施工',
    牵头单位: unit,
    责任人: '李四',
    办理状态: '推进中',
    进展情况: '已进场',
    交办时间: '2026-3-1',
    办结时限: deadline,
    ...over,
  };
  return HEADER.map((header) => values[header] ?? null);
};

const MATTERS: Rows = [
  matter(1, '道路修缮', '交通局', '2026-9-30'),
  matter(2, '管网改造', '住建局', '2026-9-30'),
  matter(3, '河道清淤', '水利局', '2026-12-31'),
];

/** A ledger that has every column of words, in an office without registers. */
export const wideBook = (change: (workbook: WorkbookModel) => void = () => undefined): Uint8Array => {
  const workbook = newWorkbook();
  workbook.sheets[0]!.name = LEDGER;
  put(workbook, LEDGER, [['河阳市督查台账（2026年）'], HEADER, ...MATTERS]);
  change(workbook);
  return workbook.save();
};

/** The same with this text in one cell of the first matter. */
export const wideBookWith =
  (header: string) =>
  (text: string): Uint8Array =>
    wideBook((workbook) => workbook.sheets[0]!.setValue(FIRST_MATTER, HEADER.indexOf(header), text));

/** An office that has all its registers. */
export function kept(change: (workbook: WorkbookModel) => void = () => undefined): Uint8Array {
  const workbook = opened(keptBook());
  change(workbook);
  return workbook.save();
}
const KEPT = keptBook();
/** Nothing of the words stands in it yet. */
export const plainKept = (): Uint8Array => KEPT;
const WIDE = wideBook();
export const plainWide = (): Uint8Array => WIDE;
