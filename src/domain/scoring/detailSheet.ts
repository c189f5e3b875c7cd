import { yearMonthOf, type CivilDate } from '../calendar/civilDate';
import { toSerial } from '../calendar/serialDate';
import { cellName, type CellValue } from '../cell';
import { cellText } from '../cellText';
import type { SheetCell, SheetContent } from '../plan';
import { atOnce, map, type InPortions } from '../portions';
import type { RuleSet } from '../ruleSet';
import { valueAt, type SheetSnapshot } from '../snapshot';
import { lineRuleName } from './ruleNames';
import type { ScoreLine, UnitScore } from './score';
import { byRank, monthTitle, rowHeightsInPortions, schemeLine } from './sheetWords';

export const DETAIL_COLUMNS = ['序号', '单位', '规则', '日期', '分值', '说明', '依据条款', '出处', '备注'] as const;
export type DetailColumn = (typeof DETAIL_COLUMNS)[number];

export const detailSheetName = (asOf: CivilDate): string => `计分明细 ${yearMonthOf(asOf)}`;

const WIDTHS = [6, 18, 20, 12, 9, 44, 52, 18, 14] as const;
const HEADER_ROW = 2;
const LATE = '以前月份补记';

const LOOKS: Readonly<Record<DetailColumn, Omit<SheetCell, 'value'>>> = {
  序号: { align: 'center' },
  单位: {},
  规则: {},
  日期: { numberFormat: 'yyyy-mm-dd', align: 'center' },
  分值: { numberFormat: '0.00', align: 'right' },
  说明: {},
  依据条款: {},
  出处: {},
  备注: {},
};

export interface DetailSheetRequest {
  readonly scores: readonly UnitScore[];
  readonly ruleSet: RuleSet;
  readonly asOf: CivilDate;
  readonly date1904: boolean;
  /** Lines to be marked 以前月份补记. */
  readonly late: ReadonlySet<ScoreLine>;
}

/** What 计分明细 says, apart from its looks: one row a line, in the order of `DETAIL_COLUMNS`. */
export interface DetailTable {
  readonly title: string;
  readonly under: string;
  readonly rows: readonly (readonly CellValue[])[];
}

/** 计分明细: one row a line, units as ranked; 出处 leads to the cell the line comes from. */
export const detailSheet = (request: DetailSheetRequest): SheetContent => atOnce(detailSheetInPortions(request));

export function* detailSheetInPortions(request: DetailSheetRequest): InPortions<SheetContent> {
  const { scores, ruleSet, asOf, date1904, late } = request;
  const lines = byRank(scores).flatMap((score) => score.lines);
  return yield* contentInPortions({
    title: `${monthTitle(asOf)}督查考核计分明细`,
    under: schemeLine(ruleSet, asOf),
    rows: yield* map(lines, (line, index) => [
      index + 1,
      line.unit,
      lineRuleName(ruleSet, line.rule),
      toSerial(line.date, date1904) ?? line.date,
      line.points,
      line.message,
      line.clause,
      line.source === null ? '' : cellName(line.source),
      late.has(line) ? LATE : '',
    ]),
  });
}

/** The sheet of a table, new or read back. */
export const detailContent = (table: DetailTable): SheetContent => atOnce(contentInPortions(table));

function* contentInPortions({ title, under, rows }: DetailTable): InPortions<SheetContent> {
  const last = DETAIL_COLUMNS.length - 1;
  const all: SheetContent['rows'] = [
    [{ value: title, bold: true, align: 'center' }],
    [{ value: under }],
    DETAIL_COLUMNS.map((name) => ({ value: name, bold: true, align: 'center' as const, fill: '#D9E2F3' })),
    ...(yield* map(rows, (row) => DETAIL_COLUMNS.map((name, column) => detailCell(name, row[column] ?? '')))),
  ];
  return {
    rows: all,
    columnWidths: WIDTHS,
    rowHeights: yield* rowHeightsInPortions(all, WIDTHS),
    titleRows: [0, HEADER_ROW],
    frozenRows: HEADER_ROW + 1,
    landscape: true,
    merges: [
      { top: 0, left: 0, bottom: 0, right: last },
      { top: 1, left: 0, bottom: 1, right: last },
    ],
    borders: { top: HEADER_ROW, left: 0, bottom: HEADER_ROW + rows.length, right: last },
  };
}

function detailCell(name: DetailColumn, value: CellValue): SheetCell {
  if (name !== '出处') return { value, wrap: true, ...LOOKS[name] };
  const link = linkTo(String(value));
  return link === null ? { value } : { value, link, wrap: true };
}

/** `督查台账!H9` → `'督查台账'!H9`. */
function linkTo(source: string): string | null {
  const match = /^(.+)!([A-Z]{1,3}\d+)$/.exec(source);
  return match === null ? null : `'${match[1]!.replaceAll("'", "''")}'!${match[2]}`;
}

/** What stands above the table of 计分明细; null where its columns are not where they were written. */
export function readDetailHead(sheet: SheetSnapshot): Omit<DetailTable, 'rows'> | null {
  const text = (row: number, column: number): string => cellText(valueAt(sheet, row, column));
  if (DETAIL_COLUMNS.some((name, column) => text(HEADER_ROW, column) !== name)) return null;
  return { title: text(0, 0), under: text(1, 0) };
}

/** Reads 计分明细 back; null as its head. */
export function readDetailTable(sheet: SheetSnapshot): DetailTable | null {
  const head = readDetailHead(sheet);
  if (head === null) return null;
  const rows = sheet.values
    .map((_, index) => sheet.top + index)
    .filter((row) => row > HEADER_ROW)
    .map((row) => DETAIL_COLUMNS.map((_, column) => valueAt(sheet, row, column)));
  return { ...head, rows };
}
