import { parseCivilDate, type CivilDate } from '../../domain/calendar/civilDate';
import { toSerial } from '../../domain/calendar/serialDate';
import { question, shownAs, wroteAndRead, valueOf, type HostTheme, type Scratch } from './question';
import { NO_DOCUMENT, article, issue, microsoft, reference } from './source';

const DAY = parseCivilDate('2026-10-31') as CivilDate;
const serial = ({ date1904 }: Scratch): number => toSerial(DAY, date1904)!;
/** Serial numbers of the two date systems are named alike, so that one expectation serves. */
const asDay = (at: Scratch, got: string): string => (got === `数值 ${serial(at)}` ? '日期数 2026-10-31' : got);

export const DATES: HostTheme = {
  name: '日期',
  questions: [
    question(
      'date-system',
      '1900 或 1904 日期系统可用 DATE(2000,1,1) 分辨',
      '36526 或 35064',
      reference('Functions.date'),
      async ({ context }) => {
        const probe = context.workbook.functions.date(2000, 1, 1).load('value');
        await context.sync();
        return probe.value === 36526 || probe.value === 35064 ? '36526 或 35064' : String(probe.value);
      },
    ),
    question(
      'date-serial',
      '日期写成日期数，读回是数值',
      '日期数 2026-10-31',
      article('excel/excel-add-ins-ranges-dates'),
      async (at) => asDay(at, await wroteAndRead(at, serial(at), 'yyyy-mm-dd')),
    ),
    question('date-iso', '格式 yyyy-mm-dd 的显示', '2026-10-31', article('excel/excel-add-ins-ranges-dates'), (at) =>
      shownAs(at, serial(at), 'yyyy-mm-dd'),
    ),
    question(
      'date-chinese',
      '格式 yyyy"年"m"月"d"日" 的显示',
      '2026年10月31日',
      article('excel/excel-add-ins-ranges-dates'),
      (at) => shownAs(at, serial(at), 'yyyy"年"m"月"d"日"'),
    ),
    question(
      'date-locale',
      '格式带 [$-804] 前缀的显示',
      '2026年10月31日',
      article('excel/excel-add-ins-ranges-dates'),
      (at) => shownAs(at, serial(at), '[$-804]yyyy"年"m"月"d"日";@'),
    ),
    question('date-weekday', '格式 [$-804]aaaa 显示中文星期', '星期六', NO_DOCUMENT, (at) =>
      shownAs(at, serial(at), '[$-804]aaaa'),
    ),
    question(
      'date-numerals',
      '格式 [DBNum1] 显示中文数字日期',
      '二〇二六年十月三十一日',
      NO_DOCUMENT,
      (at) => shownAs(at, serial(at), '[DBNum1][$-804]yyyy"年"m"月"d"日"'),
      { agrees: (got) => /^二[〇○]二六年十月三十一日$/.test(got) },
    ),
    question(
      'date-month-day',
      '格式 m"月"d"日" 的显示',
      '10月31日',
      article('excel/excel-add-ins-ranges-dates'),
      (at) => shownAs(at, serial(at), 'm"月"d"日"'),
    ),
    question(
      'date-time',
      '带时刻的日期只按日期格式显示',
      '2026-10-31',
      article('excel/excel-add-ins-ranges-dates'),
      (at) => shownAs(at, serial(at) + 0.75, 'yyyy-mm-dd'),
    ),
    question(
      'date-1900',
      '日期数 60 显示为 1900-02-29（1904 系统为 1904-03-01）',
      '1900-02-29',
      microsoft('Excel incorrectly assumes that the year 1900 is a leap year'),
      (at) => shownAs(at, 60, 'yyyy-mm-dd'),
      { agrees: (got) => got === '1900-02-29' || got === '1904-03-01' },
    ),
    question(
      'date-text-iso',
      '写入文字 2026-10-31，变成日期',
      '日期数 2026-10-31',
      issue('office-js #229'),
      async (at) => asDay(at, await wroteAndRead(at, '2026-10-31')),
    ),
    question(
      'date-text-us',
      '写入文字 10/31/2026，变成日期',
      '日期数 2026-10-31',
      issue('office-js #1559', 'office-js #3775'),
      async (at) => asDay(at, await wroteAndRead(at, '10/31/2026')),
    ),
    question(
      'date-text-day-first',
      '写入文字 31/10/2026，仍是文字',
      '文字 31/10/2026',
      issue('office-js #1559', 'office-js #3775'),
      (at) => wroteAndRead(at, '31/10/2026'),
    ),
    question('date-text-chinese', '写入文字 2026年10月31日，仍是文字', '文字 2026年10月31日', NO_DOCUMENT, (at) =>
      wroteAndRead(at, '2026年10月31日'),
    ),
    question('date-text-month', '写入文字 3月底前，仍是文字', '文字 3月底前', NO_DOCUMENT, (at) =>
      wroteAndRead(at, '3月底前'),
    ),
    question('date-in-text-cell', '先设文本格式再写 2026-10-31，仍是文字', '文字 2026-10-31', NO_DOCUMENT, (at) =>
      wroteAndRead(at, '2026-10-31', '@'),
    ),
    question(
      'date-format-local',
      '常规格式的本地名称（中文为 G/通用格式）',
      null,
      reference('Range.numberFormatLocal'),
      async (at) => {
        const cell = at.cells(0, 0).load('numberFormatLocal');
        await at.context.sync();
        return String((cell.numberFormatLocal as unknown[][])[0]?.[0]);
      },
    ),
    question(
      'date-today',
      '公式 =TODAY() 写入后即得今天',
      '今天',
      article('excel/excel-add-ins-ranges-set-get-values'),
      async (at) => {
        const cell = at.cells(0, 0);
        cell.formulas = [['=TODAY()']];
        const got = await valueOf(at, cell);
        return got === `数值 ${at.today}` ? '今天' : got;
      },
    ),
    question('date-today-format', '公式 =TODAY() 写入常规单元格后的格式', null, NO_DOCUMENT, async (at) => {
      const cell = at.cells(0, 0);
      cell.formulas = [['=TODAY()']];
      cell.load('numberFormat');
      await at.context.sync();
      return String((cell.numberFormat as unknown[][])[0]?.[0]);
    }),
  ],
};
