import type { State } from './assessment';

/** States as bulletins, reports and fill-in files print them. */
export const STATE_NAMES: Readonly<Record<State, string>> = {
  closedOnTime: '按期办结',
  closedLate: '超期办结',
  closed: '已办结',
  suspended: '暂缓办理',
  notAssigned: '未交办',
  overdue: '逾期',
  dueSoon: '临期',
  recurring: '长期',
  undetermined: '时限不明',
  inProgress: '办理中',
};
