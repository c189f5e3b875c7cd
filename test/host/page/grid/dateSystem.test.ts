import { serialInFile, serialOnScreen, showsDate } from '../../../../src/host/page/grid/dateSystem';

describe('日期系统', () => {
  test.each(['yyyy-m-d', 'yyyy"年"m"月"d"日"', '[$-804]yyyy/mm/dd', '[h]:mm', 'm/d/yyyy', '[红色]yyyy.m'])(
    '%s 显示为日期或时间',
    (format) => expect(showsDate(format)).toBe(true),
  );
  test.each(['General', '0.00', '@', '0"天"', '#,##0"年"', '[Red]0', '"day"0', '0\\h'])('%s 不是日期', (format) =>
    expect(showsDate(format)).toBe(false),
  );
  test('1904 系统的工作簿，日期在屏幕上多 1462 天，写回时减去', () => {
    expect(serialOnScreen(44_000, 'yyyy-m-d', true)).toBe(45_462);
    expect(serialInFile(45_462, 'yyyy-m-d', true)).toBe(44_000);
  });
  test('1904 系统里的普通数字不动，1900 系统里的日期不动', () => {
    expect(serialOnScreen(44_000, '0.00', true)).toBe(44_000);
    expect(serialOnScreen(44_000, 'yyyy-m-d', false)).toBe(44_000);
    expect(serialInFile(44_000, 'yyyy-m-d', false)).toBe(44_000);
  });
});
