import { lines, readScenario, silentCells } from './ledgerScenario';

/** 版式八：单位行下面是三行表头，合并到第三行；时限分“原时限”“延期至”；每一部分前面重复表头，叫法略有不同。 */
const scenario = {
  rows: [
    ['某市政府重点工作督查台账（2026年）'],
    ['单位：市政府督查室', null, null, null, null, null, null, '2026年10月31日'],
    ['序号', '督查事项', '责任分工', null, '时间要求', null, null, '办理情况', null],
    [null, null, '牵头单位', '配合单位', '交办时间', '完成时限', null, '办理状态', '办结时间'],
    [null, null, null, null, null, '原时限', '延期至', null, null],
    ['一、政府工作报告'],
    [1, '修建环城路', '交通局', '财政局', 46082, 46295, null, '办理中', null],
    ['小计', null, '1项'],
    ['序号', '督查事项', '主办单位', '协办单位', '交办日期', '原时限', '延期时限', '办理状态', '办结日期'],
    ['二、民生实事'],
    [2, '改造菜市场', '商务局', null, 46082, 46295, 46326, '已办结', 46325],
  ],
  options: {
    merges: [
      'A1:I1',
      'A3:A5',
      'B3:B5',
      'C3:D3',
      'E3:G3',
      'H3:I3',
      'C4:C5',
      'D4:D5',
      'E4:E5',
      'F4:G4',
      'H4:H5',
      'I4:I5',
    ],
    formats: { E: 'yyyy-mm-dd', F: 'yyyy-mm-dd', G: 'yyyy-mm-dd', I: 'yyyy-mm-dd' },
  },
};

test('版式八：表头是第三至第五行，单位行不算，最下一行不当事项', () => {
  const { reading, columns } = readScenario(scenario);
  expect(reading.connection).toMatchObject({ headerTop: 2, headerBottom: 4 });
  expect(columns).toMatchObject({ 责任单位: 'C', 办结时限: 'F', 延期至: 'G', 办结日期: 'I' });
});

test('版式八：重复的表头换了近似的叫法，也不当事项', () => {
  const { reading } = readScenario(scenario);
  expect(lines(reading.matters)).toEqual([
    '1 | 修建环城路 | 交通局 | 财政局 | 2026-09-30 | open',
    '2 | 改造菜市场 | 商务局 | — | 2026-09-30 | closed',
  ]);
  expect(silentCells(readScenario(scenario)).filter((cell) => !cell.endsWith('9'))).toEqual([]);
});

test('表头里只有两格同名，另一格是内容：照样是事项', () => {
  const { reading } = readScenario({
    rows: [
      ['序号', '督查事项', '责任单位', '办结时限'],
      [1, '修路', '交通局', '2026-3-31'],
      ['序号', '督查事项', '交通局', '2026-3-31'],
    ],
  });
  expect(reading.matters).toHaveLength(2);
});

test('两行表头下面每部分重复成一行表头：第一部分的事项不丢', () => {
  const { reading } = readScenario({
    rows: [
      ['序号', '督查事项', '责任单位', '时间', null],
      [null, null, null, '交办时间', '完成时限'],
      [1, '修路', '交通局', '2026-3-1', '2026-3-31'],
      ['序号', '督查事项', '责任单位', '交办时间', '完成时限'],
      [2, '修桥', '水利局', '2026-3-1', '2026-3-31'],
    ],
    options: { merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:E1'] },
  });
  expect(reading.matters.map(({ title }) => title)).toEqual(['修路', '修桥']);
});
