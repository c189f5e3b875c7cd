import { areaAddress } from '../domain/cell';
import type { SheetContent } from '../domain/plan';

const CHART_TYPES = { bar: 'BarClustered', line: 'LineMarkers', stackedBar: 'BarStacked' } as const;

type Chart = NonNullable<SheetContent['charts']>[number];

/** Names by which the add-in's charts are told from those someone put beside them. */
const NAME = '督查图表';
export const isOwnChart = (name: string): boolean => name.startsWith(NAME);

/**
 * Which of the charts found on a sheet that is written anew are its own. Where that was cut off, one of them may have
 * been begun and not be named yet: it is the last, and not among those that stood there before.
 */
export function ownCharts(
  found: readonly string[],
  { before, after, charts: others = [] }: { before: SheetContent; after: SheetContent; charts?: readonly string[] },
  cutOff: boolean,
): readonly string[] {
  const own = found.filter(isOwnChart);
  const most = Math.max(before.charts?.length ?? 0, after.charts?.length ?? 0);
  const last = found.at(-1);
  const begun = cutOff && own.length < most && last !== undefined && !isOwnChart(last) && !others.includes(last);
  return begun ? [...own, last] : own;
}

/** Each gets its name first: one that was begun when the writing was cut off is known by having none. */
export function addCharts(sheet: Excel.Worksheet, content: SheetContent): void {
  (content.charts ?? []).forEach((chart, index) => addChart(sheet, `${NAME}${index + 1}`, chart, content));
}

function addChart(sheet: Excel.Worksheet, name: string, spec: Chart, content: SheetContent): void {
  const source = sheet.getRange(areaAddress(spec.source));
  const chart = sheet.charts.add(CHART_TYPES[spec.kind], source, Excel.ChartSeriesBy.columns);
  chart.name = name;
  chart.title.text = spec.title;
  chart.left = spec.left;
  chart.top = spec.top;
  chart.width = spec.width;
  chart.height = spec.height;
  chart.legend.visible = spec.kind !== 'bar';
  if (spec.kind === 'bar') chart.series.getItemAt(0).hasDataLabels = true;
  if (spec.kind === 'line') return;
  // Excel lists the categories of a bar chart from the bottom: reversed, the first stands on top as in the table, and
  // the value axis, which goes with the first category, is put back below.
  const { categoryAxis, valueAxis } = chart.axes;
  categoryAxis.reversePlotOrder = true;
  categoryAxis.position = Excel.ChartAxisPosition.maximum;
  if (noneBelowZero(spec, content)) valueAxis.minimum = 0;
}

/** Then bars begin at nought: their length is what is compared, and Excel would cut 95 to 100 off at 90. */
const noneBelowZero = ({ source }: Chart, { rows }: SheetContent): boolean =>
  rows
    .slice(source.top, source.bottom + 1)
    .every((row) =>
      row.slice(source.left + 1, source.right + 1).every(({ value }) => typeof value !== 'number' || value >= 0),
    );
