import { areaAddress, type Area } from '../domain/cell';
import type { SheetContent } from '../domain/plan';
import { rangeAt } from './areasOnWire';
import { dressCells, setRowHeights } from './sheetLooks';
import { setUpPage } from './sheetPage';
import { writtenValue } from './writtenValue';

/** Points a character of the standard width takes: Excel's API gives column widths in points. */
const POINTS_PER_CHARACTER = 5.25;

/** Puts a whole new sheet at the end of the workbook: formats before values, so that text stays text; then looks, then page set-up. */
export function writeSheet(context: Excel.RequestContext, name: string, content: SheetContent): void {
  const sheet = context.workbook.worksheets.add(name);
  writeCells(sheet, content);
  content.columnWidths.forEach((characters, column) => {
    sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = characters * POINTS_PER_CHARACTER;
  });
  setRowHeights(sheet, content.rowHeights ?? []);
  if (content.print !== undefined && content.rows.length > 0) {
    wholeRange(sheet, content).format.verticalAlignment = Excel.VerticalAlignment.center;
  }
  dressCells(sheet, content.rows);
  content.rows.forEach((row, rowIndex) =>
    row.forEach((cell, column) => {
      if (cell.link === undefined) return;
      const range = sheet.getRangeByIndexes(rowIndex, column, 1, 1);
      range.hyperlink = { documentReference: cell.link, textToDisplay: String(cell.value) };
    }),
  );
  for (const { area, across } of mergeRuns(content.merges ?? [])) rangeAt(sheet, area).merge(across);
  if (content.borders !== undefined) border(rangeAt(sheet, content.borders));
  if (content.frozenRows !== undefined && content.frozenRows > 0) sheet.freezePanes.freezeRows(content.frozenRows);
  setUpPage(sheet, content);
  for (const chart of content.charts ?? []) addChart(sheet, chart, content);
}

const widthOf = ({ rows }: SheetContent): number => Math.max(1, ...rows.map((row) => row.length));

const wholeRange = (sheet: Excel.Worksheet, content: SheetContent): Excel.Range =>
  rangeAt(sheet, { top: 0, left: 0, bottom: content.rows.length - 1, right: widthOf(content) - 1 });

function writeCells(sheet: Excel.Worksheet, content: SheetContent): void {
  const { rows } = content;
  if (rows.length === 0) return;
  const columns = Array.from({ length: widthOf(content) }, (_, column) => column);
  const range = wholeRange(sheet, content);
  range.numberFormat = rows.map((row) => columns.map((column) => row[column]?.numberFormat ?? 'General'));
  range.values = rows.map((row) => columns.map((column) => writtenValue(row[column]?.value ?? '')));
}

const EDGES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideHorizontal', 'InsideVertical'] as const;

function border(range: Excel.Range): void {
  for (const edge of EDGES) {
    const line = range.format.borders.getItem(edge);
    line.style = Excel.BorderLineStyle.continuous;
    line.color = '#7F7F7F';
  }
}

const CHART_TYPES = { bar: 'BarClustered', line: 'LineMarkers', stackedBar: 'BarStacked' } as const;

type Chart = NonNullable<SheetContent['charts']>[number];

function addChart(sheet: Excel.Worksheet, spec: Chart, content: SheetContent): void {
  const source = sheet.getRange(areaAddress(spec.source));
  const chart = sheet.charts.add(CHART_TYPES[spec.kind], source, Excel.ChartSeriesBy.columns);
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

/** Merges in as few commands as Excel has them: like rows below each other are merged across together. */
function mergeRuns(merges: readonly Area[]): readonly { readonly area: Area; readonly across: boolean }[] {
  const runs: { area: { -readonly [K in keyof Area]: Area[K] }; across: boolean }[] = [];
  const open = new Map<string, (typeof runs)[number]>();
  for (const merge of [...merges].sort((a, b) => a.top - b.top || a.left - b.left)) {
    const run = open.get(`${merge.left},${merge.right}`);
    if (merge.top === merge.bottom && run?.across === true && run.area.bottom === merge.top - 1) {
      run.area.bottom = merge.top;
      continue;
    }
    const next = { area: { ...merge }, across: merge.top === merge.bottom };
    open.set(`${merge.left},${merge.right}`, next);
    runs.push(next);
  }
  return runs;
}
