import type { SheetCell, SheetContent } from '../plan';
import type { RuleSet } from '../ruleSet';
import { SCHEME_COLUMNS, schemeRows } from './schemeSheet';
import { rowHeights } from './sheetWords';

const WIDTHS = [14, 14, 22, 9, 9, 70] as const;
/** 分值 and 封顶: what an office may change. */
const AMOUNTS: readonly number[] = [3, 4];

/** The sheet 计分方案 of a rule set, for an office to change its amounts. */
export function schemeSheetContent(ruleSet: RuleSet): SheetContent {
  const [header, ...rows] = schemeRows(ruleSet);
  const content: SheetContent['rows'] = [
    header!.map((value) => ({ value, bold: true, align: 'center' as const, fill: '#D9E2F3' })),
    ...rows.map((row) =>
      row.map((value, column): SheetCell =>
        AMOUNTS.includes(column) ? { value, align: 'right', wrap: true } : { value, wrap: true },
      ),
    ),
  ];
  return {
    rows: content,
    columnWidths: WIDTHS,
    rowHeights: rowHeights(content, WIDTHS),
    titleRows: [0, 0],
    frozenRows: 1,
    landscape: true,
    borders: { top: 0, left: 0, bottom: rows.length, right: SCHEME_COLUMNS.length - 1 },
  };
}
