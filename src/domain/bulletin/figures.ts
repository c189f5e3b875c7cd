import type { Assessment, State } from '../assessment';
import { daysBetween, type CivilDate } from '../calendar/civilDate';
import type { CellRef } from '../cell';
import type { Matter } from '../matter';
import { isClosed, NO_CATEGORY, type Keys } from '../overview/overview';
import type { NoticeForm, Registers, ScoreEvent } from '../registers/registers';
import { filter, forEach, map, sorted, type InPortions } from '../portions';
import { linksInPortions } from '../scoring/matterLinks';
import { monthReasons } from '../scoring/monthlyAnalysis';
import { exact, sum, toNumber } from '../scoring/points';
import type { UnitScore } from '../scoring/score';
import type { BulletinPeriod } from './period';
import { rectificationsOf, type Rectification } from './rectifications';
import { shareOf, shares } from './shares';

export interface Share {
  readonly name: string;
  readonly keys: Keys;
  /** Percent with one decimal; the shares of a list add up to 100.0. */
  readonly share: string;
}

export interface CategoryFigures extends Share {
  readonly closed: Keys;
  readonly overdue: Keys;
  readonly closedShare: string;
}

export interface UnitFigures {
  readonly unit: string;
  readonly keys: Keys;
  readonly closed: Keys;
  readonly overdue: Keys;
  /** Points of the period, 0 or more and 0 or less; null where the unit is not scored. */
  readonly plus: number | null;
  readonly minus: number | null;
  readonly total: number | null;
  readonly rank: number | null;
}

/** A matter as a list of the bulletin names it. */
export interface MatterFigure {
  readonly key: string;
  readonly id: string | null;
  readonly title: string;
  readonly unit: string;
  readonly deadline: CivilDate;
  readonly closedOn: CivilDate | null;
  /** Overdue, or early: natural days. */
  readonly days: number;
}

export interface EventFigure {
  readonly unit: string;
  readonly date: CivilDate;
  readonly cell: CellRef;
  readonly basis: string | null;
}

/** Everything a bulletin states, tied to rows. Classified matters are in none of it, not even in a count. */
export interface BulletinFigures {
  readonly period: BulletinPeriod;
  readonly all: Keys;
  readonly closed: Keys;
  readonly closedShare: string;
  readonly openShare: string;
  readonly closedOnTime: Keys;
  readonly closedLate: Keys;
  /** Of the open ones, those there are. */
  readonly open: readonly Share[];
  readonly categories: readonly CategoryFigures[];
  /** Ranked units first, then by matters overdue. */
  readonly units: readonly UnitFigures[];
  readonly scored: boolean;
  /** Longest overdue first. */
  readonly overdue: readonly MatterFigure[];
  /** Closed in the period before the deadline, earliest first: candidates for 表扬. */
  readonly early: readonly MatterFigure[];
  readonly commended: readonly EventFigure[];
  readonly criticised: readonly EventFigure[];
  readonly rectifications: readonly Rectification[];
  /** Letters sent in the period, by form. */
  readonly letters: Readonly<Partial<Record<NoticeForm, number>>>;
}

export interface FiguresInput {
  readonly period: BulletinPeriod;
  /** At period.asOf, of the matters the bulletin covers. */
  readonly assessments: readonly Assessment[];
  readonly registers: Registers;
  /** At period.asOf; null where nothing is scored. */
  readonly scores: readonly UnitScore[] | null;
  /** The day before the period began; empty in January. */
  readonly before: readonly UnitScore[];
}

const OPEN_NAMES: readonly (readonly [State, string])[] = [
  ['inProgress', '正在办理'],
  ['dueSoon', '临近到期'],
  ['overdue', '逾期未办结'],
  ['recurring', '长期坚持'],
  ['undetermined', '时限不明'],
  ['suspended', '暂缓办理'],
  ['notAssigned', '尚未交办'],
];

export function* figuresInPortions(input: FiguresInput): InPortions<BulletinFigures> {
  const { period, registers } = input;
  const told = yield* filter(input.assessments, ({ matter }) => !matter.classified);
  const keysOf = (of: readonly Assessment[]): Keys => of.map(({ matter }) => matter.key);
  const inState = (state: State): Keys => keysOf(told.filter((each) => each.state === state));
  const closed = yield* filter(told, isClosed);
  const inPeriod = (date: CivilDate): boolean => date >= period.from && date <= period.asOf;
  const about = yield* eventsAbout(input, told);
  const events = about.filter(({ date }) => inPeriod(date));
  const openStates: { readonly name: string; readonly keys: Keys }[] = [];
  for (const [state, name] of OPEN_NAMES) {
    const keys = inState(state);
    if (keys.length > 0) openStates.push({ name, keys });
    yield;
  }
  const categories = yield* categoriesOf(told);
  const units = yield* unitsOf(input, told);
  const overdue = yield* longestFirst(
    told,
    ({ state }) => state === 'overdue',
    ({ overdueDays }) => overdueDays,
  );
  const early = yield* longestFirst(
    told,
    ({ state, closedOn }) => state === 'closedOnTime' && closedOn !== null && inPeriod(closedOn),
    ({ deadline, closedOn }) => (deadline.kind === 'date' ? daysBetween(closedOn!, deadline.date) : 0),
  );
  const all = keysOf(told);
  yield;
  const [closedOnTime, closedLate] = [inState('closedOnTime'), inState('closedLate')];
  yield;
  const matters = told.map(({ matter }) => matter);
  const rectifications = rectificationsOf({ ...registers, events: about }, matters, period.asOf);
  yield;
  return {
    period,
    all,
    closed: keysOf(closed),
    closedShare: shareOf(closed.length, told.length),
    openShare: shares([closed.length, told.length - closed.length])[1]!,
    closedOnTime,
    closedLate,
    open: withShares(openStates),
    categories,
    units,
    scored: input.scores !== null,
    overdue,
    early: early.filter(({ days }) => days > 0),
    commended: events.filter(({ kind }) => kind === 'commendation' || kind === 'commendedMatter').map(eventFigure),
    criticised: events.filter(({ kind }) => kind === 'criticism').map(eventFigure),
    rectifications,
    letters: lettersOf(registers, inPeriod),
  };
}

