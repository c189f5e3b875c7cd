import { wrappedHeight } from '../../../../src/host/page/grid/wrappedHeight';

describe('自动换行的行高', () => {
  test('放得下的一行字只占一行', () => {
    expect(wrappedHeight('市住建局', 8)).toBe(wrappedHeight('市', 8));
  });
  test('多一个汉字放不下，就多一行', () => {
    expect(wrappedHeight('市住建局办', 8)).toBe(Math.ceil(2 * 11 * 1.35));
  });
  test('单元格里的换行各占一行，空行也占', () => {
    expect(wrappedHeight('甲\n\n乙', 20)).toBe(Math.ceil(3 * 11 * 1.35));
  });
  test('字号大一倍，同样的列宽里一行只放得下一半的字', () => {
    expect(wrappedHeight('市住建局', 8, 22)).toBe(Math.ceil(2 * 22 * 1.35));
  });
});
