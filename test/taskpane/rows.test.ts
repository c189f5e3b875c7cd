import fc from 'fast-check';
import { indexAt, indexOfHeld, rowOffsets } from '../../src/taskpane/parts/rowOffsets';
import { textLines } from '../../src/taskpane/parts/textLines';

describe('清单里各行的位置', () => {
  test('任何滚动位置都落在盖住它的那一行', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 120 }), { minLength: 1, maxLength: 200 }),
        fc.nat(),
        (heights, at) => {
          const offsets = rowOffsets(heights, (height) => height);
          const position = at % offsets[heights.length]!;
          const index = indexAt(offsets, position);
          expect(offsets[index]).toBeLessThanOrEqual(position);
          expect(offsets[index + 1]).toBeGreaterThan(position);
        },
      ),
    );
  });

  test('滚过了头是最后一行；没有行是第 0 行', () => {
    expect(
      indexAt(
        rowOffsets([10, 10], (height) => height),
        500,
      ),
    ).toBe(1);
    expect(
      indexAt(
        rowOffsets([], () => 10),
        0,
      ),
    ).toBe(0);
  });
});

describe('清单里焦点所在的一行', () => {
  const keyOf = (row: string): string => row;

  test('前面的行收起或展开，焦点跟着这一行走', () => {
    const held = { key: '市教育局', index: 3 };
    expect(indexOfHeld(['市公安局', '甲', '乙', '市教育局'], keyOf, held)).toBe(3);
    expect(indexOfHeld(['市公安局', '市教育局', '丙'], keyOf, held)).toBe(1);
    expect(indexOfHeld(['市公安局', '甲', '乙', '丙', '丁', '市教育局'], keyOf, held)).toBe(5);
  });

  test('这一行没有了，是它原来位置上的一行，最多到末行；还没有过焦点、清单是空的，是第一行', () => {
    const held = { key: '市教育局', index: 2 };
    expect(indexOfHeld(['甲', '乙', '丙', '丁'], keyOf, held)).toBe(2);
    expect(indexOfHeld(['甲', '乙'], keyOf, held)).toBe(1);
    expect(indexOfHeld([], keyOf, held)).toBe(0);
    expect(indexOfHeld(['甲', '乙'], keyOf, null)).toBe(0);
  });
});

describe('一行字占几行', () => {
  test.each([
    ['修桥', 280, 1],
    ['事'.repeat(20), 280, 1],
    ['事'.repeat(21), 280, 2],
    ['', 280, 1],
    ['2026-10-31', 84, 1],
    ['2026-10-312', 84, 2],
  ])('%s 在 %d 像素里占 %d 行', (text, width, lines) => {
    expect(textLines(text, width, 14)).toBe(lines);
  });
});
