import type { Assessment } from '../assessment';
import type { CivilDate } from '../calendar/civilDate';
import type { CellRef } from '../cell';
import type { Finding } from '../finding';
import type { Matter } from '../matter';
import type { InPortions } from '../portions';
import type { Registers } from '../registers/registers';
import type { RuleSet, Settings } from '../ruleSet';

/** One line of a unit's score. Points are rounded to 0.01, half away from zero. */
export interface ScoreLine {
  readonly unit: string;
  readonly rule: string;
  readonly points: number;
  readonly date: CivilDate;
  /** Document, article and quoted words, as one string for people. */
  readonly clause: string;
  /** The matter or register row it comes from; null for the base. */
  readonly source: CellRef | null;
  /** Key of the matter, where the line is about one. */
  readonly matter: string | null;
  readonly message: string;
}

/** A unit's score at asOf; `total` is exactly the decimal sum of `lines`. */
export interface UnitScore {
  readonly unit: string;
  readonly group: string | null;
  /** null: not assessed, `remark` says why. */
  readonly total: number | null;
  readonly month: number | null;
  readonly rank: number | null;
  readonly rankInGroup: number | null;
  readonly remark: string | null;
  readonly blocks: readonly { readonly name: string; readonly points: number }[];
  readonly lines: readonly ScoreLine[];
}

/** What is scored: the workbook as it stands, the rule set chosen, the day. */
export interface ScoringInput {
  /** Every matter's state at a date; asked for asOf, the end of the month before, and ends of months with a missed report. */
  readonly assessAt: (date: CivilDate) => InPortions<readonly Assessment[]>;
  /** The matters assessed, in the same order, where a list of them is at hand: what is kept for it serves. */
  readonly matters?: readonly Matter[];
  readonly registers: Registers;
  readonly ruleSet: RuleSet;
  readonly settings: Settings;
  readonly asOf: CivilDate;
}

/** `amountsMissing`: the document names no amounts and none were given. `noScheme`: it gives no points at all. */
export type ScoringOutcome =
  | { readonly kind: 'scored'; readonly scores: readonly UnitScore[]; readonly findings: readonly Finding[] }
  | {
      readonly kind: 'amountsMissing';
      readonly questions: readonly { readonly rule: string; readonly question: string }[];
    }
  | { readonly kind: 'noScheme' };

/** Fact `reason` of finding `event-not-scored`. */
export type NotScoredReason =
  /** 本方案不计分. */
  | 'notInScheme'
  /** The unit leads no matter and is not in 单位名录. */
  | 'unitNotListed'
  /** 参加考核 = 否. */
  | 'unitNotAssessed'
  /** No 分值 on 其他加减分. */
  | 'pointsMissing'
  /** No 依据 on 其他加减分. */
  | 'basisMissing'
  /** 未按时报送进展 in a month in which the unit had no open matter. */
  | 'noOpenMatter'
  /** A unit without any matter of the scheme's categories is not scored at all. */
  | 'unitWithoutMatters'
  | 'unitMissing';
