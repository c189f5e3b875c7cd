import type { CivilDate } from '../calendar/civilDate';
import type { Finding } from '../finding';
import { PORTION, type InPortions } from '../portions';
import type { SheetSnapshot } from '../snapshot';
import { RegisterRows } from './registerSheet';
import type { UnitDirectory } from './unitDirectory';

/** How one register is read: its columns, and what a row of it says. */
export interface RegisterKind<Entry> {
  readonly headers: readonly string[];
  /** Columns without which no row can be read. */
  readonly needed: readonly string[];
  /** What one filled row says; nothing where it cannot be read (a finding of `rows` then). */
  readonly entriesOf: (rows: RegisterRows, row: number, directory: UnitDirectory) => readonly Entry[];
}

export interface RegisterContext {
  readonly asOf: CivilDate;
  readonly date1904: boolean;
}

export function* readRegister<Entry>(
  { headers, needed, entriesOf }: RegisterKind<Entry>,
  sheet: SheetSnapshot,
  directory: UnitDirectory,
  context: RegisterContext,
): InPortions<{ readonly entries: readonly Entry[]; readonly findings: readonly Finding[] }> {
  const { rows, findings } = RegisterRows.open(sheet, headers, needed, context);
  if (rows === null) return { entries: [], findings };
  const entries: Entry[] = [];
  for (const row of rows.filled()) {
    if (row % PORTION === 0) yield;
    for (const entry of entriesOf(rows, row, directory)) entries.push(entry);
  }
  return { entries, findings: rows.findings };
}
