import type { Assessment, MatterHistory } from '../assessment';
import type { CivilDate } from '../calendar/civilDate';
import type { Finding } from '../finding';
import type { ColumnDoubt } from '../ledger/connection';
import type { LedgerReading } from '../ledger/readLedger';
import type { Matter } from '../matter';
import type { InPortions } from '../portions';
import type { Registers } from '../registers/registers';
import type { UnitDirectory } from '../registers/unitDirectory';
import type { RuleSet } from '../ruleSet';

/** Everything the checks look at. */
export interface CheckInput {
  readonly ledgers: readonly LedgerReading[];
  /** By matter key, in the order of the ledgers. */
  readonly histories: ReadonlyMap<string, MatterHistory>;
  readonly registers: Registers;
  readonly ruleSet: Pick<RuleSet, 'ladder' | 'deadlines' | 'scheme'>;
  readonly asOf: CivilDate;
  /** The day of the run; a closing date after it is in the future. */
  readonly today: CivilDate;
  /** Columns not settled when a ledger was connected, by sheet. */
  readonly doubts: ReadonlyMap<string, readonly ColumnDoubt[]>;
  /** What other parts found (registers, links): put in order with the rest. */
  readonly found: readonly Finding[];
  /** Sheet names in tab order, for sorting; by default the ledgers' order, then the others by name. */
  readonly sheetNames?: readonly string[];
}

/** How a matter stands, asked of each once, in the order of the ledgers, as its row is checked; null where not known. */
export type AssessmentOf = (matter: Matter, history: MatterHistory | null) => Assessment | null;

export interface CheckContext extends CheckInput {
  readonly directory: UnitDirectory;
}

/** A matter and what is known of it. */
export interface Subject {
  readonly matter: Matter;
  readonly ledger: LedgerReading;
  readonly history: MatterHistory | null;
  readonly assessment: Assessment | null;
}

export type MatterCheck = (subject: Subject, context: CheckContext) => readonly Finding[];
export type LedgerCheck = (ledger: LedgerReading, context: CheckContext) => readonly Finding[];
/** A check that compares all matters of a ledger with each other. */
export type ComparingCheck = (ledger: LedgerReading) => InPortions<readonly Finding[]>;
export type RegisterCheck = (context: CheckContext) => InPortions<readonly Finding[]>;

export const NOTHING: readonly Finding[] = [];
