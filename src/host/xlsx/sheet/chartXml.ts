import { columnLetters } from '../cells/address';
import { qualifierOf } from '../formulas/references';
import type { CellContent, ChartModel } from '../model';
import { escapeText } from '../xml/characters';

const thinLine = '<c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr>';
/** Said outright, because a workbook without a theme has no colours of its own. */
const seriesColors = ['4472C4', 'ED7D31', '7F7F7F', 'FFC000', '5B9BD5', '70AD47', '264478', '9E480E'];

type ValueAt = (row: number, column: number) => CellContent;

/** One line of cells, along a row or a column. */
interface Line {
  readonly cells: readonly (readonly [row: number, column: number])[];
}

/** The chart part (ECMA-376 21.2), with the values cached so that it shows before anything recalculates. */
export function chartXml(chart: ChartModel, valueAt: ValueAt): string {
  const lineChart = chart.kind === 'line' || chart.kind === 'lineMarkers';
  const series = seriesOf(chart, valueAt)
    .map((one, index) => seriesXml(chart, one, index, valueAt))
    .join('');
  const labels = dataLabels(chart.showDataLabels);
  const axes = '<c:axId val="504210001"/><c:axId val="504210002"/>';
  const horizontal = chart.kind === 'barClustered' || chart.kind === 'barStacked';
  const stacked = chart.kind === 'columnStacked' || chart.kind === 'barStacked';
  const plot = lineChart
    ? `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series}${labels}<c:marker val="1"/>${axes}</c:lineChart>`
    : `<c:barChart><c:barDir val="${horizontal ? 'bar' : 'col'}"/><c:grouping val="${stacked ? 'stacked' : 'clustered'}"/>` +
      `<c:varyColors val="0"/>${series}${labels}<c:gapWidth val="80"/>${stacked ? '<c:overlap val="100"/>' : ''}${axes}</c:barChart>`;
  const title = chart.title === null ? '' : titleXml(chart.title);
  const legend = chart.showLegend ? '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>' : '';
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">' +
    `<c:roundedCorners val="0"/><c:chart>${title}<c:autoTitleDeleted val="${chart.title === null ? 1 : 0}"/>` +
    `<c:plotArea><c:layout/>${plot}${axesXml(chart, horizontal)}</c:plotArea>${legend}` +
    '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>'
  );
}

interface Series {
  /** null where the first row holds values already: Excel then names the series itself. */
  readonly name: readonly [number, number] | null;
  readonly values: Line;
  readonly categories: Line;
}

function seriesOf({ source, seriesBy }: ChartModel, valueAt: ValueAt): Series[] {
  const headed = seriesBy === 'rows' || typeof valueAt(source.top, source.right) !== 'number';
  const rows = range(source.top + (headed ? 1 : 0), source.bottom);
  const columns = range(source.left + 1, source.right);
  if (seriesBy === 'columns') {
    const categories = { cells: rows.map((row) => [row, source.left] as const) };
    return columns.map((column) => ({
      name: headed ? [source.top, column] : null,
      values: { cells: rows.map((row) => [row, column] as const) },
      categories,
    }));
  }
  const categories = { cells: columns.map((column) => [source.top, column] as const) };
  return rows.map((row) => ({
    name: [row, source.left],
    values: { cells: columns.map((column) => [row, column] as const) },
    categories,
  }));
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}

