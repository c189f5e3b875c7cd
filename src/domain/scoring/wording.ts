import { dayOf, monthOf, yearOf, type CivilDate } from '../calendar/civilDate';
import { EVENT_KINDS, NOTICE_FORMS } from '../registers/registers';
import type { Matter } from '../matter';
import type { RuleSet } from '../ruleSet';
import type { ChargeKind, Scheme, ScoringRule } from './scheme';

const TITLE_LENGTH = 30;

/** `2026年10月9日`. */
export const chineseDate = (date: CivilDate): string => `${yearOf(date)}年${monthOf(date)}月${dayOf(date)}日`;

/** `扣0.2分`, `加1分`, `不加减分`. */
export function pointsPhrase(points: number): string {
  if (points === 0) return '不加减分';
  return `${points < 0 ? '扣' : '加'}${Math.abs(points)}分`;
}

/** 催办单, 会议迟到, … */
export const chargeName = (on: ChargeKind): string => CHARGE_NAMES[on];

const CHARGE_NAMES = { ...NOTICE_FORMS, ...EVENT_KINDS };

/** How a matter is named in a sentence. A classified one is named by its number or row only. */
export function matterName(matter: Matter): string {
  const number = matter.id === null ? `第${matter.row + 1}行事项` : `第${matter.id}号事项`;
  if (matter.classified || matter.title === null) return number;
  // A title's own quotation marks stand inside the outer ones.
  const title = matter.title.replace(/\s+/g, '').replaceAll('“', '‘').replaceAll('”', '’');
  const shown = title.length > TITLE_LENGTH ? `${title.slice(0, TITLE_LENGTH)}…` : title;
  return matter.id === null ? `“${shown}”` : `${number}“${shown}”`;
}

/** At most three by name. */
export function matterNames(matters: readonly Matter[]): string {
  const named = matters.slice(0, 3).map(matterName).join('、');
  return matters.length > 3 ? `${named}等${matters.length}项` : named;
}

/** `《…》（邓政办〔2018〕127号）五：“……”`, and what the office changed of it. A rule of the office's own cites its sheet. */
export function citation(ruleSet: RuleSet, rule: ScoringRule): string {
  const clause = ruleSet.clauses[rule.clause];
  const quote = rule.quote ?? clause?.quote;
  if (quote === undefined && rule.amendment !== undefined) return rule.amendment;
  const words = quote === undefined ? '' : `：“${quote}”`;
  return `${placeInDocument(ruleSet, rule.clause)}${words}${rule.amendment === undefined ? '' : `；${rule.amendment}`}`;
}

/** `《…》（邓政办〔2018〕127号）五`. */
function placeInDocument({ document: { title, number }, clauses }: RuleSet, clause: string): string {
  return `《${title}》${number === null ? '' : `（${number}）`}${clauses[clause]?.article ?? clause}`;
}

/** `《…》五：“……”`, of words quoted from a clause. */
export const quoted = (
  ruleSet: RuleSet,
  { clause, quote }: { readonly clause: string; readonly quote: string },
): string => `${placeInDocument(ruleSet, clause)}：“${quote}”`;

const BAND_COLUMN = { section: '承担科室', officers: '督查人员数' } as const;

/** A rule's name as a clerk reads it, unique within its scheme: 催办单, 政府工作报告, 办理时限扣完为止. */
export function ruleName(rule: ScoringRule, scheme: Scheme): string {
  switch (rule.kind) {
    case 'base':
      return '初始分';
    case 'perEvent':
      return rule.afterFirst === true ? `再次下达${chargeName(rule.on)}` : chargeName(rule.on);
    case 'perUnitOnce':
    case 'manual':
      return chargeName(rule.on);
    case 'everyKth':
      return `${chargeName(rule.on)}累计${rule.k}次`;
    case 'proportional':
    case 'allOrNothing':
      return rule.category;
    case 'band':
      return `${BAND_COLUMN[rule.of]}为${rule.equals === 'none' ? '无' : rule.equals}`;
    case 'redistribute':
      return `${rule.block}分值转移`;
    case 'cap':
      return `${boundedName(rule.rules, scheme)}封顶`;
    case 'floor':
      return `${boundedName(rule.rules, scheme)}扣完为止`;
    case 'threshold':
      return '年终下限';
  }
}

const boundedName = (rules: readonly string[], scheme: Scheme): string =>
  scheme.blocks.find((block) => block.rules.includes(rules[0] ?? ''))?.name ?? '合计';
