import type { Assessment, MatterHistory } from '../assessment';
import type { CivilDate } from '../calendar/civilDate';
import type { Finding } from '../finding';
import type { ColumnDoubt } from '../ledger/connection';
import type { LedgerReading } from '../ledger/readLedger';
import type { Matter } from '../matter';
import type { Registers } from '../registers/registers';
import type { UnitDirectory } from '../registers/unitDirectory';
import type { RuleSet } from '../ruleSet';
import type { SheetSnapshot } from '../snapshot';

/** A ledger as it was read, with its sheet for the cells themselves. */
export interface CheckedLedger {
  readonly sheet: SheetSnapshot;
  readonly reading: LedgerReading;
  /** Columns not settled when the ledger was connected. */
  readonly doubts: readonly ColumnDoubt[];
}

/** Everything the checks look at. */
export interface CheckInput {
  readonly ledgers: readonly CheckedLedger[];
  /** By matter key. */
  readonly histories: ReadonlyMap<string, MatterHistory>;
  readonly assessments: ReadonlyMap<string, Assessment>;
  readonly registers: Registers;
  readonly ruleSet: Pick<RuleSet, 'ladder' | 'deadlines' | 'scheme'>;
  readonly asOf: CivilDate;
  /** The day of the run; a closing date after it is in the future. */
  readonly today: CivilDate;
  /** Sheet names in tab order, for sorting; others come after, by name. */
  readonly sheetNames: readonly string[];
}

export interface CheckContext extends CheckInput {
  readonly directory: UnitDirectory;
}

/** A matter and what is known of it. */
export interface Subject {
  readonly matter: Matter;
  readonly ledger: CheckedLedger;
  readonly history: MatterHistory | null;
  readonly assessment: Assessment | null;
}

export type MatterCheck = (subject: Subject, context: CheckContext) => readonly Finding[];
export type LedgerCheck = (ledger: CheckedLedger, context: CheckContext) => readonly Finding[];
export type RegisterCheck = (context: CheckContext) => readonly Finding[];

export const NOTHING: readonly Finding[] = [];
