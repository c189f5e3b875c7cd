import { writtenValue } from '../../src/excel/writtenValue';

describe('人打的字写进单元格还是字', () => {
  test.each([
    '=1+1',
    '+1+1',
    '-2+3',
    '@SUM(A1)',
    '　　+1+1',
    '  -2+3',
    '\t=1+1',
    '　　@SUM(A1)',
    '＋1',
    '3-5',
    '00123',
    '2026年10月',
  ])('“%s”前面加撇号', (text) => {
    expect(writtenValue(text)).toBe(`'${text}`);
  });

  test.each(['现将情况通报如下。', '　　一、总体情况', '交通局-一科', '已完成60%左右', '', '一、+加分'])(
    '“%s”原样',
    (text) => {
      expect(writtenValue(text)).toBe(text);
    },
  );
});
