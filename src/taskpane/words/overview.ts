import type { Pace } from '../../domain/overview/plannedProgress';

const share = (part: number, all: number): number => (all === 0 ? 0 : Math.round((part / all) * 100));

/** Words of 总览, and of what a number there opens in 催办. */
export const OVERVIEW = {
  states: '办理状态',
  soon: '近期和进展',
  dueThisWeek: '本周到期',
  noProgress: '本月无进展',
  closingReported: '报结待审',
  planned: '计划进度',
  nothingOverdue: '无逾期事项',
  bySteps: '待办下一步',
  nothingDue: '没有需要发的文书',
  closedShare: (closed: number, all: number) => `已办结 ${closed} 件，占 ${share(closed, all)}%`,
  groups: '分组',
  groupTabs: { units: '按单位', categories: '按类别', leaders: '按分管领导' },
  noLeaders: '台账没有分管领导一列，单位名录里也没有填。',
  groupTotal: (count: number) => `共 ${count} 件`,
  groupClosed: (count: number) => `已办结 ${count}`,
  moreGroups: (count: number) => `另有 ${count} 个`,
  trend: '近 12 个月',
  trendSpan: (first: string, last: string) => `${monthWord(first)}至${monthWord(last)}`,
  trendTabs: { overdue: '月末逾期（件）', closed: '办结率（%）' },
  trendMonth: (asOf: string, all: number, closed: number, overdue: number) =>
    `${asOf}：共 ${all} 件，已办结 ${closed} 件，占 ${share(closed, all)}%，逾期 ${overdue} 件`,
  trendShow: '显示近 12 个月',
  share,
  findings: (errors: number, warnings: number) => `台账里有 ${errors} 处错误、${warnings} 处提醒`,
  findingsDoor: '去核对',
} as const;

const monthWord = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5, 7))}月`;

export const PACE_WORDS: Readonly<Record<Pace, string>> = { behind: '欠进度', onPlan: '达进度', ahead: '超进度' };

/** What the list in 催办 is narrowed to. */
export const PICKED = {
  unit: (name: string) => `单位：${name}`,
  category: (name: string) => `类别：${name}`,
  leader: (name: string) => `分管领导：${name}`,
  dueThisWeek: '本周到期',
  noProgress: '本月无进展',
  closingReported: '报结待审',
  pace: (pace: Pace) => PACE_WORDS[pace],
  month: (asOf: string, of: 'all' | 'closed' | 'overdue') =>
    `${asOf} ${{ all: '在册', closed: '已办结', overdue: '逾期' }[of]}的事项`,
  since: (since: string, of: 'overdue' | 'dueSoon') => `${since} 以来新${of === 'overdue' ? '逾期' : '临期'}`,
} as const;

/** What became due since the workbook was last looked over. */
export const SINCE = {
  since: (day: string) => `${day} 以来：`,
  overdue: (count: number) => `新逾期 ${count} 件`,
  dueSoon: (count: number) => `新临期 ${count} 件`,
} as const;
