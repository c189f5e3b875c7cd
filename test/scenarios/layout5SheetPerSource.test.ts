import { detectLedgers } from '../../src/domain/ledger/detectHeader';
import { sheetOf } from '../domain/sheetOf';
import { lines, readScenario, silentCells } from './ledgerScenario';

/** 版式五：标题在第1行，表头在第2行，数据从第4行起；一个来源一张表，表头各不相同。 */
const meeting = {
  rows: [
    ['常务会议议定事项督办表'],
    ['会议名称', '任务要求', '责任单位', '完成时限', '备注'],
    [],
    ['第12次常务会议', '制定招商方案', '商务局', '2026-08-30', ''],
    ['第12次常务会议', '完善应急预案', '应急局', '2026.5.8', '已报'],
  ],
  options: { name: '会议', merges: ['A1:E1'] },
};
const letters = {
  rows: [
    ['领导批示件督办表'],
    ['批文名称', '批文来源', '批示领导', '承办单位', '办结时限', '是否办结'],
    [],
    ['关于排水管网的建议', '人大代表', '某副市长', '住建局', '10个工作日', '否'],
    ['关于校车安全的批示', '市教育局', '某副市长', '教育局', '2026年10月底前', '是'],
  ],
  options: { name: '批示', merges: ['A1:F1'] },
};

test('版式五：两张表都认，各按各的表头', () => {
  const sheets = [meeting, letters].map(({ rows, options }) => sheetOf(rows, options));
  const contents = sheetOf([['填表说明'], ['每月25日前报送']], { name: '说明' });
  const found = detectLedgers({ name: 'a.xlsx', date1904: false, sheets: [...sheets, contents], customXml: new Map() });
  expect(found.map(({ kind }) => kind)).toEqual(['ledger', 'ledger', 'noHeader']);
  expect(readScenario(meeting).columns).toEqual({ 来源: 'A', 督查事项: 'B', 责任单位: 'C', 办结时限: 'D', 备注: 'E' });
  expect(readScenario(letters).columns).toEqual({
    督查事项: 'A',
    来源: 'B',
    批示领导: 'C',
    责任单位: 'D',
    办结时限: 'E',
    办理状态: 'F',
  });
});

test('版式五：事项读对，没有序号的也分得开', () => {
  expect(lines(readScenario(meeting).reading.matters)).toEqual([
    '无号 | 制定招商方案 | 商务局 | — | 2026-08-30 | blank',
    '无号 | 完善应急预案 | 应急局 | — | 2026-05-08 | blank',
  ]);
  expect(lines(readScenario(letters).reading.matters)).toEqual([
    '无号 | 关于排水管网的建议 | 住建局 | — | 10个工作日 | open',
    '无号 | 关于校车安全的批示 | 教育局 | — | 2026-10-31 | closed',
  ]);
  expect(readScenario(meeting).reading.matters.every(({ distinct }) => distinct)).toBe(true);
});

test('版式五：没有一个格子悄悄丢掉', () => {
  expect([...silentCells(readScenario(meeting)), ...silentCells(readScenario(letters))]).toEqual([]);
});
