import type { Assessment, MatterHistory, NextStep, State } from '../assessment';
import { STATES } from '../assessment';
import { addDays, endOfMonth, monthOf, weekday, yearMonthOf, yearOf, type CivilDate } from '../calendar/civilDate';
import type { LedgerReading } from '../ledger/readLedger';
import { keepsReports, lacksReport } from '../monthlyReport';
import type { DirectoryUnit } from '../registers/registers';
import { leaderRoll } from './leaders';
import { plannedProgress, type Pace, type PlannedProgress } from './plannedProgress';

/** Matters behind a number, by key, in ledger order: the number is their count. */
export type Keys = readonly string[];

/** One unit, category or leader. A matter stands under each unit that leads it. */
export interface GroupFigures {
  readonly name: string;
  readonly all: Keys;
  readonly closed: Keys;
  readonly overdue: Keys;
  readonly dueSoon: Keys;
}

export interface Overview {
  readonly asOf: CivilDate;
  readonly all: Keys;
  readonly states: Readonly<Record<State, Keys>>;
  readonly closed: Keys;
  /** Most overdue first, then most matters, then by name. */
  readonly units: readonly GroupFigures[];
  /** As they come in the ledger. Matters without a category stand under 未分类. */
  readonly categories: readonly GroupFigures[];
  /** 分管领导; matters of none are left out. */
  readonly leaders: readonly GroupFigures[];
  /** Most first. */
  readonly steps: readonly { readonly step: NextStep; readonly keys: Keys }[];
  /** Open, with a deadline from asOf to the Sunday of its week. */
  readonly dueThisWeek: Keys;
  /** Open since before this month and no word in it; null where the workbook keeps no reports at all. */
  readonly noProgress: Keys | null;
  /** Reported as finished by the unit and neither closed nor returned since: waits for the office. */
  readonly closingReported: Keys;
  /** Planned against actual; null where no ledger tells. */
  readonly planned: Readonly<Record<Pace, Keys>> | null;
  readonly progress: ReadonlyMap<string, PlannedProgress>;
}

export interface OverviewInput {
  /** In ledger order; those of one ledger where the clerk looks at one. */
  readonly assessments: readonly Assessment[];
  readonly histories: ReadonlyMap<string, MatterHistory>;
  readonly ledgers: readonly LedgerReading[];
  readonly directory: readonly DirectoryUnit[] | null;
  readonly asOf: CivilDate;
}

export const CLOSED_STATES: ReadonlySet<State> = new Set(['closedOnTime', 'closedLate', 'closed']);
const UNDER_WAY: ReadonlySet<State> = new Set(['overdue', 'dueSoon', 'inProgress', 'undetermined']);
export const NO_CATEGORY = '未分类';

/** How things stand at asOf. The pane, the bulletin and the reports count here and nowhere else. */
export function overviewOf(input: OverviewInput): Overview {
  const { assessments, asOf, ledgers, directory } = input;
  const roll = leaderRoll(ledgers, directory);
  const keysOf = (of: readonly Assessment[]): Keys => of.map(({ matter }) => matter.key);
  const states = Object.fromEntries(
    STATES.map((state) => [state, keysOf(assessments.filter((each) => each.state === state))]),
  ) as Record<State, Keys>;
  const progress = new Map(ledgers.flatMap((ledger) => [...plannedProgress(ledger)]));
  return {
    asOf,
    all: keysOf(assessments),
    states,
    closed: keysOf(assessments.filter(isClosed)),
    units: grouped(assessments, ({ matter }) => matter.leadUnits.map(({ unit }) => unit)).sort(mostPressing),
    categories: grouped(assessments, ({ matter }) => [matter.category ?? NO_CATEGORY]),
    leaders: grouped(assessments, ({ matter }) => roll.supervising(matter)).sort(mostPressing),
    steps: stepsDue(assessments),
    dueThisWeek: keysOf(assessments.filter((each) => isDueBy(each, asOf, endOfWeek(asOf)))),
    noProgress: withoutWord(input),
    closingReported: keysOf(assessments.filter((each) => waitsForClosing(each, input.histories))),
    planned: paces(assessments, progress),
    progress,
  };
}

export const isClosed = ({ state }: Assessment): boolean => CLOSED_STATES.has(state);

const endOfWeek = (date: CivilDate): CivilDate => addDays(date, (7 - weekday(date)) % 7);

const isDueBy = ({ state, deadline }: Assessment, from: CivilDate, to: CivilDate): boolean =>
  UNDER_WAY.has(state) && deadline.kind === 'date' && deadline.date >= from && deadline.date <= to;

