import { yearMonthOf, type CivilDate } from '../calendar/civilDate';
import { toSerial } from '../calendar/serialDate';
import { cellAddress, cellName, type CellRef } from '../cell';
import type { SheetCell, SheetContent } from '../plan';
import type { RuleSet } from '../ruleSet';
import { lineRuleName } from './ruleNames';
import type { ScoreLine, UnitScore } from './score';
import { byRank, monthTitle, rowHeights, schemeLine } from './sheetWords';

export const DETAIL_COLUMNS = ['序号', '单位', '规则', '日期', '分值', '说明', '依据条款', '出处', '备注'] as const;
export type DetailColumn = (typeof DETAIL_COLUMNS)[number];

export const detailSheetName = (asOf: CivilDate): string => `计分明细 ${yearMonthOf(asOf)}`;

const WIDTHS = [6, 18, 20, 12, 9, 44, 52, 18, 14] as const;
const LATE = '以前月份补记';

export interface DetailSheetRequest {
  readonly scores: readonly UnitScore[];
  readonly ruleSet: RuleSet;
  readonly asOf: CivilDate;
  readonly date1904: boolean;
  /** Lines to be marked 以前月份补记. */
  readonly late: ReadonlySet<ScoreLine>;
}

/** 计分明细: one row a line, units as ranked; 出处 leads to the cell the line comes from. */
export function detailSheet({ scores, ruleSet, asOf, date1904, late }: DetailSheetRequest): SheetContent {
  const lines = byRank(scores).flatMap((score) => score.lines);
  const rows = lines.map((line, index): readonly SheetCell[] => [
    { value: index + 1, align: 'center', wrap: true },
    { value: line.unit, wrap: true },
    { value: lineRuleName(ruleSet, line.rule), wrap: true },
    { value: toSerial(line.date, date1904) ?? line.date, numberFormat: 'yyyy-mm-dd', align: 'center', wrap: true },
    { value: line.points, numberFormat: '0.00', align: 'right', wrap: true },
    { value: line.message, wrap: true },
    { value: line.clause, wrap: true },
    line.source === null ? { value: '' } : { value: cellName(line.source), link: linkTo(line.source), wrap: true },
    { value: late.has(line) ? LATE : '', wrap: true },
  ]);
  const last = DETAIL_COLUMNS.length - 1;
  const all: SheetContent['rows'] = [
    [{ value: `${monthTitle(asOf)}督查考核计分明细`, bold: true, align: 'center' }],
    [{ value: schemeLine(ruleSet, asOf) }],
    DETAIL_COLUMNS.map((name) => ({ value: name, bold: true, align: 'center' as const, fill: '#D9E2F3' })),
    ...rows,
  ];
  return {
    rows: all,
    columnWidths: WIDTHS,
    rowHeights: rowHeights(all, WIDTHS),
    titleRows: [0, 2],
    frozenRows: 3,
    landscape: true,
    merges: [
      { top: 0, left: 0, bottom: 0, right: last },
      { top: 1, left: 0, bottom: 1, right: last },
    ],
    borders: { top: 2, left: 0, bottom: 2 + rows.length, right: last },
  };
}

/** `'督查台账'!H9`. */
const linkTo = ({ sheet, row, column }: CellRef): string =>
  `'${sheet.replaceAll("'", "''")}'!${cellAddress(row, column)}`;
