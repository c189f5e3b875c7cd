import type { Area } from '../cell';
import { cellText } from '../cellText';
import { valueAt, type SheetSnapshot, type WorkbookSnapshot } from '../snapshot';
import { assignColumns, connectionOf, type ColumnAssignment } from './assignColumns';
import type { DetectionResult } from './connection';
import type { Field } from './fields';
import { headerPaths } from './headerPaths';
import { indexMerges, type MergeIndex } from './mergeIndex';
import { isOwnSheet } from './ownSheets';

/** A header starts within this many rows of the used area. */
const SEARCHED_ROWS = 30;
const HIGHEST_HEADER = 3;

interface Candidate {
  readonly top: number;
  readonly bottom: number;
  readonly assigned: ColumnAssignment;
}

const heightOf = ({ top, bottom }: Candidate): number => bottom - top;

/**
 * Finds the header of a ledger sheet: one to three rows, merged or not, below title and unit lines.
 * A ledger names its matters and, beside them, a unit or a deadline.
 */
export function detectLedger(sheet: SheetSnapshot): DetectionResult {
  if (isOwnSheet(sheet.name)) return noHeader(sheet, undefined);
  const candidates = candidatesOf(sheet).sort(
    (a, b) => b.assigned.merit - a.assigned.merit || heightOf(a) - heightOf(b) || a.top - b.top,
  );
  const whole = candidates.filter((candidate) => missingFields(candidate.assigned).length === 0);
  const [fittest] = whole;
  if (fittest === undefined) return noHeader(sheet, candidates[0]);
  const best = firstOfRepeated(whole, fittest);
  const rival = candidates.find((candidate) => isRival(candidate, best));
  const connect = (candidate: Candidate) =>
    connectionOf(sheet.name, candidate.top, candidate.bottom, candidate.assigned);
  if (rival !== undefined) {
    return {
      kind: 'twoHeaders',
      sheet: sheet.name,
      candidates: [best, rival].sort((a, b) => a.top - b.top).map(connect),
    };
  }
  return { kind: 'ledger', connection: connect(best), doubts: best.assigned.doubts };
}

/** What each sheet of a workbook is. Hidden sheets and the add-in's own are not looked at. */
export function detectLedgers(workbook: WorkbookSnapshot): readonly DetectionResult[] {
  return workbook.sheets.filter((sheet) => sheet.visible && !isOwnSheet(sheet.name)).map(detectLedger);
}

function noHeader(sheet: SheetSnapshot, nearest: Candidate | undefined): DetectionResult {
  const unread =
    nearest === undefined
      ? { missing: ['title', 'leadUnit', 'deadline'] as const, nearest: null }
      : {
          missing: missingFields(nearest.assigned),
          nearest: { row: nearest.bottom, fields: Object.keys(nearest.assigned.columns).length },
        };
  return { kind: 'noHeader', sheet: sheet.name, unread };
}

function missingFields(assigned: ColumnAssignment): Field[] {
  const has = (field: Field): boolean =>
    assigned.columns[field] !== undefined || assigned.doubts.some((doubt) => doubt.candidates.includes(field));
  const missing: Field[] = has('title') ? [] : ['title'];
  return has('leadUnit') || has('deadline') ? missing : [...missing, 'leadUnit', 'deadline'];
}

function firstOfRepeated(candidates: readonly Candidate[], later: Candidate): Candidate {
  const earlier = candidates.find((candidate) => isRepeatedBy(candidate, later));
  return earlier === undefined ? later : firstOfRepeated(candidates, earlier);
}

/**
 * Above `later` and over the same columns: `later` repeats it, with other words for a column or in fewer rows. The
 * matters between the two belong to the ledger.
 */
function isRepeatedBy(candidate: Candidate, later: Candidate): boolean {
  if (candidate.bottom >= later.top) return false;
  const own = candidate.assigned.columns;
  const fields = Object.keys(later.assigned.columns) as Field[];
  const shared = fields.filter((field) => own[field] !== undefined);
  return (
    shared.length >= Math.max(2, fields.length - 2) &&
    shared.every((field) => own[field]?.column === later.assigned.columns[field]?.column)
  );
}

