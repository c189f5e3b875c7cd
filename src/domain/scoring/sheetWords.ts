import { monthOf, yearOf, type CivilDate } from '../calendar/civilDate';
import type { RuleSet } from '../ruleSet';
import type { UnitScore } from './score';
import { chineseDate } from './wording';

/** `2026年10月`. */
export const monthTitle = (asOf: CivilDate): string => `${yearOf(asOf)}年${monthOf(asOf)}月`;

/** The line under a sheet's title: the day and the document. */
export function schemeLine({ document }: RuleSet, asOf: CivilDate): string {
  const number = document.number === null ? '' : `（${document.number}）`;
  return `统计日期：${chineseDate(asOf)}；计分依据：《${document.title}》${number}`;
}

/** Ranked units first, in the order of their ranks; equal ranks stay in the order of 单位名录. */
export const byRank = (scores: readonly UnitScore[]): readonly UnitScore[] =>
  [...scores].sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || 0);
