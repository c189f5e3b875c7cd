import { dayOf, monthOf, yearOf, type CivilDate } from '../calendar/civilDate';
import { EVENT_KINDS, NOTICE_FORMS } from '../registers/registers';
import type { Matter } from '../matter';
import type { RuleSet } from '../ruleSet';
import type { ChargeKind, ScoringRule } from './scheme';

const TITLE_LENGTH = 30;

/** `2026年10月9日`. */
export const chineseDate = (date: CivilDate): string => `${yearOf(date)}年${monthOf(date)}月${dayOf(date)}日`;

/** `扣0.2分`, `加1分`, `不加减分`. */
export function pointsPhrase(points: number): string {
  if (points === 0) return '不加减分';
  return `${points < 0 ? '扣' : '加'}${Math.abs(points)}分`;
}

/** 催办单, 会议迟到, … */
export const chargeName = (on: ChargeKind): string => ({ ...NOTICE_FORMS, ...EVENT_KINDS })[on];

/** How a matter is named in a sentence. A classified one is named by its number or row only. */
export function matterName(matter: Matter): string {
  const number = matter.id === null ? `第${matter.row + 1}行事项` : `第${matter.id}号事项`;
  if (matter.classified || matter.title === null) return number;
  const title = matter.title.replace(/\s+/g, '');
  const shown = title.length > TITLE_LENGTH ? `${title.slice(0, TITLE_LENGTH)}…` : title;
  return matter.id === null ? `“${shown}”` : `${number}“${shown}”`;
}

/** At most three by name. */
export function matterNames(matters: readonly Matter[]): string {
  const named = matters.slice(0, 3).map(matterName).join('、');
  return matters.length > 3 ? `${named}等${matters.length}项` : named;
}

/** `《…》（邓政办〔2018〕127号）五：“……”`. */
export function citation(ruleSet: RuleSet, rule: ScoringRule): string {
  const clause = ruleSet.clauses[rule.clause];
  const { title, number } = ruleSet.document;
  const document = `《${title}》${number === null ? '' : `（${number}）`}`;
  const quote = rule.quote ?? clause?.quote;
  return `${document}${clause?.article ?? rule.clause}${quote === undefined ? '' : `：“${quote}”`}`;
}
