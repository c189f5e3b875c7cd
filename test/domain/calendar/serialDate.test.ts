import fc from 'fast-check';
import { addDays, civilDate, type CivilDate } from '../../../src/domain/calendar/civilDate';
import { fromSerial, toSerial } from '../../../src/domain/calendar/serialDate';

describe('序列值与日期', () => {
  test('1900 系统：1 是 1900-01-01，59 是 2 月 28 日，61 是 3 月 1 日，60 没有这一天', () => {
    expect(fromSerial(1, false)).toBe('1900-01-01');
    expect(fromSerial(59, false)).toBe('1900-02-28');
    expect(fromSerial(60, false)).toBeNull();
    expect(fromSerial(61, false)).toBe('1900-03-01');
    expect(fromSerial(36526, false)).toBe('2000-01-01');
  });

  test('1904 系统：0 是 1904-01-01，35064 是 2000-01-01', () => {
    expect(fromSerial(0, true)).toBe('1904-01-01');
    expect(fromSerial(35064, true)).toBe('2000-01-01');
    expect(toSerial('1903-12-31' as CivilDate, true)).toBeNull();
  });

  test('一天里的时刻舍去', () => expect(fromSerial(45000.99, false)).toBe('2023-03-15'));

  test.each([0, -1, 2_958_466, Number.NaN, Number.POSITIVE_INFINITY])('%d 不是日期', (serial) =>
    expect(fromSerial(serial, false)).toBeNull(),
  );

  test('任一日期写成序列值再读回还是它，两种系统都一样', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), (offset) => {
        const date = addDays(civilDate(1904, 1, 1) as CivilDate, offset);
        expect(fromSerial(toSerial(date, false)!, false)).toBe(date);
        expect(fromSerial(toSerial(date, true)!, true)).toBe(date);
      }),
      { seed: 1, numRuns: 300 },
    );
    expect(toSerial('1900-02-28' as CivilDate, false)).toBe(59);
    expect(toSerial('1900-03-01' as CivilDate, false)).toBe(61);
  });
});
