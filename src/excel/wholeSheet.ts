/* eslint-disable office-addins/call-sync-before-read, office-addins/call-sync-after-load -- every answer is taken after a sync of the caller or of `incoming`, which the rule cannot see */
import type { CellValue } from '../domain/cell';
import type { SheetContent } from '../domain/plan';
import { PORTION, type InPortions } from '../domain/portions';
import type { Incoming } from './incoming';
import { blocksOf } from './rowBlocks';
import { inTurns, turnTaking } from './inTurns';
import { widthOf } from './writeSheet';
import { sameValue } from './writtenValue';
import { bytesOf } from './wireBytes';

/**
 * How a sheet that the add-in writes whole stands beside that content: the same, begun (no cell says anything else than it
 * or one of `others`), or otherwise.
 */
export type SheetStanding = (content: SheetContent, ...others: readonly SheetContent[]) => Promise<Stands>;
type Stands = 'same' | 'begun' | 'other';

/**
 * Asks for every value of a sheet; null where the workbook has none of that name. Taken after the next sync.
 * `expected`: what it may hold, which tells how much one response can carry of it.
 */
export async function askSheet(
  incoming: Incoming,
  name: string,
  expected: readonly SheetContent[],
): Promise<() => SheetStanding | null> {
  const rowBytes = await bytesByRow(expected);
  const bytes = rowBytes.reduce((sum, row) => sum + row, 0);
  const sheet = incoming.context.workbook.worksheets.getItemOrNullObject(name);
  const used = sheet.getUsedRangeOrNullObject(true);
  if (incoming.carries(bytes)) {
    await incoming.room(bytes);
    used.load('rowIndex,columnIndex,values');
    return standing(sheet, used, () => used.values as CellValue[][]);
  }
  used.load('rowIndex,columnIndex,rowCount,columnCount');
  await incoming.send();
  if (sheet.isNullObject || used.isNullObject) return standing(sheet, used, () => []);
  const blocks: Excel.Range[] = [];
  for (const { first, count, bytes: own } of blocksOf(rowBytes, used.rowIndex, used.rowCount)) {
    await incoming.room(own);
    blocks.push(sheet.getRangeByIndexes(first, used.columnIndex, count, used.columnCount).load('values'));
  }
  return standing(sheet, used, () => blocks.flatMap(({ values }) => values as CellValue[][]));
}

const standing =
  (sheet: Excel.Worksheet, used: Excel.Range, valuesOf: () => readonly (readonly CellValue[])[]) =>
  (): SheetStanding | null => {
    if (sheet.isNullObject) return null;
    const blank = used.isNullObject;
    const grid = { top: blank ? 0 : used.rowIndex, left: blank ? 0 : used.columnIndex };
    const values = blank ? [] : valuesOf();
    return (...contents) => inTurns(compared(values, grid, contents));
  };

/** Bytes of each row as values on the wire: the longer of what may stand there. */
async function bytesByRow(expected: readonly SheetContent[]): Promise<readonly number[]> {
  const turn = turnTaking();
  const rows: number[] = [];
  for (const content of expected) {
    for (const [index, row] of content.rows.entries()) {
      rows[index] = Math.max(rows[index] ?? 0, bytesOf(row.map(({ value }) => value)));
      await turn();
    }
  }
  return rows;
}

/** A cell more than the content has is a difference too: someone wrote it there. */
function* compared(
  values: readonly (readonly CellValue[])[],
  { top, left }: { readonly top: number; readonly left: number },
  contents: Parameters<SheetStanding>,
): InPortions<Stands> {
  let begun = 0;
  const [content, ...others] = contents;
  const bottom = Math.max(...contents.map(({ rows }) => rows.length), top + values.length);
  const right = Math.max(0, left + (values[0]?.length ?? 0), ...contents.map(widthOf));
  for (let row = 0; row < bottom; row += 1) {
    for (let column = 0; column < right; column += 1) {
      const now = values[row - top]?.[column - left] ?? '';
      const says = ({ rows }: SheetContent): boolean => sameValue(now, rows[row]?.[column]?.value ?? '');
      if (says(content)) continue;
      if (now !== '' && !others.some(says)) return 'other';
      begun += 1;
    }
    if (row % PORTION === PORTION - 1) yield;
  }
  return begun === 0 ? 'same' : 'begun';
}
