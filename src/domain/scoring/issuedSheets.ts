import type { SheetCell, SheetContent } from '../plan';
import { formatAt, valueAt, type SheetSnapshot } from '../snapshot';
import { detailContent, readDetailTable } from './detailSheet';
import { scoreContent } from './scoreSheet';
import { readScoreTable } from './scoreTable';

/** 考核计分 as it stands in the workbook, whole, so that a sheet written over it can be taken back. */
export function issuedScoreSheet(sheet: SheetSnapshot): SheetContent {
  const table = readScoreTable(sheet);
  return asItStands(sheet, table === null ? null : scoreContent(table));
}

/** 计分明细 as it stands in the workbook, whole. */
export function issuedDetailSheet(sheet: SheetSnapshot): SheetContent {
  const table = readDetailTable(sheet);
  return asItStands(sheet, table === null ? null : detailContent(table));
}

/** Whether a sheet holds exactly these values. */
export function holds(sheet: SheetSnapshot, { rows }: SheetContent): boolean {
  const bottom = Math.max(rows.length, sheet.top + sheet.values.length);
  const right = Math.max(sheet.left + (sheet.values[0]?.length ?? 0), ...rows.map((row) => row.length));
  for (let row = 0; row < bottom; row += 1) {
    for (let column = 0; column < right; column += 1) {
      if (valueAt(sheet, row, column) !== (rows[row]?.[column]?.value ?? '')) return false;
    }
  }
  return true;
}

/** With our looks where every value is where we put it; a sheet that someone rearranged keeps its values and formats. */
export function asItStands(sheet: SheetSnapshot, content: SheetContent | null): SheetContent {
  if (content !== null && holds(sheet, content)) return content;
  const width = sheet.left + (sheet.values[0]?.length ?? 0);
  const rows = Array.from({ length: sheet.top + sheet.values.length }, (_, row) =>
    Array.from({ length: width }, (_, column): SheetCell => {
      const numberFormat = formatAt(sheet, row, column);
      return { value: valueAt(sheet, row, column), ...(numberFormat === 'General' ? {} : { numberFormat }) };
    }),
  );
  return { rows, columnWidths: rows[0]?.map(() => 14) ?? [] };
}
