/* eslint-disable office-addins/call-sync-before-read -- every answer is taken after the sync of the caller, which the rule cannot see */
import { areaAddress, cellName, type Area, type CellRef, type CellValue } from '../domain/cell';
import { isOurMark } from '../domain/marks';
import { heldRows } from '../domain/notices/heldNumbers';
import type { Change, Expectation, MarkFormat } from '../domain/plan';
import { rangeAt } from './areasOnWire';
import type { Incoming } from './incoming';
import { askInsertedRows } from './insertedRows';
import { OWN_PARTS, ourParts, type OwnPart } from './ownParts';
import { askValidation, sameValidation } from './validations';
import { areaBlocks } from './rowBlocks';
import { askSheet } from './wholeSheet';
import { setAside } from '../domain/ledger/ownSheets';
import { isInPlace } from './replacedSheet';
import { bytesOf } from './wireBytes';
import type { FoundCell } from './singleCells';
import { sameValue } from './writtenValue';

/** How a change stands in the workbook now: still to do, done already, or neither (`other`, with the place). */
export type Standing =
  /** `begun`: part of it was done when the writing was cut off; `restores`: the sheet wanted was only set aside. */
  | { readonly is: 'before'; readonly begun?: true; readonly restores?: true }
  | { readonly is: 'after' }
  | { readonly is: 'other'; readonly place: string; readonly cell?: CellRef };

const BEFORE: Standing = { is: 'before' };
const BEGUN = { is: 'before', begun: true } as const satisfies Standing;
const AFTER: Standing = { is: 'after' };

/** A mark found on a sheet. */
export interface FoundFormat {
  readonly id: string;
  readonly formula: string;
}

/**
 * Asks for what tells how a change stands; the answer may be taken after the next sync. `resuming`: the change belongs
 * to an action that was seen to begin and not to end, so what it left half done is its own, not another's.
 */
