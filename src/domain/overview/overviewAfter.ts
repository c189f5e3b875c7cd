import type { Assessment, NextStep, State } from '../assessment';
import { keysAfter, ledgerOrder, type KeyOrder, type Keys } from './keys';
import {
  duesFirst,
  mostPressing,
  placesContext,
  type GroupFigures,
  type Overview,
  type OverviewInput,
} from './overview';
import { placesOf, type Places } from './places';
import { keepsReports } from '../monthlyReport';
import { progressReader, type Pace, type PlannedProgress } from './plannedProgress';

/** One matter before and after its row was changed. */
export interface ChangedAssessment {
  readonly before: Assessment;
  readonly after: Assessment;
}

/** What the matters are counted among. */
type Around = Omit<OverviewInput, 'assessments'>;

/**
 * The overview after these matters have changed: each is taken out where it stood and put in where it stands. Equal to
 * `overviewOf` of all matters as they are now; registers and columns are as they were. Null where the workbook begins or
 * ceases to keep reports with them: that concerns all.
 */
export function overviewAfter(
  overview: Overview,
  changes: readonly ChangedAssessment[],
  was: Around,
  is: Around,
): Overview | null {
  const order = ledgerOrder(is.ledgers.map(({ sheet }) => sheet));
  let now = overview;
  for (const { before, after } of changes) {
    const { key } = after.matter;
    const progress = progressAfter(now.progress, after, is);
    const paceIn = (told: Overview['progress']) => (): Pace | null => told.get(key)?.pace ?? null;
    const from = placesOf(before, placesContext(was, paceIn(now.progress)));
    const to = placesOf(after, placesContext(is, paceIn(progress)));
    if (from.keepsReports !== to.keepsReports && (now.noProgress !== null) !== keptSomewhere(is)) return null;
    now = { ...moved(now, key, from, to, order), progress, ...plannedAfter(now, progress, key, from, to, order) };
  }
  return now;
}

/** A matter of these ledgers is reported on, in a column or in 办理登记. */
function keptSomewhere({ histories, ledgers }: Around): boolean {
  const sheets = new Set(ledgers.map(({ sheet }) => sheet));
  for (const { matter, proceedings } of histories.values()) {
    if (sheets.has(matter.sheet) && keepsReports([matter], proceedings)) return true;
  }
  return ledgers.some(({ matters }) => matters[0] !== undefined && keepsReports([matters[0]], []));
}

function moved(now: Overview, key: string, from: Places, to: Places, order: KeyOrder): Overview {
  const after = (keys: Keys, counts: (places: Places) => boolean): Keys =>
    keysAfter(keys, key, counts(from), counts(to), order);
  const grouped = (groups: readonly GroupFigures[], namesOf: (places: Places) => readonly string[]): GroupFigures[] =>
    groupsAfter(groups, namesOf, key, from, to, order);
  const byFirst = (one: Keys, other: Keys): number => order(one[0]!, other[0]!);
  const states = Object.fromEntries(
    Object.entries(now.states).map(([state, keys]) => [state, after(keys, (places) => places.state === state)]),
  ) as Record<State, Keys>;
  return {
    ...now,
    states,
    closed: after(now.closed, ({ closed }) => closed),
    units: grouped(now.units, ({ units }) => units).sort(mostPressing),
    categories: grouped(now.categories, ({ category }) => [category]).sort((a, b) => byFirst(a.all, b.all)),
    leaders: grouped(now.leaders, ({ leaders }) => leaders).sort(mostPressing),
    steps: stepsAfter(now.steps, key, from, to, order).sort((a, b) => duesFirst(a, b) || byFirst(a.keys, b.keys)),
    dueThisWeek: after(now.dueThisWeek, ({ dueThisWeek }) => dueThisWeek),
    noProgress: now.noProgress === null ? null : after(now.noProgress, ({ noProgress }) => noProgress),
    closingReported: after(now.closingReported, ({ closingReported }) => closingReported),
  };
}

/** Names that lead, or fall away, with this matter; the others are as they were. */
function groupsAfter(
  groups: readonly GroupFigures[],
  namesOf: (places: Places) => readonly string[],
  key: string,
  from: Places,
  to: Places,
  order: KeyOrder,
): GroupFigures[] {
  const byName = new Map(groups.map((group) => [group.name, group]));
  const [were, are] = [new Set(namesOf(from)), new Set(namesOf(to))];
  for (const name of new Set([...were, ...are])) {
    if (name === '') continue;
    const group = byName.get(name) ?? { name, all: [], closed: [], overdue: [], dueSoon: [] };
    const after = (keys: Keys, counts: (places: Places) => boolean): Keys =>
      keysAfter(keys, key, were.has(name) && counts(from), are.has(name) && counts(to), order);
    const all = after(group.all, () => true);
    if (all.length === 0) byName.delete(name);
    else {
      byName.set(name, {
        name,
        all,
        closed: after(group.closed, ({ closed }) => closed),
        overdue: after(group.overdue, ({ state }) => state === 'overdue'),
        dueSoon: after(group.dueSoon, ({ state }) => state === 'dueSoon'),
      });
    }
  }
  return [...byName.values()];
}

function stepsAfter(
  steps: Overview['steps'],
  key: string,
  from: Places,
  to: Places,
  order: KeyOrder,
): { readonly step: NextStep; readonly keys: Keys }[] {
  const known = steps.some(({ step }) => step === to.step);
  const all = known || to.step === null ? steps : [...steps, { step: to.step, keys: [] }];
  return all
    .map(({ step, keys }) => ({ step, keys: keysAfter(keys, key, from.step === step, to.step === step, order) }))
    .filter(({ keys }) => keys.length > 0);
}

function progressAfter(told: Overview['progress'], { matter }: Assessment, { ledgers }: Around): Overview['progress'] {
  const ledger = ledgers.find(({ sheet }) => sheet === matter.sheet);
  const now: PlannedProgress | null = ledger === undefined ? null : progressReader(ledger)(matter);
  if (now === null && !told.has(matter.key)) return told;
  const all = new Map(told);
  if (now === null) all.delete(matter.key);
  else all.set(matter.key, now);
  return all;
}

const NO_PACES: Readonly<Record<Pace, Keys>> = { behind: [], onPlan: [], ahead: [] };

function plannedAfter(
  { planned }: Overview,
  progress: Overview['progress'],
  key: string,
  from: Places,
  to: Places,
  order: KeyOrder,
): Pick<Overview, 'planned'> {
  if (progress.size === 0) return { planned: null };
  const { behind, onPlan, ahead } = planned ?? NO_PACES;
  const after = (keys: Keys, pace: Pace): Keys => keysAfter(keys, key, from.pace === pace, to.pace === pace, order);
  return {
    planned: { behind: after(behind, 'behind'), onPlan: after(onPlan, 'onPlan'), ahead: after(ahead, 'ahead') },
  };
}
