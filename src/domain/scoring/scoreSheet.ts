import type { CellValue } from '../cell';
import type { SheetCell, SheetContent } from '../plan';
import { placeCharts } from './chartPlacement';
import { HEADER_ROW, scoreTable, TOTAL_COLUMN, TREND_COLUMNS, UNIT_COLUMN } from './scoreTable';
import type { ScoreSheetRequest, ScoreTable } from './scoreTable';
import { LINE_HEIGHT, rowHeights } from './sheetWords';

const CHART_HEIGHT = { least: 260, frame: 60, perUnit: 18 };
const HEADER_LOOK = { bold: true, align: 'center', fill: '#D9E2F3' } as const;
const POINTS_LOOK = { numberFormat: '0.00', align: 'right' } as const;

/** 考核计分: one row a unit, charts of the totals and of the year below, ready to print on A4 landscape. */
export const scoreSheet = (request: ScoreSheetRequest): SheetContent => scoreContent(scoreTable(request));

/** The sheet of a table, new or read back. */
export function scoreContent(table: ScoreTable): SheetContent {
  const { title, under, columns, notes, trend } = table;
  const last = columns.length - 1;
  const looks = columns.map(columnLook);
  const rows: SheetCell[][] = [
    [{ value: title, bold: true, align: 'center' }],
    [{ value: under }],
    columns.map((value) => ({ value, ...HEADER_LOOK })),
    ...table.rows.map((row) => row.map((value, column): SheetCell => ({ value, ...looks[column]!.look }))),
  ];
  const tableEnd = rows.length - 1;
  const merges = [mergedRow(0, last), mergedRow(1, last)];
  for (const note of notes) {
    merges.push(mergedRow(rows.length, last));
    rows.push([{ value: note, wrap: true }]);
  }
  const trendTop = rows.length + 1;
  if (trend.length > 0) rows.push([{ value: '' }], ...trendTable(trend));

  const columnWidths = looks.map(({ width }) => width);
  const heights = rowHeights(rows, columnWidths);
  const used = heights.reduce((total, height) => total + height, 0);
  const unranked = table.rows.findIndex((row) => typeof row[TOTAL_COLUMN] !== 'number');
  const ranked = unranked < 0 ? table.rows.length : unranked;
  const chartHeight = Math.max(CHART_HEIGHT.least, CHART_HEIGHT.frame + ranked * CHART_HEIGHT.perUnit);
  const [totalsPlace, yearPlace] = placeCharts(used, columnWidths, HEADER_ROW + 1, chartHeight);
  const underCharts = Math.ceil((totalsPlace.top + totalsPlace.height - used) / LINE_HEIGHT);
  const charts: NonNullable<SheetContent['charts']>[number][] = [];
  if (ranked > 0) {
    charts.push({
      kind: 'bar',
      title: `${title.replace(/督查考核计分$/, '')}各单位总分`,
      source: { top: HEADER_ROW, left: UNIT_COLUMN, bottom: HEADER_ROW + ranked, right: TOTAL_COLUMN },
      ...totalsPlace,
    });
  }
  if (trend.length > 0) {
    charts.push({
      kind: 'line',
      title: '本年各月末总分：最高、平均、最低',
      source: { top: trendTop, left: UNIT_COLUMN, bottom: trendTop + trend.length, right: UNIT_COLUMN + 3 },
      ...yearPlace,
      height: Math.min(yearPlace.height, CHART_HEIGHT.least),
    });
  }
  return {
    rows,
    columnWidths,
    rowHeights: [...heights, ...Array.from({ length: underCharts }, () => LINE_HEIGHT)],
    titleRows: [0, HEADER_ROW],
    frozenRows: HEADER_ROW + 1,
    landscape: true,
    merges,
    borders: { top: HEADER_ROW, left: 0, bottom: tableEnd, right: last },
    charts,
  };
}

/** Width in characters, and how the cells below a header look. */
function columnLook(name: string): { readonly width: number; readonly look: Omit<SheetCell, 'value'> } {
  switch (name) {
    case '名次':
      return { width: 6, look: { align: 'center' } };
    case '单位':
      return { width: 20, look: {} };
    case '总分':
    case '当月':
      return { width: 9, look: POINTS_LOOK };
    case '类别':
      return { width: 10, look: {} };
    case '组内名次':
      return { width: 9, look: { align: 'center' } };
    case '备注':
      return { width: 44, look: { wrap: true } };
    default:
      return { width: Math.max(9, name.length * 2 + 1), look: POINTS_LOOK };
  }
}

const mergedRow = (row: number, right: number) => ({ top: row, left: 0, bottom: row, right });

function trendTable(months: readonly (readonly CellValue[])[]): readonly SheetCell[][] {
  return [
    [{ value: '' }, ...TREND_COLUMNS.map((value): SheetCell => ({ value, ...HEADER_LOOK }))],
    ...months.map(([name, ...points]) => [
      { value: '' },
      { value: name! },
      ...points.map((value): SheetCell => ({ value, ...POINTS_LOOK })),
    ]),
  ];
}
