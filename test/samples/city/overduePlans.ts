import type { Chance } from '../chance';
import { addDays, workdayUpTo } from '../civilDate';
import type { Iso } from '../civilDate';
import type { Stage } from '../expected';
import { assignedFor, letter, onLadder, plan } from './planDraft';
import type { CityPlan } from './planDraft';

const LADDER: ReadonlyArray<
  readonly [string, Stage, string | null, Iso, readonly [Iso, Iso?, Iso?, Iso?], Iso | null, string?]
> = [
  ['overdue-reminder-running', 'reminded', null, '2026-10-20', ['2026-10-28'], null],
  ['overdue-reminder-running', 'reminded', null, '2026-10-22', ['2026-10-29'], null],
  ['overdue-reminder-running', 'reminded', null, '2026-10-23', ['2026-10-30'], null],
  ['overdue-reminder-running', 'reminded', null, '2026-10-16', ['2026-10-26'], '2026-11-02'],
  ['overdue-reminder-lapsed', 'reminded', 'supervisionOrder', '2026-10-21', ['2026-10-27'], null],
  ['overdue-reminder-lapsed', 'reminded', 'supervisionOrder', '2026-10-19', ['2026-10-26'], null, 'joint'],
  ['overdue-reminder-lapsed', 'reminded', 'supervisionOrder', '2026-10-20', ['2026-10-26'], null, 'joint'],
  ['overdue-reminder-lapsed', 'reminded', 'supervisionOrder', '2026-10-12', ['2026-10-19'], null],
  ['overdue-reminder-lapsed', 'reminded', 'supervisionOrder', '2026-10-15', ['2026-10-23'], '2026-10-28'],
  ['overdue-order-running', 'ordered', null, '2026-10-14', ['2026-10-21', '2026-10-28'], null],
  ['overdue-order-running', 'ordered', null, '2026-10-10', ['2026-10-16', '2026-10-29'], null],
  ['overdue-order-running', 'ordered', null, '2026-10-09', ['2026-10-15', '2026-10-30'], null],
  ['overdue-order-lapsed', 'ordered', 'interview', '2026-10-12', ['2026-10-20', '2026-10-27'], null],
  ['overdue-order-lapsed', 'ordered', 'interview', '2026-09-30', ['2026-10-13', '2026-10-23'], null],
  ['overdue-order-lapsed', 'ordered', 'interview', '2026-09-28', ['2026-10-09', '2026-10-20'], null],
  ['overdue-order-lapsed', 'ordered', 'interview', '2026-09-22', ['2026-09-29', '2026-10-16'], '2026-10-22'],
  [
    'overdue-interview-running',
    'interviewed',
    null,
    '2026-09-15',
    ['2026-09-23', '2026-10-14', '2026-10-26'],
    '2026-11-06',
  ],
  [
    'overdue-interview-lapsed',
    'interviewed',
    'referral',
    '2026-08-31',
    ['2026-09-08', '2026-09-22', '2026-10-12'],
    '2026-10-26',
  ],
  [
    'overdue-interview-lapsed',
    'interviewed',
    'referral',
    '2026-08-20',
    ['2026-09-02', '2026-09-16', '2026-10-15'],
    '2026-10-30',
  ],
  ['overdue-interview-no-limit', 'interviewed', null, '2026-09-10', ['2026-09-17', '2026-09-28', '2026-10-22'], null],
  ['overdue-referred', 'referred', null, '2026-07-31', ['2026-08-10', '2026-08-24', '2026-09-14', '2026-10-20'], null],
];

/** 上了三单阶梯而仍未办结的，一行一种处境。 */
export function ladderPlans(chance: Chance): CityPlan[] {
  return LADDER.map(([intention, stage, nextStep, deadline, dates, lastDue, group]) =>
    plan({
      intention,
      state: 'overdue',
      stage,
      nextStep,
      deadline,
      assigned: assignedFor(deadline, chance.pick([20, 30, 45, 60, 90])),
      letters: onLadder(dates, stage === 'referred' ? null : lastDue),
      group: group ?? null,
    }),
  );
}

/** 其他逾期：未催办、延期已过、延期未批、作废、拟稿、漏登、退回、按工作日计。 */
export function overduePlans(chance: Chance): CityPlan[] {
  const late = (intention: string, deadline: Iso, more: Partial<CityPlan> = {}): CityPlan =>
    plan({
      intention,
      state: 'overdue',
      nextStep: 'reminderNotice',
      deadline,
      assigned: assignedFor(deadline, chance.pick([15, 30, 45, 60, 75])),
      ...more,
    });
  const fresh = '10-30 10-30 10-29 10-28 10-28 10-26 10-23 10-20 10-15'
    .split(' ')
    .map((day, k) => late('overdue-fresh', `2026-${day}`, { status: k % 3 === 0 ? '未办结' : '办理中' }));
  const lapsed = (
    [
      ['2026-09-18', '2026-10-20'],
      ['2026-09-30', '2026-10-26'],
      ['2026-10-15', '2026-10-30'],
    ] as const
  ).map(([original, until], k) =>
    late('overdue-extension-lapsed', until, {
      assigned: assignedFor(original, 60),
      deadlineFrom: 'extension',
      deadlineCell: { date: original },
      status: '延期',
      extension: { on: workdayUpTo(addDays(original, -3 - (k % 2))), until, approver: '闻望舒' },
    }),
  );
  const unapproved = (['', '待批', '不同意', '否'] as const).map((approver, k) => {
    const deadline = ['2026-10-16', '2026-10-19', '2026-10-22', '2026-10-27'][k] as Iso;
    return late('overdue-extension-unapproved', deadline, {
      extension: { on: workdayUpTo(addDays(deadline, -2)), until: '2026-11-20', approver },
    });
  });
  return [
    ...fresh,
    ...lapsed,
    ...unapproved,
    late('overdue-reminder-void', '2026-10-13', { letters: [letter('催办单', '2026-10-21', null, '作废')] }),
    late('overdue-reminder-draft', '2026-10-26', { letters: [letter('催办单', '2026-10-30', null, '拟稿')] }),
    late('overdue-reminder-unregistered', '2026-10-09', { letters: [letter('催办单', '2026-10-22', null, '未登记')] }),
    late('overdue-returned', '2026-10-09', {
      assigned: '2026-08-10',
      closedOn: '2026-09-18',
      returnedOn: '2026-09-22',
      status: '退回重报',
    }),
    late('overdue-returned', '2026-10-21', { returnedOn: '2026-10-14', status: '退回重报' }),
    late('overdue-working-days', '2026-10-23', {
      assigned: '2026-09-28',
      deadlineFrom: 'days',
      deadlineCell: '15个工作日',
    }),
  ];
}
