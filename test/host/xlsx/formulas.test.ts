import fc from 'fast-check';
import {
  formulaAfterRename,
  formulaAfterSheetDeleted,
  formulaAfterShift,
  movedFormula,
} from '../../../src/host/xlsx/formulas/rewriting';
import { mapReferences, qualifierOf, sheetOfQualifier } from '../../../src/host/xlsx/formulas/references';

describe('公式里的引用', () => {
  test.each([
    ['A1+$B$2', 1, 1, 'B2+$B$2'],
    ['SUM(A:B)+SUM($1:2)', 1, 1, 'SUM(B:C)+SUM($1:3)'],
    ['LOG10(A1)+"A1"&\'A1 表\'!A1', 1, 0, 'LOG10(A2)+"A1"&\'A1 表\'!A2'],
    ['表1[列A1]+A1.B2+_A1+A1B', 1, 0, '表1[列A1]+A1.B2+_A1+A1B'],
    ['INDIRECT("A"&ROW())&A1#', 1, 0, 'INDIRECT("A"&ROW())&A2#'],
    ['A1:INDEX(B:B,3)', 1, 0, 'A2:INDEX(B:B,3)'],
    ['"引号""A1"""&A1', 1, 0, '"引号""A1"""&A2'],
    ['[1]甲!A1+1E5+#REF!+A1%', 1, 0, '[1]甲!A2+1E5+#REF!+A2%'],
    ['A1048576', 1, 0, 'A1'],
    ['ABCD1+XFE1', 1, 1, 'ABCD1+XFE1'],
  ])('%s 移 %i 行 %i 列成 %s', (before, rows, columns, after) => {
    expect(movedFormula(before, rows, columns)).toBe(after);
  });

  test.each([
    [
      '在第 3 行前插入 2 行',
      { row: 2, count: 2 },
      'A2+A3+$A$3+SUM(A1:A5)+SUM(3:3)+台账!A9+别的!A9',
      'A2+A5+$A$5+SUM(A1:A7)+SUM(5:5)+台账!A11+别的!A9',
    ],
    ['在区域正下方插入，区域不变', { row: 5, count: 1 }, 'SUM(A1:A5)', 'SUM(A1:A5)'],
    ['在区域首行前插入，区域整体下移', { row: 0, count: 1 }, 'SUM(A1:A5)', 'SUM(A2:A6)'],
    [
      '删去第 2 至 3 行',
      { row: 1, count: -2 },
      'A1+A2+A4+SUM(A1:A5)+SUM(A2:A3)+SUM(A3:A6)',
      'A1+#REF!+A2+SUM(A1:A3)+SUM(#REF!)+SUM(A2:A4)',
    ],
    ['整列不受影响', { row: 1, count: -2 }, 'SUM(A:A)', 'SUM(A:A)'],
  ])('%s', (_, shift, before, after) => {
    expect(formulaAfterShift(before, '台账', '台账', shift)).toBe(after);
  });

  test('别的表里的公式，只有写明那张表的引用才动', () => {
    expect(formulaAfterShift("A9+台账!A9+'台账'!B9", '汇总', '台账', { row: 0, count: 1 })).toBe(
      "A9+台账!A10+'台账'!B10",
    );
  });

  test.each([
    ['旧!A1+SUM(旧!A:A)', "'新 表'!A1+SUM('新 表'!A:A)"],
    ['\'旧\'!A1&"旧!A1"', '\'新 表\'!A1&"旧!A1"'],
    ['一月:旧!A1', "'一月:新 表'!A1"],
    ['[1]旧!A1+旧名', '[1]旧!A1+旧名'],
    ['旧!名称', "'新 表'!名称"],
  ])('表改名：%s', (before, after) => {
    expect(formulaAfterRename(before, '旧', '新 表')).toBe(after);
  });

  test('删表后，指向它的引用成 #REF!', () => {
    expect(formulaAfterSheetDeleted('甲!A1+SUM(甲!A1:B2)+乙!A1', '甲')).toBe('#REF!+SUM(#REF!)+乙!A1');
  });

  test('任意文字经过改写都不会出错，不含引用的原样不变', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        expect(mapReferences(text, ({ text: same }) => same)).toBe(text);
      }),
    );
  });

  test('任意表名加引号再取回，不变', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 31 }).filter((name) => !/[[\]:*?/\\]/.test(name) && !/^'|'$/.test(name)),
        (name) => {
          expect(sheetOfQualifier(qualifierOf(name))).toBe(name);
        },
      ),
    );
  });

  test('移过去再移回来，不变', () => {
    const cell = fc.record({
      row: fc.integer({ min: 0, max: 1000 }),
      column: fc.constantFrom('A', 'B', 'AA', 'XFD'),
      fixed: fc.boolean(),
    });
    fc.assert(
      fc.property(
        cell,
        fc.integer({ min: 0, max: 50 }),
        fc.integer({ min: 0, max: 50 }),
        ({ row, column, fixed }, rows, columns) => {
          const formula = `SUM(${fixed ? '$' : ''}${column}${fixed ? '$' : ''}${row + 1})`;
          expect(movedFormula(movedFormula(formula, rows, columns), -rows, -columns)).toBe(formula);
        },
      ),
    );
  });
});
