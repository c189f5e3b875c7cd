import type { Matter } from '../domain/matter';
import type { Expectation } from '../domain/plan';
import { valueAt } from '../domain/snapshot';
import type { Review } from './review';

/** The cells that tell a matter from others. A plan that writes to its row expects them unchanged. */
const IDENTITY = ['id', 'title', 'leadUnit', 'assignedOn'] as const;

/** What must still stand in a matter's row for a plan to be applied to it. */
export function identityOf(of: Review, matter: Matter): readonly Expectation[] {
  const sheet = of.reading.snapshot.sheets.find(({ name }) => name === matter.sheet);
  const connection = of.ledgers.find((ledger) => ledger.sheet === matter.sheet)?.connection;
  if (sheet === undefined || connection === undefined) return [];
  const columns = IDENTITY.flatMap((field) => connection.columns[field]?.column ?? []);
  const { row } = matter;
  return [...new Set(columns)].map((column) => ({
    sheet: matter.sheet,
    area: { top: row, left: column, bottom: row, right: column },
    values: [[valueAt(sheet, row, column)]],
    about: nameOf(matter),
  }));
}

/** How a matter is called in a sentence: its number, else its row; titles stay out, some are classified. */
export const nameOf = ({ id, row }: Pick<Matter, 'id' | 'row'>): string =>
  id === null ? `第${row + 1}行` : `第${id}号事项`;
