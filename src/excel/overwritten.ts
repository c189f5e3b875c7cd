import { cellName, type Area, type CellRef, type CellValue } from '../domain/cell';
import { heldRows } from '../domain/notices/heldNumbers';
import type { Change, Expectation, Plan } from '../domain/plan';
import { rangeAt } from './areasOnWire';
import { askRows } from './expectedRows';
import type { Incoming } from './incoming';
import { areaBlocks } from './rowBlocks';
import { differing, ownPart, widthOf, writtenBy } from './changeState';
import { ourParts } from './ownParts';
import { askReplaced } from './replacedSheet';
import { askSingleCells, type FoundCell } from './singleCells';
import { sameValue } from './writtenValue';

/** What another wrote between checking and writing. */
export interface Overwritten {
  /** For the sentence: the first cell or part that was not as checked. */
  readonly place: string;
  readonly cell?: CellRef;
  /** The plan with what really stood there as its `before`: taking this back gives the other's words back. */
  readonly plan: Plan;
  /** What stood there as formulas give it, to be put back as such. */
  readonly formulas: readonly { readonly cell: CellRef; readonly formula: string | number | boolean }[];
}

/**
 * Asks, in the request that writes and before its first write, for what it is about to write over; what one request
 * cannot ask goes ahead of it. Excel has no compare-and-set: of two panes that checked the same cells, the one that
 * writes later learns it here, alike on both sides, and gives back what it found. Null where all stood as checked.
 */
export async function askOverwritten(
  incoming: Incoming,
  plan: Plan,
  open: readonly Change[],
): Promise<() => Overwritten | null> {
  const single = await askSingleCells(incoming, open, 'values,formulas,numberFormat', 'required');
  const asked: { readonly change: Change; readonly answer: (() => Answer) | null }[] = [];
  for (const change of open) asked.push({ change, answer: await asking(incoming, change, single) });
  const own = writtenBy(plan.changes);
  const rows = await askRows(incoming, identitiesOf(plan), 'required');
  return () => {
    const answers = asked.map(({ change, answer }) => ({ change, found: answer?.() ?? null }));
    const strayed = answers.find(({ found }) => found?.cell !== undefined || found?.place !== undefined)?.found;
    const moved = [...rows].map(([expected, now]) => differing(expected, now(), own)).find((cell) => cell !== null);
    const cell = strayed?.cell ?? moved ?? undefined;
    const place = strayed?.place ?? (cell === undefined ? undefined : cellName(cell));
    if (place === undefined) return null;
    return {
      place,
      ...(cell === undefined ? {} : { cell }),
      plan: { ...plan, expectations: [], changes: answers.flatMap(({ change, found }) => found?.instead ?? [change]) },
      formulas: answers.flatMap(({ found }) => found?.formulas ?? []),
    };
  };
}

/** Single rows whose cells a plan changes must be those it means. Whole columns are only checked beforehand. */
export const identitiesOf = ({ expectations, changes }: Plan): readonly Expectation[] => {
  const written = new Set(
    changes.flatMap((change) => (change.kind === 'setCell' ? [`${change.cell.sheet}!${change.cell.row}`] : [])),
  );
  return expectations.filter(({ sheet, area }) => area.top === area.bottom && written.has(`${sheet}!${area.top}`));
};

interface Answer {
  /** Set where it did not stand as checked. */
  readonly place?: string;
  readonly cell?: CellRef;
  readonly instead: readonly Change[];
  readonly formulas: Overwritten['formulas'];
}

