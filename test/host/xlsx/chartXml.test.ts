import type { ChartModel } from '../../../src/host/xlsx/model';
import { chartXml } from '../../../src/host/xlsx/sheet/chartXml';

const CELLS = [
  ['单位', '总分'],
  ['交通局', 98.4],
  ['水利局', 100],
];
const chart = (top: number): ChartModel => ({
  name: '图表 1',
  kind: 'barClustered',
  title: null,
  sourceSheet: '考核计分',
  source: { top, left: 0, bottom: 2, right: 1 },
  seriesBy: 'columns',
  left: 0,
  top: 0,
  width: 300,
  height: 200,
  showLegend: false,
  showDataLabels: false,
  categoriesReversed: false,
  valueAxisAt: 'automatic',
  valueMinimum: null,
});
const drawn = (top: number): string => chartXml(chart(top), (row, column) => CELLS[row]![column]!);

test('第一行是列名：列名作系列名，其余各行作图', () => {
  const xml = drawn(0);
  expect(xml).toContain('<c:tx><c:strRef><c:f>考核计分!$B$1</c:f>');
  expect(xml).toContain('<c:f>考核计分!$B$2:$B$3</c:f>');
});
test('第一行就是数值：与 Excel 一样，这一行也作图，系列不取名', () => {
  const xml = drawn(1);
  expect(xml).not.toContain('<c:strRef><c:f>考核计分!$B');
  expect(xml).toContain('<c:f>考核计分!$A$2:$A$3</c:f>');
  expect(xml).toContain('<c:f>考核计分!$B$2:$B$3</c:f>');
});

const axes = (change: Partial<ChartModel>): string =>
  chartXml({ ...chart(0), ...change }, (row, column) => CELLS[row]![column]!);

test('条形图照 Excel 自下而上排列，横轴在下、最小值由程序定', () => {
  const xml = axes({});
  expect(xml).not.toContain('maxMin');
  expect(xml).not.toContain('<c:min ');
  expect(xml).toContain('<c:axPos val="b"/>');
});
test('逆序类别：第一个单位在最上；横轴随第一个类别到上边，交叉于最大类别的回到下边', () => {
  const reversed = axes({ categoriesReversed: true });
  expect(reversed).toContain('<c:orientation val="maxMin"/>');
  expect(reversed).toContain('<c:axPos val="t"/>');
  const below = axes({ categoriesReversed: true, valueAxisAt: 'maximum', valueMinimum: 0 });
  expect(below).toContain('<c:crosses val="max"/>');
  expect(below).toContain('<c:axPos val="b"/>');
  expect(below).toContain('<c:orientation val="minMax"/><c:min val="0"/>');
});
