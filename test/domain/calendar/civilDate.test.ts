import fc from 'fast-check';
import {
  addDays,
  civilDate,
  dayNumber,
  daysBetween,
  fromDayNumber,
  parseCivilDate,
  weekday,
  type CivilDate,
} from '../../../src/domain/calendar/civilDate';

describe('日期不带时刻和时区', () => {
  test('没有的日子不成日期', () => {
    expect(civilDate(2026, 2, 29)).toBeNull();
    expect(civilDate(2024, 2, 29)).toBe('2024-02-29');
    expect(parseCivilDate('2026-13-01')).toBeNull();
    expect(parseCivilDate('2026-1-1')).toBeNull();
  });

  test('1900 至 9999 年的每一天，天数和日期来回不变，与日历一致', () => {
    fc.assert(
      fc.property(fc.integer({ min: -25_567, max: 2_932_896 }), (number) => {
        const date = fromDayNumber(number);
        expect(dayNumber(date)).toBe(number);
        expect(dayNumber(date)).toBe(Date.parse(`${date}T00:00:00Z`) / 86_400_000);
      }),
      { seed: 5, numRuns: 2000 },
    );
  });

  test('跨闰日、跨年加减', () => {
    expect(addDays('2024-02-28' as CivilDate, 1)).toBe('2024-02-29');
    expect(addDays('2026-12-31' as CivilDate, 1)).toBe('2027-01-01');
    expect(daysBetween('2026-10-20' as CivilDate, '2026-10-31' as CivilDate)).toBe(11);
    expect(daysBetween('2026-10-31' as CivilDate, '2026-10-20' as CivilDate)).toBe(-11);
  });

  test('2026年10月31日是星期六', () => expect(weekday('2026-10-31' as CivilDate)).toBe(6));
});
