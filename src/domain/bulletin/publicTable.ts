import type { Assessment } from '../assessment';
import { yearOf, type CivilDate } from '../calendar/civilDate';
import { letterDate } from '../notices/letterDate';
import type { PlannedProgress } from '../overview/plannedProgress';
import type { BulletinTable } from './bulletinText';
import { titleOf } from './figures';
import { STATE_NAMES } from '../stateNames';

const LONGEST = 60;

/** The title names the year: it is left out where it is the same. */
const shortDate = (date: CivilDate, asOf: CivilDate): string =>
  yearOf(date) === yearOf(asOf) ? letterDate(date).slice(5) : letterDate(date);

/** 004 一(二): what is made public of each matter at a quarter's end. Classified matters are left out. */
export function publicTable(
  assessments: readonly Assessment[],
  progress: ReadonlyMap<string, PlannedProgress>,
  asOf: CivilDate,
): BulletinTable {
  const told = assessments.filter(({ matter }) => !matter.classified);
  const compared = told.some(({ matter }) => typeof progress.get(matter.key)?.planned === 'number');
  const percent = (part: number | null | undefined): string =>
    part === null || part === undefined ? '' : `${Math.round(part * 1000) / 10}%`;
  return {
    columns: [
      { head: '序号', part: 2, align: 'center' },
      { head: '项目', part: 9, align: 'left' },
      { head: '责任单位', part: 5, align: 'left' },
      { head: '完成时限', part: 5, align: 'center' },
      ...(compared
        ? ([
            { head: '计划进度', part: 4, align: 'center' },
            { head: '实际进度', part: 4, align: 'center' },
          ] as const)
        : []),
      { head: '进展情况', part: 9, align: 'left' },
      { head: '状态', part: 4, align: 'center' },
    ],
    rows: told.map(({ matter, deadline, state }, index) => {
      const own = progress.get(matter.key);
      const words = (matter.progress ?? '').replace(/\s+/g, ' ').trim();
      return [
        String(index + 1),
        titleOf(matter),
        matter.leadUnits.map(({ unit }) => unit).join('、'),
        deadline.kind === 'date' ? shortDate(deadline.date, asOf) : deadline.kind === 'recurring' ? '长期' : '',
        ...(compared ? [percent(own?.planned), percent(own?.actual)] : []),
        words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words,
        STATE_NAMES[state],
      ];
    }),
  };
}
