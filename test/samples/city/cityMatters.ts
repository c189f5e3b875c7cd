import { Chance } from '../chance';
import { AS_OF } from '../expected';
import { daysBetween } from '../civilDate';
import type { Iso } from '../civilDate';
import { CITY_PLACES } from '../words/places';
import { PETITIONS } from '../words/petitions';
import { LEADERS, STAFF, phoneOf } from '../words/people';
import { progressSentence } from '../words/progress';
import type { Phase } from '../words/progress';
import { expandTopics } from '../words/tasks';
import type { Task } from '../words/tasks';
import { TOPICS } from '../words/topics';
import { CITY, aliasesOf } from '../words/units';
import { cityPlans } from './cityPlan';
import type { CityPlan } from './planDraft';

/** 单位名录里没有、台账里却写着的单位。 */
export const UNKNOWN_UNIT = '市大数据中心';
/** 两个单位共用的别名。 */
export const SHARED_ALIAS = '规划局';

export interface CityMatter {
  readonly id: number;
  readonly plan: CityPlan;
  readonly task: Task;
  readonly category: string;
  readonly source: string;
  readonly leader: string;
  /** 牵头单位格里写的，可能是别名或两个单位。 */
  readonly leadWritten: string;
  readonly lead: string;
  readonly coWritten: string;
  readonly person: string;
  readonly phone: string;
  readonly progress: string;
  readonly note: string;
}

function fits(plan: CityPlan, task: Task, leadOfGroup: string | undefined): boolean {
  if (leadOfGroup !== undefined) return task.lead === leadOfGroup;
  if (plan.intention === 'classified') return task.leadKey === '应急' && task.kind === 'scheme';
  const term = plan.assigned === null || plan.deadline === null ? 90 : daysBetween(plan.assigned, plan.deadline);
  if (plan.group !== null && task.leadKey !== '住建') return false;
  if (task.lead === CITY.collective) return plan.state === 'recurring' || plan.intention === 'closed-on-time';
  if (plan.deadlineFrom === 'days') return task.petition || (plan.intention === 'in-days' && task.kind === 'campaign');
  if (plan.state === 'recurring') return task.kind === 'service' || task.kind === 'campaign';
  if (task.petition) return term <= 32;
  if (task.kind === 'build') return term >= 45;
  return true;
}

function phaseOf(plan: CityPlan): Phase {
  if (plan.state.startsWith('closed')) return 'done';
  if (plan.state === 'dueSoon' || plan.intention.startsWith('awaiting') || plan.intention.includes('returned'))
    return 'late';
  if (plan.state === 'overdue' || plan.state === 'recurring' || plan.deadlineFrom === 'extension') return 'mid';
  return plan.deadline !== null && plan.deadline < '2026-12-01' ? 'mid' : 'early';
}

function progressOf(plan: CityPlan, task: Task, seed: number): string {
  if (plan.state === 'notAssigned') return '';
  if (plan.state === 'suspended') return '因上级政策调整，经市政府同意暂缓办理';
  const now = progressSentence(task.kind, phaseOf(plan), seed);
  if (plan.state.startsWith('closed') || seed % 3 !== 0 || phaseOf(plan) === 'early') return now;
  return `9月：${progressSentence(task.kind, 'early', seed + 1)}；\n10月：${now}`;
}

function originOf(plan: CityPlan, task: Task, seed: number): { category: string; source: string; leader: string } {
  const month = Number((plan.assigned ?? AS_OF).slice(5, 7));
  const leader = LEADERS[seed % LEADERS.length] as string;
  if (task.petition) {
    const day = Number((plan.assigned ?? AS_OF).slice(8, 10));
    return { category: '领导批示件', source: `${leader}同志${String(month)}月${String(day)}日批示`, leader };
  }
  const kinds = [
    { category: '政府工作报告', source: `2026年《政府工作报告》第${String(1 + ((seed * 7) % 96))}项`, leader: '' },
    { category: '常务会议议定事项', source: `市政府第${String(60 + month * 2 + (seed % 2))}次常务会议纪要`, leader },
    { category: '民生实事', source: `2026年市政府民生实事第${String(1 + (seed % 10))}项`, leader: '' },
    { category: '市领导交办事项', source: `市政府专题会议纪要〔2026〕${String(3 + month * 4 + (seed % 4))}号`, leader },
    { category: '重要政务工作', source: `河政办〔2026〕${String(2 + month * 3 + (seed % 3))}号`, leader: '' },
  ] as const;
  return kinds[task.kind === 'service' && seed % 2 === 0 ? 2 : seed % 5] ?? kinds[0];
}

