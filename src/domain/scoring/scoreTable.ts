import { yearMonthOf, type CivilDate } from '../calendar/civilDate';
import type { CellValue } from '../cell';
import { cellText } from '../cellText';
import type { RuleSet } from '../ruleSet';
import { valueAt, type SheetSnapshot } from '../snapshot';
import { exact, rounded, sum, toNumber } from './points';
import type { ScoreLine, UnitScore } from './score';
import { byRank, monthTitle, schemeLine } from './sheetWords';
import { pointsPhrase } from './wording';

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
  /** Lines that are 以前月份补记: said in 备注. */
  readonly late: ReadonlySet<ScoreLine>;
}

/** What 考核计分 says, apart from its looks. */
export interface ScoreTable {
  readonly title: string;
  /** The day and the document. */
  readonly under: string;
  readonly columns: readonly string[];
  /** One a unit, ranked units first. */
  readonly rows: readonly (readonly CellValue[])[];
  readonly notes: readonly string[];
  /** Month, highest, average, lowest. */
  readonly trend: readonly (readonly CellValue[])[];
}

/** Rows of the sheet, from 0. */
export const HEADER_ROW = 2;
/** Columns of the sheet, from 0. */
export const UNIT_COLUMN = 1;
export const TOTAL_COLUMN = 2;
export const TREND_COLUMNS = ['月末', '最高', '平均', '最低'] as const;

interface Column {
  readonly name: string;
  readonly value: (score: UnitScore) => CellValue;
}

export function scoreTable({ scores, ruleSet, asOf, trend, notes, late }: ScoreSheetRequest): ScoreTable {
  const shown = byRank(scores);
  const columns = columnsFor(shown, late);
  const months = trend.flatMap(trendRow);
  return {
    title: `${monthTitle(asOf)}督查考核计分`,
    under: schemeLine(ruleSet, asOf),
    columns: columns.map(({ name }) => name),
    rows: shown.map((score) => columns.map(({ value }) => value(score))),
    notes,
    trend: months.length > 1 ? months : [],
  };
}

function columnsFor(scores: readonly UnitScore[], late: ReadonlySet<ScoreLine>): readonly Column[] {
  const blocks = scores.find(({ total }) => total !== null)?.blocks ?? [];
  const grouped = scores.some(({ group }) => group !== null);
  return [
    { name: '名次', value: ({ rank }) => rank ?? '' },
    { name: '单位', value: ({ unit }) => unit },
    { name: '总分', value: ({ total }) => total ?? '' },
    { name: '当月', value: ({ month }) => month ?? '' },
    ...blocks.map(({ name }, index) => ({ name, value: (score: UnitScore) => score.blocks[index]?.points ?? '' })),
    ...(grouped
      ? [
          { name: '类别', value: ({ group }: UnitScore) => group ?? '' },
          { name: '组内名次', value: ({ rankInGroup }: UnitScore) => rankInGroup ?? '' },
        ]
      : []),
    { name: '备注', value: (score) => remarkOf(score, late) },
  ];
}

/** 备注 of a unit's row: what its score says, and the lines that are 以前月份补记. */
export function remarkOf({ remark, lines }: UnitScore, late: ReadonlySet<ScoreLine>): string {
  const own = lines.filter((line) => late.has(line));
  if (own.length === 0) return remark ?? '';
  const points = toNumber(sum(own.map((line) => exact(line.points))));
  const said = `含以前月份补记${own.length}笔，合计${pointsPhrase(points)}`;
  return remark === null ? said : `${remark}；${said}`;
}

function trendRow({ month, totals }: MonthTotals): readonly (readonly CellValue[])[] {
  const known = totals.filter((total) => total !== null);
  if (known.length === 0) return [];
  const average = rounded(sum(known.map(exact)).dividedBy(known.length));
  return [[`${month}月`, Math.max(...known), toNumber(average), Math.min(...known)]];
}

/** Reads 考核计分 back; null where its columns are not where they were written. */
export function readScoreTable(sheet: SheetSnapshot): ScoreTable | null {
  const value = (row: number, column: number): CellValue => valueAt(sheet, row, column);
  const text = (row: number, column: number): string => cellText(value(row, column));
  const end = sheet.top + sheet.values.length;
  const columns: string[] = [];
  while (text(HEADER_ROW, columns.length) !== '') columns.push(text(HEADER_ROW, columns.length));
  if (columns[UNIT_COLUMN] !== '单位' || columns[TOTAL_COLUMN] !== '总分') return null;
  let row = HEADER_ROW + 1;
  const rows: CellValue[][] = [];
  for (; row < end && text(row, UNIT_COLUMN) !== ''; row += 1) {
    rows.push(columns.map((_, column) => value(row, column)));
  }
  const notes: string[] = [];
  for (; row < end && text(row, 0) !== ''; row += 1) notes.push(text(row, 0));
  const trend: CellValue[][] = [];
  if (text(row + 1, UNIT_COLUMN) === TREND_COLUMNS[0]) {
    for (row += 2; row < end && text(row, UNIT_COLUMN) !== ''; row += 1) {
      trend.push(TREND_COLUMNS.map((_, offset) => value(row, UNIT_COLUMN + offset)));
    }
  }
  return { title: text(0, 0), under: text(1, 0), columns, rows, notes, trend };
}
