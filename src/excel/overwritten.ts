import { cellName, type Area, type CellRef, type CellValue } from '../domain/cell';
import { heldRows } from '../domain/notices/heldNumbers';
import type { Change, Expectation, Plan } from '../domain/plan';
import { rangeAt } from './areasOnWire';
import { ownPart, widthOf, writtenBy } from './changeState';
import { ourParts } from './ownParts';
import { askReplaced } from './replacedSheet';
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

interface Found {
  readonly value: CellValue;
  readonly formula: unknown;
  readonly numberFormat: string;
}

/**
 * Asks, in the request that writes and before its first write, for what it is about to write over. Excel has no
 * compare-and-set: of two panes that checked the same cells, the one that writes later learns it here, alike on both
 * sides, and gives back what it found. Null where all stood as checked.
 */
export function askOverwritten(
  context: Excel.RequestContext,
  plan: Plan,
  open: readonly Change[],
): () => Overwritten | null {
  const sheets = context.workbook.worksheets;
  const single = askSingleCells(context, open);
  const asked = open.map((change) => ({ change, answer: asking(context, change, single) }));
  const own = writtenBy(plan.changes);
  const rows = identitiesOf(plan).map((expectation) => {
    const range = rangeAt(sheets.getItem(expectation.sheet), expectation.area).load('values');
    return { expectation, differs: () => differing(expectation, range.values as CellValue[][], own) };
  });
  return () => {
    const answers = asked.map(({ change, answer }) => ({ change, found: answer?.() ?? null }));
    const strayed = answers.find(({ found }) => found?.cell !== undefined || found?.place !== undefined)?.found;
    const moved = rows.map(({ differs }) => differs()).find((cell) => cell !== null);
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

function differing(
  { sheet, area, values }: Expectation,
  now: readonly (readonly CellValue[])[],
  own: (cell: CellRef, value: CellValue) => boolean,
): CellRef | null {
  for (const [offset, value] of (now[0] ?? []).entries()) {
    const cell = { sheet, row: area.top, column: area.left + offset };
    if (!sameValue(value, values[0]?.[offset] ?? '') && !own(cell, value)) return cell;
  }
  return null;
}

interface Answer {
  /** Set where it did not stand as checked. */
  readonly place?: string;
  readonly cell?: CellRef;
  readonly instead: readonly Change[];
  readonly formulas: Overwritten['formulas'];
}

function asking(
  context: Excel.RequestContext,
  change: Change,
  single: (cell: CellRef) => () => Found,
): (() => Answer) | null {
  const sheets = context.workbook.worksheets;
  switch (change.kind) {
    case 'setCell': {
      const found = single(change.cell);
      return () => {
        const now = found();
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
      const found = askCells(sheets.getItem(change.sheet), area);
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
      const sheet = sheets.getItem(change.sheet);
      const anchor = change.next ?? { row: change.at, values: change.below };
      const right = Math.max(1, change.below.length) - 1;
      const found = askCells(sheet, { top: change.at, left: 0, bottom: anchor.row, right });
      const totals = change.extended.map(({ row, column }) => ({
        cell: { sheet: change.sheet, row, column },
        found: askCells(sheet, { top: row, left: column, bottom: row, right: column }),
      }));
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
      const replaced = askReplaced(context, change);
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
  now: Found,
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

const formulaAt = (cell: CellRef, now: Found | null): Overwritten['formulas'] =>
  now !== null && typeof now.formula === 'string' && now.formula.startsWith('=') && now.formula !== now.value
    ? [{ cell, formula: now.formula }]
    : [];

/** Rows between two cells of a column that are asked for along with them rather than by a question more. */
const GAP = 3;

/** Cells that are set one by one, asked for in runs down their columns: a question for each would not fit a request. */
function askSingleCells(context: Excel.RequestContext, open: readonly Change[]): (cell: CellRef) => () => Found {
  const columns = new Map<string, CellRef[]>();
  for (const change of open) {
    if (change.kind !== 'setCell') continue;
    const { sheet, column } = change.cell;
    const key = `${column} ${sheet}`;
    const cells = columns.get(key);
    if (cells === undefined) columns.set(key, [change.cell]);
    else cells.push(change.cell);
  }
  const found = new Map<string, () => Found>();
  for (const cells of columns.values()) {
    const sorted = [...cells].sort((a, b) => a.row - b.row);
    let from = 0;
    sorted.forEach((cell, index) => {
      const next = sorted[index + 1];
      if (next !== undefined && next.row - cell.row <= GAP) return;
      const run = sorted.slice(from, index + 1);
      from = index + 1;
      const { sheet, column, row: top } = run[0]!;
      const ask = askCells(context.workbook.worksheets.getItem(sheet), {
        top,
        left: column,
        bottom: cell.row,
        right: column,
      });
      for (const own of run) found.set(cellName(own), () => ask()[own.row - top]![0]!);
    });
  }
  return (cell) => found.get(cellName(cell))!;
}

function askCells(sheet: Excel.Worksheet, area: Area): () => readonly (readonly Found[])[] {
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
