import { lines, readScenario, silentCells } from './ledgerScenario';

/** 版式六：一格里写几个子任务；空行、隐藏行；下面有合计、填表人，再下面是几千行只有格式的空行。 */
const scenario = {
  rows: [
    ['填报单位：某某局', null, null, '单位：项'],
    ['序号', '督办事项', '承办部门', '要求完成日期', '任务状态'],
    [1, '1.完成摸排\n2.建立台账\n3.销号管理', '综合科', 46112, '正在办理'],
    [],
    [2, '组织培训', '人事科', '2026-06-15', '已完成'],
    ['小计', '', '', '', 2],
    [3, '采购设备', '办公室', 'N/A', '挂起'],
    ['4', '报送总结', '办公室', '', '基本完成'],
    ['总计', '', '', '', 4],
    ['填表人：某某', '', '审核人：某某', '', '填表日期：2026年10月'],
    ['备注：逾期事项另附说明。'],
    ...Array.from({ length: 3000 }, () => [''] as const),
  ],
  options: { hiddenRows: [5], formats: { D: 'yyyy-mm-dd' } },
};

test('版式六：四个事项，小计、总计、填表人、备注都不算', () => {
  const { reading } = readScenario(scenario);
  expect(lines(reading.matters)).toEqual([
    '1 | 1.完成摸排\n2.建立台账\n3.销号管理 | 综合科 | — | 2026-03-31 | open',
    '2 | 组织培训 | 人事科 | — | 2026-06-15 | closed',
    '3 | 采购设备 | 办公室 | — | 读不出：N/A | suspended',
    '4 | 报送总结 | 办公室 | — | 空 | open',
  ]);
  expect(reading.totalsRows.map((row) => row + 1)).toEqual([6, 9]);
  expect(reading.footerRows.map((row) => row + 1)).toEqual([10, 11]);
  expect(reading.spacerRows.map((row) => row + 1)).toEqual([4]);
});

test('版式六：隐藏的行照读，并数出来', () => {
  const { reading } = readScenario(scenario);
  expect(reading.hiddenCount).toBe(1);
  expect(reading.matters.map(({ hidden }) => hidden)).toEqual([false, true, false, false]);
});

test('版式六：没有一个格子悄悄丢掉', () => {
  expect(silentCells(readScenario(scenario))).toEqual([]);
});

test('版式六：表格下面预先编好序号、带好办理状态的空行不是事项，补上名称才是', () => {
  const header = ['序号', '督查事项', '责任单位', '完成时限', '是否办结', '逾期天数'];
  const { reading } = readScenario({
    rows: [
      header,
      [1, '修路', '交通局', '2026-3-31', '否', 214],
      [2, '补充名称', null, null, null, null],
      [3, null, null, null, null, null],
      ['4', null, null, null, '否', 0],
      [null, null, null, null, '否', 0],
      [6, null, '水利局', null, '否', 0],
      [7, null, null, null, '是', 0],
    ],
  });
  expect(lines(reading.matters)).toEqual([
    '1 | 修路 | 交通局 | — | 2026-03-31 | open',
    '2 | 补充名称 | 无单位 | — | 空 | blank',
    '6 | 无事项 | 水利局 | — | 空 | open',
    '7 | 无事项 | 无单位 | — | 空 | closed',
  ]);
  expect(reading.spacerRows).toEqual([3, 4, 5]);
  expect(reading.sections).toEqual([]);
});

test('版式六：竖着合并了名称的几行各有序号的，照样各是一件', () => {
  const { reading } = readScenario({
    rows: [
      ['序号', '督查事项', '责任单位', '完成时限'],
      [1, '修路', '交通局', '2026-3-31'],
      [2, null, null, null],
    ],
    options: { merges: ['B2:B3', 'C2:C3', 'D2:D3'] },
  });
  expect(reading.matters).toHaveLength(2);
});
