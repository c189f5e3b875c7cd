import type { Area, CellContent, SheetModel } from '../xlsx/model';
import { ApiError, invalidArgument } from './ApiError';
import { cellCount, contains, intersection, isWholeColumns, isWholeRows, rowCount, without } from './address';
import type { OpenDocument } from './OpenDocument';
import { Range } from './Range';

const CLEARING = ['All', 'Formats', 'Contents', 'Hyperlinks', 'RemoveHyperlinks'] as const;
export type ClearApplyTo = (typeof CLEARING)[number];
export const CLEAR_WORDS: readonly ClearApplyTo[] = CLEARING;

/** `Range.clear`: contents, formats, hyperlinks or all of an area. */
export function clearArea(document: OpenDocument, sheet: SheetModel, area: Area, what: ClearApplyTo): void {
  const filled = document.filled(sheet, area);
  if (what === 'All' || what === 'Contents') {
    if (filled !== null) {
      document.guardCells(sheet, filled);
      for (let row = filled.top; row <= filled.bottom; row++) {
        for (let column = filled.left; column <= filled.right; column++) {
          const guarded = sheet.guardedFormula(row, column);
          if (guarded !== null && !contains(area, guarded.area)) {
            throw new ApiError('InvalidOperation', 'part of an array formula cannot be changed');
          }
        }
      }
    }
  } else document.guard(sheet, what === 'Formats' ? 'allowFormatCells' : 'allowInsertHyperlinks');
  if (filled !== null && what === 'All') sheet.clear(filled, 'all');
  if (filled !== null && what === 'Contents') sheet.clear(filled, 'contents');
  if (filled !== null && what === 'Formats') sheet.clear(filled, 'formats');
  if (what === 'All' || what === 'Formats') {
    sheet.setConditionalRules(
      sheet.conditionalRules().flatMap((rule) => {
        if (!rule.areas.some((held) => intersection(held, area) !== null)) return [rule];
        const areas = rule.areas.flatMap((held) => without(held, area));
        return areas.length === 0 ? [] : [{ ...rule, areas }];
      }),
    );
    sheet.setMerges(sheet.merges().filter((merge) => intersection(merge, area) === null));
  }
  if (what === 'All') {
    sheet.setDataValidations(
      sheet.dataValidations().flatMap((rule) => {
        if (!rule.areas.some((held) => intersection(held, area) !== null)) return [rule];
        const areas = rule.areas.flatMap((held) => without(held, area));
        return areas.length === 0 ? [] : [{ ...rule, areas }];
      }),
    );
  }
  if (what === 'RemoveHyperlinks') {
    for (const link of sheet.hyperlinks()) {
      const linked = intersection(link.area, area);
      if (linked !== null) sheet.clear(linked, 'formats');
    }
  }
  if (what === 'All' || what === 'Hyperlinks' || what === 'RemoveHyperlinks') {
    sheet.setHyperlinks(sheet.hyperlinks().filter((link) => intersection(link.area, area) === null));
  }
  document.changed(sheet, area, 'RangeEdited');
}

/** `Range.merge`: the values of all cells but the first go, as in Excel. */
export function mergeArea(document: OpenDocument, sheet: SheetModel, area: Area, across: boolean): void {
  document.guard(sheet, 'allowFormatCells');
  if (sheet.tables().some((table) => intersection(table.area, area) !== null)) {
    throw new ApiError('InvalidOperation', 'cells of a table cannot be merged');
  }
  const merged: Area[] = [];
  if (across) for (let row = area.top; row <= area.bottom; row++) merged.push({ ...area, top: row, bottom: row });
  else merged.push(area);
  const many = merged.filter((merge) => cellCount(merge) > 1);
  for (const merge of many) {
    let kept: CellContent = null;
    for (let row = merge.top; row <= merge.bottom; row++) {
      for (let column = merge.left; column <= merge.right; column++) {
        const value = sheet.value(row, column);
        if (value === null) continue;
        if (kept === null && (row !== merge.top || column !== merge.left)) sheet.setValue(merge.top, merge.left, value);
        kept ??= value;
        if (row !== merge.top || column !== merge.left) sheet.setValue(row, column, null);
      }
    }
  }
  sheet.setMerges([...sheet.merges().filter((merge) => intersection(merge, area) === null), ...many]);
  document.changed(sheet, area, 'RangeEdited');
}

export function unmergeArea(document: OpenDocument, sheet: SheetModel, area: Area): void {
  document.guard(sheet, 'allowFormatCells');
  sheet.setMerges(sheet.merges().filter((merge) => intersection(merge, area) === null));
  document.changed(sheet, area, 'RangeEdited');
}

/** Moves what the library tracks, as Excel moves the ranges an add-in holds. */
function shiftTracked(document: OpenDocument, sheet: SheetModel, from: number, step: number): void {
  for (const object of new Set([...document.references.values(), ...document.live])) {
    if (object instanceof Range && object.model === sheet) object.shiftRows(from, step);
  }
}

/** `Range.insert`: whole rows only; a part of the rows would tear the sheet's other structures. */
export function insertRows(document: OpenDocument, sheet: SheetModel, area: Area, shift: string): void {
  if (shift === 'Down' && isWholeColumns(area)) throw invalidArgument('whole columns are not shifted down');
  if (shift !== 'Down' || !isWholeRows(area)) {
    throw new ApiError('UnsupportedOperation', 'this host inserts whole rows only');
  }
  document.guard(sheet, 'allowInsertRows');
  sheet.insertRows(area.top, rowCount(area));
  shiftTracked(document, sheet, area.top, rowCount(area));
  document.changed(sheet, area, 'RowInserted');
}

export function deleteRows(document: OpenDocument, sheet: SheetModel, area: Area, shift: string): void {
  if (shift !== 'Up' || !isWholeRows(area))
    throw new ApiError('UnsupportedOperation', 'this host deletes whole rows only');
  document.guard(sheet, 'allowDeleteRows');
  sheet.deleteRows(area.top, rowCount(area));
  shiftTracked(document, sheet, area.top, -rowCount(area));
  document.changed(sheet, area, 'RowDeleted');
}

/** Content, formula and style of one cell moved to another; references are taken over as they stand. */
export function copyCell(
  document: OpenDocument,
  from: { readonly sheet: SheetModel; readonly row: number; readonly column: number },
  to: { readonly sheet: SheetModel; readonly row: number; readonly column: number },
  what: 'All' | 'Values' | 'Formats',
): void {
  if (what !== 'Formats') {
    if (what === 'All' && from.sheet.formula(from.row, from.column) !== null) {
      throw new ApiError('UnsupportedOperation', 'this host copies no formulas');
    }
    to.sheet.setValue(to.row, to.column, from.sheet.value(from.row, from.column));
  }
  if (what !== 'Values') to.sheet.setStyleIndex(to.row, to.column, from.sheet.styleIndex(from.row, from.column));
  document.dirty = true;
}
