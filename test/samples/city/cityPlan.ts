import type { Chance } from '../chance';
import { addDays, addWorkdays, isWorkday, workdayFrom, workdayUpTo } from '../civilDate';
import type { Iso } from '../civilDate';
import type { ExpectedMatter, Stage, State } from '../expected';

export type LetterForm = '催办单' | '督办通知单' | '约谈' | '移交';

export interface Letter {
  readonly form: LetterForm;
  readonly date: Iso;
  /** 文书上写明的答复期限；null 为没写（按三日算）。 */
  readonly replyDue: Iso | null;
  readonly mark: '已发' | '作废' | '拟稿' | '' | '未登记';
}

/** 一件事项的用意和日子，题目和单位后配。 */
export interface CityPlan {
  readonly intention: string;
  readonly state: State;
  readonly stage: Stage;
  readonly nextStep: string | null;
  /** null：交办时间空着。 */
  readonly assigned: Iso | null;
  /** 有效时限。 */
  readonly deadline: Iso | null;
  readonly deadlineFrom: ExpectedMatter['deadlineFrom'];
  /** 办结时限格里写的：日期，或原样文字。 */
  readonly deadlineCell: { readonly date: Iso } | string | null;
  readonly status: string;
  readonly letters: readonly Letter[];
  readonly closedOn: Iso | null;
  readonly extension: { readonly on: Iso; readonly until: Iso; readonly approver: string } | null;
  readonly returnedOn: Iso | null;
  readonly suspended: readonly { readonly on: Iso; readonly kind: '暂缓' | '恢复' }[];
  readonly classified: boolean;
  /** 同组的事项同一牵头单位，文书合写一份。 */
  readonly group: string | null;
}

type Draft = Partial<CityPlan> & Pick<CityPlan, 'intention' | 'state'>;

const FIRST_DAY = '2026-01-05';

function plan(draft: Draft): CityPlan {
  return {
    stage: 'assigned',
    nextStep: null,
    assigned: null,
    deadline: null,
    deadlineFrom: draft.deadline ? 'cell' : 'none',
    deadlineCell: draft.deadline ? { date: draft.deadline } : null,
    status: '办理中',
    letters: [],
    closedOn: null,
    extension: null,
    returnedOn: null,
    suspended: [],
    classified: false,
    group: null,
    ...draft,
  };
}

function assignedFor(deadline: Iso, term: number): Iso {
  const day = workdayUpTo(addDays(deadline, -term));
  return day < FIRST_DAY ? FIRST_DAY : day;
}

function letter(form: LetterForm, date: Iso, replyDue: Iso | null = null, mark: Letter['mark'] = '已发'): Letter {
  return { form, date, replyDue, mark };
}

/** 阶梯各级：催办、督办、约谈的发出日（后两级可无），答复期限写在最后一级上。 */
function onLadder(dates: readonly [Iso, Iso?, Iso?, Iso?], lastDue: Iso | null): Letter[] {
  const forms: readonly LetterForm[] = ['催办单', '督办通知单', '约谈', '移交'];
  const present = dates.filter((date) => date !== undefined);
  return present.map((date, level) =>
    letter(forms[level] as LetterForm, date, level === present.length - 1 ? lastDue : null),
  );
}

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

function ladderPlans(chance: Chance): CityPlan[] {
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

function overduePlans(chance: Chance): CityPlan[] {
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
      extension: { on: addDays(original, -3 - (k % 2)), until, approver: '闻望舒' },
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
    late('overdue-returned', '2026-10-09', { closedOn: '2026-09-18', returnedOn: '2026-09-24', status: '退回重报' }),
    late('overdue-returned', '2026-10-21', { returnedOn: '2026-10-14', status: '退回重报' }),
    late('overdue-working-days', '2026-10-23', {
      assigned: '2026-09-28',
      deadlineFrom: 'days',
      deadlineCell: '15个工作日',
    }),
  ];
}

