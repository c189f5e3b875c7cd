/* eslint-disable office-addins/call-sync-before-read -- every answer is taken after the sync of the caller, which the rule cannot see */
import type { CellValue } from '../domain/cell';
import type { SheetContent } from '../domain/plan';
import { sameValue } from './writtenValue';

/** How a sheet that the add-in writes whole stands beside that content: the same, begun (no cell says anything else), or otherwise. */
export type SheetStanding = (content: SheetContent) => 'same' | 'begun' | 'other';

/** Asks for every value of a sheet; null where the workbook has none of that name. Taken after the next sync. */
export function askSheet(context: Excel.RequestContext, name: string): () => SheetStanding | null {
  const sheet = context.workbook.worksheets.getItemOrNullObject(name);
  const used = sheet.getUsedRangeOrNullObject(true).load('rowIndex,columnIndex,values');
  return () => {
    if (sheet.isNullObject) return null;
    const blank = used.isNullObject;
    const grid = { top: blank ? 0 : used.rowIndex, left: blank ? 0 : used.columnIndex };
    const values = blank ? [] : (used.values as CellValue[][]);
    return (content) => compared(values, grid, content);
  };
}

/** A cell more than the content has is a difference too: someone wrote it there. */
function compared(
  values: readonly (readonly CellValue[])[],
  { top, left }: { readonly top: number; readonly left: number },
  { rows }: SheetContent,
): ReturnType<SheetStanding> {
  let blank = 0;
  const bottom = Math.max(rows.length, top + values.length);
  const right = Math.max(0, left + (values[0]?.length ?? 0), ...rows.map((row) => row.length));
  for (let row = 0; row < bottom; row += 1) {
    for (let column = 0; column < right; column += 1) {
      const now = values[row - top]?.[column - left] ?? '';
      if (sameValue(now, rows[row]?.[column]?.value ?? '')) continue;
      if (now !== '') return 'other';
      blank += 1;
    }
  }
  return blank === 0 ? 'same' : 'begun';
}
