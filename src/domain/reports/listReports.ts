import type { Assessment } from '../assessment';
import { yearMonthOf, type CivilDate } from '../calendar/civilDate';
import { foldText } from '../foldText';
import { letterDate } from '../notices/letterDate';
import { isClosed } from '../overview/overview';
import type { LeaderRoll } from '../overview/leaders';
import { filter, forEach, sorted, type InPortions } from '../portions';
import { isSent } from '../stage';
import { LIST_COLUMNS, listRows, type ReportedMatter } from './matterList';
import type { ReportColumn, ReportPage } from './reportSheet';

/** Matters a report may speak of: classified ones enter none. */
export const reportable = (matters: readonly ReportedMatter[]): InPortions<readonly ReportedMatter[]> =>
  filter(matters, ({ assessment }) => !assessment.matter.classified);

const isOpen = ({ assessment }: ReportedMatter): boolean => !isClosed(assessment) && assessment.state !== 'notAssigned';

/** Open, or closed in the month of asOf. */
const isCurrent =
  (asOf: CivilDate) =>
  (one: ReportedMatter): boolean =>
    isOpen(one) || (one.assessment.closedOn !== null && yearMonthOf(one.assessment.closedOn) === yearMonthOf(asOf));

const pressing = (a: ReportedMatter, b: ReportedMatter): number =>
  b.assessment.overdueDays * Number(isOpen(b)) - a.assessment.overdueDays * Number(isOpen(a));

/** `共12件，已办结8件，逾期2件，临期1件`. */
export function countWords(matters: readonly ReportedMatter[]): string {
  const of = (test: (assessment: Assessment) => boolean): number =>
    matters.filter(({ assessment }) => test(assessment)).length;
  const overdue = of(({ state }) => state === 'overdue');
  const soon = of(({ state }) => state === 'dueSoon');
  return `共${matters.length}件，已办结${of(isClosed)}件，逾期${overdue}件，临期${soon}件`;
}

function* page(
  title: string,
  matters: readonly ReportedMatter[],
  asOf: CivilDate,
  notes: readonly string[],
): InPortions<ReportPage> {
  const shown = yield* sorted(yield* filter(matters, isCurrent(asOf)), pressing);
  const left = matters.length - shown.length;
  const more = left > 0 ? [`以前月份已办结和尚未交办的${left}件没有列出。`] : [];
  return {
    title,
    under: `截至${letterDate(asOf)}，${countWords(matters)}`,
    rows: yield* listRows(shown, asOf),
    notes: [...more, ...notes],
  };
}

/** 分管领导专报: a page for each 分管领导 with the matters in his charge; `names` chooses some. */
export function* leaderPages(
  matters: readonly ReportedMatter[],
  roll: LeaderRoll,
  asOf: CivilDate,
  names: ReadonlySet<string> | null,
): InPortions<readonly ReportPage[]> {
  const told = yield* reportable(matters);
  const groups = yield* groupBy(told, ({ assessment }) => [
    ...new Set([...roll.supervising(assessment.matter), ...roll.instructing(assessment.matter)]),
  ]);
  const pages: ReportPage[] = [];
  for (const [name, of] of groups) {
    if (names === null || names.has(name)) pages.push(yield* page(`分管领导专报（${name}）`, of, asOf, ['领导批示：']));
  }
  return pages;
}

export const isMeetingMatter = ({ matter: { category, source, section } }: Assessment): boolean =>
  [category, section, source].some((text) => /会议|常务会|办公会|专题会|纪要|党组会|局务会/.test(foldText(text ?? '')));

export const isInstruction = ({ matter }: Assessment, roll: LeaderRoll): boolean =>
  [matter.category, matter.section, matter.source].some((text) => /批示/.test(foldText(text ?? ''))) ||
  (!/会议|常务会/.test(matter.category ?? '') && roll.instructing(matter).length > 0);

/** 主要领导专报 (003 三): 会议议定事项, then 批示件. */
export function* chiefPages(
  matters: readonly ReportedMatter[],
  roll: LeaderRoll,
  asOf: CivilDate,
): InPortions<readonly ReportPage[]> {
  const told = yield* reportable(matters);
  const meeting = yield* filter(told, ({ assessment }) => isMeetingMatter(assessment));
  const instructed = yield* filter(told, ({ assessment }) => isInstruction(assessment, roll));
  const pages: ReportPage[] = [];
  if (meeting.length > 0) pages.push(yield* page('主要领导专报（会议议定事项）', meeting, asOf, ['领导批示：']));
  if (instructed.length > 0) pages.push(yield* page('主要领导专报（领导批示件）', instructed, asOf, ['领导批示：']));
  return pages;
}

/** 一单位一清单: a page for each lead unit with its open matters. */
export function* unitPages(
  matters: readonly ReportedMatter[],
  asOf: CivilDate,
  names: ReadonlySet<string> | null,
): InPortions<readonly ReportPage[]> {
  const told = yield* reportable(matters);
  const groups = yield* groupBy(told, ({ assessment }) => assessment.matter.leadUnits.map(({ unit }) => unit));
  const pages: ReportPage[] = [];
  for (const [name, of] of groups) {
    if (name === '' || !(names === null || names.has(name)) || !of.some(isOpen)) continue;
    pages.push({
      title: `${name}督查事项清单`,
      under: `截至${letterDate(asOf)}，${countWords(of)}；下列事项尚未办结`,
      rows: yield* listRows(of.filter(isOpen).sort(pressing), asOf),
    });
  }
  return pages;
}

const SUPERVISED: ReadonlySet<string> = new Set(['ordered', 'interviewed', 'referred']);

/** The list's columns with the last 督办 in place of the category. */
export const SUPERVISION_COLUMNS: readonly ReportColumn[] = LIST_COLUMNS.map((column) =>
  column.head === '类别' ? { ...column, head: '督办单', width: 14 } : column,
);

/** 督办专项台账 (003 二): open matters that a 督办 was sent for, with the last letter. */
export function* supervisionPages(
  matters: readonly ReportedMatter[],
  asOf: CivilDate,
): InPortions<readonly ReportPage[]> {
  const isSupervised = (one: ReportedMatter): boolean => isOpen(one) && SUPERVISED.has(one.assessment.stage);
  const own = yield* filter(yield* reportable(matters), isSupervised);
  if (own.length === 0) return [];
  const list = yield* sorted(own, pressing);
  const rows = (yield* listRows(list, asOf)).map((row, index) => {
    const order = list[index]!.history.notices.findLast(
      (notice) => isSent(notice, asOf) && (notice.form === 'supervisionOrder' || notice.form === 'supervisionLetter'),
    );
    const letter = order === undefined ? '' : `${order.number ?? ''} ${order.date}`.trim();
    return row.map((text, column) => (column === 3 ? letter : text));
  });
  return [{ title: '督办事项专项台账', under: `截至${letterDate(asOf)}，${countWords(own)}`, rows }];
}

function* groupBy(
  matters: readonly ReportedMatter[],
  namesOf: (one: ReportedMatter) => readonly string[],
): InPortions<ReadonlyMap<string, readonly ReportedMatter[]>> {
  const groups = new Map<string, ReportedMatter[]>();
  yield* forEach(matters, (one) => {
    for (const name of new Set(namesOf(one))) {
      const group = groups.get(name);
      if (group === undefined) groups.set(name, [one]);
      else group.push(one);
    }
  });
  return groups;
}