export async function askStanding(
  incoming: Incoming,
  change: Change,
  resuming: boolean,
  single: (cell: CellRef) => FoundCell | null,
): Promise<() => Standing | Promise<Standing>> {
  const { context } = incoming;
  const sheets = context.workbook.worksheets;
  switch (change.kind) {
    case 'setCell': {
      return () => {
        const now = single(change.cell);
        const dressed = change.numberFormat === undefined || now?.numberFormat === change.numberFormat;
        if (now !== null && sameValue(now.value, change.after)) return resuming && !dressed ? BEFORE : AFTER;
        return now !== null && sameValue(now.value, change.before)
          ? BEFORE
          : { is: 'other', place: cellName(change.cell), cell: change.cell };
      };
    }
    case 'appendRows':
    case 'removeRows': {
      const area: Area = {
        top: change.at,
        left: 0,
        bottom: change.at + change.rows.length - 1,
        right: widthOf(change.rows) - 1,
      };
      const sheet = sheets.getItemOrNullObject(change.sheet);
      const ranges: Excel.Range[] = [];
      for (const block of areaBlocks(area, change.rows.map(bytesOf))) {
        await incoming.room(block.bytes);
        ranges.push(rangeAt(sheet, block.area).load('values'));
      }
      const place = `${change.sheet}!${areaAddress(area)}`;
      return () => {
        const cell = { sheet: change.sheet, row: change.at, column: 0 };
        if (sheet.isNullObject) return { is: 'other', place };
        const now = ranges.flatMap(({ values }) => values as CellValue[][]);
        const isBlankRow = (row: readonly CellValue[]): boolean => row.every((value) => value === '');
        const isAsMeant = (row: readonly CellValue[], index: number): boolean =>
          row.every((value, column) => sameValue(value, change.rows[index]?.[column] ?? ''));
        const blank = now.every(isBlankRow);
        const there = now.every(isAsMeant);
        const [absent, present] = change.kind === 'appendRows' ? [BEFORE, AFTER] : [AFTER, BEFORE];
        // Rows that are held, or were being made final, are neither done nor another's.
        if (!there && holdsRows(change, now)) return BEFORE;
        // Blank rows may have got their looks already.
        if (resuming && blank && change.kind === 'removeRows' && change.looksAsBelow === true) return BEFORE;
        // Cut off between two pieces: some rows stand, or are held, the others are blank still, or again.
        const isHeldRow = heldRowOf(change);
        const isOwn = (row: readonly CellValue[], index: number): boolean =>
          isBlankRow(row) || isAsMeant(row, index) || isHeldRow(row, index);
        if (resuming && !blank && now.every(isOwn)) return BEFORE;
        return there ? present : blank ? absent : { is: 'other', place, cell };
      };
    }
    case 'addSheet':
    case 'removeSheet': {
      const standing = await askSheet(incoming, change.name, [change.content]);
      return async () => {
        const [absent, present] = change.kind === 'addSheet' ? [BEFORE, AFTER] : [AFTER, BEFORE];
        const now = standing();
        if (now === null) return absent;
        const stands = await now(change.content);
        // The values may be there and the looks not yet: what was cut off is written again whole.
        if (stands !== 'other' && resuming) return BEFORE;
        return stands === 'same' ? present : { is: 'other', place: `工作表“${change.name}”` };
      };
    }
    case 'replaceSheet': {
      const expected = [change.before, change.after];
      const standing = await askSheet(incoming, change.name, expected);
      if (isInPlace(change)) {
        return async () => {
          const now = standing();
          // Where it has gone meanwhile it is written as a new one.
          if (now === null) return BEFORE;
          const stands = await now(change.after, change.before);
          if (resuming) return stands === 'other' ? { is: 'other', place: `工作表“${change.name}”` } : BEGUN;
          if (stands === 'same') return AFTER;
          return (await now(change.before)) === 'same' ? BEFORE : { is: 'other', place: `工作表“${change.name}”` };
        };
      }
      const aside = await askSheet(incoming, setAside(change.name), expected);
      const kept = sheets.getItemOrNullObject(change.keeps ?? change.restores ?? setAside(change.name)).load('name');
      return async () => {
        const old = aside();
        // Cut off while one took the other's place: the one set aside is whole.
        if (old !== null && resuming) {
          const wanted =
            change.restores === undefined
              ? (await old(change.after)) === 'same'
              : (await old(change.before)) !== 'same';
          const gone = change.restores !== undefined && !wanted && kept.isNullObject && standing() === null;
          if (gone) return { is: 'other', place: `工作表“${change.restores}”` };
          return wanted ? { ...BEGUN, restores: true } : BEGUN;
        }
        const now = standing();
        if (now !== null && (await now(change.after)) === 'same') return AFTER;
        const elsewhere =
          change.keeps !== undefined ? !kept.isNullObject : change.restores !== undefined && kept.isNullObject;
        if (elsewhere) return { is: 'other', place: `工作表“${change.keeps ?? change.restores}”` };
        if (now === null || (await now(change.before)) === 'same') return BEFORE;
        return { is: 'other', place: `工作表“${change.name}”` };
      };
    }
    case 'insertRows':
    case 'deleteRows': {
      const standing = askInsertedRows(context, change);
      return () => {
        const now = standing();
        const puts = change.kind === 'insertRows';
        if (resuming && (now === 'begun' || (now === 'present' && puts))) return BEGUN;
        // A table may be longer already and its new rows blank.
        if (resuming && now === 'absent' && change.table !== null) return BEFORE;
        if (now === 'other' || now === 'begun') {
          const cell = { sheet: change.sheet, row: change.at, column: 0 };
          return { is: 'other', place: `${change.sheet}第${change.at + 1}行`, cell };
        }
        return (now === 'absent') === puts ? BEFORE : AFTER;
      };
    }
    case 'setValidation': {
      const sheet = sheets.getItemOrNullObject(change.sheet);
      const validation = askValidation(rangeAt(sheet, change.area));
      return () => {
        const place = `${change.sheet}!${areaAddress(change.area)}的数据有效性`;
        const now = sheet.isNullObject ? null : validation();
        const cell = { sheet: change.sheet, row: change.area.top, column: change.area.left };
        if (now?.kind !== 'one') return { is: 'other', place, cell };
        // The rule may be there and its words not yet.
        if (sameValidation(now.validation, change.after)) return resuming ? BEFORE : AFTER;
        return sameValidation(now.validation, change.before) ? BEFORE : { is: 'other', place, cell };
      };
    }
    case 'setPart': {
      const part = ownPart(change.namespace);
      const parts = ourParts(context.workbook, [part]);
      return () => {
        const now = parts.xml().get(part) ?? null;
        const place = part.startsWith('template:') ? '文书模板' : part === 'bulletins' ? '通报的文字' : '台账设置';
        return now === change.after ? AFTER : now === change.before ? BEFORE : { is: 'other', place };
      };
    }
    case 'setMarks': {
      const found = askFormats(context, change.sheet);
      return () => {
        const ours = found().formats.filter(({ formula }) => isOurMark(formula));
        const are = (marks: readonly MarkFormat[]): boolean => sameFormulas(ours, marks);
        // Where only the rows differ the formulas tell nothing apart: setting the marks again changes nothing else.
        if (!resuming) {
          if (are(change.before)) return BEFORE;
          return are(change.after) ? AFTER : { is: 'other', place: `${change.sheet}的标记` };
        }
        const known = new Set([...change.before, ...change.after].map(({ formula }) => plainFormula(formula)));
        return ours.every(({ formula }) => known.has(plainFormula(formula)))
          ? BEFORE
          : { is: 'other', place: `${change.sheet}的标记` };
      };
    }
  }
}

