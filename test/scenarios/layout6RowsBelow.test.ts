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
