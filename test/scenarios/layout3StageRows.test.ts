import { rowsOf } from '../../src/domain/matter';
import { lines, readScenario, said, silentCells } from './ledgerScenario';

/** 版式三：一个事项占几行，序号、目标、责任主体竖着合并，每行一个阶段。 */
const scenario = {
  rows: [
    ['序号', '工作目标', '责任主体', '阶段任务', '完成时限', '完成状态'],
    [1, '建成城东水厂', '水利局', '完成设计', '2026年3月底前', '已完成'],
    [null, null, null, '主体开工', '2026年6月底前', '正在推进'],
    [null, null, null, '通水', '2026年12月底前', ''],
    [2, '修通环城路', '交通局', '完成征地', '2026/4/30', '完成'],
    [null, null, null, '建成通车', '2026/9/30', '已完成'],
    [3, '改造菜市场', '商务局', '改造完成', '2026.8', '未启动'],
  ],
  options: { merges: ['A2:A4', 'B2:B4', 'C2:C4', 'A5:A6', 'B5:B6', 'C5:C6'] },
};

test('版式三：三个事项，阶段各归各的事项；各阶段都完成才算办结', () => {
  const { reading } = readScenario(scenario);
  expect(lines(reading.matters)).toEqual([
    '1 | 建成城东水厂 | 水利局 | — | 2026-12-31 | open',
    '2 | 修通环城路 | 交通局 | — | 2026-09-30 | closed',
    '3 | 改造菜市场 | 商务局 | — | 2026-08-31 | open',
  ]);
  expect(
    reading.matters.flatMap((matter) =>
      rowsOf(matter).map(
        (row) =>
          `${matter.id} 第${row.row + 1}行 ${'text' in row ? row.text : matter.requirement} ${said(row.deadline)} ${row.status}`,
      ),
    ),
  ).toEqual([
    '1 第2行 完成设计 2026-03-31 closed',
    '1 第3行 主体开工 2026-06-30 open',
    '1 第4行 通水 2026-12-31 blank',
    '2 第5行 完成征地 2026-04-30 closed',
    '2 第6行 建成通车 2026-09-30 closed',
    '3 第7行 改造完成 2026-08-31 open',
  ]);
});

test('版式三：没有一个格子悄悄丢掉', () => {
  expect(silentCells(readScenario(scenario))).toEqual([]);
});

test('版式三：事项一列只写“目标”，时限在“时间节点”下面一行，也认得', () => {
  const { reading } = readScenario({
    rows: [
      ['序号', '目标', '责任单位', '阶段任务', '时间节点', null, '完成情况'],
      [null, null, null, null, '启动时间', '完成时限', null],
      [1, '建成十所幼儿园', '教育局', '选址', '1月', '3月', '已完成'],
      [null, null, null, '主体完工', '3月', '9月', '未完成'],
    ],
    options: { merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:D2', 'E1:F1', 'G1:G2', 'A3:A4', 'B3:B4', 'C3:C4'] },
  });
  expect(lines(reading.matters)).toEqual(['1 | 建成十所幼儿园 | 教育局 | — | 2026-09-30 | open']);
});

test('版式三：没有合并的，只写了阶段名称的一行也是这个事项的阶段，不是章节，下面的阶段不会成了另一件', () => {
  const { reading } = readScenario({
    rows: [
      ['序号', '工作目标', '阶段任务', '责任单位', '完成时限', '完成状态'],
      [1, '建成城东水厂', '完成设计', '水利局', '2026年3月底前', '已完成'],
      [null, null, '（一）主体开工', null, null, null],
      [null, null, '设备安装', null, null, null],
      [null, null, '通水', null, '2026年12月底前', null],
      ['二、交通'],
      [null, null, '年内重点', null, null, null],
      [2, '修通环城路', '建成通车', '交通局', '2026/9/30', '已完成'],
      [null, null, '绿化', null, null, null],
    ],
  });
  expect(lines(reading.matters)).toEqual([
    '1 | 建成城东水厂 | 水利局 | — | 2026-12-31 | open',
    '2 | 修通环城路 | 交通局 | — | 2026-09-30 | open',
  ]);
  expect(reading.matters.map(({ section }) => section)).toEqual([null, '年内重点']);
  expect(reading.matters.map((matter) => rowsOf(matter).length)).toEqual([4, 2]);
});

test('版式三：表下落款的单位、日期紧挨着最后一行，不算它的阶段', () => {
  const { reading } = readScenario({
    rows: [
      ['序号', '工作目标', '阶段任务', '责任单位', '完成时限', '完成状态'],
      [1, '建成城东水厂', '完成设计', '水利局', '2026年3月底前', '正在推进'],
      [null, null, null, '市政府督查室', null, null],
      [null, null, null, null, '2026年10月31日', null],
    ],
  });
  expect(lines(reading.matters)).toEqual(['1 | 建成城东水厂 | 水利局 | — | 2026-03-31 | open']);
});
