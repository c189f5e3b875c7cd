import type { Assessment } from '../assessment';
import type { CivilDate } from '../calendar/civilDate';
import type { CellRef } from '../cell';
import type { Matter } from '../matter';
import type { DirectoryUnit } from '../registers/registers';
import type { Settings } from '../ruleSet';
import type { Points } from './points';
import type { ChargeKind, ScoringRule } from './scheme';

/** One sent notice or one event as it concerns one unit. */
export interface Charge {
  readonly on: ChargeKind;
  readonly date: CivilDate;
  readonly cell: CellRef;
  /** Number of the notice. */
  readonly number: string | null;
  /** The matters it names, as far as they are found in the ledgers. */
  readonly matters: readonly Matter[];
  /** Identities of the matters named, found or not; empty where none is named. */
  readonly matterKeys: readonly string[];
  /** 1, or the ratio charged to a cooperating unit. */
  readonly share: number;
  /** Those for which it was given again after an approved extension, before they were closed. */
  readonly reissued: readonly Matter[];
  /** 分值 of the row. */
  readonly points: number | null;
  readonly basis: string | null;
  readonly note: string | null;
}

/** Everything one unit is scored by, at one date. */
export interface UnitAccount {
  readonly unit: string;
  /** Its row of 单位名录. */
  readonly entry: DirectoryUnit | null;
  /** Of the year up to asOf, by date. */
  readonly charges: readonly Charge[];
  /** Matters it leads. */
  readonly led: readonly Assessment[];
  readonly asOf: CivilDate;
  readonly settings: Settings;
}

/** A line before it is cited. `points` are rounded already. */
export interface DraftLine {
  readonly rule: ScoringRule;
  readonly points: Points;
  readonly date: CivilDate;
  readonly source: CellRef | null;
  readonly matter: string | null;
  readonly message: string;
}
