import fc from 'fast-check';
import {
  absoluteAddress,
  areaAddress,
  columnName,
  intersection,
  parseArea,
  splitAddressList,
  splitSheet,
  without,
} from '../../../src/host/api/address';
import type { Area } from '../../../src/host/xlsx/model';

const areas = (size: number): fc.Arbitrary<Area> =>
  fc
    .tuple(fc.nat(size), fc.nat(size), fc.nat(size), fc.nat(size))
    .map(([top, left, down, across]) => ({ top, left, bottom: top + down, right: left + across }));

const cells = (list: readonly Area[]): readonly string[] =>
  list.flatMap(({ top, left, bottom, right }) => {
    const found: string[] = [];
    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= right; column++) found.push(`${row},${column}`);
    return found;
  });

describe('addresses', () => {
  test.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
    [16_383, 'XFD'],
  ])('column %p is %s', (column, name) => {
    expect(columnName(column)).toBe(name);
  });

  test('every area is read back from its address, plain or absolute', () => {
    fc.assert(
      fc.property(areas(8000), (area) => {
        expect(parseArea(areaAddress(area))).toEqual(area);
        expect(parseArea(absoluteAddress(area))).toEqual(area);
      }),
    );
  });

  test('an absolute address has $ before every part', () => {
    expect(absoluteAddress({ top: 0, left: 0, bottom: 9, right: 27 })).toBe('$A$1:$AB$10');
    expect(absoluteAddress({ top: 0, left: 0, bottom: 1, right: 16_383 })).toBe('$1:$2');
    expect(absoluteAddress({ top: 0, left: 0, bottom: 1_048_575, right: 1 })).toBe('$A:$B');
  });

  test('a sheet with an apostrophe and a comma in its name', () => {
    expect(splitSheet("'甲''s, 乙'!A1")).toEqual({ sheet: "甲's, 乙", rest: 'A1' });
    expect(splitAddressList("'甲, 乙'!A1,B2")).toEqual(["'甲, 乙'!A1", 'B2']);
  });

  test('what is left after cutting one area out of another is the cells of the first that are not in the second', () => {
    fc.assert(
      fc.property(areas(6), areas(6), (whole, hole) => {
        const held = new Set(cells([hole]));
        expect([...cells(without(whole, hole))].sort()).toEqual(
          cells([whole])
            .filter((cell) => !held.has(cell))
            .sort(),
        );
      }),
    );
  });

  test('two areas have in common the cells that are in both', () => {
    fc.assert(
      fc.property(areas(6), areas(6), (one, other) => {
        const held = new Set(cells([other]));
        const common = intersection(one, other);
        expect(common === null ? [] : cells([common])).toEqual(cells([one]).filter((cell) => held.has(cell)));
      }),
    );
  });
});
