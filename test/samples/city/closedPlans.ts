import type { Chance } from '../chance';
import { addDays, addWorkdays, isWorkday, workdayFrom, workdayUpTo } from '../civilDate';
import type { Iso } from '../civilDate';
import type { Stage } from '../expected';
import { assignedFor, onLadder, plan } from './planDraft';
import type { CityPlan } from './planDraft';

/** 迟办结的，有的先经催办、督办、约谈。 */
export function lateClosings(chance: Chance): CityPlan[] {
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
export function onTimeClosings(chance: Chance, count: number): CityPlan[] {
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

/** 办结了而日期、时限不全，或时限以天计的。 */
export function oddClosings(): CityPlan[] {
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
