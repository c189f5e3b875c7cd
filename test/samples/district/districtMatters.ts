import { Chance } from '../chance';
import { DISTRICT_PLACES } from '../words/places';
import { PETITIONS, PROPOSALS } from '../words/petitions';
import { LEADERS, STAFF, phoneOf } from '../words/people';
import { progressSentence } from '../words/progress';
import { expandTopics } from '../words/tasks';
import type { Task } from '../words/tasks';
import { TOPICS } from '../words/topics';
import type { TopicKind } from '../words/topics';
import { DISTRICT, aliasesOf } from '../words/units';
import { DistrictPlanner } from './districtPlan';
import type { DistrictPlan } from './districtPlan';

export const REPORT_SHEET = '政府工作报告任务';
export const LIVELIHOOD_SHEET = '民生实事及其他';

export interface DistrictMatter {
  readonly sheet: string;
  readonly id: number;
  readonly plan: DistrictPlan;
  readonly task: Task;
  readonly category: string;
  readonly leadWritten: string;
  readonly coWritten: string;
  readonly leader: string;
  readonly person: string;
  readonly phone: string;
  readonly progress: string;
}

export interface DistrictSection {
  readonly sheet: string;
  readonly title: string;
  readonly matters: readonly DistrictMatter[];
}

/** 政府工作报告五章，按事项种类归章。 */
const CHAPTERS: ReadonlyArray<readonly [title: string, kind: TopicKind, count: number]> = [
  ['一、全力稳增长，推动产业转型升级', 'invest', 23],
  ['二、扩大有效投资，推进城乡建设', 'build', 48],
  ['三、深化改革，提高治理效能', 'scheme', 12],
  ['四、突出问题整治和风险防范', 'campaign', 44],
  ['五、保障和改善民生', 'service', 44],
];

const CATEGORIES: ReadonlyArray<readonly [category: string, count: number]> = [
  ['为民实事', 20],
  ['阶段性重点工作', 12],
  ['会议议定事项', 9],
  ['建议提案', 8],
  ['领导批示件', 6],
];

function times<T>(count: number, make: () => T): T[] {
  return Array.from({ length: count }, make);
}

/** 一百七十一件政府工作报告任务的用意。 */
function reportPlans(planner: DistrictPlanner): DistrictPlan[] {
  return [
    ...times(46, () => planner.closedOnTime()),
    ...times(9, () => planner.closedLate()),
    ...times(5, () => planner.dueSoon()),
    ...times(9, () => planner.overdue()),
    ...times(5, () => planner.overdueOrdered()),
    ...times(4, () => planner.reissued(false)),
    ...times(2, () => planner.reissued(true)),
    planner.awaitingReissue(),
    ...times(10, () => planner.recurring()),
    ...times(3, () => planner.noDeadline()),
    ...times(2, () => planner.suspended()),
    ...times(2, () => planner.notAssigned()),
    ...times(73, () => planner.inProgress()),
  ];
}

function otherPlans(planner: DistrictPlanner): Readonly<Record<string, readonly DistrictPlan[]>> {
  return {
    为民实事: [
      ...times(8, () => planner.closedOnTime()),
      planner.closedLate(),
      planner.overdue(),
      planner.overdue(),
      planner.reissued(false),
      planner.dueSoon(),
      ...times(7, () => planner.inProgress()),
    ],
    阶段性重点工作: [
      ...times(4, () => planner.closedOnTime()),
      planner.overdueOrdered(),
      planner.overdue(),
      planner.recurring(),
      ...times(5, () => planner.inProgress()),
    ],
    会议议定事项: [
      ...times(4, () => planner.closedOnTime()),
      planner.closedLate(),
      planner.overdue(),
      planner.noDeadline(),
      ...times(2, () => planner.inProgress()),
    ],
    建议提案: [...times(6, () => planner.closedOnTime()), planner.closedLate(), planner.inProgress()],
    领导批示件: [
      planner.inWorkdays(true),
      planner.inWorkdays(false),
      ...times(3, () => planner.closedOnTime()),
      planner.dueSoon(),
    ],
  };
}

