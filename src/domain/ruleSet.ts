import type { CivilDate } from './calendar/civilDate';
import type { NextStep, Stage } from './assessment';
import type { CadenceRule, ListRule } from './lists/listRule';
import type { Scheme } from './scoring/scheme';

export const RULE_SET_IDS = ['dengzhou-2018', 'county-2023', 'bureau-2019', 'liangshan-2010', 'shangyu-2016'] as const;
export type RuleSetId = (typeof RULE_SET_IDS)[number];

/** A quoted place in a published document. */
export interface Clause {
  /** Article as the document numbers it: `五`, `三(二)2`. */
  readonly article: string;
  /** The document's own words. Text 001 was damaged: there the words restore its sense and `restored` is true. */
  readonly quote: string;
  readonly restored?: boolean;
}

/** Where the document is silent or ambiguous: the reading chosen. */
export interface Reading {
  readonly about: string;
  readonly reading: string;
  /** The setting that changes it, where there is one. */
  readonly setting?: string;
}

/** When a ladder step is due; all conditions of rules.md §4 as data, one evaluator in `nextStep.ts`. */
export interface LadderStep {
  readonly step: NextStep;
  readonly clause: string;
  /** The stages a matter must be at. */
  readonly at: readonly Stage[];
  readonly when:
    | 'overdue'
    /** Overdue and neither 说明 nor an applied extension on record. */
    | 'overdueWithoutExplanation'
    /** asOf is after the limit of the notice that made the present stage. */
    | 'afterLimitOfStage'
    /** Overdue again after an approved extension (001: 再次下达). */
    | 'overdueAfterExtension'
    /** Actual progress behind the planned one (004 进度不理想). */
    | 'progressBehind'
    /** Before the deadline, by urgency, left to people (000 四(三)). */
    | 'byUrgency';
  /** The step is a proposal to leaders, never issued by the job itself. */
  readonly proposalOnly: boolean;
  /** May be given again after an approved extension ran out. */
  readonly repeatable: boolean;
}

/** The steps a rule set knows, weakest first. */
export interface Ladder {
  readonly steps: readonly LadderStep[];
  /** Natural days a notice gives where 答复期限 is blank. */
  readonly replyDays: number;
}

/** How a document deals with deadlines (rules.md §2). */
export interface DeadlineRules {
  /** Whose word an extension needs: `approval` (003), `reasonReported` (002, 004), `approvalWhereColumn` (others). */
  readonly extensionNeeds: 'approval' | 'reasonReported' | 'approvalWhereColumn';
  /** Default limits for a blank cell, by category words. */
  readonly byCategory: readonly {
    readonly category: string;
    readonly days: number;
    readonly unit: 'natural' | 'working';
    readonly clause: string;
  }[];
}

/** One of the five published documents, as data. */
export interface RuleSet {
  readonly id: RuleSetId | (string & {});
  readonly name: string;
  readonly document: { readonly title: string; readonly number: string | null; readonly issuedOn: CivilDate | null };
  /** First day the rules apply. */
  readonly inForceFrom: CivilDate;
  readonly clauses: Readonly<Record<string, Clause>>;
  readonly readings: readonly Reading[];
  readonly notModelled: readonly string[];
  readonly ladder: Ladder;
  readonly deadlines: DeadlineRules;
  /** null where the document gives no points at all. */
  readonly scheme: Scheme | null;
  /** Lists the document asks for beside points or instead of them. */
  readonly lists: readonly ListRule[];
  /** The article that asks for a monthly bulletin on all matters; absent where it is custom only. */
  readonly monthlyBulletin?: string;
  /** How often what is to be checked. */
  readonly cadences: readonly CadenceRule[];
}

/** Settings a clerk may change; the defaults are the readings of rules.md. */
export interface Settings {
  /** Days before the deadline from which a matter is 临期. */
  readonly dueSoonDays: number;
  /** 收件之日起: the day of assignment itself counts as day 1. */
  readonly countAssignmentDay: boolean;
  /** A natural-day limit that ends on a day off moves to the next working day. */
  readonly rollWeekend: boolean;
  /** 001 annual review: every matter but recurring, suspended and not assigned is counted. */
  readonly annual: boolean;
  /** 001 strict: late closing does not count as finished. */
  readonly lateClosingUnfinished: boolean;
  /** 001: every third missed report, not only the third. */
  readonly everyThirdReport: boolean;
  /** 001: a unit without any matter gets full marks instead of 不参加计分. */
  readonly fullMarksWithoutMatters: boolean;
  /** Share of a lead unit's notice points charged to cooperating units; 0 = not charged. */
  readonly coUnitRatio: number;
}

export const DEFAULT_SETTINGS: Settings = {
  dueSoonDays: 3,
  countAssignmentDay: false,
  rollWeekend: false,
  annual: false,
  lateClosingUnfinished: false,
  everyThirdReport: false,
  fullMarksWithoutMatters: false,
  coUnitRatio: 0,
};
