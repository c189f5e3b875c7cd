import { sheetReadBy } from '../../src/excel/formulaReads';

const read = sheetReadBy([
  { name: '考核计分', tables: ['表1'] },
  { name: "10月 '上'", tables: [] },
]);

describe('一条公式是不是引用了这张工作表', () => {
  test.each([
    ['=考核计分!B2', '考核计分'],
    ['=SUM(考核计分!$B$2:$B$9)*2', '考核计分'],
    ["=IF('考核计分'!B2>1,1,0)", '考核计分'],
    ["=VLOOKUP(A2,'10月 ''上'''!A:C,3,FALSE)", "10月 '上'"],
    ['=SUM(甲:考核计分!A1)', '考核计分'],
    ["=SUM('考核计分:丙 丁'!A1)", '考核计分'],
    ['=SUM(表1[得分])', '考核计分'],
    ['=COUNTA(表1)', '考核计分'],
    ['=A1&"说明"&考核计分!B2', '考核计分'],
    ['=-考核计分!B2', '考核计分'],
  ])('%s：是', (formula, sheet) => {
    expect(read(formula)).toBe(sheet);
  });

  test.each([
    ['考核计分!B2'],
    ['=SUM(B2:B9)'],
    ['=考核计分明细!B2'],
    ["='旧考核计分'!B2"],
    ['=INDIRECT("考核计分!B2")'],
    ['=HYPERLINK("#\'考核计分\'!A1","看")'],
    ['=[1]考核计分!B2'],
    ["='[上月.xlsx]考核计分'!B2"],
    ['=表10[得分]'],
    ['="他说""考核计分!""好"'],
    ['=表1(2)'],
    [''],
  ])('%s：不是', (formula) => {
    expect(read(formula)).toBeNull();
  });

  test('大小写不分', () => {
    expect(sheetReadBy([{ name: 'Scores', tables: ['List'] }])('=SUM(scores!A1)')).toBe('Scores');
    expect(sheetReadBy([{ name: 'Scores', tables: ['List'] }])('=SUM(LIST[分])')).toBe('Scores');
  });
});
