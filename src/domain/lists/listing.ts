import type { Assessment, MatterHistory } from '../assessment';
import type { CivilDate } from '../calendar/civilDate';
import type { CellRef } from '../cell';
import type { PlannedProgress } from '../overview/plannedProgress';
import type { Registers } from '../registers/registers';
import { matterCell } from '../scoring/categories';

/** How things stand at asOf, as the lists ask it. */
export interface ListInput {
  /** In ledger order. */
  readonly assessments: readonly Assessment[];
  readonly histories: ReadonlyMap<string, MatterHistory>;
  readonly registers: Registers;
  /** Planned against actual, of the matters whose ledger tells. */
  readonly progress: ReadonlyMap<string, PlannedProgress>;
  readonly asOf: CivilDate;
}

/** One line of a list. */
export interface ListEntry {
  /** Several lead units joined by 、. */
  readonly unit: string;
  /** Key of the matter; null where the record names none. */
  readonly matter: string | null;
  readonly date: CivilDate | null;
  /** Where it comes from. */
  readonly cell: CellRef;
  readonly message: string;
  /** Lines with more stand first; days late, days early. */
  readonly weight: number;
}

/** `note`: what could not be told, and why. */
export interface Listed {
  readonly entries: readonly ListEntry[];
  readonly note: string | null;
}

export const leadUnitsOf = ({ matter }: Assessment): string =>
  [...new Set(matter.leadUnits.map(({ unit }) => unit))].filter((unit) => unit !== '').join('、');

export const historyOf = ({ histories }: ListInput, { matter }: Assessment): MatterHistory =>
  histories.get(matter.key) ?? { matter, notices: [], proceedings: [] };

/** A line about a matter, at its own row unless a record says more. */
export const entryOf = (
  assessment: Assessment,
  told: { readonly message: string; readonly date?: CivilDate; readonly cell?: CellRef; readonly weight?: number },
): ListEntry => ({
  unit: leadUnitsOf(assessment),
  matter: assessment.matter.key,
  date: told.date ?? null,
  cell: told.cell ?? matterCell(assessment),
  message: told.message,
  weight: told.weight ?? 0,
});

export const listed = (entries: readonly ListEntry[], note: string | null = null): Listed => ({
  entries: [...entries].sort((a, b) => b.weight - a.weight),
  note,
});