/** Equal merit elsewhere in the sheet, with other columns. The same header repeated is only a repetition. */
function isRival(candidate: Candidate, best: Candidate): boolean {
  if (candidate.top <= best.bottom && candidate.bottom >= best.top) return false;
  if (missingFields(candidate.assigned).length > 0) return false;
  if (candidate.assigned.merit < best.assigned.merit) return false;
  return layoutOf(candidate) !== layoutOf(best);
}

const layoutOf = ({ assigned }: Candidate): string =>
  Object.entries(assigned.columns)
    .map(([field, mapped]) => `${field}:${mapped.column}`)
    .sort()
    .join(' ');

function candidatesOf(sheet: SheetSnapshot): Candidate[] {
  const last = sheet.top + Math.min(sheet.values.length, SEARCHED_ROWS) - 1;
  const merges = indexMerges(sheet, sheet.top, last + HIGHEST_HEADER);
  const candidates: Candidate[] = [];
  for (let top = sheet.top; top <= last; top += 1) {
    if (!looksLikeHeader(sheet, top)) continue;
    for (const bottom of bottomsOf(sheet, top, merges)) {
      const assigned = assignColumns(headerPaths(sheet, top, bottom, merges));
      if (Object.keys(assigned.columns).length + assigned.doubts.length >= 2)
        candidates.push({ top, bottom, assigned });
    }
  }
  return candidates;
}

/** At least two different short texts and hardly a number: a title line has one text, a data row has numbers. */
function looksLikeHeader(sheet: SheetSnapshot, row: number): boolean {
  const texts = new Set<string>();
  let numbers = 0;
  for (const value of sheet.values[row - sheet.top] ?? []) {
    if (typeof value === 'number' || typeof value === 'boolean') numbers += 1;
    else if (value !== '') texts.add(cellText(value));
  }
  texts.delete('');
  return texts.size >= 2 && numbers <= texts.size / 2;
}

/** Rows at which a header beginning at `top` may end: where its vertical merges end, or below written parents. */
function bottomsOf(sheet: SheetSnapshot, top: number, merges: MergeIndex): readonly number[] {
  const starting = merges.inRow(top).filter((area) => area.top === top);
  // A merge may reach below the last filled row: no header ends where nothing is.
  const lastFilled = sheet.top + sheet.values.length - 1;
  const deepest = Math.min(lastFilled, Math.max(top, ...starting.map((area) => area.bottom)));
  if (deepest > top) return deepest - top < HIGHEST_HEADER ? [deepest] : [];
  const bottoms = [top];
  for (let bottom = top + 1; bottom < top + HIGHEST_HEADER; bottom += 1) {
    if (!isChildRow(sheet, bottom, merges)) break;
    bottoms.push(bottom);
  }
  return bottoms.filter((bottom) => !cutsMerge(merges, bottom, lastFilled));
}

/** A header does not end in the middle of one of its cells: it would leave its lowest row among the data. */
const cutsMerge = (merges: MergeIndex, bottom: number, lastFilled: number): boolean =>
  merges.inRow(bottom).some((area) => Math.min(area.bottom, lastFilled) > bottom);

/**
 * A row of child headers under a row without vertical merges: it has texts only, and only below parents that
 * reach over several columns (merged, or blank to their right).
 */
function isChildRow(sheet: SheetSnapshot, row: number, merges: MergeIndex): boolean {
  const values = sheet.values[row - sheet.top];
  if (values === undefined) return false;
  let children = 0;
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] ?? '';
    if (value === '') continue;
    if (typeof value !== 'string') return false;
    const column = sheet.left + index;
    if (!underWideParent(sheet, row - 1, column, merges)) return false;
    children += 1;
  }
  return children >= 2;
}

function underWideParent(sheet: SheetSnapshot, row: number, column: number, merges: MergeIndex): boolean {
  const merge: Area | null = merges.at(row, column);
  if (merge !== null) return merge.right > merge.left;
  if (cellText(valueAt(sheet, row, column)) === '') return true;
  return (
    cellText(valueAt(sheet, row, column + 1)) === '' &&
    merges.at(row, column + 1) === null &&
    cellText(valueAt(sheet, row + 1, column + 1)) !== ''
  );
}
