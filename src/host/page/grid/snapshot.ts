import type { ICellData, IWorkbookData, IWorksheetData } from '@univerjs/core';
import type { Area, CellContent, SheetModel, WorkbookModel } from '../../xlsx/model';
import { drained, type InSlices } from '../../xlsx/slices';
import { snapshotLook } from './cellLook';
import { gridRules } from './conditionalRules';
import { serialOnScreen } from './dateSystem';
import { gridRange, gridSize } from './drawnRanges';
import { notePlace, type Places, type PlacesBySheet } from './formulaPlaces';
import { pixelsOfCharacters, pixelsOfPoints } from './measures';
import { gridLists } from './validationLists';
import { wrappedHeight } from './wrappedHeight';

const TEXT = 1;
const NUMBER = 2;
const BOOLEAN = 3;
/** Excel's own limit of a row. */
const TALLEST_POINTS = 409;
const COLUMN_LIMIT = 16_384;
/** Areas up to this are walked cell by cell, with the looks their rows and columns give; of larger ones the cells there are. */
const WALKED_CELLS = 4_000_000;
const DRAWN_MERGE = 100_000;

/** A cell's content for Univer: numbers need their type, error values are shown as their code. */
export function gridContent(value: CellContent, formula: string | null): ICellData {
  const content = plainContent(value);
  return formula === null ? content : { f: `=${formula}`, ...content };
}

function plainContent(value: CellContent): ICellData {
  if (value === null) return {};
  if (typeof value === 'number') return { v: value, t: NUMBER };
  if (typeof value === 'boolean') return { v: value ? 1 : 0, t: BOOLEAN };
  return { v: typeof value === 'string' ? value : value.error, t: TEXT };
}

export const gridStyleId = (index: number): string => `f${index}`;

type Visit = (row: number, column: number) => void;

function eachCell(sheet: SheetModel, area: Area, visit: Visit): void {
  if ((area.bottom - area.top + 1) * (area.right - area.left + 1) > WALKED_CELLS) return sheet.forEachCell(area, visit);
  for (let row = area.top; row <= area.bottom; row += 1) {
    for (let column = area.left; column <= area.right; column += 1) visit(row, column);
  }
}

/** Excel does not fit rows to merged cells. One merge may cover thousands of millions of them. */
function mergedCells(sheet: SheetModel): (row: number, column: number) => boolean {
  const cells = new Set<number>();
  const large: Area[] = [];
  for (const area of sheet.merges()) {
    const { top, left, bottom, right } = area;
    if ((bottom - top + 1) * (right - left + 1) > COLUMN_LIMIT) large.push(area);
    else eachCell(sheet, area, (row, column) => cells.add(row * COLUMN_LIMIT + column));
  }
  return (row, column) =>
    cells.has(row * COLUMN_LIMIT + column) ||
    large.some(({ top, left, bottom, right }) => row >= top && row <= bottom && column >= left && column <= right);
}

/** Styles of a workbook for Univer, filled as cells ask for them. */
export type GridStyles = Record<string, ReturnType<typeof snapshotLook>>;

/** Rows drawn between two pauses. */
const ROWS_AT_ONCE = 200;
function* cellData(
  workbook: WorkbookModel,
  sheet: SheetModel,
  styles: GridStyles,
  formulas: Places,
): InSlices<Partial<IWorksheetData>> {
  const used = sheet.usedArea(false);
  const cells: Record<number, Record<number, ICellData>> = {};
  const needed = new Map<number, number>();
  const merged = mergedCells(sheet);
  const widthOf = widths(sheet);
  const visit: Visit = (row, column) => {
    const value = sheet.value(row, column);
    const formula = sheet.formula(row, column);
    const style = sheet.styleIndex(row, column);
    if (value === null && formula === null && style === 0) return;
    const look = workbook.style(style);
    const shown = typeof value === 'number' ? serialOnScreen(value, look.numberFormat, workbook.date1904) : value;
    const cell = gridContent(shown, formula);
    if (style !== 0) {
      const id = gridStyleId(style);
      styles[id] ??= snapshotLook(look);
      cell.s = id;
    }
    if (typeof value === 'string' && look.alignment.wrapText === true && !merged(row, column)) {
      needed.set(row, Math.max(needed.get(row) ?? 0, wrappedHeight(value, widthOf(column), look.font.size)));
    }
    (cells[row] ??= {})[column] = cell;
    if (formula !== null) notePlace(formulas, row, column);
  };
  const walked = used === null ? 0 : (used.bottom - used.top + 1) * (used.right - used.left + 1);
  if (used !== null && walked > WALKED_CELLS) sheet.forEachCell(used, visit);
  else {
    for (let top = used?.top ?? 0; used !== null && top <= used.bottom; top += ROWS_AT_ONCE) {
      eachCell(sheet, { ...used, top, bottom: Math.min(used.bottom, top + ROWS_AT_ONCE - 1) }, visit);
      yield;
    }
  }
  const { rows, columns } = gridSize(sheet);
  return {
    cellData: cells,
    rowData: yield* rowData(sheet, used, needed),
    rowCount: rows,
    columnCount: columns,
  };
}

