import { encloses, intersects, lastColumn, lastRow } from '../cells/address';
import { formulaAfterShift, shiftedRow, type RowShift } from '../formulas/rewriting';
import { EngineRefusal, type Area } from '../model';
import { pivotAreas } from '../sheet/pivotAreas';
import { rewordFrame } from '../sheet/rewording';
import { rewordReadingParts } from '../workbook/readingParts';
import type { Sheet } from '../sheet/sheet';
import { readRowBreaks, writeRowBreaks } from '../sheet/rowBreaks';
import { shiftCaches, shiftDrawings } from './shiftedDrawings';
import { shiftedArea, shiftedElement } from './shiftedReferences';
import { assertTablesShift, shiftTables } from './shiftedTables';

type RewordNames = (reword: (formula: string, home: string) => string) => void;

/** Top-level elements of a worksheet whose references follow its rows. */
const following = [
  'protectedRanges',
  'scenarios',
  'autoFilter',
  'sortState',
  'mergeCells',
  'conditionalFormatting',
  'dataValidations',
  'hyperlinks',
  'cellWatches',
  'ignoredErrors',
  'extLst',
];

/** Inserts or deletes rows with everything that follows them. Throws EngineRefusal before anything changed. */
export function shiftRows(sheet: Sheet, sheets: readonly Sheet[], shift: RowShift, rewordNames: RewordNames): void {
  assertShiftable(sheet, shift);
  const { name } = sheet;
  const { cells } = sheet.worksheet;
  cells.unshareAll();
  for (const one of sheets) {
    const reword = (formula: string): string => formulaAfterShift(formula, one.name, name, shift);
    one.worksheet.cells.rewordFormulas(reword);
    if (one !== sheet) {
      rewordFrame(one.worksheet.frame, reword);
      one.forgetFrame();
    }
  }
  rewordNames((formula, home) => formulaAfterShift(formula, home, name, shift));
  cells.moveRows(shift.row, shift.count);
  for (const guarded of cells.formulas.guarded) guarded.area = shiftedArea(guarded.area, shift) ?? guarded.area;
  if (shift.count > 0) takeStylesFromAbove(sheet, shift);
  shiftFrame(sheet, shift);
  shiftTables(sheet, shift);
  shiftDrawings(sheet, shift);
  rewordReadingParts(sheet.surroundings.pack, (formula) => formulaAfterShift(formula, '', name, shift));
  shiftCaches(sheet.surroundings.pack, name, shift);
  sheet.forgetFrame();
}

function assertShiftable(sheet: Sheet, shift: RowShift): void {
  const { cells } = sheet.worksheet;
  const used = cells.usedArea(false);
  if (shift.row < 0 || shift.row > lastRow || (shift.count < 0 && shift.row - shift.count > lastRow + 1)) {
    throw new EngineRefusal('InvalidArgument', '行号超出了工作表的范围。');
  }
  if (shift.count > 0 && used && used.bottom >= shift.row && used.bottom + shift.count > lastRow) {
    throw new EngineRefusal('InvalidArgument', '插入行后会把末尾有内容的单元格挤出工作表。');
  }
  for (const guarded of cells.guardedFormulas()) {
    if (straddles(guarded.area, shift)) {
      throw new EngineRefusal('UnsupportedOperation', '不能在数组公式或模拟运算表中间插入或删除行。');
    }
    if (guarded.kind === 'dataTable' && guarded.area.bottom >= shift.row) {
      throw new EngineRefusal('UnsupportedOperation', '不能在模拟运算表上方插入或删除行。');
    }
  }
  if (pivotAreas(sheet.surroundings.pack, sheet.partName).some((area) => area.bottom >= shift.row)) {
    throw new EngineRefusal('UnsupportedOperation', '不能在数据透视表上方或中间插入、删除行。');
  }
  assertTablesShift(sheet, shift);
}

/** Rows put in between its rows, or only a part of its rows taken out. */
function straddles(area: Area, shift: RowShift): boolean {
  if (shift.count > 0) return area.top < shift.row && shift.row <= area.bottom;
  const gone: Area = { top: shift.row, bottom: shift.row - shift.count - 1, left: 0, right: lastColumn };
  return intersects(area, gone) && !encloses(gone, area);
}

/** New rows look like the row above them, as in Excel. */
function takeStylesFromAbove(sheet: Sheet, shift: RowShift): void {
  const { cells } = sheet.worksheet;
  const above = cells.row(shift.row - 1);
  if (!above) return;
  for (const column of cells.columnsOf(above)) {
    const style = cells.ownStyle(above.index, column);
    if (style <= 0) continue;
    for (let row = shift.row; row < shift.row + shift.count; row++) cells.setStyle(row, column, style);
  }
}

function shiftFrame(sheet: Sheet, shift: RowShift): void {
  const { frame } = sheet.worksheet;
  for (const local of following) {
    const raws = frame.all(local);
    const after = raws.map((raw) => shiftedElement(raw, sheet.name, shift)).filter((raw) => raw !== null);
    if (after.join('') !== raws.join('')) frame.setAll(local, after);
  }
  const breaks = readRowBreaks(frame);
  if (breaks.length > 0)
    writeRowBreaks(
      frame,
      breaks.map((row) => shiftedRow(row, shift) ?? shift.row),
    );
}
