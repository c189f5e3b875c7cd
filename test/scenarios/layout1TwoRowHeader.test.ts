import { lines, readScenario, silentCells } from './ledgerScenario';

/** 版式一：合并的标题行，两行表头，横向、纵向都有合并，表头里有换行。 */
const scenario = {
  rows: [
    ['某某区2026年重点项目推进台账'],
    ['序号', '工作目标', '责任\n主体', '工作标准', null, '时间节点', null, '进展情况', '备注'],
    [null, null, null, '年度\n投资', '工作\n标准', '启动\n时间', '完成\n时间', null, null],
    [1, '城东水厂扩建', '区水利局', '8000万元', '主体完工', '1月', '12月', '已开工', ''],
    [2, '滨河路改造', '区住建局、区交通局', '3000万元', '建成通车', '3月', '4-5月', '', ''],
    [3, '老旧小区改造', '区住建局', '', '完成12个小区', '2026年4月1日', '全年', '', '省定'],
    [4, '河道清淤', '各镇街', '', '', '3月', '长期坚持', '', ''],
    [5, '智慧城管平台', '区城管局', '', '', '3月', '3月5月', '', ''],
  ],
  options: {
    merges: ['A1:I1', 'A2:A3', 'B2:B3', 'C2:C3', 'D2:E2', 'F2:G2', 'H2:H3', 'I2:I3'],
  },
};

test('版式一：两行表头的列认对，时间节点下的完成时间是时限', () => {
  const { columns, doubts, reading } = readScenario(scenario);
  expect(columns).toEqual({
    序号: 'A',
    督查事项: 'B',
    责任单位: 'C',
    要求: 'E',
    交办日期: 'F',
    办结时限: 'G',
    进展情况: 'H',
    备注: 'I',
  });
  expect(doubts).toEqual([]);
  expect([reading.connection.headerTop + 1, reading.connection.headerBottom + 1]).toEqual([2, 3]);
});

test('版式一：每个事项读对', () => {
  expect(lines(readScenario(scenario).reading.matters)).toEqual([
    '1 | 城东水厂扩建 | 区水利局 | — | 2026-12-31 | blank',
    '2 | 滨河路改造 | 区住建局 | 区交通局 | 2026-05-31 | blank',
    '3 | 老旧小区改造 | 区住建局 | — | 2026-12-31 | blank',
    '4 | 河道清淤 | 各镇街 | — | 长期：长期坚持 | blank',
    '5 | 智慧城管平台 | 区城管局 | — | 读不出：3月5月 | blank',
  ]);
});

test('版式一：没有一个格子悄悄丢掉', () => {
  const read = readScenario(scenario);
  expect(silentCells(read)).toEqual([]);
  expect(read.reading.findings.filter(({ code }) => code === 'unreadable-date')).toHaveLength(1);
});
