import type { Area, CellContent, SheetModel } from '../xlsx/model';
import { ApiError, invalidArgument } from './ApiError';
import { cellCount, columnCount, intersection, isWholeColumns, isWholeRows, rowCount } from './address';
import { readInput } from './cellInput';
import { cellText } from './numberFormatText';
import type { OpenDocument } from './OpenDocument';

export type Grid = readonly (readonly unknown[])[];

/** Reads every cell of an area into rows; null for whole rows or columns, as Excel answers for unbounded ranges. */
export function readGrid(
  document: OpenDocument,
  area: Area,
  cell: (row: number, column: number) => unknown,
): Grid | null {
  if (isWholeColumns(area) || isWholeRows(area)) return null;
  if (cellCount(area) > document.options.cellLimit) {
    throw new ApiError('ResponsePayloadSizeLimitExceeded', `${cellCount(area)} cells`);
  }
  const rows: unknown[][] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    const cells: unknown[] = new Array(area.right - area.left + 1);
    for (let column = area.left; column <= area.right; column++) cells[column - area.left] = cell(row, column);
    rows.push(cells);
  }
  return rows;
}

/** A content as `values` gives it: "" for an empty cell, the code for an error. */
export function plainValue(content: CellContent): string | number | boolean {
  if (content === null) return '';
  return typeof content === 'object' ? content.error : content;
}

export function valueType(content: CellContent): 'Empty' | 'String' | 'Double' | 'Boolean' | 'Error' {
  if (content === null || content === '') return 'Empty';
  if (typeof content === 'object') return 'Error';
  return typeof content === 'number' ? 'Double' : typeof content === 'boolean' ? 'Boolean' : 'String';
}

export const formulaOrValue = (sheet: SheetModel, row: number, column: number): string | number | boolean => {
  const formula = sheet.formula(row, column);
  return formula === null ? plainValue(sheet.value(row, column)) : `=${formula}`;
};

export const textAt = (document: OpenDocument, sheet: SheetModel, row: number, column: number): string =>
  cellText(
    sheet.value(row, column),
    document.workbook.style(sheet.styleIndex(row, column)).numberFormat,
    document.workbook.date1904,
  );

/** Checks a written value: a scalar fills the area, a 2-D array must have its very shape. */
export function gridCells(written: unknown, area: Area): (row: number, column: number) => unknown {
  if (!Array.isArray(written)) {
    if (typeof written === 'object' && written !== null) throw invalidArgument('a value or a 2-D array is needed');
    return () => written;
  }
  const rows = written as readonly unknown[];
  if (rows.length !== rowCount(area)) throw invalidArgument(`${rows.length} rows written to ${rowCount(area)}`);
  for (const row of rows) {
    if (!Array.isArray(row)) throw invalidArgument('a 2-D array is needed');
    if (row.length !== columnCount(area))
      throw invalidArgument(`${row.length} columns written to ${columnCount(area)}`);
  }
  return (row, column) => (rows[row - area.top] as readonly unknown[])[column - area.left];
}

/** Array and data-table formulas may only be overwritten whole. */
function guardFormulas(sheet: SheetModel, row: number, column: number, area: Area): void {
  const guarded = sheet.guardedFormula(row, column);
  if (guarded === null) return;
  const { area: whole } = guarded;
  const inside =
    area.top <= whole.top && area.left <= whole.left && area.bottom >= whole.bottom && area.right >= whole.right;
  if (!inside) throw new ApiError('InvalidOperation', 'part of an array formula cannot be changed');
}

const COLUMNS = 16_384;

/** Whole rows and columns are cut to what is in use (at least their first cell). */
export function boundedArea(document: OpenDocument, sheet: SheetModel, area: Area): Area {
  if (!isWholeColumns(area) && !isWholeRows(area)) return area;
  return document.filled(sheet, area) ?? { ...area, bottom: area.top, right: area.left };
}

