import type { CellValue } from '../cell';
import type { SheetCell, SheetContent } from '../plan';
import { placeCharts, type ChartPlaces } from './chartPlacement';
import { HEADER_ROW, scoreTable, TOTAL_COLUMN, TREND_COLUMNS, UNIT_COLUMN } from './scoreTable';
import type { ScoreSheetRequest, ScoreTable } from './scoreTable';
import { LINE_HEIGHT, rowHeights } from './sheetWords';

const HEADER_LOOK = { bold: true, align: 'center', fill: '#D9E2F3' } as const;
const POINTS_LOOK = { numberFormat: '0.00', align: 'right', wrap: true } as const;

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
  const columnWidths = looks.map(({ width }) => width);
  const heightOf = (): number => rowHeights(rows, columnWidths).reduce((total, height) => total + height, 0);
  const unranked = table.rows.findIndex((row) => typeof row[TOTAL_COLUMN] !== 'number');
  const ranked = unranked < 0 ? table.rows.length : unranked;
  const places = placeCharts({
    used: heightOf(),
    columnWidths,
    titleRows: HEADER_ROW + 1,
    bars: ranked,
    yearRows: trend.length === 0 ? 0 : trend.length + 2,
    yearColumns: UNIT_COLUMN + TREND_COLUMNS.length,
  });
  const noCharts = ranked === 0;
  const chartsRow = rows.length;
  const trendTop = chartsRow + 1;
  if (trend.length > 0) rows.push([{ value: '' }], ...trendTable(trend));
  const charts = noCharts ? [] : chartsOf(table, places, trendTop);
  const end = Math.max(0, ...charts.map(({ top, height }) => top + height));
  const underCharts = Math.max(0, Math.ceil((end - heightOf()) / LINE_HEIGHT));
  return {
    rows,
    columnWidths,
    rowHeights: [...rowHeights(rows, columnWidths), ...Array.from({ length: underCharts }, () => LINE_HEIGHT)],
    titleRows: [0, HEADER_ROW],
    frozenRows: HEADER_ROW + 1,
    landscape: true,
    merges,
    borders: { top: HEADER_ROW, left: 0, bottom: tableEnd, right: last },
    charts,
    ...(places.newPage && !noCharts ? { pageBreaks: [chartsRow] } : {}),
  };
}

type Chart = NonNullable<SheetContent['charts']>[number];

function chartsOf({ title, trend }: ScoreTable, places: ChartPlaces, trendTop: number): readonly Chart[] {
  const month = title.replace(/督查考核计分$/, '');
  let first = HEADER_ROW + 1;
  const bars = places.bars.map(({ count, ...place }, index): Chart => {
    const [top, bottom] = [first, first + count - 1];
    first += count;
    const part = places.bars.length === 1 ? '' : `（${index + 1}）`;
    return {
      kind: 'bar',
      title: `${month}各单位总分${part}`,
      source: { top: index === 0 ? HEADER_ROW : top, left: UNIT_COLUMN, bottom, right: TOTAL_COLUMN },
      ...place,
    };
  });
  if (trend.length === 0) return bars;
  const source = { top: trendTop, left: UNIT_COLUMN, bottom: trendTop + trend.length, right: UNIT_COLUMN + 3 };
  return [...bars, { kind: 'line', title: '本年各月末总分：最高、平均、最低', source, ...places.year }];
}

/** Width in characters, and how the cells below a header look. */
function columnLook(name: string): { readonly width: number; readonly look: Omit<SheetCell, 'value'> } {
  switch (name) {
    case '名次':
      return { width: 6, look: { align: 'center', wrap: true } };
    case '单位':
      return { width: 22, look: { wrap: true } };
    case '总分':
    case '当月':
      return { width: 9, look: POINTS_LOOK };
    case '类别':
      return { width: 10, look: { align: 'center', wrap: true } };
    case '组内名次':
      return { width: 9, look: { align: 'center', wrap: true } };
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
