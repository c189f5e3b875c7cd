import { columnLetters, lastColumn, lastRow } from '../cells/address';
import {
  mapReferences,
  qualifierOf,
  sameSheetName,
  sheetOfQualifier,
  spanOfQualifier,
  type FormulaReference,
  type ReferenceEnd,
} from './references';

const broken = '#REF!';

function endText(end: ReferenceEnd): string {
  const column = end.column === null ? '' : (end.columnFixed ? '$' : '') + columnLetters(end.column);
  return column + (end.row === null ? '' : (end.rowFixed ? '$' : '') + (end.row + 1));
}

function referenceText(qualifier: string, first: ReferenceEnd, second: ReferenceEnd | null): string {
  return qualifier + endText(first) + (second ? `:${endText(second)}` : '');
}

/** A shared formula as it reads `rows` below and `columns` right of its master; it wraps round the sheet's edges. */
export function movedFormula(formula: string, rows: number, columns: number): string {
  const wrap = (value: number, size: number): number => ((value % size) + size) % size;
  const move = (end: ReferenceEnd): ReferenceEnd => ({
    ...end,
    row: end.row === null || end.rowFixed ? end.row : wrap(end.row + rows, lastRow + 1),
    column: end.column === null || end.columnFixed ? end.column : wrap(end.column + columns, lastColumn + 1),
  });
  return mapReferences(formula, ({ qualifier, first, second }) =>
    referenceText(qualifier, move(first), second && move(second)),
  );
}

/** Rows put in (`count` > 0, before `row`) or taken out (`count` < 0, from `row` on) of a sheet. */
export interface RowShift {
  readonly row: number;
  readonly count: number;
}

/** Where a row stands after the shift; null where it was taken out. */
export function shiftedRow(row: number, shift: RowShift): number | null {
  if (row < shift.row) return row;
  if (shift.count < 0 && row < shift.row - shift.count) return null;
  return row + shift.count;
}

/** A span of rows after the shift: it grows or shrinks, but what reaches the last row goes on doing so; null where nothing of it is left. */
export function shiftedSpan(top: number, bottom: number, shift: RowShift): { top: number; bottom: number } | null {
  if (shift.count < 0 && top >= shift.row && bottom < shift.row - shift.count) return null;
  const newTop = shiftedRow(top, shift) ?? shift.row;
  const newBottom = bottom === lastRow ? lastRow : (shiftedRow(bottom, shift) ?? shift.row - 1);
  return newTop > lastRow ? null : { top: newTop, bottom: Math.min(newBottom, lastRow) };
}

/** The formula after rows of sheet `shifted` moved; `home` is the sheet the formula stands in. */
export function formulaAfterShift(formula: string, home: string, shifted: string, shift: RowShift): string {
  return mapReferences(formula, (reference) => {
    const sheet = reference.qualifier ? sheetOfQualifier(reference.qualifier) : home;
    if (sheet === null || !sameSheetName(sheet, shifted)) return reference.text;
    return shiftedReference(reference, shift);
  });
}

function shiftedReference({ qualifier, first, second, text }: FormulaReference, shift: RowShift): string {
  if (first.row === null) return text;
  if (!second || second.row === null) {
    const row = shiftedRow(first.row, shift);
    return row === null || row > lastRow ? qualifier + broken : referenceText(qualifier, { ...first, row }, second);
  }
  const upward = second.row < first.row;
  const span = shiftedSpan(Math.min(first.row, second.row), Math.max(first.row, second.row), shift);
  if (!span || span.top > lastRow) return qualifier + broken;
  const [start, end] = upward ? [span.bottom, span.top] : [span.top, span.bottom];
  return referenceText(qualifier, { ...first, row: start }, { ...second, row: end });
}

/** The formula after a sheet got a new name. */
export function formulaAfterRename(formula: string, before: string, after: string): string {
  const renamed = (qualifier: string): string => {
    const span = spanOfQualifier(qualifier);
    if (span) {
      const [first, second] = span.map((name) => (sameSheetName(name, before) ? after : name));
      return span.some((name) => sameSheetName(name, before)) ? qualifierOf(first!, second!) : qualifier;
    }
    const sheet = sheetOfQualifier(qualifier);
    return sheet !== null && sameSheetName(sheet, before) ? qualifierOf(after) : qualifier;
  };
  return mapReferences(
    formula,
    ({ qualifier, text }) => (qualifier ? renamed(qualifier) + text.slice(qualifier.length) : text),
    renamed,
  );
}

/** The formula after a sheet was deleted: what pointed there is `#REF!`. */
export function formulaAfterSheetDeleted(formula: string, deleted: string): string {
  const pointsThere = (qualifier: string): boolean => {
    const sheet = qualifier ? sheetOfQualifier(qualifier) : null;
    return sheet !== null && sameSheetName(sheet, deleted);
  };
  return mapReferences(
    formula,
    ({ qualifier, text }) => (pointsThere(qualifier) ? broken : text),
    (qualifier) => (pointsThere(qualifier) ? '#REF!' : qualifier),
  );
}