/** 全部二百二十六件，分章、分类；每张台账各自从 1 编号。 */
export function districtSections(): DistrictSection[] {
  const chance = new Chance(171_055);
  const planner = new DistrictPlanner(chance);
  const pool = chance.shuffled(expandTopics(TOPICS, DISTRICT_PLACES, DISTRICT, 4));
  const take = (wanted: (task: Task) => boolean): Task => {
    const at = pool.findIndex(wanted);
    const [task] = pool.splice(at, 1);
    if (at < 0 || task === undefined) throw new Error('题目不够用');
    return task;
  };
  const plans = chance.shuffled(reportPlans(planner));
  const others = otherPlans(planner);
  const proposals = expandTopics(PROPOSALS, DISTRICT_PLACES, DISTRICT, 1, true);
  const petitions = expandTopics(PETITIONS, DISTRICT_PLACES, DISTRICT, 1, true);
  let reportId = 0;
  const chapters = CHAPTERS.map(([title, kind, count]): DistrictSection => {
    const matters = times(count, () => {
      const plan = plans[reportId] as DistrictPlan;
      reportId += 1;
      return matterOf(
        REPORT_SHEET,
        reportId,
        plan,
        take((task) => task.kind === kind && task.lead !== DISTRICT.collective),
        '政府工作报告',
      );
    });
    return { sheet: REPORT_SHEET, title: `${title}（${String(count)}项）`, matters };
  });
  let otherId = 0;
  const categories = CATEGORIES.map(([category, count], index): DistrictSection => {
    const matters = chance.shuffled(others[category] ?? []).map((plan) => {
      otherId += 1;
      const task =
        category === '建议提案'
          ? proposals.shift()
          : category === '领导批示件'
            ? petitions.shift()
            : category === '为民实事'
              ? take(({ kind, lead }) => (kind === 'service' || kind === 'build') && lead !== DISTRICT.collective)
              : category === '阶段性重点工作' && plan.state === 'recurring'
                ? take((candidate) => candidate.lead === DISTRICT.collective)
                : take((candidate) => candidate.lead !== DISTRICT.collective);
      return matterOf(LIVELIHOOD_SHEET, otherId, plan, task as Task, category);
    });
    if (matters.length !== count) throw new Error(`${category}应有 ${String(count)} 件`);
    return {
      sheet: LIVELIHOOD_SHEET,
      title: `${'一二三四五'.charAt(index)}、${category}（${String(count)}项）`,
      matters,
    };
  });
  return [...chapters, ...categories];
}

function matterOf(sheet: string, id: number, plan: DistrictPlan, task: Task, category: string): DistrictMatter {
  const seed = id + (sheet === REPORT_SHEET ? 0 : 300);
  const own = task.leadKey === 'TOWN' || task.leadKey === 'ALL';
  const joint = plan.state === 'inProgress' && plan.orders.length === 0 && id % 19 === 0 && task.co[0] !== undefined;
  const alias = id % 8 === 5 && !own ? aliasesOf(DISTRICT, task.leadKey)[id % 2] : undefined;
  return {
    sheet,
    id,
    plan,
    task,
    category,
    leadWritten: joint ? `${task.lead}\n${String(task.co[0])}` : (alias ?? task.lead),
    coWritten: (joint ? task.co.slice(1) : task.co).join(id % 6 === 1 ? '\n' : '、'),
    leader: LEADERS[(seed * 5) % LEADERS.length] as string,
    person: STAFF[(seed * 11) % STAFF.length] as string,
    phone: phoneOf(seed),
    progress: progressOf(plan, task, seed),
  };
}

function progressOf(plan: DistrictPlan, task: Task, seed: number): string {
  if (plan.state === 'notAssigned') return '';
  if (plan.state === 'suspended') return '上级规划调整，经区政府同意暂缓';
  if (plan.closedOn !== null) return progressSentence(task.kind, 'done', seed);
  if (plan.state === 'dueSoon') return progressSentence(task.kind, 'late', seed);
  return progressSentence(task.kind, plan.state === 'overdue' || (plan.actual ?? 60) >= 60 ? 'mid' : 'early', seed);
}
