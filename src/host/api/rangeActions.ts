import { invalidArgument } from './ApiError';
import { type Member, method } from './ApiObject';
import { columnCount, rowCount } from './address';
import { getCellProperties, getRowProperties, setCellProperties } from './cellProperties';
import type { Range } from './Range';
import { copyRange } from './rangeCopy';
import { CLEAR_WORDS, clearArea, deleteRows, insertRows, mergeArea, unmergeArea } from './rangeEditing';

/** What is done to a range. */
export const rangeActions: Readonly<Record<string, Member<Range>>> = {
  getCellProperties: method(({ document, sheet, area }, args) =>
    getCellProperties(document, sheet, area, args.record(0)),
  ),
  getRowProperties: method(({ document, sheet, area }, args) =>
    getRowProperties(document, sheet, area, args.record(0)),
  ),
  setCellProperties: method(({ document, sheet, area }, args) => {
    setCellProperties(document, sheet, area, args.raw(0));
    return null;
  }),
  merge: method(({ document, sheet, area }, args) => {
    mergeArea(document, sheet, area, args.booleanOr(0, false));
    return null;
  }),
  unmerge: method(({ document, sheet, area }) => {
    unmergeArea(document, sheet, area);
    return null;
  }),
  clear: method(({ document, sheet, area }, args) => {
    clearArea(document, sheet, area, args.oneOf(0, CLEAR_WORDS, 'All'));
    return null;
  }),
  delete: method(({ document, sheet, area }, args) => {
    deleteRows(document, sheet, area, args.oneOf(0, ['Up', 'Left']));
    return null;
  }),
  insert: method((range, args) => {
    const { document, sheet, area } = range;
    insertRows(document, sheet, area, args.oneOf(0, ['Down', 'Right']));
    return range.at(area);
  }),
  copyFrom: method(({ document, sheet, area }, args) => {
    copyRange(document, sheet, area, args);
    return null;
  }),
  select: method(({ document, sheet, area }) => {
    document.select(sheet, [area]);
    return null;
  }),
  calculate: method(() => null),
  // The library asks for this before it writes a large array in pieces.
  _ValidateArraySize: method(({ area }, args) => {
    if (args.integer(0) !== rowCount(area) || args.integer(1) !== columnCount(area)) {
      throw invalidArgument('the array does not have the shape of the range');
    }
    return null;
  }),
};
