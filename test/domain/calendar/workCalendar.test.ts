import fc from 'fast-check';
import { addDays, civilDate, daysBetween, type CivilDate } from '../../../src/domain/calendar/civilDate';
import { createWorkCalendar, PUBLISHED_YEARS } from '../../../src/domain/calendar/workCalendar';

const day = (text: string) => text as CivilDate;

describe('工作日按国务院办公厅安排计算', () => {
  const calendar = createWorkCalendar();

  test('所带安排是 2004 年至 2026 年，其他年份不当作已有', () => {
    expect(PUBLISHED_YEARS).toEqual(Array.from({ length: 23 }, (_, index) => 2004 + index));
    expect(calendar.holdsYear(2026)).toBe(true);
    expect(calendar.holdsYear(2027)).toBe(false);
    expect(calendar.holdsYear(2003)).toBe(false);
  });

  test('2026 年国庆放假七天，9 月 20 日和 10 月 10 日补班', () => {
    expect(calendar.isWorkingDay(day('2026-09-30'))).toBe(true);
    for (let n = 0; n < 7; n += 1) expect(calendar.isWorkingDay(addDays(day('2026-10-01'), n))).toBe(false);
    expect(calendar.isWorkingDay(day('2026-10-08'))).toBe(true);
    expect(calendar.isWorkingDay(day('2026-09-20'))).toBe(true);
    expect(calendar.isWorkingDay(day('2026-10-10'))).toBe(true);
    expect(calendar.isWorkingDay(day('2026-10-11'))).toBe(false);
  });

  test('9 月 29 日交办、5 个工作日：跨过国庆，补班日算一天', () => {
    expect(calendar.addWorkingDays(day('2026-09-29'), 5)).toEqual({ date: '2026-10-12', provisional: false });
    expect(calendar.addWorkingDays(day('2026-09-29'), 4)).toEqual({ date: '2026-10-10', provisional: false });
    expect(calendar.addWorkingDays(day('2026-09-29'), 1)).toEqual({ date: '2026-09-30', provisional: false });
  });

  test('跨进没有安排的年份，结果注明暂按周末推算', () => {
    expect(calendar.addWorkingDays(day('2026-12-30'), 1)).toEqual({ date: '2026-12-31', provisional: false });
    expect(calendar.addWorkingDays(day('2026-12-30'), 2)).toEqual({ date: '2027-01-01', provisional: true });
  });

  test('节假日表把某日改为休，就不再是工作日；改为班，就成工作日', () => {
    const own = createWorkCalendar([
      { date: day('2026-11-02'), kind: 'off' },
      { date: day('2026-11-01'), kind: 'work' },
    ]);
    expect(own.isWorkingDay(day('2026-11-02'))).toBe(false);
    expect(own.isWorkingDay(day('2026-11-01'))).toBe(true);
    expect(calendar.isWorkingDay(day('2026-11-02'))).toBe(true);
  });

  test('节假日表录了 2027 年的休，那一年就按本单位安排算，不再注明；只录了班则仍注明', () => {
    const withOff = createWorkCalendar([{ date: day('2027-01-01'), kind: 'off' }]);
    expect(withOff.addWorkingDays(day('2026-12-31'), 1)).toEqual({ date: '2027-01-04', provisional: false });
    const withWork = createWorkCalendar([{ date: day('2027-01-02'), kind: 'work' }]);
    expect(withWork.addWorkingDays(day('2026-12-31'), 2)).toEqual({ date: '2027-01-02', provisional: true });
  });

  test('遇休息日顺延到下一工作日，工作日不动', () => {
    expect(calendar.onOrNextWorkingDay(day('2026-10-01'))).toEqual({ date: '2026-10-08', provisional: false });
    expect(calendar.onOrNextWorkingDay(day('2026-10-08'))).toEqual({ date: '2026-10-08', provisional: false });
    expect(calendar.onOrNextWorkingDay(day('2027-01-02'))).toEqual({ date: '2027-01-04', provisional: true });
  });

  test('从任一天数 n 个工作日：终点是工作日，起点之后到终点恰有 n 个', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 8000 }), fc.integer({ min: 1, max: 60 }), (offset, count) => {
        const from = addDays(civilDate(2004, 1, 1) as CivilDate, offset);
        const { date } = calendar.addWorkingDays(from, count);
        expect(calendar.isWorkingDay(date)).toBe(true);
        let counted = 0;
        for (let n = 1; n <= daysBetween(from, date); n += 1) if (calendar.isWorkingDay(addDays(from, n))) counted += 1;
        expect(counted).toBe(count);
      }),
      { seed: 20261031, numRuns: 200 },
    );
  });
});
