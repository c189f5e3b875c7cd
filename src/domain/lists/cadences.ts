import type { Assessment } from '../assessment';
import { civilDate, endOfMonth, monthOf, yearOf, type CivilDate } from '../calendar/civilDate';
import { foldText } from '../foldText';
import type { Matter } from '../matter';
import { atOnce, filter, type InPortions } from '../portions';
import type { RuleSet } from '../ruleSet';
import { chineseDate, quoted } from '../scoring/wording';
import type { CadencePeriod, CadenceRule } from './listRule';
import type { ListInput } from './listing';
import { progressBehind, saysHard } from './openMatters';

/** A cadence as it stands at asOf. */
export interface CadenceOf {
  readonly rule: CadenceRule;
  readonly clause: string;
  /** `2026年下半年`; `按各自时限`. */
  readonly period: string;
  /** The period's last day; null where each matter has its own limit. */
  readonly until: CivilDate | null;
  /** The month of asOf is the period's last; `stated`: some matter's limit falls in this month or is past. */
  readonly due: boolean;
  /** Keys, in ledger order. */
  readonly matters: readonly string[];
  readonly overdue: readonly string[];
  readonly behind: readonly string[];
  readonly sentence: string;
}

const CLOSED: ReadonlySet<Assessment['state']> = new Set(['closedOnTime', 'closedLate', 'closed']);
const QUARTERS = ['一', '二', '三', '四'] as const;

export const cadencesOf = (...asked: Parameters<typeof cadencesInPortions>): readonly CadenceOf[] =>
  atOnce(cadencesInPortions(...asked));

export function* cadencesInPortions(ruleSet: RuleSet, input: ListInput): InPortions<readonly CadenceOf[]> {
  if (ruleSet.cadences.length === 0) return [];
  const behindNow = yield* progressBehind(input);
  const behindAll = new Set(behindNow.entries.map(({ matter }) => matter));
  const cadences: CadenceOf[] = [];
  for (const rule of ruleSet.cadences) {
    const covered = yield* filter(
      input.assessments,
      ({ matter, state }) => state !== 'notAssigned' && covers(rule, matter),
    );
    const keys = (of: readonly Assessment[]): readonly string[] => of.map(({ matter }) => matter.key);
    const overdue = keys(covered.filter(({ state }) => state === 'overdue'));
    const behind = keys(covered.filter(({ matter }) => behindAll.has(matter.key)));
    const closed = covered.filter(({ state }) => CLOSED.has(state)).length;
    const { period, until, due } = periodAt(rule.every, input.asOf);
    const now = rule.every === 'stated' ? covered.some((each) => isDue(each, input.asOf)) : due;
    cadences.push({
      rule,
      clause: quoted(ruleSet, rule),
      period,
      until,
      due: now && covered.length > 0,
      matters: keys(covered),
      overdue,
      behind,
      sentence: sentenceOf(rule, { period, until, all: covered.length, closed, overdue, behind }),
    });
    yield;
  }
  return cadences;
}

/** Whether a cadence speaks of a matter. */
export function covers({ covers: words }: Pick<CadenceRule, 'covers'>, matter: Matter): boolean {
  if (words === 'all') return true;
  if (words === 'hard') return saysHard(matter);
  const text = foldText(`${matter.category ?? matter.section ?? ''}${matter.source ?? ''}`);
  return words.some((word) => text.includes(foldText(word)));
}

const isDue = ({ state, deadline }: Assessment, asOf: CivilDate): boolean =>
  state === 'overdue' ||
  (!CLOSED.has(state) && deadline.kind === 'date' && deadline.date <= endOfMonth(yearOf(asOf), monthOf(asOf)));

interface Period {
  readonly period: string;
  readonly until: CivilDate | null;
  readonly due: boolean;
}

function periodAt(every: CadencePeriod, asOf: CivilDate): Period {
  const [year, month] = [yearOf(asOf), monthOf(asOf)];
  const ending = (last: number, period: string): Period => ({
    period,
    until: endOfMonth(year, last),
    due: month === last,
  });
  switch (every) {
    case 'month':
      return ending(month, `${year}年${month}月`);
    case 'quarter': {
      const quarter = Math.ceil(month / 3);
      return ending(quarter * 3, `${year}年第${QUARTERS[quarter - 1]!}季度`);
    }
    case 'halfYear':
      return month <= 6 ? ending(6, `${year}年上半年`) : ending(12, `${year}年下半年`);
    case 'midYear':
      return ending(6, `${year}年年中`);
    case 'year':
      return { ...ending(12, `${year}年`), until: civilDate(year, 12, 31) };
    case 'stated':
      return { period: '按各自时限', until: null, due: false };
  }
}

interface Counts {
  readonly period: string;
  readonly until: CivilDate | null;
  readonly all: number;
  readonly closed: number;
  readonly overdue: readonly string[];
  readonly behind: readonly string[];
}

function sentenceOf({ documentCount }: CadenceRule, counts: Counts): string {
  const { period, until, all, closed, overdue, behind } = counts;
  const time = until === null ? period : `${period}，到${chineseDate(until)}`;
  if (all === 0) return `${time}；台账没有这类事项`;
  const listed = documentCount === undefined || documentCount === all ? '' : `（文件列${documentCount}项）`;
  const parts = [
    `共${all}件${listed}`,
    `办结${closed}件`,
    ...(overdue.length > 0 ? [`逾期${overdue.length}件`] : []),
    ...(behind.length > 0 ? [`进度不理想${behind.length}件`] : []),
  ];
  return `${time}；${parts.join('，')}`;
}
