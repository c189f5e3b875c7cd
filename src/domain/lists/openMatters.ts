import type { Assessment } from '../assessment';
import { daysBetween, monthOf, yearOf } from '../calendar/civilDate';
import type { Matter } from '../matter';
import { keepsReports, lacksReport } from '../monthlyReport';
import { saysBehind } from '../nextStep';
import type { PlannedProgress } from '../overview/plannedProgress';
import { filter, forEach, map, type InPortions } from '../portions';
import { chineseDate, matterName } from '../scoring/wording';
import { entryOf, historyOf, listed, type Listed, type ListEntry, type ListInput } from './listing';

const UNDER_WAY: ReadonlySet<Assessment['state']> = new Set([
  'overdue',
  'dueSoon',
  'inProgress',
  'undetermined',
  'recurring',
]);

/** 退回重报 stands at asOf; the last 退回 of 办理登记 is its place, else the ledger's own row. */
export function* returned(input: ListInput): InPortions<Listed> {
  const sentBack = yield* filter(input.assessments, (each) => each.returned);
  return listed(
    yield* map(sentBack, (each) => {
      const row = historyOf(input, each).proceedings.findLast(
        ({ kind, date }) => kind === 'returned' && date <= input.asOf,
      );
      const name = matterName(each.matter);
      if (row === undefined) return entryOf(each, { message: `${name}，已退回，重新查报` });
      const message = `${name}，${chineseDate(row.date)}退回，重新查报`;
      return entryOf(each, { message, date: row.date, cell: row.cell });
    }),
  );
}

/** 004 二(二): closed this year before the effective deadline. */
export function* closedEarly({ assessments, asOf }: ListInput): InPortions<Listed> {
  const lines: ListEntry[] = [];
  yield* forEach(assessments, (each) => {
    const { closedOn, deadline, state } = each;
    if (state !== 'closedOnTime' || closedOn === null || deadline.kind !== 'date') return;
    const days = daysBetween(closedOn, deadline.date);
    if (days <= 0 || yearOf(closedOn) !== yearOf(asOf)) return;
    const message = `${matterName(each.matter)}，${chineseDate(closedOn)}办结，比时限提前${days}天`;
    lines.push(entryOf(each, { message, date: closedOn, weight: days }));
  });
  return listed(lines);
}

/**
 * 004 一(五). Reading: the ledger's 计划进度 and 实际进度 where it has them, else words of the progress or status cell or
 * of the last 进展 (滞后, 欠进度 …), of matters under way.
 */
export function* progressBehind(input: ListInput): InPortions<Listed> {
  const lines: ListEntry[] = [];
  yield* forEach(input.assessments, (each) => {
    const { matter, state } = each;
    if (!UNDER_WAY.has(state)) return;
    const figures = input.progress.get(matter.key);
    const name = matterName(matter);
    if (figures?.pace === 'behind') {
      lines.push(entryOf(each, { message: `${name}，${paceSaid(figures, matter)}`, weight: gap(figures) }));
      return;
    }
    const row = historyOf(input, each).proceedings.findLast(
      ({ kind, date }) => kind === 'progress' && date <= input.asOf,
    );
    if (row === undefined || !saysBehind(row.content)) return;
    const words = matter.classified ? '' : `：${row.content.trim()}`;
    lines.push(
      entryOf(each, { message: `${name}，${chineseDate(row.date)}进展${words}`, date: row.date, cell: row.cell }),
    );
  });
  return listed(lines);
}

const percent = (part: number): string => `${Math.round(part * 1000) / 10}%`;
const gap = ({ planned, actual }: PlannedProgress): number =>
  planned === null || actual === null ? 0 : planned - actual;

function paceSaid({ planned, actual }: PlannedProgress, { progress, statusText, classified }: Matter): string {
  if (planned !== null && actual !== null) return `计划进度${percent(planned)}，实际进度${percent(actual)}`;
  const words = [progress ?? '', statusText].find(saysBehind) ?? '';
  return classified ? '台账写明进度落后' : `台账写：${words.trim()}`;
}

const HARD = /难度(?:很|较|比较|特别|非常)?大|(?:完成|推进)难度大/;

/** Reading: 备注, 要求, 进展 or 状态 says so; which matters are hard is for people to write there. */
export const saysHard = ({ note, requirement, progress, statusText }: Matter): boolean =>
  [note, requirement, progress, statusText].some((text) => HARD.test(text ?? ''));

export function* hard({ assessments }: ListInput): InPortions<Listed> {
  const told = yield* filter(assessments, ({ matter, state }) => UNDER_WAY.has(state) && saysHard(matter));
  return listed(
    told.map((each) => {
      const column = (['note', 'requirement', 'progress', 'status'] as const).find((field) =>
        HARD.test((field === 'status' ? each.matter.statusText : each.matter[field]) ?? ''),
      );
      const cell = column === undefined ? undefined : each.matter.cells[column];
      return entryOf(each, {
        message: `${matterName(each.matter)}，台账写明难度较大`,
        ...(cell === undefined ? {} : { cell }),
      });
    }),
  );
}

/** 000 三(二): under way since before this month and not a word in it. */
export function* notReported(input: ListInput): InPortions<Listed> {
  const { asOf, assessments, registers } = input;
  const matters = assessments.map(({ matter }) => matter);
  if (!keepsReports(matters, registers.proceedings ?? [])) {
    return listed([], '台账没有报送日期栏，办理登记也没有报送的记录，是否按月报送无从核对。');
  }
  const silent = yield* filter(
    assessments,
    (each) => UNDER_WAY.has(each.state) && lacksReport(each.matter, historyOf(input, each).proceedings, asOf),
  );
  return listed(
    yield* map(silent, (each) =>
      entryOf(each, { message: `${matterName(each.matter)}，${monthOf(asOf)}月没有进展、说明在案` }),
    ),
  );
}
