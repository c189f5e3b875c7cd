import type { Finding, FindingCode, FindingLevel } from '../../src/domain/finding';
import type { Matter } from '../../src/domain/matter';
import { byKind, byRow } from '../../src/taskpane/desk/findingGroups';

const at = (code: FindingCode, level: FindingLevel, row: number, column = 0, sheet = '台账'): Finding => ({
  code,
  level,
  cell: { sheet, row, column },
  matter: `${sheet}!${row + 1}`,
  facts: {},
});
const matter = (row: number, title: string, classified = false): Matter =>
  ({ key: `台账!${row + 1}`, sheet: '台账', row, title, classified }) as Matter;
const FOUND = [
  at('text-date', 'info', 8, 3),
  at('missing-deadline', 'error', 8, 2),
  at('text-date', 'info', 3, 3),
  at('classified', 'warning', 5),
];
const MATTERS = [matter(3, '修桥'), matter(5, '秘密事项', true), matter(8, '建校')];

test('按行分组：照表中的次序，说第几行和事项；涉密的不显示名称；一行里重的在前', () => {
  const groups = byRow(FOUND, 'all', MATTERS);
  expect(groups.map(({ name, level }) => [name, level])).toEqual([
    ['第 4 行 修桥', 'info'],
    ['第 6 行 涉密事项（标题不显示）', 'warning'],
    ['第 9 行 建校', 'error'],
  ]);
  expect(groups[2]!.findings.map(({ code }) => code)).toEqual(['missing-deadline', 'text-date']);
});

test('只看提示：没有提示的行不列', () => {
  expect(byRow(FOUND, 'info', MATTERS).map(({ findings }) => findings.length)).toEqual([1, 1]);
});

test('只有一本台账的，登记簿的行才说是哪一张', () => {
  const groups = byRow([...FOUND, at('register-row', 'error', 1, 0, '办理登记')], 'all', MATTERS);
  expect(groups.map(({ name }) => name)).toEqual([
    '第 4 行 修桥',
    '第 6 行 涉密事项（标题不显示）',
    '第 9 行 建校',
    '办理登记 第 2 行',
  ]);
});

test('几张表的，说是哪一张', () => {
  const groups = byRow([...FOUND, at('text-date', 'info', 1, 0, '二账')], 'all', []);
  expect(groups.map(({ name }) => name)).toEqual(['台账 第 4 行', '台账 第 6 行', '台账 第 9 行', '二账 第 2 行']);
});

test('按问题分组：重的在前，名称是问题的名称', () => {
  expect(byKind(FOUND, 'all').map(({ level, findings }) => [level, findings.length])).toEqual([
    ['error', 1],
    ['warning', 1],
    ['info', 2],
  ]);
  expect(byKind([], 'all')).toEqual([]);
});