/** 别名轮着用：多数写全称，每七件一件写简称；第一个别名要能认出唯一单位。 */
function writtenLead(task: Task, index: number): string {
  if (index % 7 !== 3 || task.leadKey === 'ALL' || task.leadKey === 'TOWN') return task.lead;
  return aliasesOf(CITY, task.leadKey)[index % 2] ?? task.lead;
}

function noteOf(plan: CityPlan): string {
  if (plan.classified) return '涉密事项，纸质件另存';
  if (plan.intention === 'closed-undated') return '办结时间待核';
  if (plan.intention === 'no-deadline') return '批示未明确时限';
  if (plan.extension !== null) return `${String(Number(plan.extension.on.slice(5, 7)))}月申请延期`;
  return '';
}

/** 二百件事项，行序即编号。 */
export function cityMatters(): CityMatter[] {
  const chance = new Chance(20_261_031);
  const plans = cityPlans(chance);
  const pool = chance.shuffled([
    ...expandTopics(TOPICS, CITY_PLACES, CITY, 3),
    ...expandTopics(PETITIONS, CITY_PLACES, CITY, 2, true),
  ]);
  const leadOfGroup = new Map<string, string>();
  const tasks = new Map<CityPlan, Task>();
  for (const plan of [...plans].sort((a, b) => strictness(b) - strictness(a))) {
    const wanted = plan.group === null ? undefined : leadOfGroup.get(plan.group);
    const at = pool.findIndex((task) => fits(plan, task, wanted));
    const [task] = pool.splice(at, 1);
    if (at < 0 || task === undefined) throw new Error(`没有合适的题目：${plan.intention}`);
    if (plan.group !== null) leadOfGroup.set(plan.group, task.lead);
    tasks.set(plan, task);
  }
  const unknownAt = plans.findIndex((plan, index) => index > 60 && plan.intention === 'closed-on-time');
  const jointAt = plans
    .flatMap((plan, index) => (plan.intention === 'in-progress' && plan.letters.length === 0 ? [index] : []))
    .slice(3, 5);
  const sharedAt = plans.findIndex((plan, index) => index > 90 && plan.intention === 'closed-on-time');
  return plans.map((plan, index) => {
    const task = tasks.get(plan) as Task;
    const lead = index === unknownAt ? UNKNOWN_UNIT : task.lead;
    const joint = jointAt.includes(index) && task.co[0] !== undefined;
    return {
      id: index + 1,
      plan,
      task,
      ...originOf(plan, task, index),
      lead,
      leadWritten:
        index === unknownAt ? UNKNOWN_UNIT : joint ? `${task.lead}、${String(task.co[0])}` : writtenLead(task, index),
      coWritten: (joint ? task.co.slice(1) : index === sharedAt ? [SHARED_ALIAS, ...task.co] : task.co).join(
        index % 11 === 5 ? '，' : '、',
      ),
      person: STAFF[(index * 13) % STAFF.length] as string,
      phone: phoneOf(index),
      progress: progressOf(plan, task, index + 5),
      note: noteOf(plan),
    };
  });
}

/** 先配挑剔的：成组、涉密、按天计的、长期的、期限短的。 */
function strictness(plan: CityPlan): number {
  if (plan.group !== null) return 6;
  if (plan.intention === 'classified') return 5;
  if (plan.deadlineFrom === 'days') return 4;
  if (plan.state === 'recurring') return 3;
  const term = plan.assigned === null || plan.deadline === null ? 90 : daysBetween(plan.assigned, plan.deadline);
  return term <= 32 ? 2 : term < 45 ? 1 : 0;
}

/** 时限是否已过的天数：逾期算到统计日期，迟办算到办结日。 */
export function overdueDaysOf(state: string, deadline: Iso | null, closedOn: Iso | null): number {
  if (deadline === null) return 0;
  if (state === 'overdue') return daysBetween(deadline, AS_OF);
  return state === 'closedLate' && closedOn !== null ? daysBetween(deadline, closedOn) : 0;
}
