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
