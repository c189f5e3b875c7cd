import type { Assessment, State } from './assessment';
import type { CivilDate } from './calendar/civilDate';
import type { Keys } from './overview/overview';

/** What became due or overdue between two days. */
export interface SinceLastSeen {
  readonly since: CivilDate;
  readonly overdue: Keys;
  readonly dueSoon: Keys;
}

/** By the states at both days; null where the last day is not before now. */
export function sinceLastSeen(
  then: readonly Assessment[],
  now: readonly Assessment[],
  since: CivilDate,
  asOf: CivilDate,
): SinceLastSeen | null {
  if (since >= asOf) return null;
  const before = new Map(then.map(({ matter, state }) => [matter.key, state]));
  const become = (state: State): Keys =>
    now.filter((each) => each.state === state && before.get(each.matter.key) !== state).map(({ matter }) => matter.key);
  return { since, overdue: become('overdue'), dueSoon: become('dueSoon') };
}

/** One line for the opening; null where nothing changed. */
export function sinceLastSeenWords({ since, overdue, dueSoon }: SinceLastSeen): string | null {
  const parts = [
    ...(overdue.length > 0 ? [`新逾期${overdue.length}件`] : []),
    ...(dueSoon.length > 0 ? [`新临期${dueSoon.length}件`] : []),
  ];
  return parts.length === 0 ? null : `${since}以来${parts.join('，')}`;
}
