import type { CivilDate } from '../calendar/civilDate';
import type { CellRef } from '../cell';
import { forEach, type InPortions } from '../portions';

/** By date, then by row. */
export function* inOrder<Entry extends { readonly date: CivilDate; readonly cell: CellRef }>(
  entries: readonly Entry[],
): InPortions<readonly Entry[]> {
  let ordered = inDateOrder.get(entries) as readonly Entry[] | undefined;
  if (ordered === undefined) {
    ordered = yield* byDateThenRow(entries);
    inDateOrder.set(entries, ordered);
  }
  return ordered;
}

/** A register has many rows of few days: the days are sorted, and the rows of a day stand in order already. */
function* byDateThenRow<Entry extends { readonly date: CivilDate; readonly cell: CellRef }>(
  entries: readonly Entry[],
): InPortions<readonly Entry[]> {
  const days = new Map<CivilDate, Entry[]>();
  yield* forEach(entries, (entry) => {
    const day = days.get(entry.date);
    if (day === undefined) days.set(entry.date, [entry]);
    else day.push(entry);
  });
  const ordered: Entry[] = [];
  for (const date of [...days.keys()].sort()) {
    for (const entry of days.get(date)!.sort((a, b) => a.cell.row - b.cell.row)) ordered.push(entry);
    yield;
  }
  return ordered;
}

/** A register is put in order once, however many dates are asked. */
const inDateOrder = new WeakMap<readonly unknown[], readonly unknown[]>();