/** Whether rows are held by this change, some of their cells final already perhaps. */
export function holdsRows(change: Change, now: readonly (readonly CellValue[])[]): boolean {
  return heldRows(change) !== null && now.every(heldRowOf(change));
}

/** Whether a row of this change is held, some of its cells final already perhaps. */
function heldRowOf(change: Change): (row: readonly CellValue[], index: number) => boolean {
  const held = heldRows(change);
  if (held === null || (change.kind !== 'appendRows' && change.kind !== 'removeRows')) return () => false;
  return (row, index) =>
    row.every(
      (value, column) =>
        sameValue(value, held[index]?.[column] ?? '') || sameValue(value, change.rows[index]?.[column] ?? ''),
    );
}

function sameFormulas(found: readonly { readonly formula: string }[], marks: readonly MarkFormat[]): boolean {
  const sorted = (formulas: readonly { readonly formula: string }[]): readonly string[] =>
    formulas.map(({ formula }) => plainFormula(formula)).sort();
  return sorted(found).join('\n') === sorted(marks).join('\n');
}

/** Conditional formats with a formula on a sheet, and how many of any kind there are. */
export function askFormats(
  context: Excel.RequestContext,
  sheetName: string,
): () => { readonly formats: readonly FoundFormat[]; readonly count: number } {
  const sheet = context.workbook.worksheets.getItemOrNullObject(sheetName);
  const all = sheet.getRange().conditionalFormats;
  all.load('items/id,items/type,items/customOrNullObject/rule/formula');
  return () => {
    if (sheet.isNullObject) return { formats: [], count: 0 };
    return {
      count: all.items.length,
      formats: all.items
        .filter(({ type }) => type === Excel.ConditionalFormatType.custom)
        .map(({ id, customOrNullObject }) => ({ id, formula: String(customOrNullObject.rule.formula) })),
    };
  };
}

/** A formula without what Excel may write back otherwise: white space and letter case outside quotes. */
const plainFormula = (formula: string): string =>
  formula
    .replace(/^=/, '')
    .split('"')
    .map((part, index) => (index % 2 === 0 ? part.replace(/\s+/g, '').toUpperCase() : part))
    .join('"');

/**
 * Asks whether an expectation still holds; null where it does, else the cell that differs. `own` tells values that the
 * plan itself puts into a cell: a plan stopped half-way is no conflict with itself.
 */
export function askExpectation(
  context: Excel.RequestContext,
  expectation: Expectation,
  own: (cell: CellRef, value: CellValue) => boolean,
): () => CellRef | null {
  const sheet = context.workbook.worksheets.getItemOrNullObject(expectation.sheet);
  const range = rangeAt(sheet, expectation.area).load('values');
  return () => differing(expectation, sheet.isNullObject ? null : (range.values as CellValue[][]), own);
}

/** The first cell that is not as expected, nor as this plan itself leaves it; the first of all where the sheet is gone. */
export function differing(
  { sheet, area, values }: Expectation,
  now: readonly (readonly CellValue[])[] | null,
  own: (cell: CellRef, value: CellValue) => boolean,
): CellRef | null {
  if (now === null) return { sheet, row: area.top, column: area.left };
  for (const [row, cells] of now.entries()) {
    for (const [column, value] of cells.entries()) {
      if (sameValue(value, values[row]?.[column] ?? '')) continue;
      const cell = { sheet, row: area.top + row, column: area.left + column };
      if (!own(cell, value)) return cell;
    }
  }
  return null;
}

/** Whether a value is what one of these changes puts into that cell, or found there. */
export function writtenBy(changes: readonly Change[]): (cell: CellRef, value: CellValue) => boolean {
  const written = new Map(
    changes.flatMap((change) => (change.kind === 'setCell' ? [[cellName(change.cell), change] as const] : [])),
  );
  return (cell, value) => {
    const change = written.get(cellName(cell));
    return change !== undefined && (sameValue(value, change.after) || sameValue(value, change.before));
  };
}

export const ownPart = (namespace: string): OwnPart =>
  (Object.keys(OWN_PARTS) as OwnPart[]).find((name) => OWN_PARTS[name] === namespace)!;

export const widthOf = (rows: readonly (readonly unknown[])[]): number =>
  rows.reduce((widest, row) => Math.max(widest, row.length), 1);
