/** The closed set of what puts a line on a list; one evaluator each in `listsOf.ts`. */
export type ListCriterion =
  /** Past the effective deadline and open. */
  | 'notClosed'
  /** Past it, and no word at all on record. */
  | 'noFeedback'
  /** Past it, and neither 说明 nor an applied extension on record. */
  | 'notExplained'
  /** 未办结 or 未反馈, and no reason on record. */
  | 'noReason'
  /** Past it, with the reason on record. */
  | 'explained'
  /** 退回重报 stands. */
  | 'returned'
  /** 通报批评 on record this year. */
  | 'criticised'
  /** 通报批评 and the 整改报告 it asks for. */
  | 'rectification'
  /** A record says 谎报, 瞒报, 弄虚作假 or the like. */
  | 'falseReport'
  /** A record says that harm was done or that people are to answer for it, or the matter was referred. */
  | 'accountable'
  /** Behind its plan, by figures or in words. */
  | 'progressBehind'
  /** Closed before the deadline this year. */
  | 'closedEarly'
  /** The ledger says 难度较大. */
  | 'hard'
  /** Open since before this month, and no report in it. */
  | 'notReported';

/** A list that a document asks for; who stands on it is a proposal, people decide. */
export interface ListRule {
  readonly id: string;
  readonly name: string;
  /** A key of the rule set's clauses. */
  readonly clause: string;
  /** The words of the clause this list rests on. */
  readonly quote: string;
  readonly criterion: ListCriterion;
}

/** `midYear`: by the end of June; `stated`: each matter's own limit. */
export type CadencePeriod = 'month' | 'quarter' | 'halfYear' | 'midYear' | 'year' | 'stated';

/** What is published of a cadence's matters at the end of each of its periods. */
export interface CadencePublication {
  readonly id: 'governmentReport' | 'livelihood' | 'livelihoodTable';
  readonly name: string;
  readonly form: 'bulletin' | 'table';
}

/** How often a document has some of the matters checked or published. */
export interface CadenceRule {
  readonly id: string;
  readonly name: string;
  readonly clause: string;
  readonly quote: string;
  readonly every: CadencePeriod;
  /** `all`; `hard`: those of the list of that criterion; else category, section or source contain one of the words. */
  readonly covers: 'all' | 'hard' | readonly string[];
  /** How many items the document itself counts. */
  readonly documentCount?: number;
  readonly publication?: CadencePublication;
}
