import { firstColumn, saysTheSameAlongRows } from '../../../../src/host/page/grid/alongRows';

describe('整行标记的公式只算一列', () => {
  test.each([
    '=AND($M4<TODAY(),$Q4<>"已办结",N("督查:逾期")=0)',
    '=COUNTIFS(文书登记簿!$C$2:$C$99,$A4,文书登记簿!$F$2:$F$99,"已发")>0',
    "=SUMPRODUCT(('办理 登记'!$A$2:$A$9=$A4)*1)>0",
    '=COUNTIF($A:$A,$A4)>1',
    '="A1"=$B4',
    '=LOG10($B4)>1',
  ])('%s 一行里处处相同', (formula) => expect(saysTheSameAlongRows(formula)).toBe(true));

  test.each([
    '=A4>5',
    '=$A4>B$4',
    '=COUNTIF(A:A,$A4)>1',
    '=COUNTIF($A:B,$A4)>1',
    '=MOD(COLUMN(),2)=0',
    '=SUM($A4:C4)>1',
  ])('%s 各列不同，照旧每格都算', (formula) => expect(saysTheSameAlongRows(formula)).toBe(false));

  const range = (startRow: number, endRow: number, startColumn: number, endColumn: number) => ({
    startRow,
    endRow,
    startColumn,
    endColumn,
  });
  test('上下对齐的几块只留第一列', () => {
    expect(firstColumn([range(3, 9, 0, 24), range(12, 20, 0, 24)])).toEqual({
      ranges: [range(3, 9, 0, 0), range(12, 20, 0, 0)],
      width: 25,
    });
  });
  test('左右错开的几块、没有区域，都不省', () => {
    expect(firstColumn([range(3, 9, 0, 24), range(12, 20, 2, 24)])).toBeNull();
    expect(firstColumn([])).toBeNull();
  });
});
