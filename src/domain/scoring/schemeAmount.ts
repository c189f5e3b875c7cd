import type { ScoringRule } from './scheme';

export type AmountRefusal =
  /** Not a number. */
  | 'notANumber'
  /** Blank where the rule needs one. */
  | 'amountMissing'
  /** A deduction given as a plus, or the other way round. */
  | 'signReversed'
  /** Below zero (or zero) where that makes no sense: a weight, a limit. */
  | 'negative';

/** The column of 计分方案 that holds a rule's amount; null where it has none (其他加减分). */
export function amountColumn(rule: ScoringRule): '分值' | '封顶' | null {
  switch (rule.kind) {
    case 'cap':
    case 'floor':
      return '封顶';
    case 'manual':
      return null;
    case 'base':
    case 'perEvent':
    case 'everyKth':
    case 'perUnitOnce':
    case 'proportional':
    case 'allOrNothing':
    case 'redistribute':
    case 'threshold':
    case 'band':
      return '分值';
  }
}

export function amountOf(rule: ScoringRule): number | null {
  switch (rule.kind) {
    case 'base':
    case 'perEvent':
    case 'everyKth':
    case 'perUnitOnce':
    case 'band':
      return rule.points;
    case 'proportional':
    case 'allOrNothing':
      return rule.weight;
    case 'redistribute':
      return rule.total;
    case 'cap':
    case 'floor':
      return rule.limit;
    case 'threshold':
      return rule.below;
    case 'manual':
      return null;
  }
}

/** The rule with another amount, or why that amount is refused. */
export function withAmount(rule: ScoringRule, amount: number): ScoringRule | AmountRefusal {
  switch (rule.kind) {
    case 'perEvent':
    case 'everyKth':
    case 'perUnitOnce':
    case 'band':
      return rule.points * amount < 0 ? 'signReversed' : { ...rule, points: amount };
    case 'base':
      return amount < 0 ? 'negative' : { ...rule, points: amount };
    case 'proportional':
    case 'allOrNothing':
      return amount < 0 ? 'negative' : { ...rule, weight: amount };
    case 'redistribute':
      return amount <= 0 ? 'negative' : { ...rule, total: amount };
    case 'cap':
    case 'floor':
      return amount < 0 ? 'negative' : { ...rule, limit: amount };
    case 'threshold':
      return { ...rule, below: amount };
    case 'manual':
      return rule;
  }
}

export function isAmountRefusal(result: ScoringRule | AmountRefusal): result is AmountRefusal {
  return typeof result === 'string';
}