function grouped(
  assessments: readonly Assessment[],
  namesOf: (assessment: Assessment) => readonly string[],
): GroupFigures[] {
  const groups = new Map<string, Assessment[]>();
  for (const assessment of assessments) {
    for (const name of new Set(namesOf(assessment))) {
      if (name === '') continue;
      const group = groups.get(name);
      if (group === undefined) groups.set(name, [assessment]);
      else group.push(assessment);
    }
  }
  return [...groups].map(([name, of]) => {
    const keys = (test: (each: Assessment) => boolean): Keys => of.filter(test).map(({ matter }) => matter.key);
    return {
      name,
      all: keys(() => true),
      closed: keys(isClosed),
      overdue: keys(({ state }) => state === 'overdue'),
      dueSoon: keys(({ state }) => state === 'dueSoon'),
    };
  });
}

const mostPressing = (one: GroupFigures, other: GroupFigures): number =>
  other.overdue.length - one.overdue.length ||
  other.all.length - one.all.length ||
  (one.name < other.name ? -1 : one.name > other.name ? 1 : 0);

function stepsDue(assessments: readonly Assessment[]): Overview['steps'] {
  const steps = new Map<NextStep, string[]>();
  for (const { nextStep, matter } of assessments) {
    if (nextStep === null) continue;
    const keys = steps.get(nextStep);
    if (keys === undefined) steps.set(nextStep, [matter.key]);
    else keys.push(matter.key);
  }
  return [...steps].map(([step, keys]) => ({ step, keys })).sort((a, b) => b.keys.length - a.keys.length);
}

function waitsForClosing(each: Assessment, histories: OverviewInput['histories']): boolean {
  if (isClosed(each)) return false;
  const rows = histories.get(each.matter.key)?.proceedings ?? [];
  const last = (kind: string): CivilDate | null =>
    rows.reduce<CivilDate | null>(
      (latest, row) => (row.kind === kind && (latest === null || row.date > latest) ? row.date : latest),
      null,
    );
  const [reported, returned] = [last('closingReport'), last('returned')];
  return reported !== null && (returned === null || returned < reported);
}

function withoutWord({ assessments, histories, asOf }: OverviewInput): Keys | null {
  const rowsOf = ({ matter }: Assessment): MatterHistory['proceedings'] => histories.get(matter.key)?.proceedings ?? [];
  const matters = assessments.map(({ matter }) => matter);
  if (!keepsReports(matters, assessments.flatMap(rowsOf))) return null;
  return assessments
    .filter((each) => UNDER_WAY.has(each.state) && lacksReport(each.matter, rowsOf(each), asOf))
    .map(({ matter }) => matter.key);
}

function paces(
  assessments: readonly Assessment[],
  progress: ReadonlyMap<string, PlannedProgress>,
): Overview['planned'] {
  if (progress.size === 0) return null;
  const of = (pace: Pace): Keys =>
    assessments.filter(({ matter }) => progress.get(matter.key)?.pace === pace).map(({ matter }) => matter.key);
  return { behind: of('behind'), onPlan: of('onPlan'), ahead: of('ahead') };
}

/** States at the end of one month. */
export interface TrendMonth {
  /** `2026-10`. */
  readonly month: string;
  readonly asOf: CivilDate;
  /** Matters assigned by then. */
  readonly all: Keys;
  readonly closed: Keys;
  readonly overdue: Keys;
}

/**
 * The twelve months up to asOf, the last at asOf itself; months before the first matter was assigned are left out.
 * What the ledger says without a date (已办结 alone) is taken as it stands today.
 */
export function yearOfStates(
  assessAt: (date: CivilDate) => readonly Assessment[],
  asOf: CivilDate,
): readonly TrendMonth[] {
  const months = Array.from({ length: 12 }, (_, index) => {
    const ordinal = yearOf(asOf) * 12 + monthOf(asOf) - 1 - (11 - index);
    return index === 11 ? asOf : endOfMonth(Math.floor(ordinal / 12), (ordinal % 12) + 1);
  });
  const trend = months.map((date): TrendMonth => {
    const assigned = assessAt(date).filter(({ state }) => state !== 'notAssigned');
    const keys = (of: readonly Assessment[]): Keys => of.map(({ matter }) => matter.key);
    return {
      month: yearMonthOf(date),
      asOf: date,
      all: keys(assigned),
      closed: keys(assigned.filter(isClosed)),
      overdue: keys(assigned.filter(({ state }) => state === 'overdue')),
    };
  });
  const first = trend.findIndex(({ all }) => all.length > 0);
  return first < 0 ? [] : trend.slice(first);
}
