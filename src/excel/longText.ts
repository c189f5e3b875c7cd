import { LONGEST_TEXT, cellName, type CellRef, type CellValue } from '../domain/cell';
import type { Change, Plan, SheetContent } from '../domain/plan';
import type { HostRefusal } from './hostErrors';
import { writtenValue } from './writtenValue';

/**
 * Refused where a plan would write more into a cell than it holds: nothing is sent. Excel refuses it only when earlier
 * cells of the same batch are written already.
 */
export function longTextRefusal({ changes }: Plan): HostRefusal | null {
  for (const change of changes) {
    const cell = longCell(change);
    if (cell === null) continue;
    const sentence = `${cellName(cell)}的内容超过${LONGEST_TEXT}个字，一个单元格放不下，没有写入，请缩短。`;
    return { code: 'TooLong', sentence, uncertain: false, cell };
  }
  return null;
}

const tooLong = (value: CellValue): boolean =>
  typeof value === 'string' && value.length >= LONGEST_TEXT && String(writtenValue(value)).length > LONGEST_TEXT;

function longCell(change: Change): CellRef | null {
  switch (change.kind) {
    case 'setCell':
      return tooLong(change.after) ? change.cell : null;
    case 'appendRows':
      return inRows(change.sheet, change.at, change.rows);
    case 'insertRows':
      return inRows(change.sheet, change.at, change.rows);
    case 'addSheet':
      return inContent(change.name, change.content);
    case 'replaceSheet':
      return inContent(change.name, change.after);
    default:
      return null;
  }
}

function inContent(sheet: string, { rows }: SheetContent): CellRef | null {
  for (const [row, cells] of rows.entries()) {
    const column = cells.findIndex(({ value }) => tooLong(value));
    if (column >= 0) return { sheet, row, column };
  }
  return null;
}

function inRows(sheet: string, at: number, rows: readonly (readonly CellValue[])[]): CellRef | null {
  for (const [index, values] of rows.entries()) {
    const column = values.findIndex(tooLong);
    if (column >= 0) return { sheet, row: at + index, column };
  }
  return null;
}
