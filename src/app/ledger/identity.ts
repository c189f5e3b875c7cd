import type { Matter } from '../../domain/matter';
import type { Expectation } from '../../domain/plan';
import { valueAt } from '../../domain/snapshot';
import type { Review } from '../reading/review';

/** The cells that tell a matter from others. A plan that writes to its row expects them unchanged. */
const IDENTITY = ['id', 'title', 'leadUnit', 'assignedOn'] as const;

/** What must still stand in a matter's row for a plan to be applied to it. */
export function identityOf(of: Review, matter: Matter): readonly Expectation[] {
  const sheet = of.reading.snapshot.sheets.find(({ name }) => name === matter.sheet);
  const connection = of.ledgers.find((ledger) => ledger.sheet === matter.sheet)?.connection;
  if (sheet === undefined || connection === undefined) return [];
  const columns = [...new Set(IDENTITY.flatMap((field) => connection.columns[field]?.column ?? []))];
  const { row } = matter;
  return adjoining(columns).map(([left, right]) => ({
    sheet: matter.sheet,
    area: { top: row, left, bottom: row, right },
    values: [Array.from({ length: right - left + 1 }, (_, offset) => valueAt(sheet, row, left + offset))],
    about: nameOf(matter),
  }));
}

/** Runs of columns side by side: each is one question to Excel. */
function adjoining(columns: readonly number[]): readonly (readonly [number, number])[] {
  const runs: [number, number][] = [];
  for (const column of [...columns].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === column - 1) last[1] = column;
    else runs.push([column, column]);
  }
  return runs;
}

/** How a matter is called in a sentence: its number, else its row; titles stay out, some are classified. */
export const nameOf = ({ id, row }: Pick<Matter, 'id' | 'row'>): string =>
  id === null ? `第${row + 1}行` : `第${id}号事项`;