/** Merges as far as the grid reaches. The grid keeps a record for each of their cells: enormous ones it does not draw. */
const drawnMerges = (sheet: SheetModel, rows: number, columns: number): readonly Area[] =>
  sheet
    .merges()
    .filter(({ top, left }) => top < rows && left < columns)
    .map((area) => ({ ...area, bottom: Math.min(area.bottom, rows - 1), right: Math.min(area.right, columns - 1) }))
    .filter(({ top, left, bottom, right }) => (bottom - top + 1) * (right - left + 1) <= DRAWN_MERGE);

function widths(sheet: SheetModel): (column: number) => number {
  const known = new Map<number, number>();
  return (column) => {
    const width = known.get(column) ?? sheet.columnWidth(column) ?? sheet.defaultColumnWidth;
    known.set(column, width);
    return width;
  };
}

/** Heights and hiding of the rows in use; rows without a height of their own are as tall as their text needs. */
function* rowData(
  sheet: SheetModel,
  used: Area | null,
  needed: ReadonlyMap<number, number>,
): InSlices<IWorksheetData['rowData']> {
  const rows: Record<number, object> = {};
  const { defaultRowHeight } = sheet;
  for (let row = used?.top ?? 0; row <= (used?.bottom ?? -1); row += 1) {
    if (row % ROWS_AT_ONCE === 0) yield;
    const height = sheet.rowHeight(row);
    const hidden = sheet.rowHidden(row);
    const text = needed.get(row) ?? 0;
    if (height !== null || hidden) {
      rows[row] = {
        ...(height === null ? {} : { h: pixelsOfPoints(height), ia: 0 }),
        hd: hidden || height === 0 ? 1 : 0,
      };
    } else if (text > defaultRowHeight) {
      rows[row] = { h: pixelsOfPoints(Math.min(text, TALLEST_POINTS)), ia: 0 };
    }
  }
  return rows;
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

/** One sheet as Univer opens it; the styles its cells name are added to `styles`, where it has formulas to `formulas`. */
function* sheetSnapshot(
  workbook: WorkbookModel,
  sheet: SheetModel,
  styles: GridStyles,
  formulas: Places,
): InSlices<IWorksheetData> {
  const cells = yield* cellData(workbook, sheet, styles, formulas);
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
    mergeData: drawnMerges(sheet, cells.rowCount!, cells.columnCount!).map(gridRange),
    rowHeader: { width: 46 },
    columnHeader: { height: 22 },
    showGridlines: sheet.showGridlines ? 1 : 0,
    rightToLeft: 0,
    ...cells,
    columnData: columnData(sheet, cells.columnCount!),
  } as IWorksheetData;
}

/** A whole workbook as Univer opens it, conditional formats and drop-down lists with it. */
export const workbookSnapshot = (workbook: WorkbookModel, id: string, name: string): IWorkbookData =>
  drained(snapshotInSlices(workbook, id, name));

/** The same with pauses; where it has formulas is added to `formulas`. */
export function* snapshotInSlices(
  workbook: WorkbookModel,
  id: string,
  name: string,
  formulas: PlacesBySheet = new Map(),
): InSlices<IWorkbookData> {
  const styles: GridStyles = {};
  const sheets: Record<string, IWorksheetData> = {};
  for (const sheet of workbook.sheets) {
    yield;
    const places: Places = {};
    formulas.set(sheet.id, places);
    sheets[sheet.id] = yield* sheetSnapshot(workbook, sheet, styles, places);
  }
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
      {
        name: 'SHEET_CONDITIONAL_FORMATTING_PLUGIN',
        data: bySheet((sheet) => gridRules(sheet.conditionalRules(), gridSize(sheet))),
      },
      {
        name: 'SHEET_DATA_VALIDATION_PLUGIN',
        data: bySheet((sheet) => gridLists(sheet.id, sheet.dataValidations(), gridSize(sheet))),
      },
    ],
  };
}
