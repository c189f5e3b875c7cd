import { placeCharts, type ChartPlaces } from '../../../src/domain/scoring/chartPlacement';

/** A table as wide as the paper, and one twice as wide. */
const WIDTHS = [6, 22, 9, 9, 9, 91.6];
const WIDE = [6, 22, 9, 9, 9, 238.3];

const placed = (used: number, bars: number, yearRows = 12, columnWidths = WIDTHS): ChartPlaces =>
  placeCharts({ used, columnWidths, titleRows: 3, bars, yearRows, yearColumns: 5 });
/** What a page begun anew holds below its title rows. */
const ROOM = 487 - 3 * 15.6;

test('本页放得下：紧接在走势表之下，两图并排，不宽于表格', () => {
  const { newPage, bars, year } = placed(20, 5, 11);
  expect(newPage).toBe(false);
  expect(bars).toEqual([{ left: 0, top: 20 + 12 * 15.6, width: bars[0]!.width, height: 260, count: 5 }]);
  expect(year.left).toBeGreaterThan(bars[0]!.width);
  expect(year.left + year.width).toBeLessThan(146.6 * 5.25);
});
test('本页余下的刚好够高：不换页；差一点：换页', () => {
  const most = 487 - 260 - 12 * 15.6;
  expect(placed(most, 5, 11).newPage).toBe(false);
  expect(placed(most + 0.1, 5, 11).newPage).toBe(true);
});
test('表格比纸宽：整页按比例缩小，一页容得下更多', () => {
  expect(placed(60, 5, 11, WIDE).newPage).toBe(false);
});
test.each([1, 24, 25, 36, 48, 49, 90])('另起一页：%d个单位的图都在这一页里，互不重叠，一个单位不漏', (count) => {
  const { newPage, bars, year } = placed(3000, count);
  expect(newPage).toBe(true);
  expect(bars.reduce((sum, bar) => sum + bar.count, 0)).toBe(count);
  for (const { top, height } of [...bars, year]) {
    expect(top).toBeGreaterThanOrEqual(3000);
    expect(top + height).toBeLessThanOrEqual(3000 + ROOM);
  }
  const across = [year, ...bars].sort((a, b) => a.left - b.left);
  for (const [index, { left, width }] of across.entries()) {
    expect(left + width).toBeLessThanOrEqual(across[index + 1]?.left ?? 146.6 * 5.25);
  }
  expect(year.top).toBeGreaterThan(3000 + 12 * 15.6);
});
test('24个单位一张图，25个分成两张', () => {
  expect(placed(3000, 24).bars.map(({ count }) => count)).toEqual([24]);
  expect(placed(3000, 25).bars.map(({ count }) => count)).toEqual([13, 12]);
});
test('一月没有走势表：柱形图占满一页的宽度', () => {
  const [bar] = placed(3000, 10, 0).bars;
  expect(bar).toMatchObject({ left: 0, top: 3015.6 });
});
