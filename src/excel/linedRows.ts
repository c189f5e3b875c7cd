import { withChanges, type Change, type Plan } from '../domain/plan';
import { rangeAt } from './areasOnWire';
import type { Incoming } from './incoming';

type Appending = Extract<Change, { readonly kind: 'appendRows' }>;
export type LinedRows = NonNullable<Appending['lined']>;

/** All a row copied from another takes over but its number formats, which are on record by themselves. */
const LOOKS: Excel.CellPropertiesLoadOptions = {
  format: {
    borders: { style: true, color: true, weight: true },
    fill: { color: true },
    font: { name: true, size: true, color: true, bold: true, italic: true, underline: true, strikethrough: true },
    horizontalAlignment: true,
    verticalAlignment: true,
    wrapText: true,
    indentLevel: true,
    shrinkToFit: true,
    textOrientation: true,
  },
};
/** So many rows are compared at most; those after them were not lined beforehand. */
const MOST_ROWS = 60;
/** Of one cell's looks in a response. */
const LOOK_BYTES = 900;

/**
 * Asks which of the rows that are about to be appended have the looks they will get already, because someone lined them
 * beforehand: taking them off must leave them so. Taken after the next sync.
 */
export async function askLined(incoming: Incoming, plan: Plan): Promise<() => ReadonlyMap<Change, LinedRows>> {
  const asked: { readonly change: Appending; readonly sheet: Excel.Worksheet; readonly lined: () => LinedRows }[] = [];
  for (const change of plan.changes) {
    if (change.kind === 'appendRows') asked.push({ change, ...(await asking(incoming, change)) });
  }
  return () =>
    new Map(asked.flatMap(({ change, sheet, lined }) => (sheet.isNullObject ? [] : [[change, lined()] as const])));
}

async function asking(incoming: Incoming, { sheet: name, at, like, rows }: Appending) {
  const right = Math.max(1, ...rows.map((row) => row.length)) - 1;
  const last = Math.min(rows.length, MOST_ROWS) - 1;
  await incoming.room((last + 2) * (right + 1) * LOOK_BYTES);
  const sheet = incoming.context.workbook.worksheets.getItemOrNullObject(name);
  const range = rangeAt(sheet, { top: at, left: 0, bottom: at + last, right }).load('numberFormat');
  const looks = like === undefined ? null : range.getCellProperties(LOOKS);
  const meant =
    like === undefined ? null : rangeAt(sheet, { top: like, left: 0, bottom: like, right }).getCellProperties(LOOKS);
  const lined = (): LinedRows => {
    const told = JSON.stringify(meant?.value[0]);
    const other = looks?.value.findIndex((row) => JSON.stringify(row) !== told) ?? -1;
    const formats = range.numberFormat as string[][];
    return { formats: other < 0 ? formats : formats.slice(0, other) };
  };
  return { sheet, lined };
}

/** The plan with what its rows looked like before, for taking them off again. */
export const withLined = (plan: Plan, lined: ReadonlyMap<Change, LinedRows>): Plan =>
  withChanges(plan, (change) => {
    const own = lined.get(change);
    return own === undefined || own.formats.length === 0 || change.kind !== 'appendRows' || change.lined !== undefined
      ? change
      : { ...change, lined: own };
  });
