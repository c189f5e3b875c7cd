import { yearMonthOf, type CivilDate } from '../calendar/civilDate';
import type { SheetCell, SheetContent } from '../plan';
import type { RuleSet } from '../ruleSet';
import { exact, rounded, sum, toNumber } from './points';
import { placeCharts } from './chartPlacement';
import type { UnitScore } from './score';
import { byRank, LINE_HEIGHT, monthTitle, rowHeights, schemeLine } from './sheetWords';

export const scoreSheetName = (asOf: CivilDate): string => `考核计分 ${yearMonthOf(asOf)}`;

/** Totals at the end of one month of the year. */
export interface MonthTotals {
  /** 1–12. */
  readonly month: number;
  readonly totals: readonly (number | null)[];
}

export interface ScoreSheetRequest {
  readonly scores: readonly UnitScore[];
  readonly ruleSet: RuleSet;
  readonly asOf: CivilDate;
  /** January to the month of asOf; two months at least make a chart. */
  readonly trend: readonly MonthTotals[];
  /** Sentences under the table: what was not scored, whether the rule set is in force. */
  readonly notes: readonly string[];
}

const HEADER_ROW = 2;
const UNIT_COLUMN = 1;
const CHART_HEIGHT = { least: 260, frame: 60, perUnit: 18 };

interface Column {
  readonly name: string;
  /** Characters. */
  readonly width: number;
  readonly cell: (score: UnitScore) => SheetCell;
}

/** 考核计分: one row a unit, charts of the totals and of the year below, ready to print on A4 landscape. */
export function scoreSheet({ scores, ruleSet, asOf, trend, notes }: ScoreSheetRequest): SheetContent {
  const shown = byRank(scores);
  const columns = columnsFor(shown);
  const last = columns.length - 1;
  const rows: SheetCell[][] = [
    [{ value: `${monthTitle(asOf)}督查考核计分`, bold: true, align: 'center' }],
    [{ value: schemeLine(ruleSet, asOf) }],
    columns.map(({ name }) => ({ value: name, bold: true, align: 'center', fill: '#D9E2F3' })),
    ...shown.map((score) => columns.map(({ cell }) => cell(score))),
  ];
  const tableEnd = rows.length - 1;
  const merges = [mergedRow(0, last), mergedRow(1, last)];
  for (const note of notes) {
    merges.push(mergedRow(rows.length, last));
    rows.push([{ value: note, wrap: true }]);
  }
  const trendTop = rows.length + 1;
  const months = trend.flatMap((month) => trendRow(month));
  if (months.length > 1) rows.push([{ value: '' }], ...trendTable(months));

  const columnWidths = columns.map(({ width }) => width);
  const heights = rowHeights(rows, columnWidths);
  const used = heights.reduce((total, height) => total + height, 0);
  const ranked = shown.filter(({ total }) => total !== null).length;
  const chartHeight = Math.max(CHART_HEIGHT.least, CHART_HEIGHT.frame + ranked * CHART_HEIGHT.perUnit);
  const [totalsPlace, yearPlace] = placeCharts(used, columnWidths, HEADER_ROW + 1, chartHeight);
  const underCharts = Math.ceil((totalsPlace.top + totalsPlace.height - used) / LINE_HEIGHT);
  const charts: NonNullable<SheetContent['charts']>[number][] = [];
  if (ranked > 0) {
    charts.push({
      kind: 'bar',
      title: `${monthTitle(asOf)}各单位总分`,
      source: { top: HEADER_ROW, left: UNIT_COLUMN, bottom: HEADER_ROW + ranked, right: UNIT_COLUMN + 1 },
      ...totalsPlace,
    });
  }
  if (months.length > 1) {
    charts.push({
      kind: 'line',
      title: '本年各月末总分：最高、平均、最低',
      source: { top: trendTop, left: UNIT_COLUMN, bottom: trendTop + months.length, right: UNIT_COLUMN + 3 },
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

function columnsFor(scores: readonly UnitScore[]): readonly Column[] {
  const blocks = scores.find(({ total }) => total !== null)?.blocks ?? [];
  const grouped = scores.some(({ group }) => group !== null);
  const points = (value: number | null | undefined): SheetCell => ({
    value: value ?? '',
    numberFormat: '0.00',
    align: 'right',
  });
  return [
    { name: '名次', width: 6, cell: ({ rank }) => ({ value: rank ?? '', align: 'center' }) },
    { name: '单位', width: 20, cell: ({ unit }) => ({ value: unit }) },
    { name: '总分', width: 9, cell: ({ total }) => points(total) },
    { name: '当月', width: 9, cell: ({ month }) => points(month) },
    ...blocks.map(({ name }, index) => ({
      name,
      width: Math.max(9, name.length * 2 + 1),
      cell: (score: UnitScore) => points(score.blocks[index]?.points),
    })),
    ...(grouped
      ? [
          { name: '类别', width: 10, cell: ({ group }: UnitScore): SheetCell => ({ value: group ?? '' }) },
          {
            name: '组内名次',
            width: 9,
            cell: ({ rankInGroup }: UnitScore): SheetCell => ({ value: rankInGroup ?? '', align: 'center' }),
          },
        ]
      : []),
    { name: '备注', width: 44, cell: ({ remark }) => ({ value: remark ?? '', wrap: true }) },
  ];
}

const mergedRow = (row: number, right: number) => ({ top: row, left: 0, bottom: row, right });

function trendRow({ month, totals }: MonthTotals): readonly (readonly [string, number, number, number])[] {
  const known = totals.filter((total) => total !== null);
  if (known.length === 0) return [];
  const average = rounded(sum(known.map(exact)).dividedBy(known.length));
  return [[`${month}月`, Math.max(...known), toNumber(average), Math.min(...known)]];
}

function trendTable(months: readonly (readonly [string, number, number, number])[]): readonly SheetCell[][] {
  const header = ['月末', '最高', '平均', '最低'].map((value): SheetCell => ({
    value,
    bold: true,
    align: 'center',
    fill: '#D9E2F3',
  }));
  return [
    [{ value: '' }, ...header],
    ...months.map(([name, ...points]) => [
      { value: '' },
      { value: name },
      ...points.map((value): SheetCell => ({ value, numberFormat: '0.00', align: 'right' })),
    ]),
  ];
}