function* longestFirst(
  told: readonly Assessment[],
  test: (assessment: Assessment) => boolean,
  daysOf: (assessment: Assessment) => number,
): InPortions<readonly MatterFigure[]> {
  const figures = yield* map(yield* filter(told, test), (each) => figureOf(each, daysOf(each)));
  return yield* sorted(figures.flat(), (a, b) => b.days - a.days);
}

/** Events of no matter, or of a matter the bulletin may speak of. */
function* eventsAbout(
  { assessments, registers }: FiguresInput,
  told: readonly Assessment[],
): InPortions<readonly ScoreEvent[]> {
  const open = new Set(told.map(({ matter }) => matter.key));
  yield;
  const links = yield* linksInPortions(assessments.map(({ matter }) => matter));
  const isOpen = ({ matters }: ScoreEvent): boolean => links.find(matters).every(({ key }) => open.has(key));
  return yield* filter(registers.events ?? [], isOpen);
}

const eventFigure = ({ unit, date, cell, basis }: ScoreEvent): EventFigure => ({ unit, date, cell, basis });

export const titleOf = ({ title, id, row }: Pick<Matter, 'title' | 'id' | 'row'>): string =>
  title === null ? (id === null ? `第${row + 1}行事项` : `第${id}号事项`) : title.replace(/\s+/g, '');

function figureOf({ matter, deadline, closedOn }: Assessment, days: number): readonly MatterFigure[] {
  if (deadline.kind !== 'date') return [];
  const unit = [...new Set(matter.leadUnits.map((each) => each.unit))].join('、');
  return [{ key: matter.key, id: matter.id, title: titleOf(matter), unit, deadline: deadline.date, closedOn, days }];
}

function withShares<T extends { readonly keys: Keys }>(
  list: readonly T[],
): readonly (T & { readonly share: string })[] {
  const parts = shares(list.map(({ keys }) => keys.length));
  return list.map((each, index) => ({ ...each, share: parts[index]! }));
}

function* categoriesOf(told: readonly Assessment[]): InPortions<readonly CategoryFigures[]> {
  const groups = yield* groupBy(told, ({ matter }) => [matter.category ?? NO_CATEGORY]);
  const figures: Omit<CategoryFigures, 'share'>[] = [];
  for (const [name, of] of groups) {
    const closed = yield* filter(of, isClosed);
    const overdue = yield* filter(of, ({ state }) => state === 'overdue');
    figures.push({
      name,
      keys: of.map(({ matter }) => matter.key),
      closed: closed.map(({ matter }) => matter.key),
      overdue: overdue.map(({ matter }) => matter.key),
      closedShare: shareOf(closed.length, of.length),
    });
    yield;
  }
  return withShares(figures);
}

function* unitsOf({ scores, before }: FiguresInput, told: readonly Assessment[]): InPortions<readonly UnitFigures[]> {
  const groups = yield* groupBy(told, ({ matter }) => matter.leadUnits.map(({ unit }) => unit));
  const known = new Map((scores ?? []).map((score) => [score.unit, score]));
  const earlier = new Map(before.map((score) => [score.unit, score]));
  const figures: UnitFigures[] = [];
  for (const unit of new Set([...known.keys(), ...groups.keys()])) {
    if (unit === '') continue;
    yield;
    const of = groups.get(unit) ?? [];
    const score = known.get(unit);
    const reasons = score === undefined || score.total === null ? null : monthReasons(score, earlier.get(unit));
    const part = (test: (points: number) => boolean): number | null =>
      reasons && toNumber(sum(reasons.filter(({ points }) => test(points)).map(({ points }) => exact(points))));
    figures.push({
      unit,
      keys: of.map(({ matter }) => matter.key),
      closed: of.filter(isClosed).map(({ matter }) => matter.key),
      overdue: of.filter(({ state }) => state === 'overdue').map(({ matter }) => matter.key),
      plus: part((points) => points > 0),
      minus: part((points) => points < 0),
      total: score?.total ?? null,
      rank: score?.rank ?? null,
    });
  }
  return figures.sort(
    (a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || b.overdue.length - a.overdue.length || 0,
  );
}

function lettersOf({ notices }: Registers, inPeriod: (date: CivilDate) => boolean): BulletinFigures['letters'] {
  const counts: Partial<Record<NoticeForm, number>> = {};
  for (const { form, status, date } of notices ?? []) {
    if (status === 'sent' && inPeriod(date)) counts[form] = (counts[form] ?? 0) + 1;
  }
  return counts;
}

function* groupBy(
  told: readonly Assessment[],
  namesOf: (assessment: Assessment) => readonly string[],
): InPortions<Map<string, Assessment[]>> {
  const groups = new Map<string, Assessment[]>();
  yield* forEach(told, (assessment) => {
    for (const name of new Set(namesOf(assessment))) {
      const group = groups.get(name);
      if (group === undefined) groups.set(name, [assessment]);
      else group.push(assessment);
    }
  });
  return groups;
}
