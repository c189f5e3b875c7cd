import { continuedFormula, extendedFormula } from '../../../src/domain/ledger/continuedFormula';

test.each([
  ['=IF(P5="",$A$1,Q5)', '=IF(P6="",$A$1,Q6)'],
  ['=TODAY()-$M5', '=TODAY()-$M6'],
  ['=A$5+B5', '=A$5+B6'],
  ['="A5"&A5', '="A5"&A6'],
  ["='A5 表'!B5+汇总!C5", "='A5 表'!B6+汇总!C6"],
  ['=LOG10(A5)+[@列A5]', '=LOG10(A6)+[@列A5]'],
  ['=ROW()-3', '=ROW()-3'],
  ['=SUM(A5:C5)', '=SUM(A6:C6)'],
])('向下接续一行：%s → %s', (formula, next) => {
  expect(continuedFormula(formula, 1)).toBe(next);
});

test.each([
  ['=COUNTA(B4:B20)', '=COUNTA(B4:B22)'],
  ['=SUM($E$4:$E$20)&"A4:A20"', '=SUM($E$4:$E$22)&"A4:A20"'],
  ["=SUM(台账!B4:B20)+SUM('台账'!C4:C20)", "=SUM(台账!B4:B22)+SUM('台账'!C4:C22)"],
  ["=SUM(别表!B4:B20)+SUM('别 表'!C4:C20)", "=SUM(别表!B4:B20)+SUM('别 表'!C4:C20)"],
  ['=SUM(B4:B19)+B20', '=SUM(B4:B19)+B20'],
  ['=COUNTIF(B20:B20,"是")', '=COUNTIF(B20:B22,"是")'],
])('合计的范围接到新行：%s → %s', (formula, after) => {
  expect(extendedFormula(formula, '台账', 19, 2)).toBe(after);
});
