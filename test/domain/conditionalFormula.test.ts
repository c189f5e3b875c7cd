import { lintConditionalFormula } from './conditionalFormula';

describe('条件格式里 Excel 不认的写法', () => {
  test.each([
    '=$H5<TODAY()',
    '=AND(N("督查:逾期")=0,NOT(OR($J5="已办结",$J5="{1,2}")),IF(ISNUMBER($H5),$H5<TODAY(),FALSE))',
    '=SUM(A1:B2, C3 + 1)>0',
    '=( A1 + B1 ) > 2',
    '=$J5="他说""好, 行"""',
    '=OR( $A1 > 1 , $B1 < 2 )',
  ])('%s 可用', (formula) => expect(lintConditionalFormula(formula)).toEqual([]));

  test.each([
    ['$H5<TODAY()', 'noEquals'],
    ['=OR($J5={"办结","销号"})', 'arrayConstant'],
    ['=SUM((A1,B1))>0', 'union'],
    ['=A1,B1', 'union'],
    ['=SUM(A1:A3 A2:C2)>0', 'intersection'],
    ['=表1[时限]<TODAY()', 'structuredReference'],
    ['=[台账.xlsx]Sheet1!A1>0', 'structuredReference'],
    ["='单位 名录'!A1>0", 'otherSheet'],
    ['=单位名录!A1>0', 'otherSheet'],
    ['=SUM(Sheet1:Sheet3!A1)>0', 'otherSheet'],
    [`=$A1="${'长'.repeat(256)}"`, 'longText'],
    [`=AND(${'$A1=1,'.repeat(1400)}TRUE)`, 'tooLong'],
    ['=AND($A1=1', 'unbalanced'],
    ['=$A1="没写完', 'unbalanced'],
  ] as const)('%s 不可用：%s', (formula, construct) => expect(lintConditionalFormula(formula)).toContain(construct));

  test('8192 个字符可以，255 个字的文本可以', () => {
    const longest = `=LEN($A1)${'+1'.repeat(4091)}`;
    expect(lintConditionalFormula(longest + '1'.repeat(8192 - longest.length))).toEqual([]);
    expect(lintConditionalFormula(`=$A1="${'长'.repeat(255)}"`)).toEqual([]);
  });
});
