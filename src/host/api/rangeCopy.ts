import type { Area, SheetModel } from '../xlsx/model';
import { ApiError, invalidArgument } from './ApiError';
import { columnCount, rowCount } from './address';
import type { CallArguments } from './CallArguments';
import type { OpenDocument } from './OpenDocument';
import { copyCell } from './rangeEditing';
import { Range } from './Range';
import { areaOnSheet, placeOfFormula } from './sheetAddress';

/** `Range.copyFrom`: values and formats; formulas, `skipBlanks` and `transpose` are refused, not half done. */
export function copyRange(document: OpenDocument, sheet: SheetModel, area: Area, args: CallArguments): void {
  const given = args.raw(0);
  const source =
    given instanceof Range
      ? { sheet: given.sheet, area: given.area }
      : typeof given === 'string'
        ? (placeOfFormula(document, given, sheet) ?? { sheet, area: areaOnSheet(document, sheet, given) })
        : null;
  if (source === null) throw invalidArgument('a range or an address is needed');
  const what = args.oneOf(1, ['All', 'Values', 'Formats', 'Formulas', 'Link'], 'All');
  if (what === 'Formulas' || what === 'Link' || args.booleanOr(2, false) || args.booleanOr(3, false)) {
    throw new ApiError('UnsupportedOperation', 'this host copies values and formats only');
  }
  const [rows, columns] = [rowCount(source.area), columnCount(source.area)];
  const target: Area = {
    ...area,
    bottom: area.top + Math.max(rows, rowCount(area)) - 1,
    right: area.left + Math.max(columns, columnCount(area)) - 1,
  };
  document.guardCells(sheet, target);
  for (let row = target.top; row <= target.bottom; row++) {
    for (let column = target.left; column <= target.right; column++) {
      const from = {
        sheet: source.sheet,
        row: source.area.top + ((row - target.top) % rows),
        column: source.area.left + ((column - target.left) % columns),
      };
      copyCell(document, from, { sheet, row, column }, what);
    }
  }
  document.changed(sheet, target, 'RangeEdited');
}
