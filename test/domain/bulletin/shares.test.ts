import fc from 'fast-check';
import { shareOf, shares } from '../../../src/domain/bulletin/shares';

const total = (parts: readonly string[]): number => parts.reduce((sum, part) => sum + Math.round(Number(part) * 10), 0);

describe('百分比', () => {
  test('三个三分之一合起来是100.0', () => {
    expect(shares([1, 1, 1])).toEqual(['33.4', '33.3', '33.3']);
    expect(shares([2, 1])).toEqual(['66.7', '33.3']);
  });

  test('没有事项时都是0.0，一项占全部时是100.0', () => {
    expect(shares([0, 0])).toEqual(['0.0', '0.0']);
    expect(shareOf(0, 0)).toBe('0.0');
    expect(shares([0, 7])).toEqual(['0.0', '100.0']);
  });

  test('不论多少项，合起来总是100.0，每项与精确值相差不到0.1，空的一项不会变大', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5000), { minLength: 1, maxLength: 30 }), (counts) => {
        const whole = counts.reduce((sum, count) => sum + count, 0);
        fc.pre(whole > 0);
        const parts = shares(counts);
        expect(total(parts)).toBe(1000);
        counts.forEach((count, index) => {
          expect(Math.abs(Number(parts[index]) - (count * 100) / whole)).toBeLessThan(0.1 + 1e-9);
          if (count === 0) expect(parts[index]).toBe('0.0');
        });
      }),
    );
  });
});
