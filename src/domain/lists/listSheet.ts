import { toSerial } from '../calendar/serialDate';
import type { CivilDate } from '../calendar/civilDate';
import { cellAddress, cellName } from '../cell';
import type { SheetCell, SheetContent } from '../plan';
import { forEach, type InPortions } from '../portions';
import type { RuleSet } from '../ruleSet';
import { rowHeightsInPortions, schemeLine } from '../scoring/sheetWords';
import type { CadenceOf } from './cadences';
import type { ListOf } from './listsOf';

export const LIST_COLUMNS = ['序号', '单位', '事项编号', '日期', '情况', '出处'] as const;
const WIDTHS = [6, 22, 12, 12, 72, 20] as const;
const LAST = LIST_COLUMNS.length - 1;
/** Each line carries a link. */
const MOST_LINES = 2000;

export const listSheetName = (asOf: CivilDate): string => `督查名单 ${asOf}`;

export interface ListSheetRequest {
  readonly lists: readonly ListOf[];
  readonly cadences: readonly CadenceOf[];
  readonly ruleSet: RuleSet;
  readonly asOf: CivilDate;
  readonly date1904: boolean;
  /** Number of a matter by its key. */
  readonly idOf: (matter: string) => string | null;
}

/** 督查名单: list after list with its clause, then how often what is checked. Printed on A4 across. */
export function* listSheetInPortions(request: ListSheetRequest): InPortions<SheetContent> {
  const { lists, cadences, ruleSet, asOf } = request;
  const rows: (readonly SheetCell[])[] = [
    [{ value: '督查名单', bold: true, align: 'center' }],
    [{ value: `${schemeLine(ruleSet, asOf, '依据')}。名单供领导研究，由领导决定。` }],
    LIST_COLUMNS.map((value) => ({ value, bold: true, align: 'center' as const, fill: '#D9E2F3' })),
  ];
  const whole: number[] = [0, 1];
  const across = (cell: SheetCell): void => {
    whole.push(rows.length);
    rows.push([cell]);
  };
  let left = MOST_LINES;
  for (const { rule, clause, entries, note } of lists) {
    across({ value: `${rule.name}（${entries.length}条）`, bold: true, fill: '#F2F2F2' });
    across({ value: clause, wrap: true });
    if (note !== null) across({ value: note, wrap: true });
    yield* forEach(entries.slice(0, left), (entry, index) => void rows.push(lineOf(entry, index + 1, request)));
    if (entries.length > left) across({ value: `另有${entries.length - Math.max(0, left)}条没有列出。` });
    left = Math.max(0, left - entries.length);
  }
  if (cadences.length > 0) {
    across({ value: '督查频次', bold: true, fill: '#F2F2F2' });
    for (const { rule, clause, sentence, due } of cadences) {
      across({ value: `${rule.name}：${sentence}${due ? '；本月到期' : ''}。依据：${clause}`, wrap: true });
    }
  }
  return {
    rows,
    columnWidths: WIDTHS,
    rowHeights: yield* rowHeightsInPortions(rows, WIDTHS),
    titleRows: [0, 2],
    frozenRows: 3,
    landscape: true,
    merges: whole.map((row) => ({ top: row, left: 0, bottom: row, right: LAST })),
    borders: { top: 2, left: 0, bottom: rows.length - 1, right: LAST },
  };
}

function lineOf(entry: ListOf['entries'][number], number: number, request: ListSheetRequest): readonly SheetCell[] {
  const { cell, date } = entry;
  const id = entry.matter === null ? null : request.idOf(entry.matter);
  return [
    { value: number, align: 'center', wrap: true },
    { value: entry.unit, wrap: true },
    { value: id ?? '', wrap: true },
    date === null
      ? { value: '' }
      : { value: toSerial(date, request.date1904) ?? date, numberFormat: 'yyyy-mm-dd', align: 'center', wrap: true },
    { value: entry.message, wrap: true },
    {
      value: cellName(cell),
      link: `'${cell.sheet.replaceAll("'", "''")}'!${cellAddress(cell.row, cell.column)}`,
      wrap: true,
    },
  ];
}
