import type { CellValue } from '../domain/cell';
import type { SheetSnapshot, WorkbookSnapshot } from '../domain/snapshot';
import { openXlsx, type SheetModel, type WorkbookModel } from '../host/xlsx';
import { readZip } from './zip';

export type LedgerFileReading =
  | { readonly ok: true; readonly snapshot: WorkbookSnapshot }
  /** One sentence for the clerk. */
  | { readonly ok: false; readonly sentence: string };

/** A ledger kept elsewhere, read as the add-in reads its own workbook. A file with macros is not opened. */
export function readLedgerFile(name: string, bytes: Uint8Array): LedgerFileReading {
  const archive = readZip(bytes);
  if (archive.kind === 'read' && [...archive.files.keys()].some((part) => /vbaProject|macrosheets/i.test(part))) {
    return { ok: false, sentence: `“${name}”里带有宏，没有读入；请另存为不带宏的 .xlsx。` };
  }
  const opened = openXlsx(bytes);
  if (!opened.ok) return { ok: false, sentence: `“${name}”：${opened.refusal.sentence}` };
  const { workbook } = opened;
  return {
    ok: true,
    snapshot: {
      name,
      date1904: workbook.date1904,
      sheets: workbook.sheets.map((sheet) => snapshotOf(workbook, sheet)),
      customXml: new Map(),
    },
  };
}

function snapshotOf(workbook: WorkbookModel, sheet: SheetModel): SheetSnapshot {
  const used = sheet.usedArea(true);
  const across = used === null ? [] : Array.from({ length: used.right - used.left + 1 }, (_, at) => used.left + at);
  const down = used === null ? [] : Array.from({ length: used.bottom - used.top + 1 }, (_, at) => used.top + at);
  const formatAt = (row: number, column: number): string => workbook.style(sheet.styleIndex(row, column)).numberFormat;
  return {
    id: sheet.id,
    name: sheet.name,
    visible: sheet.visibility === 'visible',
    top: used?.top ?? 0,
    left: used?.left ?? 0,
    values: down.map((row) => across.map((column) => valueOf(sheet, row, column))),
    formats: new Map(across.map((column) => [column, down.map((row) => formatAt(row, column))])),
    formulas: new Map(),
    merges: sheet.merges(),
    hiddenRows: down.filter((row) => sheet.rowHidden(row)).map((row) => ({ first: row, last: row })),
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
