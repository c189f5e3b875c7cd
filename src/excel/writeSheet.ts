import { areaAddress, type Area } from '../domain/cell';
import type { SheetCell, SheetContent } from '../domain/plan';
import { rangeAt } from './areasOnWire';
import { writtenValue } from './writtenValue';

/** Points a character of the standard width takes: Excel's API gives column widths in points. */
const POINTS_PER_CHARACTER = 5.25;
const POINTS_PER_INCH = 72;

/** Puts a whole new sheet at the end of the workbook: formats before values, so that text stays text; then looks, then page set-up. */
export function writeSheet(context: Excel.RequestContext, name: string, content: SheetContent): void {
  const sheet = context.workbook.worksheets.add(name);
  writeCells(sheet, content);
  content.columnWidths.forEach((characters, column) => {
    sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = characters * POINTS_PER_CHARACTER;
  });
  for (const { top, bottom, points } of runsOfHeight(content.rowHeights ?? [])) {
    sheet.getRangeByIndexes(top, 0, bottom - top + 1, 1).format.rowHeight = points;
  }
  for (const { cells, area } of runsOfLook(content.rows)) dress(rangeAt(sheet, area), cells);
  content.rows.forEach((row, rowIndex) =>
    row.forEach((cell, column) => {
      if (cell.link === undefined) return;
      const range = sheet.getRangeByIndexes(rowIndex, column, 1, 1);
      range.hyperlink = { documentReference: cell.link, textToDisplay: String(cell.value) };
    }),
  );
  for (const merge of content.merges ?? []) rangeAt(sheet, merge).merge(false);
  if (content.borders !== undefined) border(rangeAt(sheet, content.borders));
  if (content.frozenRows !== undefined && content.frozenRows > 0) sheet.freezePanes.freezeRows(content.frozenRows);
  setUpPage(sheet, content);
  for (const chart of content.charts ?? []) addChart(sheet, chart);
}

function writeCells(sheet: Excel.Worksheet, { rows }: SheetContent): void {
  if (rows.length === 0) return;
  const width = Math.max(1, ...rows.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, column) => column);
  const range = rangeAt(sheet, { top: 0, left: 0, bottom: rows.length - 1, right: width - 1 });
  range.numberFormat = rows.map((row) => columns.map((column) => row[column]?.numberFormat ?? 'General'));
  range.values = rows.map((row) => columns.map((column) => writtenValue(row[column]?.value ?? '')));
}

function runsOfHeight(
  heights: readonly (number | null)[],
): readonly { readonly top: number; readonly bottom: number; readonly points: number }[] {
  const runs: { top: number; bottom: number; points: number }[] = [];
  heights.forEach((points, row) => {
    const last = runs.at(-1);
    if (points === null) return;
    if (last !== undefined && last.bottom === row - 1 && last.points === points) last.bottom = row;
    else runs.push({ top: row, bottom: row, points });
  });
  return runs;
}

const lookOf = ({ bold, fill, color, align, wrap }: SheetCell): string =>
  JSON.stringify([bold, fill, color, align, wrap]);
const PLAIN = lookOf({ value: '' });

/** Areas of one look: neighbours in a row first, then equal rows below each other. */
function runsOfLook(rows: SheetContent['rows']): readonly { readonly cells: SheetCell; readonly area: Area }[] {
  const open: { cells: SheetCell; look: string; area: { -readonly [K in keyof Area]: Area[K] } }[] = [];
  rows.forEach((row, rowIndex) => {
    let column = 0;
    while (column < row.length) {
      const first = row[column]!;
      const look = lookOf(first);
      let last = column;
      while (last + 1 < row.length && lookOf(row[last + 1]!) === look) last += 1;
      const left = column;
      const above = open.find(
        (run) =>
          run.look === look && run.area.bottom === rowIndex - 1 && run.area.left === left && run.area.right === last,
      );
      if (above !== undefined) above.area.bottom = rowIndex;
      else if (look !== PLAIN)
        open.push({ cells: first, look, area: { top: rowIndex, left, bottom: rowIndex, right: last } });
      column = last + 1;
    }
  });
  return open;
}

function dress(range: Excel.Range, { bold, fill, color, align, wrap }: SheetCell): void {
  if (bold === true) range.format.font.bold = true;
  if (fill !== undefined) range.format.fill.color = fill;
  if (color !== undefined) range.format.font.color = color;
  if (align !== undefined) {
    range.format.horizontalAlignment = { left: 'Left', center: 'Center', right: 'Right' }[
      align
    ] as Excel.HorizontalAlignment;
  }
  if (wrap === true) {
    range.format.wrapText = true;
    range.format.verticalAlignment = Excel.VerticalAlignment.center;
  }
}

const EDGES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideHorizontal', 'InsideVertical'] as const;

function border(range: Excel.Range): void {
  for (const edge of EDGES) {
    const line = range.format.borders.getItem(edge);
    line.style = Excel.BorderLineStyle.continuous;
    line.color = '#7F7F7F';
  }
}

/** A4; titles repeated; the width fits the page however many pages there are below each other. */
function setUpPage(sheet: Excel.Worksheet, content: SheetContent): void {
  const page = sheet.pageLayout;
  page.paperSize = Excel.PaperType.a4;
  page.orientation = content.landscape === true ? Excel.PageOrientation.landscape : Excel.PageOrientation.portrait;
  page.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
  page.centerHorizontally = true;
  page.leftMargin = page.rightMargin = 0.5 * POINTS_PER_INCH;
  if (content.titleRows !== undefined) {
    const [first, last] = content.titleRows;
    page.setPrintTitleRows(`$${first + 1}:$${last + 1}`);
  }
}

const CHART_TYPES = { bar: 'BarClustered', line: 'LineMarkers', stackedBar: 'BarStacked' } as const;

function addChart(sheet: Excel.Worksheet, spec: NonNullable<SheetContent['charts']>[number]): void {
  const source = sheet.getRange(areaAddress(spec.source));
  const chart = sheet.charts.add(CHART_TYPES[spec.kind], source, Excel.ChartSeriesBy.columns);
  chart.title.text = spec.title;
  chart.left = spec.left;
  chart.top = spec.top;
  chart.width = spec.width;
  chart.height = spec.height;
  chart.legend.visible = spec.kind !== 'bar';
}