function seriesXml(chart: ChartModel, { name, values, categories }: Series, index: number, valueAt: ValueAt): string {
  const reference = (line: Line): string => escapeText(referenceOf(chart.sourceSheet, line));
  const line = chart.kind === 'line' || chart.kind === 'lineMarkers';
  const fill = `<a:solidFill><a:srgbClr val="${seriesColors[index % seriesColors.length]}"/></a:solidFill>`;
  const shape = line ? `<a:ln w="28575" cap="rnd">${fill}<a:round/></a:ln>` : fill;
  const symbol =
    chart.kind === 'lineMarkers'
      ? `<c:symbol val="circle"/><c:size val="6"/><c:spPr>${fill}<a:ln w="9525">${fill}</a:ln></c:spPr>`
      : '<c:symbol val="none"/>';
  const named: Line | null = name === null ? null : { cells: [name] };
  const nameXml =
    named === null
      ? ''
      : `<c:tx><c:strRef><c:f>${reference(named)}</c:f>${textCache(named, valueAt)}</c:strRef></c:tx>`;
  const marker = line ? `<c:marker>${symbol}</c:marker>` : '';
  return (
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/>` +
    nameXml +
    `<c:spPr>${shape}</c:spPr>${line ? '' : '<c:invertIfNegative val="0"/>'}${marker}` +
    `<c:cat><c:strRef><c:f>${reference(categories)}</c:f>${textCache(categories, valueAt)}</c:strRef></c:cat>` +
    `<c:val><c:numRef><c:f>${reference(values)}</c:f>${numberCache(values, valueAt)}</c:numRef></c:val>` +
    `${line ? '<c:smooth val="0"/>' : ''}</c:ser>`
  );
}

function referenceOf(sheet: string, line: Line): string {
  const at = ([row, column]: readonly [number, number]): string => `$${columnLetters(column)}$${row + 1}`;
  const first = line.cells[0]!;
  const last = line.cells[line.cells.length - 1]!;
  return qualifierOf(sheet) + at(first) + (line.cells.length > 1 ? `:${at(last)}` : '');
}

function textCache(line: Line, valueAt: ValueAt): string {
  const points = line.cells.map(([row, column], index) => {
    const value = valueAt(row, column);
    if (value === null) return '';
    const text =
      typeof value === 'object' ? value.error : typeof value === 'boolean' ? (value ? 'TRUE' : 'FALSE') : String(value);
    return `<c:pt idx="${index}"><c:v>${escapeText(text)}</c:v></c:pt>`;
  });
  return `<c:strCache><c:ptCount val="${line.cells.length}"/>${points.join('')}</c:strCache>`;
}

function numberCache(line: Line, valueAt: ValueAt): string {
  const points = line.cells.map(([row, column], index) => {
    const value = valueAt(row, column);
    return typeof value === 'number' ? `<c:pt idx="${index}"><c:v>${value}</c:v></c:pt>` : '';
  });
  return `<c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="${line.cells.length}"/>${points.join('')}</c:numCache>`;
}

function dataLabels(shown: boolean): string {
  return (
    `<c:dLbls><c:showLegendKey val="0"/><c:showVal val="${shown ? 1 : 0}"/><c:showCatName val="0"/>` +
    '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
  );
}

function titleXml(title: string): string {
  return (
    '<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="1400" b="0"/></a:pPr>' +
    `<a:r><a:rPr lang="zh-CN" sz="1400" b="0"/><a:t>${escapeText(title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`
  );
}

const CROSSES = { automatic: 'autoZero', maximum: 'max', minimum: 'min' } as const;

function axesXml({ categoriesReversed, valueAxisAt, valueMinimum }: ChartModel, horizontal: boolean): string {
  const far = categoriesReversed !== (valueAxisAt === 'maximum');
  const [category, value] = horizontal ? ['l', far ? 't' : 'b'] : ['b', far ? 'r' : 'l'];
  const minimum = valueMinimum === null ? '' : `<c:min val="${valueMinimum}"/>`;
  return (
    `<c:catAx><c:axId val="504210001"/><c:scaling><c:orientation val="${categoriesReversed ? 'maxMin' : 'minMax'}"/></c:scaling><c:delete val="0"/>` +
    `<c:axPos val="${category}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>` +
    '<c:tickLblPos val="nextTo"/><c:crossAx val="504210002"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/>' +
    '<c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>' +
    `<c:valAx><c:axId val="504210002"/><c:scaling><c:orientation val="minMax"/>${minimum}</c:scaling><c:delete val="0"/>` +
    `<c:axPos val="${value}"/><c:majorGridlines>${thinLine}</c:majorGridlines><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>` +
    '<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="504210001"/>' +
    `<c:crosses val="${CROSSES[valueAxisAt]}"/><c:crossBetween val="between"/></c:valAx>`
  );
}
