import type { ICellData, IWorkbookData, IWorksheetData } from '@univerjs/core';
import type { CellContent, SheetModel, WorkbookModel } from '../../xlsx/model';
import { snapshotLook } from './cellLook';
import { gridRange, gridRules } from './conditionalRules';
import { serialOnScreen } from './dateSystem';
import { pixelsOfCharacters, pixelsOfPoints } from './measures';
import { gridLists } from './validationLists';
import { wrappedHeight } from './wrappedHeight';

const TEXT = 1;
const NUMBER = 2;
const BOOLEAN = 3;
/** Excel's own limit of a row. */
const TALLEST_POINTS = 409;
const COLUMN_LIMIT = 16_384;

/** Room beyond the last cell, so that the clerk can go on writing. */
const SPARE_ROWS = 100;
const SPARE_COLUMNS = 4;
const LEAST_ROWS = 200;
const LEAST_COLUMNS = 20;

/** A cell's content for Univer: numbers need their type, error values are shown as their code. */
export function gridContent(value: CellContent, formula: string | null): ICellData {
  const content: ICellData = formula === null ? {} : { f: `=${formula}` };
  if (value === null) return content;
  if (typeof value === 'number') return { ...content, v: value, t: NUMBER };
  if (typeof value === 'boolean') return { ...content, v: value ? 1 : 0, t: BOOLEAN };
  return { ...content, v: typeof value === 'string' ? value : value.error, t: TEXT };
}

export const gridStyleId = (index: number): string => `f${index}`;

/** Excel does not fit rows to merged cells. Bands as wide as the sheet may be large, but not tall. */
function mergedCells(sheet: SheetModel): ReadonlySet<number> {
  const cells = new Set<number>();
  for (const { top, left, bottom, right } of sheet.merges()) {
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) cells.add(row * COLUMN_LIMIT + column);
    }
  }
  return cells;
}

/** Styles of a workbook for Univer, filled as cells ask for them. */
export type GridStyles = Record<string, ReturnType<typeof snapshotLook>>;

function cellData(workbook: WorkbookModel, sheet: SheetModel, styles: GridStyles): Partial<IWorksheetData> {
  const used = sheet.usedArea(false);
  const cells: Record<number, Record<number, ICellData>> = {};
  const rowData: Record<number, object> = {};
  const bottom = used?.bottom ?? -1;
  const left = used?.left ?? 0;
  const right = used?.right ?? -1;
  const merged = mergedCells(sheet);
  const widths = Array.from(
    { length: right - left + 1 },
    (_, at) => sheet.columnWidth(left + at) ?? sheet.defaultColumnWidth,
  );
  for (let row = used?.top ?? 0; row <= bottom; row += 1) {
    const line: Record<number, ICellData> = {};
    let any = false;
    let needed = 0;
    for (let column = left; column <= right; column += 1) {
      const value = sheet.value(row, column);
      const formula = sheet.formula(row, column);
      const style = sheet.styleIndex(row, column);
      if (value === null && formula === null && style === 0) continue;
      const look = workbook.style(style);
      const shown = typeof value === 'number' ? serialOnScreen(value, look.numberFormat, workbook.date1904) : value;
      const cell = gridContent(shown, formula);
      if (style !== 0) {
        const id = gridStyleId(style);
        styles[id] ??= snapshotLook(look);
        cell.s = id;
      }
      if (typeof value === 'string' && look.alignment.wrapText === true && !merged.has(row * COLUMN_LIMIT + column)) {
        needed = Math.max(needed, wrappedHeight(value, widths[column - left]!, look.font.size));
      }
      line[column] = cell;
      any = true;
    }
    if (any) cells[row] = line;
    const height = sheet.rowHeight(row);
    if (height !== null || sheet.rowHidden(row)) {
      rowData[row] = {
        ...(height === null ? {} : { h: pixelsOfPoints(height), ia: 0 }),
        hd: sheet.rowHidden(row) || height === 0 ? 1 : 0,
      };
    } else if (needed > sheet.defaultRowHeight) {
      rowData[row] = { h: pixelsOfPoints(Math.min(needed, TALLEST_POINTS)), ia: 0 };
    }
  }
  return {
    cellData: cells,
    rowData,
    rowCount: Math.max(LEAST_ROWS, bottom + 1 + SPARE_ROWS),
    columnCount: Math.max(LEAST_COLUMNS, right + 1 + SPARE_COLUMNS),
  };
}

function columnData(sheet: SheetModel, count: number): Record<number, object> {
  const columns: Record<number, object> = {};
  for (let column = 0; column < count; column += 1) {
    const width = sheet.columnWidth(column);
    const hidden = sheet.columnHidden(column) || width === 0;
    if (width === null && !hidden) continue;
    columns[column] = {
      ...(width === null || width === 0 ? {} : { w: pixelsOfCharacters(width) }),
      hd: hidden ? 1 : 0,
    };
  }
  return columns;
}

/** One sheet as Univer opens it; the styles its cells name are added to `styles`. */
export function sheetSnapshot(workbook: WorkbookModel, sheet: SheetModel, styles: GridStyles): IWorksheetData {
  const cells = cellData(workbook, sheet, styles);
  const frozen = sheet.frozen();
  return {
    id: sheet.id,
    name: sheet.name,
    tabColor: sheet.tabColor ?? '',
    hidden: sheet.visibility === 'visible' ? 0 : 1,
    freeze: {
      xSplit: frozen.columns,
      ySplit: frozen.rows,
      startRow: frozen.rows === 0 ? -1 : frozen.rows,
      startColumn: frozen.columns === 0 ? -1 : frozen.columns,
    },
    zoomRatio: 1,
    scrollTop: 0,
    scrollLeft: 0,
    defaultColumnWidth: pixelsOfCharacters(sheet.defaultColumnWidth),
    defaultRowHeight: pixelsOfPoints(sheet.defaultRowHeight),
    mergeData: sheet.merges().map(gridRange),
    rowHeader: { width: 46 },
    columnHeader: { height: 22 },
    showGridlines: sheet.showGridlines ? 1 : 0,
    rightToLeft: 0,
    ...cells,
    columnData: columnData(sheet, cells.columnCount ?? LEAST_COLUMNS),
  } as IWorksheetData;
}

/** A whole workbook as Univer opens it, conditional formats and drop-down lists with it. */
export function workbookSnapshot(workbook: WorkbookModel, id: string, name: string): IWorkbookData {
  const styles: GridStyles = {};
  const sheets = Object.fromEntries(workbook.sheets.map((sheet) => [sheet.id, sheetSnapshot(workbook, sheet, styles)]));
  const bySheet = (of: (sheet: SheetModel) => unknown): string =>
    JSON.stringify(Object.fromEntries(workbook.sheets.map((sheet) => [sheet.id, of(sheet)])));
  return {
    id,
    name,
    appVersion: '0.25.1',
    locale: 'zhCN' as IWorkbookData['locale'],
    styles,
    defaultStyle: snapshotLook(workbook.style(0)),
    sheetOrder: workbook.sheets.map((sheet) => sheet.id),
    sheets,
    resources: [
      { name: 'SHEET_CONDITIONAL_FORMATTING_PLUGIN', data: bySheet((sheet) => gridRules(sheet.conditionalRules())) },
      { name: 'SHEET_DATA_VALIDATION_PLUGIN', data: bySheet((sheet) => gridLists(sheet.id, sheet.dataValidations())) },
    ],
  };
}