/** Cells under a merge that are not its first: what is written to them is lost, as in Excel. */
function coveredCells(sheet: SheetModel, area: Area): ReadonlySet<number> {
  const covered = new Set<number>();
  for (const merge of sheet.merges()) {
    const inside = intersection(merge, area);
    if (inside === null) continue;
    for (let row = inside.top; row <= inside.bottom; row++) {
      for (let column = inside.left; column <= inside.right; column++) covered.add(row * COLUMNS + column);
    }
    covered.delete(merge.top * COLUMNS + merge.left);
  }
  return covered;
}

/** Writes values or formulas. Nothing is written where any cell is refused. */
export function writeCells(document: OpenDocument, sheet: SheetModel, place: Area, written: unknown): void {
  const area = boundedArea(document, sheet, place);
  if (area !== place && written !== '') {
    throw new ApiError('UnsupportedOperation', 'this host fills no whole rows and columns');
  }
  if (cellCount(area) > document.options.cellLimit) throw invalidArgument('the range is too large to write');
  const cell = gridCells(written, area);
  document.guardCells(sheet, area);
  const rules = document.inputRules;
  const covered = coveredCells(sheet, area);
  const edits: {
    readonly row: number;
    readonly column: number;
    readonly input: ReturnType<typeof readInput>;
    readonly format: string;
  }[] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) {
      const value = cell(row, column);
      if (value === null || covered.has(row * COLUMNS + column)) continue;
      guardFormulas(sheet, row, column, area);
      const format = document.workbook.style(sheet.styleIndex(row, column)).numberFormat;
      edits.push({ row, column, input: readInput(value, format, rules), format });
    }
  }
  const single = cellCount(area) === 1;
  const before = single ? sheet.value(area.top, area.left) : null;
  for (const { row, column, input, format } of edits) {
    if (input.kind === 'clear') sheet.setValue(row, column, null);
    else if (input.kind === 'formula') sheet.setFormula(row, column, input.formula);
    else if (input.kind === 'value') {
      if (input.format !== undefined && /^general$/i.test(format)) {
        const index = sheet.styleIndex(row, column);
        const style = { ...document.workbook.style(index), numberFormat: input.format };
        sheet.setStyleIndex(row, column, document.workbook.styleIndexOf(style, index));
      }
      sheet.setValue(row, column, input.value);
    }
  }
  const after = single ? sheet.value(area.top, area.left) : null;
  document.changed(
    sheet,
    area,
    'RangeEdited',
    single
      ? {
          valueBefore: plainValue(before),
          valueAfter: plainValue(after),
          valueTypeBefore: valueType(before),
          valueTypeAfter: valueType(after),
        }
      : {},
  );
}

/** Chinese Excel's own word for the General format. */
const LOCAL_GENERAL = 'G/通用格式';

export const localFormat = (document: OpenDocument, code: string): string =>
  document.options.locale === 'zh-CN' && /^general$/i.test(code) ? LOCAL_GENERAL : code;

export function writeNumberFormats(document: OpenDocument, sheet: SheetModel, place: Area, written: unknown): void {
  const area = boundedArea(document, sheet, place);
  const cell = gridCells(written, area);
  document.guard(sheet, 'allowFormatCells');
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) {
      const code = cell(row, column);
      if (code !== null && typeof code !== 'string') throw invalidArgument('a number format is a string');
    }
  }
  if (typeof written === 'string') {
    const numberFormat = written === LOCAL_GENERAL || written === '' ? 'General' : written;
    document.restyle(sheet, area, (style) => ({ ...style, numberFormat }));
    return;
  }
  const byFormat = new Map<string, Map<number, number>>();
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) {
      const code = cell(row, column);
      if (code === null) continue;
      const numberFormat = code === LOCAL_GENERAL || code === '' ? 'General' : String(code);
      let styles = byFormat.get(numberFormat);
      if (styles === undefined) byFormat.set(numberFormat, (styles = new Map<number, number>()));
      document.restyleCell(sheet, row, column, (style) => ({ ...style, numberFormat }), styles);
    }
  }
}
