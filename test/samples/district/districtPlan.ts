import type { Chance } from '../chance';
import { addDays, workdayFrom, workdayUpTo } from '../civilDate';
import type { Iso } from '../civilDate';
import type { ExpectedMatter, Stage, State } from '../expected';

/** 区级台账里一件事项的用意和日子。 */
export interface DistrictPlan {
  readonly intention: string;
  readonly state: State;
  readonly stage: Stage;
  /** `undefined`：各种读法都可以，不作要求。 */
  readonly nextStep: string | null | undefined;
  readonly started: Iso | null;
  readonly deadline: Iso | null;
  readonly deadlineFrom: ExpectedMatter['deadlineFrom'];
  readonly deadlineCell: { readonly date: Iso } | string | null;
  readonly extension: { readonly on: Iso; readonly until: Iso } | null;
  /** 督办通知单的发出日；第二份起是延期之后再次下达。 */
  readonly orders: readonly Iso[];
  readonly closedOn: Iso | null;
  readonly status: string;
  /** 计划进度、实际进度，百分数。 */
  readonly planned: number | null;
  readonly actual: number | null;
}

type Draft = Partial<DistrictPlan> & Pick<DistrictPlan, 'intention' | 'state'>;

const MONTH_ENDS = [
  '2026-03-31',
  '2026-04-30',
  '2026-05-31',
  '2026-06-30',
  '2026-07-31',
  '2026-08-31',
  '2026-09-30',
] as const;

/** 月底的时限，办公室有好几种写法；其余写真日期。 */
export function deadlineWords(deadline: Iso, choice: number): { readonly date: Iso } | string {
  const month = String(Number(deadline.slice(5, 7)));
  const forms: Readonly<Record<string, readonly string[]>> = {
    '2026-06-30': ['上半年', '6月底前', '2026年6月底前'],
    '2026-09-30': ['三季度', '9月底前', '2026年9月'],
    '2026-12-31': ['12月底前', '年底前', '2026年12月底前', '12月底前', '全年'],
  };
  const isMonthEnd = addDays(deadline, 1).endsWith('-01');
  if (!isMonthEnd || choice % 5 < 2) return { date: deadline };
  const words = forms[deadline] ?? [`${month}月底前`, `2026年${month}月`, `2026年${month}月底前`];
  return words[choice % words.length] as string;
}

export class DistrictPlanner {
  private made = 0;

  constructor(private readonly chance: Chance) {}

  private plan(draft: Draft): DistrictPlan {
    this.made += 1;
    const deadline = draft.deadline ?? null;
    const planned = draft.closedOn !== undefined ? 100 : (draft.planned ?? this.chance.between(60, 90));
    return {
      stage: 'assigned',
      nextStep: null,
      started: this.chance.pick(['2026-01-20', '2026-02-02', '2026-02-24', '2026-03-02']),
      deadline,
      deadlineFrom: deadline === null ? 'none' : 'cell',
      deadlineCell: deadline === null ? null : deadlineWords(deadline, this.made),
      extension: null,
      orders: [],
      closedOn: null,
      status: this.chance.pick(['办理中', '达进度', '办理中', '正在办理']),
      planned,
      actual: draft.closedOn !== undefined ? 100 : Math.max(5, planned + this.chance.between(-18, 6)),
      ...draft,
    };
  }

  /** 按期办结：时限多在月底，每四件有一件恰在最后一天办结。 */
  closedOnTime(): DistrictPlan {
    const deadline = this.chance.pick(MONTH_ENDS);
    const early = this.made % 4 === 0 ? 0 : this.chance.between(2, 20);
    const closedOn = workdayUpTo(addDays(deadline, -early));
    return this.plan({
      intention: 'closed-on-time',
      state: 'closedOnTime',
      deadline,
      closedOn,
      status: this.chance.pick(['已办结', '已完成', '已销号']),
    });
  }

  closedLate(): DistrictPlan {
    const deadline = this.chance.pick(MONTH_ENDS);
    const closedOn = workdayFrom(addDays(deadline, this.chance.between(3, 26)));
    const ordered = this.made % 3 === 0;
    return this.plan({
      intention: ordered ? 'closed-late-ordered' : 'closed-late',
      state: 'closedLate',
      stage: ordered ? 'ordered' : 'assigned',
      deadline,
      closedOn,
      status: '已办结',
      orders: ordered ? [workdayFrom(addDays(deadline, 1))] : [],
    });
  }

