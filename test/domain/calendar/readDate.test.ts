import fc from 'fast-check';
import { addDays, civilDate, dayOf, monthOf, yearOf, type CivilDate } from '../../../src/domain/calendar/civilDate';
import { readDate, type DateContext } from '../../../src/domain/calendar/readDate';
import { toSerial } from '../../../src/domain/calendar/serialDate';

const context: DateContext = {
  assignedOn: null,
  titleYear: 2023,
  asOf: '2026-10-31' as CivilDate,
  date1904: false,
  bareNumberIsDays: null,
};
const read = (value: string | number | boolean, changes: Partial<DateContext> = {}, format = 'General') =>
  readDate(value, format, { ...context, ...changes });
const dated = (value: string | number, changes: Partial<DateContext> = {}) => {
  const reading = read(value, changes);
  return reading.kind === 'date' ? reading.date : reading.kind;
};

describe('文字写的日期', () => {
  test.each([
    ['2023-3-5', '2023-03-05'],
    ['2023/3/5', '2023-03-05'],
    ['2023.3.5', '2023-03-05'],
    ['20230305', '2023-03-05'],
    ['2023年3月5日', '2023-03-05'],
    ['2023年3月5日前', '2023-03-05'],
    ['2023年3月5日之前', '2023-03-05'],
    ['2023-3-5前', '2023-03-05'],
    ['２０２３年３月５日', '2023-03-05'],
    ['2023年 3月 5日', '2023-03-05'],
    ['二〇二三年三月五日', '2023-03-05'],
    ['二○二三年三月五日', '2023-03-05'],
    ['二零二三年十二月二十一日', '2023-12-21'],
    ['2023-03-05 00:00:00', '2023-03-05'],
    ['2023/3/5 14:30', '2023-03-05'],
    ['3月5日', '2023-03-05'],
    ['3月5号前', '2023-03-05'],
  ])('%s 读作 %s，不是期末', (text, date) =>
    expect(read(text)).toEqual({ kind: 'date', date, text, periodEnd: false }),
  );

  test.each([
    ['2023.5', '2023-05-31'],
    ['2023.10', '2023-10-31'],
    ['2023-5', '2023-05-31'],
    ['2023年5月', '2023-05-31'],
    ['2022年10月底前', '2022-10-31'],
    ['5月', '2023-05-31'],
    ['5月份', '2023-05-31'],
    ['5月底', '2023-05-31'],
    ['5月底前', '2023-05-31'],
    ['5月前', '2023-05-31'],
    ['十二月', '2023-12-31'],
    ['5月初', '2023-05-10'],
    ['5月上旬', '2023-05-10'],
    ['5月中旬', '2023-05-20'],
    ['5月下旬', '2023-05-31'],
    ['2024年2月下旬', '2024-02-29'],
    ['一季度', '2023-03-31'],
    ['二季度', '2023-06-30'],
    ['第三季度', '2023-09-30'],
    ['2022年四季度末', '2022-12-31'],
    ['上半年', '2023-06-30'],
    ['下半年', '2023-12-31'],
    ['2024年上半年', '2024-06-30'],
    ['年底前', '2023-12-31'],
    ['年内', '2023-12-31'],
    ['全年', '2023-12-31'],
    ['2022年底前', '2022-12-31'],
    ['2022年内', '2022-12-31'],
    ['4-5月', '2023-05-31'],
    ['1月-4月', '2023-04-30'],
    ['1月～4月', '2023-04-30'],
    ['4~12月', '2023-12-31'],
    ['4—5月', '2023-05-31'],
    ['4——5月', '2023-05-31'],
    ['4--5月', '2023-05-31'],
    ['4/5月', '2023-05-31'],
    ['3月至6月', '2023-06-30'],
    ['3月到6月', '2023-06-30'],
    ['四至五月', '2023-05-31'],
    ['11-2月', '2024-02-29'],
    ['2022年11-2月', '2023-02-28'],
    ['2022年11月-2024年2月', '2024-02-29'],
  ])('%s 读到期末 %s', (text, date) => expect(read(text)).toEqual({ kind: 'date', date, text, periodEnd: true }));

  test.each([
    '长期',
    '长期坚持',
    '持续推进',
    '常态化',
    '每月',
    '每季度',
    '每月28日前',
    '每年12月底前',
    '长期坚持、持续推进',
  ])('%s 是长期事项', (text) => expect(read(text)).toEqual({ kind: 'recurring', text }));

  test.each([
    ['15天', 15, 'natural'],
    ['15个工作日', 15, 'working'],
    ['3日内', 3, 'natural'],
    ['十五个工作日', 15, 'working'],
    ['１５个工作日内', 15, 'working'],
    ['一百二十天', 120, 'natural'],
    ['收到后5个工作日内', 5, 'working'],
    ['收件之日起15天内', 15, 'natural'],
  ] as const)('%s 是期限 %d（%s）', (text, days, unit) =>
    expect(read(text)).toEqual({ kind: 'days', days, unit, text }),
  );

  test.each([
    '3月5月',
    '2023-3-5、2023-4-5',
    '2023年3月5日 2023年4月5日',
    '3月5日-4月5日',
    '2023-3.5',
    '2023-2-29',
    '2023年13月',
    '0月',
    '3月32日',
    '3月0日',
    '5日',
    '5日前',
    '月初',
    '0天',
    '一百二天',
    '2023年',
    '23年3月5日',
    '2023-03-04T16:00:00Z',
    '待定',
    '尽快办理',
    '#REF!',
    '45000',
  ])('%s 读不出，原文留着', (text) => expect(read(text)).toEqual({ kind: 'unreadable', text }));

  test('空白、全角空格是空', () => {
    for (const text of ['', '  ', '　']) expect(read(text)).toEqual({ kind: 'blank' });
  });
});

