import type { Assessment } from '../../domain/assessment';
import { isDateFormat } from '../../domain/calendar/dateFormat';
import { fromSerial } from '../../domain/calendar/serialDate';
import { cellName, type CellValue } from '../../domain/cell';
import { MARK_ORDER, markOf } from '../../domain/marks';
import type { Change, Mark, Plan } from '../../domain/plan';
import { PREVIEW } from '../words';

/** One cell of a plan, before and after. */
export interface CellChange {
  readonly place: string;
  readonly before: string;
  readonly after: string;
}

/** How many places of the workbook a plan writes: cells, rows and sheets; marks are told apart (`markLines`). */
export const placesWritten = (plan: Plan): number =>
  plan.changes.reduce((places, change) => places + placesOf(change), 0);

function placesOf(change: Change): number {
  switch (change.kind) {
    case 'setCell':
    case 'addSheet':
    case 'removeSheet':
      return 1;
    case 'setMarks':
    case 'setValidation':
    case 'setPart':
      return 0;
    case 'replaceSheet':
      return 1;
    case 'appendRows':
    case 'removeRows':
    case 'insertRows':
    case 'deleteRows':
      return change.rows.length;
  }
}

/** What a plan writes and where, one line a sheet and kind. */
export function planLines(plan: Plan): readonly string[] {
  const cells = new Map<string, number>();
  const lines: string[] = [];
  for (const change of plan.changes) {
    if (change.kind === 'setCell') cells.set(change.cell.sheet, (cells.get(change.cell.sheet) ?? 0) + 1);
    else lines.push(...linesOf(change));
  }
  return [...[...cells].map(([sheet, count]) => PREVIEW.cellLine(sheet, count)), ...lines];
}

function linesOf(change: Exclude<Change, { kind: 'setCell' }>): readonly string[] {
  switch (change.kind) {
    case 'setMarks':
      return change.after.length === 0 ? [PREVIEW.unmarkLine(change.sheet)] : [];
    case 'addSheet':
      return [PREVIEW.newSheetLine(change.name, change.content.rows.length)];
    case 'removeSheet':
      return [PREVIEW.dropSheetLine(change.name)];
    case 'replaceSheet':
      return [
        PREVIEW.replaceSheetLine(change.name),
        ...(change.keeps === undefined ? [] : [PREVIEW.keepSheetLine(change.keeps)]),
      ];
    case 'insertRows':
      return [PREVIEW.insertLine(change.sheet, change.at + 1, change.rows.length)];
    case 'deleteRows':
      return [PREVIEW.deleteLine(change.sheet, change.at + 1, change.rows.length)];
    case 'setValidation':
      return [PREVIEW.validationLine(change.sheet)];
    case 'appendRows':
      return [PREVIEW.rowsLine(change.sheet, change.rows.length)];
    case 'removeRows':
      return [PREVIEW.dropRowsLine(change.sheet, change.rows.length)];
    case 'setPart':
      return [PREVIEW.partLine];
  }
}

/** Rows of these sheets by the mark they get, strongest mark first. */
export function markedRows(assessments: readonly Assessment[], sheets: ReadonlySet<string>): ReadonlyMap<Mark, number> {
  const rows = new Map(MARK_ORDER.map((mark) => [mark, 0]));
  for (const assessment of assessments) {
    const mark = sheets.has(assessment.matter.sheet) ? markOf(assessment) : null;
    if (mark !== null) rows.set(mark, (rows.get(mark) ?? 0) + Math.max(1, assessment.matter.rows.length));
  }
  return new Map([...rows].filter(([, count]) => count > 0));
}

/** Nothing but marks: no cell's value is touched. */
export const onlyMarks = (plan: Plan): boolean => plan.changes.every(({ kind }) => kind === 'setMarks');

/** How many cells before and after there are to show, new rows included. */
export const changesToShow = ({ changes }: Plan): number =>
  changes.reduce((count, change) => {
    if (change.kind === 'setCell') return count + 1;
    return change.kind === 'appendRows' || change.kind === 'insertRows' ? count + change.rows.length : count;
  }, 0);

/**
 * Cells before and after, new rows included; the first `most` of them. `readsAs`: what a new value reads as, by cell name.
 */
export function cellChanges(
  plan: Plan,
  readsAs: ReadonlyMap<string, string>,
  date1904: boolean,
  most: number,
): readonly CellChange[] {
  const inWords = (value: CellValue, format: string | null = null): string => {
    if (value === '') return PREVIEW.blank;
    const date =
      typeof value === 'number' && format !== null && isDateFormat(format) ? fromSerial(value, date1904) : null;
    return date ?? String(value);
  };
  const told: CellChange[] = [];
  for (const change of plan.changes) {
    if (told.length >= most) break;
    if (change.kind === 'setCell') {
      const { before, after, numberFormat = null, formatBefore = numberFormat } = change;
      const place = cellName(change.cell);
      told.push({
        place,
        before: inWords(before, formatBefore),
        after: readsAs.get(place) ?? inWords(after, numberFormat),
      });
    }
    if (change.kind === 'appendRows' || change.kind === 'insertRows') {
      for (const [index, row] of change.rows.slice(0, most - told.length).entries()) {
        const after = row.flatMap((value, column) =>
          value === '' ? [] : [inWords(value, change.formats[column] ?? null)],
        );
        told.push({
          place: cellName({ sheet: change.sheet, row: change.at + index, column: 0 }),
          before: PREVIEW.blank,
          after: after.join(' · '),
        });
      }
    }
  }
  return told;
}