async function asking(
  incoming: Incoming,
  change: Change,
  single: (cell: CellRef) => FoundCell | null,
): Promise<(() => Answer) | null> {
  const { context } = incoming;
  switch (change.kind) {
    case 'setCell': {
      return () => {
        const now = single(change.cell)!;
        const strayed = !sameValue(now.value, change.before) && !sameValue(now.value, change.after);
        const instead = strayed ? insteadOf(change.cell, now, change.after, change.numberFormat) : [change];
        return {
          ...said(strayed ? change.cell : null),
          instead,
          formulas: formulaAt(change.cell, strayed ? now : null),
        };
      };
    }
    case 'appendRows': {
      const area: Area = {
        top: change.at,
        left: 0,
        bottom: change.at + change.rows.length - 1,
        right: widthOf(change.rows) - 1,
      };
      const found = await askCells(incoming, change.sheet, area);
      const held = heldRows(change);
      return () => {
        const cells = found().flatMap((row, index) =>
          row.map((now, column) => ({
            now,
            cell: { sheet: change.sheet, row: change.at + index, column },
            after: change.rows[index]?.[column] ?? '',
            held: held?.[index]?.[column] ?? '',
            format: change.formats[column] ?? 'General',
          })),
        );
        const first = cells.find(
          ({ now, after, held: own }) => now.value !== '' && !sameValue(now.value, after) && !sameValue(now.value, own),
        );
        if (first === undefined) return { instead: [change], formulas: [] };
        return {
          ...said(first.cell),
          instead: cells.flatMap(({ cell, now, after, format }) => insteadOf(cell, now, after, format)),
          formulas: cells.flatMap(({ cell, now }) => formulaAt(cell, now)),
        };
      };
    }
    case 'insertRows': {
      const anchor = change.next ?? { row: change.at, values: change.below };
      const right = Math.max(1, change.below.length) - 1;
      const found = await askCells(incoming, change.sheet, { top: change.at, left: 0, bottom: anchor.row, right });
      const totals: { readonly cell: CellRef; readonly found: () => readonly (readonly FoundCell[])[] }[] = [];
      for (const { row, column } of change.extended) {
        const area = { top: row, left: column, bottom: row, right: column };
        totals.push({
          cell: { sheet: change.sheet, row, column },
          found: await askCells(incoming, change.sheet, area),
        });
      }
      return () => {
        const rows = found().map((row) => row.map(({ value }) => value));
        const now = rows.at(-1) ?? [];
        const column = now.findIndex((value, at) => {
          const meant = anchor.values[at] ?? null;
          return meant !== null && !sameValue(value, meant);
        });
        if (column < 0) return { instead: [change], formulas: [] };
        return {
          ...said({ sheet: change.sheet, row: anchor.row, column }),
          // As it went in: what was pushed down is what stood in its own first row.
          instead: [{ ...change, next: { row: change.at, values: rows[0] ?? [] }, extended: [] }],
          formulas: totals.map((own) => ({
            cell: own.cell,
            formula: own.found()[0]![0]!.formula as string | number | boolean,
          })),
        };
      };
    }
    case 'setPart': {
      const part = ownPart(change.namespace);
      const parts = ourParts(context.workbook, [part]);
      return () => {
        const now = parts.xml().get(part) ?? null;
        const strayed = now !== change.before && now !== change.after;
        return {
          ...(strayed ? { place: part.startsWith('template:') ? '文书模板' : '台账设置' } : {}),
          instead: [strayed ? { ...change, before: now } : change],
          formulas: [],
        };
      };
    }
    case 'replaceSheet': {
      const replaced = await askReplaced(context, change);
      if (replaced === null) return null;
      return () => {
        const { strayed, change: instead } = replaced();
        return {
          ...said(strayed[0]?.cell ?? null),
          instead: [instead],
          formulas: strayed.flatMap(({ cell, value, formula }) =>
            formulaAt(cell, { value, formula, numberFormat: '' }),
          ),
        };
      };
    }
    default:
      return null;
  }
}

const said = (cell: CellRef | null): Partial<Pick<Answer, 'place' | 'cell'>> =>
  cell === null ? {} : { place: cellName(cell), cell };

const insteadOf = (
  cell: CellRef,
  now: FoundCell,
  after: CellValue,
  numberFormat: string | undefined,
): readonly Change[] => [
  {
    kind: 'setCell',
    cell,
    before: now.value,
    after,
    formatBefore: now.numberFormat,
    ...(numberFormat === undefined ? {} : { numberFormat }),
  },
];

const formulaAt = (cell: CellRef, now: FoundCell | null): Overwritten['formulas'] =>
  now !== null && typeof now.formula === 'string' && now.formula.startsWith('=') && now.formula !== now.value
    ? [{ cell, formula: now.formula }]
    : [];

/** A cell that is blank, or nearly: its value, its formula, its format. */
const CELL_BYTES = 40;

/** In pieces of rows where one answer could not carry the area. */
async function askCells(
  incoming: Incoming,
  sheet: string,
  area: Area,
): Promise<() => readonly (readonly FoundCell[])[]> {
  const rowBytes = (area.right - area.left + 1) * CELL_BYTES;
  const rows = Array.from({ length: area.bottom - area.top + 1 }, () => rowBytes);
  const pieces: (() => readonly (readonly FoundCell[])[])[] = [];
  for (const block of areaBlocks(area, rows)) {
    await incoming.room(block.bytes);
    pieces.push(foundIn(incoming.context.workbook.worksheets.getItem(sheet), block.area));
  }
  return () => pieces.flatMap((piece) => piece());
}

function foundIn(sheet: Excel.Worksheet, area: Area): () => readonly (readonly FoundCell[])[] {
  const range = rangeAt(sheet, area).load('values,formulas,numberFormat');
  return () =>
    (range.values as CellValue[][]).map((row, r) =>
      row.map((value, c) => ({
        value,
        formula: (range.formulas as unknown[][])[r]![c],
        numberFormat: String(range.numberFormat[r]![c]),
      })),
    );
}