describe('没写年份', () => {
  test('有交办日：交办当日或以后的第一个', () => {
    const assignedOn = '2025-05-20' as CivilDate;
    expect(dated('5月20日', { assignedOn })).toBe('2025-05-20');
    expect(dated('5月19日', { assignedOn })).toBe('2026-05-19');
    expect(dated('5月', { assignedOn })).toBe('2025-05-31');
    expect(dated('3月', { assignedOn })).toBe('2026-03-31');
    expect(dated('年底前', { assignedOn })).toBe('2025-12-31');
    expect(dated('11-2月', { assignedOn })).toBe('2026-02-28');
    expect(dated('2月29日', { assignedOn })).toBe('2028-02-29');
  });

  test('没有交办日：台账标题的年份；标题也没有：统计日期那一年', () => {
    expect(dated('3月')).toBe('2023-03-31');
    expect(dated('3月', { titleYear: null })).toBe('2026-03-31');
    expect(dated('11-2月', { titleYear: null })).toBe('2027-02-28');
    expect(dated('2月29日')).toBe('unreadable');
  });

  test('交办日不改写明了的年份', () =>
    expect(dated('2023年3月', { assignedOn: '2025-05-20' as CivilDate })).toBe('2023-03-31'));
});

describe('数字单元格', () => {
  test('日期格式才是真日期，时刻舍去；常规格式的 45000 读不出', () => {
    expect(read(45000.75, {}, 'yyyy/m/d h:mm')).toEqual({
      kind: 'date',
      date: '2023-03-15',
      text: null,
      periodEnd: false,
    });
    expect(read(45000)).toEqual({ kind: 'unreadable', text: '45000' });
    expect(read(45000, {}, 'h:mm')).toEqual({ kind: 'unreadable', text: '45000' });
  });

  test('1904 工作簿的同一序列值晚 1462 天', () =>
    expect(read(45000, { date1904: true }, 'yyyy/m/d')).toMatchObject({ date: '2027-03-16' }));

  test('八位数字 20230305', () => expect(dated(20230305)).toBe('2023-03-05'));

  test('数字 2023.1 可能是 2023.10：两可，不猜；2023.5、2023.12 不会看错', () => {
    expect(read(2023.1)).toEqual({ kind: 'ambiguous', text: '2023.1', candidates: ['2023-01-31', '2023-10-31'] });
    expect(dated('2023.1')).toBe('2023-01-31');
    expect(dated(2023.5)).toBe('2023-05-31');
    expect(dated(2023.12)).toBe('2023-12-31');
    expect(dated(2023.01)).toBe('2023-01-31');
    expect(dated(2023.13)).toBe('unreadable');
  });

  test('光是数字只在表头写明天或日时才是天数', () => {
    expect(read(15, { bareNumberIsDays: 'natural' })).toEqual({ kind: 'days', days: 15, unit: 'natural', text: '15' });
    expect(read('15', { bareNumberIsDays: 'working' })).toEqual({
      kind: 'days',
      days: 15,
      unit: 'working',
      text: '15',
    });
    expect(read(15).kind).toBe('unreadable');
    for (const value of [0, -3, 1.5, 45000]) {
      expect(read(value, { bareNumberIsDays: 'natural' }).kind).toBe('unreadable');
    }
  });

  test('TRUE、FALSE 读不出', () => {
    expect(read(true)).toEqual({ kind: 'unreadable', text: 'TRUE' });
    expect(read(false)).toEqual({ kind: 'unreadable', text: 'FALSE' });
  });
});

describe('任何输入', () => {
  test('同一天的各种写法读成同一天', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000 }), (offset) => {
        const date = addDays(civilDate(1950, 1, 1) as CivilDate, offset);
        const [y, m, d] = [yearOf(date), monthOf(date), dayOf(date)];
        for (const text of [
          `${y}-${m}-${d}`,
          `${y}/${m}/${d}`,
          `${y}.${m}.${d}`,
          `${y}年${m}月${d}日`,
          date.replaceAll('-', ''),
        ]) {
          expect(dated(text)).toBe(date);
        }
        expect(read(toSerial(date, false)!, {}, 'yyyy/m/d')).toMatchObject({ date, text: null });
        expect(read(toSerial(date, true)!, { date1904: true }, 'm"月"d"日"')).toMatchObject({ date, text: null });
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  test('任意文字和数字都有答复，读成的日期一定存在', () => {
    const pieces = fc.constantFrom(
      '2023',
      '年',
      '3',
      '月',
      '5',
      '日',
      '-',
      '.',
      '/',
      '至',
      '底',
      '前',
      '每',
      '季度',
      '十',
      '天',
      ' ',
      '内',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.double(),
          fc.integer(),
          fc.array(pieces, { maxLength: 9 }).map((parts) => parts.join('')),
        ),
        fc.constantFrom('General', 'yyyy/m/d', '@'),
        fc.constantFrom(null, '2024-02-29' as CivilDate),
        (value, format, assignedOn) => {
          const reading = read(value, { assignedOn }, format);
          if (reading.kind === 'date') {
            const [y, m, d] = [yearOf(reading.date), monthOf(reading.date), dayOf(reading.date)];
            expect(civilDate(y, m, d)).toBe(reading.date);
          } else {
            expect(['blank', 'days', 'recurring', 'ambiguous', 'unreadable']).toContain(reading.kind);
          }
        },
      ),
      { seed: 11, numRuns: 2000 },
    );
  });
});
