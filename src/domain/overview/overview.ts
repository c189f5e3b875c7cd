import type { Assessment, MatterHistory, NextStep, State } from '../assessment';
import { STATES } from '../assessment';
import { addDays, endOfMonth, monthOf, weekday, yearMonthOf, yearOf, type CivilDate } from '../calendar/civilDate';
import type { LedgerReading } from '../ledger/readLedger';
import { keepsReports, lacksReport } from '../monthlyReport';
import { atOnce, filter, forEach, type InPortions } from '../portions';
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
export const overviewOf = (input: OverviewInput): Overview => atOnce(overviewInPortions(input));

export function* overviewInPortions(input: OverviewInput): InPortions<Overview> {
  const { assessments, asOf, ledgers, directory } = input;
  const roll = leaderRoll(ledgers, directory);
  const states = Object.fromEntries(STATES.map((state): [State, string[]] => [state, []])) as Record<State, string[]>;
  yield* forEach(assessments, ({ state, matter }) => void states[state].push(matter.key));
  const progress = yield* plannedProgress(ledgers);
  const sunday = endOfWeek(asOf);
  return {
    asOf,
    all: yield* keysOf(assessments),
    states,
    closed: yield* keysOf(assessments, isClosed),
    units: (yield* grouped(assessments, ({ matter }) => matter.leadUnits.map(({ unit }) => unit))).sort(mostPressing),
    categories: yield* grouped(assessments, ({ matter }) => [matter.category ?? NO_CATEGORY]),
    leaders: (yield* grouped(assessments, ({ matter }) => roll.supervising(matter))).sort(mostPressing),
    steps: yield* stepsDue(assessments),
    dueThisWeek: yield* keysOf(assessments, (each) => isDueBy(each, asOf, sunday)),
    noProgress: yield* withoutWord(input),
    closingReported: yield* keysOf(assessments, (each) => waitsForClosing(each, input.histories)),
    planned: yield* paces(assessments, progress),
    progress,
  };
}

function* keysOf(assessments: readonly Assessment[], test: (each: Assessment) => boolean = always): InPortions<Keys> {
  const keys: string[] = [];
  yield* forEach(assessments, (each) => {
    if (test(each)) keys.push(each.matter.key);
  });
  return keys;
}

const always = (): boolean => true;

export const isClosed = ({ state }: Assessment): boolean => CLOSED_STATES.has(state);

const endOfWeek = (date: CivilDate): CivilDate => addDays(date, (7 - weekday(date)) % 7);

const isDueBy = ({ state, deadline }: Assessment, from: CivilDate, to: CivilDate): boolean =>
  UNDER_WAY.has(state) && deadline.kind === 'date' && deadline.date >= from && deadline.date <= to;

function* grouped(
  assessments: readonly Assessment[],
  namesOf: (assessment: Assessment) => readonly string[],
): InPortions<GroupFigures[]> {
  const groups = new Map<string, Assessment[]>();
  yield* forEach(assessments, (assessment) => {
    for (const name of new Set(namesOf(assessment))) {
      if (name === '') continue;
      const group = groups.get(name);
      if (group === undefined) groups.set(name, [assessment]);
      else group.push(assessment);
    }
  });
  const figures: GroupFigures[] = [];
  for (const [name, of] of groups) {
    figures.push({
      name,
      all: yield* keysOf(of),
      closed: yield* keysOf(of, isClosed),
      overdue: yield* keysOf(of, ({ state }) => state === 'overdue'),
      dueSoon: yield* keysOf(of, ({ state }) => state === 'dueSoon'),
    });
  }
  return figures;
}

const mostPressing = (one: GroupFigures, other: GroupFigures): number =>
  other.overdue.length - one.overdue.length ||
  other.all.length - one.all.length ||
  (one.name < other.name ? -1 : one.name > other.name ? 1 : 0);

function* stepsDue(assessments: readonly Assessment[]): InPortions<Overview['steps']> {
  const steps = new Map<NextStep, string[]>();
  yield* forEach(assessments, ({ nextStep, matter }) => {
    if (nextStep === null) return;
    const keys = steps.get(nextStep);
    if (keys === undefined) steps.set(nextStep, [matter.key]);
    else keys.push(matter.key);
  });
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

function* withoutWord({ assessments, histories, asOf }: OverviewInput): InPortions<Keys | null> {
  const rowsOf = ({ matter }: Assessment): MatterHistory['proceedings'] => histories.get(matter.key)?.proceedings ?? [];
  if (!assessments.some((each) => keepsReports([each.matter], rowsOf(each)))) return null;
  return yield* keysOf(
    assessments,
    (each) => UNDER_WAY.has(each.state) && lacksReport(each.matter, rowsOf(each), asOf),
  );
}

function* paces(
  assessments: readonly Assessment[],
  progress: ReadonlyMap<string, PlannedProgress>,
): InPortions<Overview['planned']> {
  if (progress.size === 0) return null;
  const of = (pace: Pace): InPortions<Keys> =>
    keysOf(assessments, ({ matter }) => progress.get(matter.key)?.pace === pace);
  return { behind: yield* of('behind'), onPlan: yield* of('onPlan'), ahead: yield* of('ahead') };
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
export function* yearOfStates(
  assessAt: (date: CivilDate) => InPortions<readonly Assessment[]>,
  asOf: CivilDate,
): InPortions<readonly TrendMonth[]> {
  const months = Array.from({ length: 12 }, (_, index) => {
    const ordinal = yearOf(asOf) * 12 + monthOf(asOf) - 1 - (11 - index);
    return index === 11 ? asOf : endOfMonth(Math.floor(ordinal / 12), (ordinal % 12) + 1);
  });
  const trend: TrendMonth[] = [];
  for (const date of months) {
    const assigned = yield* filter(yield* assessAt(date), ({ state }) => state !== 'notAssigned');
    trend.push({
      month: yearMonthOf(date),
      asOf: date,
      all: yield* keysOf(assigned),
      closed: yield* keysOf(assigned, isClosed),
      overdue: yield* keysOf(assigned, ({ state }) => state === 'overdue'),
    });
  }
  const first = trend.findIndex(({ all }) => all.length > 0);
  return first < 0 ? [] : trend.slice(first);
}
