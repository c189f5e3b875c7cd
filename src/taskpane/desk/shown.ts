import type { Review } from '../../app/reading/review';
import type { Assessment, State } from '../../domain/assessment';
import { daysBetween } from '../../domain/calendar/civilDate';
import type { Finding, FindingCode, FindingLevel } from '../../domain/finding';
import type { Overview } from '../../domain/overview/overview';
import { atOnce, filter as filtered, type InPortions } from '../../domain/portions';
import type { Filter, Shown } from './view';

const CLOSED: ReadonlySet<State> = new Set(['closedOnTime', 'closedLate', 'closed']);

/** Assessments of the ledger looked at; of all where `ledger` is null. */
export const ofLedger = (review: Review, ledger: string | null): readonly Assessment[] =>
  ledger === null ? review.assessments : review.assessments.filter(({ matter }) => matter.sheet === ledger);

/** Findings of the ledger looked at; those in registers belong to every ledger. */
export function findingsOf(review: Review, ledger: string | null): readonly Finding[] {
  if (ledger === null) return review.findings;
  const others = new Set(review.ledgers.map(({ sheet }) => sheet).filter((sheet) => sheet !== ledger));
  return review.findings.filter(({ cell }) => !others.has(cell.sheet));
}

export const shows = (shown: Shown, { state, nextStep }: Assessment): boolean =>
  shown === 'all' ||
  (shown === 'step' ? nextStep !== null : shown === 'closedAny' ? CLOSED.has(state) : state === shown);

/**
 * The list of the room, most urgent first: by days overdue, then by deadline, then as in the ledger. `picked`: keys of
 * the matters it is narrowed to; null: not narrowed.
 */
export const matterList = (...asked: Parameters<typeof mattersInPortions>): readonly Assessment[] =>
  atOnce(mattersInPortions(...asked));

export function* mattersInPortions(
  assessments: readonly Assessment[],
  filter: Omit<Filter, 'picked'>,
  picked: ReadonlySet<string> | null = null,
): InPortions<readonly Assessment[]> {
  const shown = yield* filtered(assessments, (assessment) => shows(filter.shown, assessment));
  const list = yield* narrowed(shown, filter, picked);
  if (picked === null && (filter.shown === 'all' || filter.shown === 'closedAny')) return list;
  return mostUrgentFirst(list);
}

/** Those that what is chosen beside the state leaves. */
export function* narrowed(
  assessments: readonly Assessment[],
  { step, only, text: typed }: Omit<Filter, 'picked' | 'shown'>,
  picked: ReadonlySet<string> | null = null,
): InPortions<readonly Assessment[]> {
  const text = typed.trim();
  if (step === null && only === null && text === '' && picked === null) return assessments;
  return yield* filtered(
    assessments,
    (assessment) =>
      (step === null || assessment.nextStep === step) &&
      (only === null || only.keys.has(assessment.matter.key)) &&
      (picked === null || picked.has(assessment.matter.key)) &&
      (text === '' || speaksOf(assessment, text)),
  );
}

/** There are many matters and few days: the days are sorted, and the matters of a day stand in order already. */
export function mostUrgentFirst(assessments: readonly Assessment[]): readonly Assessment[] {
  const late = grouped(assessments, ({ overdueDays }) => overdueDays);
  return [...late.keys()]
    .sort((one, other) => other - one)
    .flatMap((days) => {
      const byDeadline = grouped(late.get(days)!, deadlineText);
      return [...byDeadline.keys()].sort().flatMap((deadline) => byDeadline.get(deadline)!);
    });
}

function grouped<Key>(assessments: readonly Assessment[], keyOf: (of: Assessment) => Key): Map<Key, Assessment[]> {
  const groups = new Map<Key, Assessment[]>();
  for (const assessment of assessments) {
    const key = keyOf(assessment);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [assessment]);
    else group.push(assessment);
  }
  return groups;
}

/** How it compares: days overdue, then deadline. */
export const moreUrgent = (one: Assessment, other: Assessment): number => {
  const [own, its] = [deadlineText(one), deadlineText(other)];
  return other.overdueDays - one.overdueDays || (own < its ? -1 : own > its ? 1 : 0);
};

const deadlineText = ({ deadline }: Assessment): string => (deadline.kind === 'date' ? deadline.date : '9999');

function speaksOf({ matter }: Assessment, text: string): boolean {
  const title = matter.classified ? null : matter.title;
  return [matter.id, title, ...matter.leadUnits.map(({ unit }) => unit)].some((own) => own?.includes(text) ?? false);
}

/** How many matters each choice of the list has, as the overview counted them. */
export function choiceCounts({ all, closed, states, steps }: Overview): (shown: Shown) => number {
  const due = steps.reduce((sum, { keys }) => sum + keys.length, 0);
  return (shown) =>
    shown === 'all'
      ? all.length
      : shown === 'closedAny'
        ? closed.length
        : shown === 'step'
          ? due
          : states[shown].length;
}

/** Days from asOf to the deadline; 0 where there is none. */
export const daysLeft = ({ deadline }: Assessment, asOf: Review['asOf']): number =>
  deadline.kind === 'date' ? daysBetween(asOf, deadline.date) : 0;

export interface FindingGroup {
  readonly code: FindingCode;
  readonly level: FindingLevel;
  readonly findings: readonly Finding[];
}

const LEVELS: readonly FindingLevel[] = ['error', 'warning', 'info'];

/** Findings by kind, the gravest kinds first, then the most frequent. */
export function groupFindings(findings: readonly Finding[], level: FindingLevel | 'all'): readonly FindingGroup[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (level !== 'all' && finding.level !== level) continue;
    const key = `${finding.level}:${finding.code}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  return [...groups.values()]
    .map((own) => ({ code: own[0]!.code, level: own[0]!.level, findings: own }))
    .sort(
      (one, other) =>
        LEVELS.indexOf(one.level) - LEVELS.indexOf(other.level) || other.findings.length - one.findings.length,
    );
}

export function countLevels(findings: readonly Finding[]): Readonly<Record<FindingLevel, number>> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { level } of findings) counts[level] += 1;
  return counts;
}

/** Marks of ours stand in the ledgers. */
export const isMarked = ({ reading }: Review): boolean => reading.marks.length > 0;
