import { isDateFormat } from '../../../src/domain/calendar/dateFormat';

describe('数字格式是不是日期', () => {
  test.each([
    'yyyy/m/d;@',
    '[$-804]yyyy"年"m"月"d"日";@',
    'yyyy年m月d日',
    'm"月"d"日"',
    'yyyy"年"m"月"',
    'yyyy-mm-dd hh:mm:ss.000',
    'm/d/yy h:mm AM/PM',
    '[$-F800]dddd, mmmm dd, yyyy',
    '[DBNum1][$-804]yyyy"年"m"月"d"日"',
    'mmm-yy',
    'aaaa',
    'YYYY-MM-DD',
  ])('%s 是', (format) => expect(isDateFormat(format)).toBe(true));

  test.each([
    'General',
    'G/通用格式',
    '@',
    '0',
    '0.00',
    '0.00E+00',
    '#,##0;[Red]-#,##0',
    '0"天"',
    '"截止日"0',
    'General"日"',
    '\\d0',
    'h:mm AM/PM',
    '上午/下午h"时"mm"分"',
    '[h]:mm',
    '[mm]:ss',
    'mm:ss.0',
    '# ?/?',
    '',
  ])('%s 不是', (format) => expect(isDateFormat(format)).toBe(false));
});
