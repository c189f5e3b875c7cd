import { ApiError, invalidArgument, itemNotFound } from './ApiError';
import { type Member, method, property } from './ApiObject';
import {
  LAST_COLUMN,
  LAST_ROW,
  cellCount,
  columnCount,
  contains,
  enclosing,
  isWholeColumns,
  isWholeRows,
  qualifiedAddress,
  rowCount,
} from './address';
import type { Range } from './Range';
import { RangeAreas } from './RangeAreas';
import { CELL_TYPES, VALUE_TYPES, specialCells, surroundingRegion } from './rangeSearch';
import { columnsWidth, rowsHeight } from './sheetSizes';

/** Excel gives -1 for more cells than a 32-bit number counts. */
const CELL_COUNT_LIMIT = 2 ** 31 - 1;

/** The documentation of getMergedAreasOrNullObject: beyond this many it fails. */
const MERGES_LIMIT = 512;

function found<T>(object: T | null): T {
  if (object === null) throw itemNotFound();
  return object;
}

/** Where a range is and how others are had from it. */
export const rangeGeometry: Readonly<Record<string, Member<Range>>> = {
  address: property(({ sheet, area }) => qualifiedAddress(sheet.name, area)),
  addressLocal: property(({ sheet, area }) => qualifiedAddress(sheet.name, area)),
  cellCount: property(({ area }) => (cellCount(area) > CELL_COUNT_LIMIT ? -1 : cellCount(area))),
  rowIndex: property(({ area }) => area.top),
  columnIndex: property(({ area }) => area.left),
  rowCount: property(({ area }) => rowCount(area)),
  columnCount: property(({ area }) => columnCount(area)),
  isEntireRow: property(({ area }) => isWholeRows(area)),
  isEntireColumn: property(({ area }) => isWholeColumns(area)),
  top: property(({ sheet, area }) => rowsHeight(sheet, 0, area.top - 1)),
  left: property(({ sheet, area }) => columnsWidth(sheet, 0, area.left - 1)),
  height: property(({ sheet, area }) => rowsHeight(sheet, area.top, area.bottom)),
  width: property(({ sheet, area }) => columnsWidth(sheet, area.left, area.right)),
  getCell: method((range, args) => {
    const [row, column] = [range.area.top + args.integer(0), range.area.left + args.integer(1)];
    return range.at({ top: row, left: column, bottom: row, right: column });
  }),
  getRow: method((range, args) => {
    const row = range.area.top + args.integer(0);
    if (args.integer(0) < 0 || row > range.area.bottom) throw invalidArgument('row outside the range');
    return range.at({ ...range.area, top: row, bottom: row });
  }),
  getColumn: method((range, args) => {
    const column = range.area.left + args.integer(0);
    if (args.integer(0) < 0 || column > range.area.right) throw invalidArgument('column outside the range');
    return range.at({ ...range.area, left: column, right: column });
  }),
  getEntireRow: method((range) => range.at({ ...range.area, left: 0, right: LAST_COLUMN })),
  getEntireColumn: method((range) => range.at({ ...range.area, top: 0, bottom: LAST_ROW })),
  getRowsAbove: method((range, args) => {
    const { area } = range;
    const count = args.integerOr(0, 1);
    return range.at(
      count > 0 ? { ...area, top: area.top - count, bottom: area.top - 1 } : { ...area, bottom: area.top - count - 1 },
    );
  }),
  getRowsBelow: method((range, args) => {
    const { area } = range;
    const count = args.integerOr(0, 1);
    return range.at(
      count > 0
        ? { ...area, top: area.bottom + 1, bottom: area.bottom + count }
        : { ...area, top: area.bottom + count + 1 },
    );
  }),
  getColumnsBefore: method((range, args) => {
    const { area } = range;
    const count = args.integerOr(0, 1);
    return range.at(
      count > 0
        ? { ...area, left: area.left - count, right: area.left - 1 }
        : { ...area, right: area.left - count - 1 },
    );
  }),
  getColumnsAfter: method((range, args) => {
    const { area } = range;
    const count = args.integerOr(0, 1);
    return range.at(
      count > 0
        ? { ...area, left: area.right + 1, right: area.right + count }
        : { ...area, left: area.right + count + 1 },
    );
  }),
  getResizedRange: method((range, args) => {
    const { area } = range;
    return range.at({ ...area, bottom: area.bottom + args.integer(0), right: area.right + args.integer(1) });
  }),
  getAbsoluteResizedRange: method((range, args) => {
    const { top, left } = range.area;
    return range.at({ top, left, bottom: top + args.integer(0) - 1, right: left + args.integer(1) - 1 });
  }),
  getOffsetRange: method((range, args) => {
    const [rows, columns] = [args.integer(0), args.integer(1)];
    const { top, left, bottom, right } = range.area;
    return range.at({ top: top + rows, left: left + columns, bottom: bottom + rows, right: right + columns });
  }),
  getIntersection: method((range, args) => found(range.meet(args.raw(0)))),
  getIntersectionOrNullObject: method((range, args) => range.meet(args.raw(0))),
  getBoundingRect: method((range, args) => range.at(enclosing(range.area, range.other(args.raw(0)).area))),
  getUsedRange: method((range, args) => found(range.used(args.booleanOr(0, false)))),
  getUsedRangeOrNullObject: method((range, args) => range.used(args.booleanOr(0, false))),
  getLastRow: method((range) => range.at({ ...range.area, top: range.area.bottom })),
  getLastColumn: method((range) => range.at({ ...range.area, left: range.area.right })),
  getLastCell: method((range) => range.at({ ...range.area, top: range.area.bottom, left: range.area.right })),
  getMergedAreasOrNullObject: method((range) => {
    const { document, sheet, area } = range;
    const merges = sheet.merges().filter((merge) => contains(area, { ...merge, bottom: merge.top, right: merge.left }));
    if (merges.length > MERGES_LIMIT) throw new ApiError('GeneralException', `more than ${MERGES_LIMIT} merged areas`);
    return merges.length === 0 ? null : new RangeAreas(document, sheet, merges);
  }),
  getSpecialCells: method(({ document, sheet, area }, args) =>
    found(specialCells(document, sheet, [area], args.oneOf(0, CELL_TYPES), args.oneOf(1, VALUE_TYPES, 'All'))),
  ),
  getSpecialCellsOrNullObject: method(({ document, sheet, area }, args) =>
    specialCells(document, sheet, [area], args.oneOf(0, CELL_TYPES), args.oneOf(1, VALUE_TYPES, 'All')),
  ),
  getSurroundingRegion: method((range) => range.at(surroundingRegion(range.sheet, range.area))),
};