  inProgress(): DistrictPlan {
    const deadline = this.chance.pick([
      '2026-12-31',
      '2026-12-31',
      '2026-12-31',
      '2026-11-30',
      '2026-12-20',
      '2026-11-04',
      '2026-12-10',
    ]);
    return this.plan({ intention: 'in-progress', state: 'inProgress', deadline });
  }

  dueSoon(): DistrictPlan {
    const deadline = this.chance.pick(['2026-10-31', '2026-10-31', '2026-11-02', '2026-11-03']);
    return this.plan({ intention: 'due-soon', state: 'dueSoon', deadline, planned: 95, actual: 92 });
  }

  /** 逾期而未下督办通知单。 */
  overdue(): DistrictPlan {
    const deadline = this.chance.pick(['2026-09-30', '2026-10-15', '2026-10-20', '2026-10-30', '2026-08-31']);
    return this.plan({
      intention: 'overdue-fresh',
      state: 'overdue',
      nextStep: 'supervisionOrder',
      deadline,
      status: this.chance.pick(['进展滞后', '欠进度', '办理中']),
      planned: 100,
      actual: 70,
    });
  }

  overdueOrdered(): DistrictPlan {
    const deadline = this.chance.pick(['2026-08-31', '2026-09-30', '2026-10-15']);
    return this.plan({
      intention: 'overdue-ordered',
      state: 'overdue',
      stage: 'ordered',
      deadline,
      orders: [workdayFrom(addDays(deadline, 2))],
      status: '进展滞后',
      planned: 100,
      actual: 62,
    });
  }

  /** 督办后批准延期、再次下达督办通知单：未到新时限，或又过了新时限。 */
  reissued(lapsed: boolean): DistrictPlan {
    const original = this.chance.pick(['2026-06-30', '2026-07-31']);
    const on = workdayFrom(addDays(original, 12));
    const until = lapsed ? '2026-10-20' : this.chance.pick(['2026-11-30', '2026-12-20']);
    return this.plan({
      intention: lapsed ? 'overdue-after-reissue' : 'extension-reissued',
      state: lapsed ? 'overdue' : 'inProgress',
      stage: 'ordered',
      nextStep: undefined,
      deadline: until,
      deadlineFrom: 'extension',
      deadlineCell: deadlineWords(original, this.made),
      extension: { on, until },
      orders: [workdayFrom(addDays(original, 3)), workdayFrom(addDays(on, 2))],
      status: '延期',
      planned: 80,
      actual: 66,
    });
  }

  /** 督办后批准延期，还没有再次下达。 */
  awaitingReissue(): DistrictPlan {
    const original = '2026-09-30';
    return this.plan({
      intention: 'extension-awaiting-reissue',
      state: 'inProgress',
      stage: 'ordered',
      nextStep: undefined,
      deadline: '2026-12-15',
      deadlineFrom: 'extension',
      deadlineCell: deadlineWords(original, this.made),
      extension: { on: '2026-10-22', until: '2026-12-15' },
      orders: ['2026-10-12'],
      status: '延期',
      planned: 80,
      actual: 58,
    });
  }

  recurring(): DistrictPlan {
    return this.plan({
      intention: 'recurring',
      state: 'recurring',
      deadlineFrom: 'recurring',
      deadlineCell: this.chance.pick(['长期坚持', '持续推进', '常态化', '每季度', '长期']),
      planned: null,
      actual: null,
    });
  }

  noDeadline(): DistrictPlan {
    return this.plan({ intention: 'no-deadline', state: 'undetermined' });
  }

  suspended(): DistrictPlan {
    return this.plan({
      intention: 'suspended',
      state: 'suspended',
      deadline: '2026-12-31',
      status: '暂缓办理',
      planned: null,
      actual: null,
    });
  }

  notAssigned(): DistrictPlan {
    return this.plan({
      intention: 'starts-later',
      state: 'notAssigned',
      deadline: '2026-12-31',
      started: '2026-11-16',
      status: '未启动',
      planned: 0,
      actual: 0,
    });
  }

  /** 领导批示件：自批示之日起若干工作日。 */
  inWorkdays(closed: boolean): DistrictPlan {
    const started = closed ? '2026-04-20' : '2026-09-28';
    const deadline = closed ? '2026-05-13' : '2026-10-23';
    return this.plan({
      intention: closed ? 'closed-in-days' : 'overdue-working-days',
      state: closed ? 'closedOnTime' : 'overdue',
      nextStep: closed ? null : 'supervisionOrder',
      started,
      deadline,
      deadlineFrom: 'days',
      deadlineCell: '15个工作日',
      ...(closed ? { closedOn: '2026-05-11', status: '已办结' } : { planned: 100, actual: 80 }),
    });
  }
}
