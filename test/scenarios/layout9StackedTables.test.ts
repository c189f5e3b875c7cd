import { findingSentence } from '../../src/domain/findingSentence';
import { checked, type Rows } from '../domain/checks/checked';
import { lines, readScenario } from './ledgerScenario';

/** 版式九：一张表里上下放着几个表，各有各的表头。 */
const matters = (rows: Rows): readonly string[] => lines(readScenario({ rows }).reading.matters);
const otherTables = (rows: Rows): readonly string[] =>
  checked({ ledger: rows })
    .filter(({ code }) => code === 'sheet-not-read')
    .map(findingSentence);

const NOT_READ = '这里另有一张列不同的表，没有读取；请把它放到单独的工作表里。';

test('下面的表头列位相同、叫法不同：接着读，表头不当事项', () => {
  const rows = [
    ['序号', '事项', '责任单位', '时限'],
    [1, '修路', '交通局', '2026-9-30'],
    ['二、批示件'],
    ['序号', '批示事项', '承办单位', '办结时限'],
    [2, '修桥', '水利局', '2026-9-30'],
  ];
  expect(matters(rows)).toEqual([
    '1 | 修路 | 交通局 | — | 2026-09-30 | blank',
    '2 | 修桥 | 水利局 | — | 2026-09-30 | blank',
  ]);
  expect(otherTables(rows)).toEqual([]);
});

test('下面的表列位不同：不照上面的列硬读，在它的表头说明没有读取', () => {
  const rows = [
    ['序号', '事项', '责任单位', '时限', '办理状态'],
    [1, '修路', '交通局', '2026-9-30', '办理中'],
    ['文号', '批示领导', '批示事项', '承办单位'],
    ['批1', '某领导', '修桥', '水利局'],
  ];
  expect(matters(rows)).toEqual(['1 | 修路 | 交通局 | — | 2026-09-30 | open']);
  expect(otherTables(rows)).toEqual([`第3行A列：${NOT_READ}`]);
});

test('别的表之后台账的表头又出现：从那里接着读', () => {
  const rows = [
    ['序号', '事项', '责任单位', '时限', '办理状态'],
    [1, '修路', '交通局', '2026-9-30', '办理中'],
    ['文号', '批示领导', '批示事项', '承办单位'],
    ['批1', '某领导', '修桥', '水利局'],
    ['序号', '事项', '责任单位', '时限', '办理状态'],
    [2, '建校', '教育局', '2026-9-30', '办理中'],
  ];
  expect(matters(rows)).toHaveLength(2);
  expect(otherTables(rows)).toEqual([`第3行A列：${NOT_READ}`]);
});

test('上面的表列少、下面的表列多：读下面的，上面的说明没有读取', () => {
  const rows = [
    ['序号', '事项', '责任单位', '时限'],
    [1, '修路', '交通局', '2026-9-30'],
    [],
    ['文号', '批示事项', '批示领导', '承办单位', '办结时限'],
    ['批1', '修桥', '某领导', '水利局', '2026-9-30'],
  ];
  expect(matters(rows)).toEqual(['批1 | 修桥 | 水利局 | — | 2026-09-30 | blank']);
  expect(otherTables(rows)).toEqual([`第1行A列：${NOT_READ}`]);
});

test('事项名称里有“责任单位”这样的字，照样是事项', () => {
  const rows = [
    ['序号', '事项', '责任单位', '时限'],
    ['1', '明确责任单位、办结时限', '单位', '2026-9-30'],
  ];
  expect(matters(rows)).toHaveLength(1);
});
