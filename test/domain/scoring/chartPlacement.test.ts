import { placeCharts } from '../../../src/domain/scoring/chartPlacement';

const WIDTHS = [146.6];

test('本页放得下：紧接表格之下，两图并排，不宽于表格', () => {
  const [left, right] = placeCharts(100, WIDTHS, 3, 260);
  expect(left).toMatchObject({ left: 0, height: 260 });
  expect(left.top).toBeCloseTo(131.2);
  expect(right.top).toBe(left.top);
  expect(right.left).toBeGreaterThan(left.width);
  expect(right.left + right.width).toBeLessThan(146.6 * 5.25);
});
test('本页余下的不够高：移到下一页', () => {
  expect(placeCharts(195, WIDTHS, 3, 260)[0].top).toBeLessThan(487);
  expect(placeCharts(196, WIDTHS, 3, 260)[0].top).toBeGreaterThan(487);
});
test('表格有几页的，从最后一页算余下的高度', () => {
  const [place] = placeCharts(800, WIDTHS, 3, 260);
  expect(place.top).toBeGreaterThan(487 + 440);
  expect(placeCharts(500, WIDTHS, 3, 260)[0].top).toBeCloseTo(531.2);
});
test('单位再多，图也不高过一页', () => {
  expect(placeCharts(3000, WIDTHS, 3, 5000)[0].height).toBeLessThan(487);
});
test('表格比纸宽：整页按比例缩小，一页容得下更多', () => {
  expect(placeCharts(190, [300], 3, 260)[0].top).toBeCloseTo(221.2);
});
