import type { Area, SheetModel } from '../xlsx/model';
import { isWholeColumns } from './address';
import type { OpenDocument } from './OpenDocument';
import { textAt } from './rangeValues';

const WIDEST = 255;

/** Widths in half-width characters: a CJK character counts two. */
function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1;
  return width;
}

/** Fits columns to their longest text; by character count, not by measuring glyphs. */
export function autofitColumns(document: OpenDocument, sheet: SheetModel, area: Area): void {
  const rows = document.filled(sheet, area);
  if (rows === null) return;
  for (let column = rows.left; column <= rows.right; column++) {
    let widest = 0;
    for (let row = rows.top; row <= rows.bottom; row++) {
      for (const line of textAt(document, sheet, row, column).split('\n')) widest = Math.max(widest, textWidth(line));
    }
    if (widest > 0) sheet.setColumnWidth(column, Math.min(WIDEST, widest + 0.71));
  }
  document.dirty = true;
}

/** Gives rows back to Excel's own automatic height, which it computes when it opens the file. */
export function autofitRows(sheet: SheetModel, area: Area): void {
  const bottom = isWholeColumns(area) ? (sheet.usedArea(false)?.bottom ?? area.top) : area.bottom;
  for (let row = area.top; row <= bottom; row++) sheet.setRowHeight(row, null);
}
