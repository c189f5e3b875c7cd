import { isBlank } from '../cellText';
import { keptName } from '../ledger/ownSheets';
import type { Change, SheetCell, SheetContent } from '../plan';
import { PORTION, atOnce, type InPortions } from '../portions';
import { formatAt, valueAt, type SheetSnapshot, type WorkbookSnapshot } from '../snapshot';
import { detailContent, readDetailTable } from './detailSheet';
import { scoreContent } from './scoreSheet';
import { readScoreTable } from './scoreTable';

/**
 * Writes a sheet of ours anew; `ours`: how the add-in left it. A sheet that someone wrote by hand, or changed since, stays
 * beside it: formulas and what was made of it (a table, a protected sheet) cannot be put back from values.
 */
export function rewritten(
  sheet: SheetSnapshot,
  ours: SheetContent | null,
  after: SheetContent,
  { sheets }: WorkbookSnapshot,
): Extract<Change, { readonly kind: 'replaceSheet' }> {
  const own = ours !== null && holds(sheet, ours) && !calculates(sheet) && !isTakenInHand(sheet);
  const { name } = sheet;
  const change = { kind: 'replaceSheet', name, before: own ? ours : asItStands(sheet), after } as const;
  if (own || (sheet.values.every((row) => row.every(isBlank)) && !isTakenInHand(sheet))) return change;
  return {
    ...change,
    keeps: keptName(
      name,
      sheets.map((each) => each.name),
    ),
  };
}

/** Whether someone made a table of it, or protected it: it cannot be written over then. */
export const isTakenInHand = (sheet: SheetSnapshot): boolean => sheet.tables.length > 0 || sheet.protected;

/** Whether a formula stands where it was asked for one. */
const calculates = ({ formulas }: SheetSnapshot): boolean =>
  [...formulas.values()].some((column) => column.some((text) => typeof text === 'string' && text.startsWith('=')));

/** 考核计分 as the add-in writes what stands in it; null where that is no such table. */
export function issuedScoreSheet(sheet: SheetSnapshot): SheetContent | null {
  const table = readScoreTable(sheet);
  return table === null ? null : scoreContent(table);
}

/** 计分明细 as the add-in writes what stands in it; null where that is no such table. */
export function issuedDetailSheet(sheet: SheetSnapshot): SheetContent | null {
  const table = readDetailTable(sheet);
  return table === null ? null : detailContent(table);
}

/** Whether a sheet holds exactly these values. */
export const holds = (sheet: SheetSnapshot, content: SheetContent): boolean => atOnce(holdsInPortions(sheet, content));

export function* holdsInPortions(sheet: SheetSnapshot, { rows }: SheetContent): InPortions<boolean> {
  const bottom = Math.max(rows.length, sheet.top + sheet.values.length);
  const right = Math.max(sheet.left + (sheet.values[0]?.length ?? 0), ...rows.map((row) => row.length));
  for (let row = 0; row < bottom; row += 1) {
    for (let column = 0; column < right; column += 1) {
      if (valueAt(sheet, row, column) !== (rows[row]?.[column]?.value ?? '')) return false;
    }
    if (row % PORTION === PORTION - 1) yield;
  }
  return true;
}

/** Values and formats of a sheet, to tell whether it still is as it was. */
function asItStands(sheet: SheetSnapshot): SheetContent {
  const width = sheet.left + (sheet.values[0]?.length ?? 0);
  const rows = Array.from({ length: sheet.top + sheet.values.length }, (_, row) =>
    Array.from({ length: width }, (_, column): SheetCell => {
      const numberFormat = formatAt(sheet, row, column);
      return { value: valueAt(sheet, row, column), ...(numberFormat === 'General' ? {} : { numberFormat }) };
    }),
  );
  return { rows, columnWidths: rows[0]?.map(() => 14) ?? [] };
}
