import fc from 'fast-check';
import type { MatterForm } from '../../../src/domain/ledger/matterForm';
import { pastedCells, pastedMatters } from '../../../src/domain/ledger/pastedMatters';
import { proposedNumber } from '../../../src/domain/ledger/proposedNumber';
import type { Matter } from '../../../src/domain/matter';

const numbered = (...ids: (string | null)[]): readonly Matter[] => ids.map((id) => ({ id }) as Matter);

test.each([
  [['1', '2', '3'], '4'],
  [['1', '7', '3'], '8'],
  [['T-08', 'T-09'], 'T-10'],
  [['008', '009'], '010'],
  [['〔2026〕9号', '〔2026〕10号'], '〔2026〕11号'],
  [['１', '２'], '3'],
  [['1', null], '2'],
])('序号 %j 之后是 %s', (ids, next) => {
  expect(proposedNumber(numbered(...ids), numbered(...ids))).toBe(next);
});

test('台账还没有事项：从 1 编起', () => {
  expect(proposedNumber([], [])).toBe('1');
});

test('没有编号、编号里没有数字：不提', () => {
  expect(proposedNumber(numbered(null, '甲'), [])).toBeNull();
});

test('各节各自从1编号的，接本节的号；通编的接全表的号', () => {
  expect(proposedNumber(numbered('1', '2', '1', '2', '3'), numbered('1', '2'))).toBe('3');
  expect(proposedNumber(numbered('1', '2', '3', '4', '5'), numbered('1', '2'))).toBe('6');
});

const form = {
  fields: [
    { column: 0, field: 'id', header: '序号', kind: 'text', choices: [], required: false },
    { column: 1, field: 'title', header: '督查事项', kind: 'text', choices: [], required: true },
    { column: 2, field: 'leadUnit', header: '责任单位', kind: 'list', choices: [], required: true },
    { column: 3, field: null, header: '逾期天数', kind: 'formula', choices: [], required: false },
    { column: 4, field: null, header: '督查组', kind: 'text', choices: [], required: false },
  ],
} as unknown as MatterForm;
const told = (text: string) => pastedMatters(form, text).matters.map((typed) => [...typed]);

test('没有表头：按台账的列序，公式列跳过', () => {
  expect(told('1\t甲\t教育局\t一组')).toEqual([
    [
      [0, '1'],
      [1, '甲'],
      [2, '教育局'],
      [4, '一组'],
    ],
  ]);
});

test('没有序号的一批：从事项一列开始', () => {
  expect(told('甲\t教育局\n乙\t水利局')).toEqual([
    [
      [1, '甲'],
      [2, '教育局'],
    ],
    [
      [1, '乙'],
      [2, '水利局'],
    ],
  ]);
});

test('有表头：按表头，列序不论；不认识的列说出来；多出来的格子说是第几行', () => {
  const pasted = pastedMatters(form, '牵头部门\t密码\t督查事项\n教育局\tx\t甲\n水利局\ty\t乙\t多');
  expect(pasted).toMatchObject({ byHeader: true, unknownHeaders: ['密码'], tooLong: [3] });
  expect([...pasted.matters[0]!]).toEqual([
    [2, '教育局'],
    [1, '甲'],
  ]);
});

test('只像一个表头的第一行仍是事项；空白不算一件', () => {
  expect(pastedMatters(form, '督查事项\t教育局').byHeader).toBe(false);
  expect(told('\n\t\n')).toEqual([]);
});

test('引号里的换行、制表符、引号照原样；不成对的引号是普通字', () => {
  expect(pastedCells('"甲\n乙"\t"说""好"""\n"半\t丙')).toEqual([
    ['甲\n乙', '说"好"'],
    ['"半', '丙'],
  ]);
});

test('按Excel的写法复制出来的任何文字，粘贴回来还是那些格子', () => {
  const cell = fc.string({ unit: fc.constantFrom('甲', 'a', '"', '\t', '\n', ' ', '1') });
  const quoted = (text: string): string => (/["\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constant('首'), cell, cell), { minLength: 1, maxLength: 4 }), (rows) => {
      const text = rows.map((row) => row.map(quoted).join('\t')).join('\n');
      expect(pastedCells(text)).toEqual(rows.map((row) => row.map((each) => each.trim())));
    }),
  );
});
