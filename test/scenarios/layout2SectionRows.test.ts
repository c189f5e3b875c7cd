import { lines, readScenario, silentCells } from './ledgerScenario';

/** 版式二：数据中间有整行合并的章节行，分两级。 */
const scenario = {
  rows: [
    ['2026年政府工作报告任务分解台账'],
    ['序号', '工作任务', '牵头单位', '配合单位', '完成时限', '办理状态'],
    ['一、政府工作报告（3项）'],
    ['（一）工业'],
    [1, '新增规上企业10家', '工信局', '发改委，财政局', '12月底前', '办理中'],
    ['（二）农业'],
    [2, '建设高标准农田2万亩', '农业农村局', '', '6月底', '已办结'],
    [3, '防汛物资储备', '应急局；水利局', '', '5月上旬', '按时办结'],
    ['二、为民实事'],
    [4, '新建口袋公园', '住建局', '', '三季度', '超时未结'],
    ['合计', '', '', '', '', '4项'],
  ],
  options: { merges: ['A1:F1', 'A3:F3', 'A4:F4', 'A6:F6', 'A9:F9', 'A11:E11'] },
};

test('版式二：章节行不算事项，一级章节是类别', () => {
  const { reading } = readScenario(scenario);
  expect(lines(reading.matters)).toEqual([
    '1 | 新增规上企业10家 | 工信局 | 发改委、财政局 | 2026-12-31 | open',
    '2 | 建设高标准农田2万亩 | 农业农村局 | — | 2026-06-30 | closed',
    '3 | 防汛物资储备 | 应急局、水利局 | — | 2026-05-10 | closed',
    '4 | 新建口袋公园 | 住建局 | — | 2026-09-30 | open',
  ]);
  expect(reading.matters.map(({ category, section }) => `${category} / ${section}`)).toEqual([
    '政府工作报告 / （一）工业',
    '政府工作报告 / （二）农业',
    '政府工作报告 / （二）农业',
    '为民实事 / 二、为民实事',
  ]);
  expect(reading.totalsRows.map((row) => row + 1)).toEqual([11]);
});

test('版式二：没有一个格子悄悄丢掉', () => {
  expect(silentCells(readScenario(scenario))).toEqual([]);
});