function openPlans(chance: Chance): CityPlan[] {
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

function lateClosings(chance: Chance): CityPlan[] {
  return Array.from({ length: 22 }, (_, k) => {
    const deadline = workdayUpTo(addDays('2026-02-27', k * 10 + chance.between(0, 6)));
    const reminder = workdayFrom(addDays(deadline, 2 + (k % 3)));
    const order = workdayFrom(addDays(reminder, 5));
    const level = k === 13 ? 3 : k % 5 === 2 ? 2 : k % 2;
    const closedOn = workdayFrom(addDays(deadline, level === 0 ? 1 + (k % 5) : level * 9 + (k % 4)));
    const dates = [reminder, order, workdayFrom(addDays(order, 6))].slice(0, level) as [Iso, Iso?, Iso?];
    return plan({
      intention: ['closed-late', 'closed-late-reminded', 'closed-late-ordered', 'closed-late-interviewed'][
        level
      ] as string,
      state: 'closedLate',
      stage: (['assigned', 'reminded', 'ordered', 'interviewed'] as const)[level] as Stage,
      deadline,
      assigned: assignedFor(deadline, chance.pick([15, 20, 30, 45])),
      closedOn,
      status: k % 7 === 3 ? '超时办结' : '已办结',
      letters: level === 0 ? [] : onLadder(dates, null),
    });
  });
}

/** 按期办结的；每五件有一件恰在时限当日。 */
function onTimeClosings(chance: Chance, count: number): CityPlan[] {
  return Array.from({ length: count }, (_, k) => {
    const deadline = workdayUpTo(addDays('2026-01-30', Math.floor((k * 268) / count)));
    const assigned = assignedFor(deadline, chance.pick([15, 20, 30, 45, 60, 90, 120]));
    let closedOn = k % 5 === 0 ? deadline : workdayUpTo(addDays(deadline, -chance.between(1, 9)));
    if (closedOn <= assigned || !isWorkday(closedOn)) closedOn = deadline;
    return plan({
      intention: 'closed-on-time',
      state: 'closedOnTime',
      deadline,
      assigned,
      closedOn,
      status: chance.pick(['已办结', '已办结', '已办结', '已完成', '已销号']),
    });
  });
}

function oddClosings(): CityPlan[] {
  const byDays = (assigned: Iso, words: string, deadline: Iso, closedOn: Iso): CityPlan =>
    plan({
      intention: 'closed-in-days',
      state: closedOn <= deadline ? 'closedOnTime' : 'closedLate',
      assigned,
      deadline,
      deadlineFrom: 'days',
      deadlineCell: words,
      closedOn,
      status: '已办结',
    });
  const undated = (['2026-03-31', '2026-06-30', '2026-09-15'] as const).map((deadline) =>
    plan({
      intention: 'closed-undated',
      state: 'closed',
      deadline,
      assigned: assignedFor(deadline, 45),
      status: '已办结',
    }),
  );
  const noLimit = (['2026-05-20', '2026-08-12'] as const).map((closedOn) =>
    plan({
      intention: 'closed-no-deadline',
      state: 'closed',
      assigned: assignedFor(closedOn, 40),
      closedOn,
      status: '已办结',
    }),
  );
  return [
    ...undated,
    ...noLimit,
    byDays('2026-04-20', '15个工作日', addWorkdays('2026-04-20', 15), addWorkdays('2026-04-20', 15)),
    byDays('2026-06-08', '15个工作日', addWorkdays('2026-06-08', 15), addWorkdays('2026-06-08', 17)),
    byDays('2026-03-02', '3日内', '2026-03-05', '2026-03-04'),
  ];
}

/** 二百件事项的用意，按交办先后排好；没有交办时间的排在最后。 */
export function cityPlans(chance: Chance): CityPlan[] {
  const fixed = [
    ...ladderPlans(chance),
    ...overduePlans(chance),
    ...openPlans(chance),
    ...lateClosings(chance),
    ...oddClosings(),
  ];
  const all = [...fixed, ...onTimeClosings(chance, 200 - fixed.length)];
  const key = (item: CityPlan): string => item.assigned ?? '2026-12-31';
  return all
    .map((item, order) => ({ item, order }))
    .sort((a, b) => key(a.item).localeCompare(key(b.item)) || a.order - b.order)
    .map(({ item }) => item);
}
