import type { Assessment, MatterHistory, NextStep, State } from '../assessment';
import { STATES } from '../assessment';
import type { CivilDate } from '../calendar/civilDate';
import type { LedgerReading } from '../ledger/readLedger';
import { atOnce, forEach, type InPortions } from '../portions';
import type { DirectoryUnit } from '../registers/registers';
import type { Keys } from './keys';
import { leaderRoll } from './leaders';
import { placesOf, type PlacesContext } from './places';
import { plannedProgress, type Pace, type PlannedProgress } from './plannedProgress';

export type { Keys } from './keys';
export { CLOSED_STATES, isClosed, NO_CATEGORY } from './places';

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

/** How things stand at asOf. The pane, the bulletin and the reports count here and nowhere else. */
export const overviewOf = (input: OverviewInput): Overview => atOnce(overviewInPortions(input));

export function* overviewInPortions(input: OverviewInput): InPortions<Overview> {
  const { assessments, asOf, ledgers } = input;
  const progress = yield* plannedProgress(ledgers);
  const context = placesContext(input, (key) => progress.get(key)?.pace ?? null);
  const all: string[] = [];
  const states = Object.fromEntries(STATES.map((state): [State, string[]] => [state, []])) as Record<State, string[]>;
  const [closed, dueThisWeek, noProgress, closingReported]: string[][] = [[], [], [], []];
  const [units, categories, leaders] = [new Groups(), new Groups(), new Groups()];
  const steps = new Map<NextStep, string[]>();
  const paces: Record<Pace, string[]> = { behind: [], onPlan: [], ahead: [] };
  let keepsReports = false;
  yield* forEach(assessments, (assessment) => {
    const { key } = assessment.matter;
    const places = placesOf(assessment, context);
    all.push(key);
    states[places.state].push(key);
    if (places.closed) closed!.push(key);
    if (places.dueThisWeek) dueThisWeek!.push(key);
    if (places.noProgress) noProgress!.push(key);
    if (places.closingReported) closingReported!.push(key);
    if (places.keepsReports) keepsReports = true;
    for (const unit of places.units) units.add(unit, key, places);
    categories.add(places.category, key, places);
    for (const leader of places.leaders) leaders.add(leader, key, places);
    if (places.pace !== null) paces[places.pace].push(key);
    if (places.step === null) return;
    const due = steps.get(places.step);
    if (due === undefined) steps.set(places.step, [key]);
    else due.push(key);
  });
  return {
    asOf,
    all,
    states,
    closed: closed!,
    units: units.figures().sort(mostPressing),
    categories: categories.figures(),
    leaders: leaders.figures().sort(mostPressing),
    steps: [...steps].map(([step, keys]) => ({ step, keys })).sort(duesFirst),
    dueThisWeek: dueThisWeek!,
    noProgress: keepsReports ? noProgress! : null,
    closingReported: closingReported!,
    planned: progress.size === 0 ? null : paces,
    progress,
  };
}

/** What the places of a matter of this input are told by. */
export function placesContext(
  { histories, ledgers, directory, asOf }: Omit<OverviewInput, 'assessments'>,
  paceOf: (key: string) => Pace | null,
): PlacesContext {
  return {
    asOf,
    roll: leaderRoll(ledgers, directory),
    proceedingsOf: ({ key }) => histories.get(key)?.proceedings ?? NONE,
    paceOf: ({ key }) => paceOf(key),
  };
}

const NONE: MatterHistory['proceedings'] = [];

type Group = { readonly [Name in 'all' | 'closed' | 'overdue' | 'dueSoon']: string[] } & { readonly name: string };

/** Matters by a name of theirs, in the order in which the names come. */
class Groups {
  readonly #groups = new Map<string, Group>();

  add(name: string, key: string, { closed, state }: { readonly closed: boolean; readonly state: State }): void {
    if (name === '') return;
    let group = this.#groups.get(name);
    if (group === undefined) this.#groups.set(name, (group = { name, all: [], closed: [], overdue: [], dueSoon: [] }));
    group.all.push(key);
    if (closed) group.closed.push(key);
    if (state === 'overdue' || state === 'dueSoon') group[state].push(key);
  }

  figures(): GroupFigures[] {
    return [...this.#groups.values()];
  }
}

export const duesFirst = (one: { readonly keys: Keys }, other: { readonly keys: Keys }): number =>
  other.keys.length - one.keys.length;

export const mostPressing = (one: GroupFigures, other: GroupFigures): number =>
  other.overdue.length - one.overdue.length ||
  other.all.length - one.all.length ||
  (one.name < other.name ? -1 : one.name > other.name ? 1 : 0);
