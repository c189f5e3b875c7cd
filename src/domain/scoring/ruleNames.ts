import type { RuleSet } from '../ruleSet';
import { ruleName } from './wording';

const BOUNDS: Readonly<Record<string, string>> = { blockFloor: '扣完为止', bonusCap: '封顶' };

/** The name of a line's rule on sheets and in sentences, by its id: 催办单, 政府工作报告, 扣完为止. */
export function lineRuleName({ scheme }: RuleSet, id: string): string {
  const rule = scheme?.rules.find((each) => each.id === id);
  if (BOUNDS[id] !== undefined || scheme === null || rule === undefined) return BOUNDS[id] ?? id;
  return ruleName(rule, scheme);
}
