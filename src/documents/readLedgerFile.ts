import type { CellValue } from '../domain/cell';
import { filter, map, type InPortions } from '../domain/portions';
import type { SheetSnapshot, WorkbookSnapshot } from '../domain/snapshot';
import type { SheetModel, WorkbookModel } from '../host/xlsx';
import { openHandedIn } from './openHandedIn';
import { isFillIn } from './readFillIn';

export type LedgerFileReading =
  | { readonly ok: true; readonly snapshot: WorkbookSnapshot }
  /** One sentence for the clerk. */
  | { readonly ok: false; readonly sentence: string };

/** A ledger kept elsewhere, read as the add-in reads its own workbook. A file with macros is not opened. */
export function* ledgerFileInPortions(name: string, bytes: Uint8Array): InPortions<LedgerFileReading> {
  const opened = yield* openHandedIn(bytes);
  if (opened === 'macros') {
    return { ok: false, sentence: `“${name}”里带有宏，没有读入；请另存为不带宏的 .xlsx。` };
  }
  if (!opened.ok) return { ok: false, sentence: `“${name}”：${opened.refusal.sentence}` };
  const { workbook } = opened;
  yield;
  if (isFillIn(workbook)) {
    return { ok: false, sentence: `“${name}”是收表用的填报表，不是科室的台账，没有并入；请到“收表”里收回。` };
  }
  yield;
  const sheets: SheetSnapshot[] = [];
  for (const sheet of workbook.sheets) sheets.push(yield* snapshotOf(workbook, sheet));
  return { ok: true, snapshot: { name, date1904: workbook.date1904, sheets, customXml: new Map() } };
}

function* snapshotOf(workbook: WorkbookModel, sheet: SheetModel): InPortions<SheetSnapshot> {
  const used = sheet.usedArea(true);
  const across = used === null ? [] : Array.from({ length: used.right - used.left + 1 }, (_, at) => used.left + at);
  const down = used === null ? [] : Array.from({ length: used.bottom - used.top + 1 }, (_, at) => used.top + at);
  const formatAt = (row: number, column: number): string => workbook.style(sheet.styleIndex(row, column)).numberFormat;
  const values = yield* map(down, (row) => across.map((column) => valueOf(sheet, row, column)));
  const hidden = yield* filter(down, (row) => sheet.rowHidden(row));
  const formats = new Map<number, string[]>();
  for (const column of across) formats.set(column, yield* map(down, (row) => formatAt(row, column)));
  return {
    id: sheet.id,
    name: sheet.name,
    visible: sheet.visibility === 'visible',
    top: used?.top ?? 0,
    left: used?.left ?? 0,
    values,
    formats,
    formulas: new Map(),
    merges: sheet.merges(),
    hiddenRows: hidden.map((row) => ({ first: row, last: row })),
    hiddenColumns: across.filter((column) => sheet.columnHidden(column)),
    tables: sheet.tables().map(({ name, area, showTotals }) => ({ name, area, totals: showTotals })),
    protected: sheet.protection().enabled,
  };
}

function valueOf(sheet: SheetModel, row: number, column: number): CellValue {
  const value = sheet.value(row, column);
  if (value === null) return '';
  return typeof value === 'object' ? value.error : value;
}
