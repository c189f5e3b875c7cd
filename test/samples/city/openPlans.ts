import type { Chance } from '../chance';
import { addDays, workdayFrom, workdayUpTo } from '../civilDate';
import type { Iso } from '../civilDate';
import { FIRST_DAY, assignedFor, plan } from './planDraft';
import type { CityPlan } from './planDraft';

/** 没有办结也没有逾期的。 */
export function openPlans(chance: Chance): CityPlan[] {
  const open = (intention: string, deadline: Iso | null, more: Partial<CityPlan> = {}): CityPlan =>
    plan({
      intention,
      state: 'inProgress',
      deadline,
      assigned:
        deadline === null
          ? workdayFrom(addDays(FIRST_DAY, chance.between(10, 270)))
          : assignedFor(deadline, chance.pick([60, 90, 120, 180, 240])),
      status: chance.pick(['办理中', '办理中', '办理中', '正在办理']),
      ...more,
    });
  const soon = '10-31 10-31 11-01 11-02 11-02 11-03 11-03'
    .split(' ')
    .map((day) => open('due-soon', `2026-${day}`, { state: 'dueSoon' }));
  const progress =
    `11-04 11-05 11-06 11-10 11-10 11-13 11-15 11-15 11-18 11-20 11-20 11-25 11-27 11-30 11-30 11-30 12-10 12-15 12-15 12-20 12-25 12-31 12-31 12-31`
      .split(' ')
      .map((day) => open('in-progress', `2026-${day}`));
  const extended = '11-15 11-30 12-15 12-20 12-31 11-02'.split(' ').map((day, k) => {
    const until = `2026-${day}`;
    const original = workdayUpTo(addDays('2026-09-10', k * 8));
    return open(k === 5 ? 'extension-due-soon' : 'extension-approved', until, {
      state: k === 5 ? 'dueSoon' : 'inProgress',
      assigned: assignedFor(original, 75),
      deadlineFrom: 'extension',
      deadlineCell: { date: original },
      status: '延期',
      extension: { on: workdayUpTo(addDays(original, -4)), until, approver: k % 2 === 0 ? '闻望舒' : '殷若谷' },
    });
  });
  const recurring = '长期 长期坚持 长期 持续推进 常态化 每月 每季度 长期 持续推进'
    .split(' ')
    .map((words) => open('recurring', null, { state: 'recurring', deadlineFrom: 'recurring', deadlineCell: words }));
  const blank = [1, 2, 3, 4].map(() => open('no-deadline', null, { state: 'undetermined' }));
  return [
    ...soon,
    ...progress,
    ...extended,
    ...recurring,
    ...blank,
    open('unreadable-deadline', null, { state: 'undetermined', deadlineCell: '待常务会议研究后确定' }),
    open('classified', '2026-11-30', { classified: true }),
    open('resumed', '2026-12-10', {
      suspended: [
        { on: '2026-07-15', kind: '暂缓' },
        { on: '2026-09-21', kind: '恢复' },
      ],
    }),
    open('awaiting-review', '2026-11-12', { status: '报结待审' }),
    open('awaiting-review', '2026-11-20', { status: '已提交' }),
    open('returned', '2026-11-20', { returnedOn: '2026-10-22', status: '退回重报' }),
    open('in-days', '2026-11-11', { assigned: '2026-10-12', deadlineFrom: 'days', deadlineCell: '30天' }),
    open('suspended', '2026-10-15', {
      state: 'suspended',
      status: '暂缓办理',
      suspended: [{ on: '2026-08-18', kind: '暂缓' }],
    }),
    open('suspended', '2026-11-30', {
      state: 'suspended',
      status: '挂起',
      suspended: [{ on: '2026-06-10', kind: '暂缓' }],
    }),
    open('suspended', '2026-12-31', {
      state: 'suspended',
      status: '暂缓办理',
      suspended: [{ on: '2026-09-08', kind: '暂缓' }],
    }),
    open('not-assigned', '2026-12-15', { state: 'notAssigned', assigned: null, status: '未交办' }),
    open('not-assigned', '2026-12-25', { state: 'notAssigned', assigned: null, status: '未交办' }),
    open('assigned-later', '2026-12-20', { state: 'notAssigned', assigned: '2026-11-03', status: '未交办' }),
    open('assigned-later', '2026-12-31', { state: 'notAssigned', assigned: '2026-11-04', status: '办理中' }),
  ];
}
