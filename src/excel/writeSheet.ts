import type { SheetContent } from '../domain/plan';
import { rangeAt } from './areasOnWire';
import { writtenValue } from './writtenValue';

/** Points a character of the standard width takes, as column widths are given in points by Excel's API. */
const POINTS_PER_CHARACTER = 5.25;

/** Puts a whole new sheet at the end of the workbook: values as text stays text, then looks, then page set-up. */
export function writeSheet(context: Excel.RequestContext, name: string, content: SheetContent): void {
  const sheet = context.workbook.worksheets.add(name);
  const width = Math.max(1, ...content.rows.map((row) => row.length));
  if (content.rows.length > 0) {
    const range = rangeAt(sheet, { top: 0, left: 0, bottom: content.rows.length - 1, right: width - 1 });
    const columns = Array.from({ length: width }, (_, column) => column);
    range.numberFormat = content.rows.map((row) => columns.map((column) => row[column]?.numberFormat ?? 'General'));
    range.values = content.rows.map((row) => columns.map((column) => writtenValue(row[column]?.value ?? '')));
  }
  content.columnWidths.forEach((characters, column) => {
    sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = characters * POINTS_PER_CHARACTER;
  });
}
