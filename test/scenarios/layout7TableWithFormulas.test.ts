import { lines, readScenario, silentCells } from './ledgerScenario';

/** 版式七：Excel 表格，带汇总行；状态、时限列里有公式。 */
const scenario = {
  rows: [
    ['编号', '任务名称', '主办部门', '协办部门', '创建时间', '计划完成时间', '实际完成日期', '任务状态', '逾期天数'],
    ['T-01', '升级系统', '信息中心', '办公室', 46023, 46112, 46100, '已办结', 0],
    ['T-02', '数据迁移', '信息中心', '', 46023, 46310, '', '超期', 9],
    ['T-03', '验收', '办公室', '', 46023, '#REF!', '', '未启动', ''],
    ['汇总', '', '', '', '', '', '', 3, ''],
  ],
  options: {
    tables: [{ name: '表1', area: { top: 0, left: 0, bottom: 4, right: 8 }, totals: true }],
    formats: { E: 'yyyy/m/d', F: 'yyyy/m/d', G: 'yyyy/m/d' },
    formulas: {
      F: { 3: '=TODAY()+30', 4: '=#REF!+1' },
      H: { 2: '=IF(G2<>"","已办结","")', 3: '=IF(F3<TODAY(),"超期","")' },
    },
  },
};

test('版式七：事项读对，汇总行不算；随日期变的状态不作数', () => {
  const { reading } = readScenario(scenario);
  expect(lines(reading.matters)).toEqual([
    'T-01 | 升级系统 | 信息中心 | 办公室 | 2026-03-31 | closed',
    'T-02 | 数据迁移 | 信息中心 | — | 2026-10-15 | unknown',
    'T-03 | 验收 | 办公室 | — | 读不出：#REF! | open',
  ]);
  expect(reading.totalsRows.map((row) => row + 1)).toEqual([5]);
});

test('版式七：随日期变的公式、出错的公式都在格子上说', () => {
  const { reading } = readScenario(scenario);
  expect(reading.findings.map(({ code, cell }) => `${code} 第${cell.row + 1}行第${cell.column + 1}列`)).toEqual([
    'volatile-formula 第3行第6列',
    'volatile-formula 第3行第8列',
    'formula-error 第4行第6列',
  ]);
  expect(reading.matters[1]!.deadline.volatile).toBe(true);
});

test('版式七：没有一个格子悄悄丢掉', () => {
  expect(silentCells(readScenario(scenario))).toEqual([]);
});
