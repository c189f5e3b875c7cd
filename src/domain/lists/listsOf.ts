import { atOnce, type InPortions } from '../portions';
import type { RuleSet } from '../ruleSet';
import { quoted } from '../scoring/wording';
import { explainedLate, noFeedback, noReason, notClosed, notExplained } from './lateMatters';
import type { Listed, ListInput } from './listing';
import type { ListCriterion, ListRule } from './listRule';
import { closedEarly, hard, notReported, progressBehind, returned } from './openMatters';
import { accountable, criticised, falseReport, rectification } from './recorded';

/** A list with its lines, worst first. */
export interface ListOf extends Listed {
  readonly rule: ListRule;
  /** `《…》四(二)：“……”` */
  readonly clause: string;
}

/** 批评通报 are few: they are gone through in one go. */
const CRITERIA: Readonly<Record<ListCriterion, (input: ListInput) => Listed | InPortions<Listed>>> = {
  notClosed,
  noFeedback,
  notExplained,
  noReason,
  explained: explainedLate,
  returned,
  criticised,
  rectification,
  falseReport,
  accountable,
  progressBehind,
  closedEarly,
  hard,
  notReported,
};

/** The lists a rule set asks for, in its order; those without a line too. */
export const listsOf = (...asked: Parameters<typeof listsInPortions>): readonly ListOf[] =>
  atOnce(listsInPortions(...asked));

/** List by list. */
export function* listsInPortions(ruleSet: RuleSet, input: ListInput): InPortions<readonly ListOf[]> {
  const lists: ListOf[] = [];
  for (const rule of ruleSet.lists) {
    const found = CRITERIA[rule.criterion](input);
    lists.push({ rule, clause: quoted(ruleSet, rule), ...('entries' in found ? found : yield* found) });
    yield;
  }
  return lists;
}
