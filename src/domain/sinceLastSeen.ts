import type { Assessment, State } from './assessment';
import type { CivilDate } from './calendar/civilDate';
import { atOnce, forEach, type InPortions } from './portions';
import type { Keys } from './overview/overview';

/** What became due or overdue between two days. */
export interface SinceLastSeen {
  readonly since: CivilDate;
  readonly overdue: Keys;
  readonly dueSoon: Keys;
}

/** By the states at both days; null where the last day is not before now. */
export const sinceLastSeen = (...asked: Parameters<typeof sinceInPortions>): SinceLastSeen | null =>
  atOnce(sinceInPortions(...asked));

export function* sinceInPortions(
  then: readonly Assessment[],
  now: readonly Assessment[],
  since: CivilDate,
  asOf: CivilDate,
): InPortions<SinceLastSeen | null> {
  if (since >= asOf) return null;
  const become = { overdue: [] as string[], dueSoon: [] as string[] };
  const before = new Map<string, State>();
  yield* forEach(then, ({ matter, state }) => {
    if (state === 'overdue' || state === 'dueSoon') before.set(matter.key, state);
  });
  yield* forEach(now, ({ matter, state }) => {
    if ((state === 'overdue' || state === 'dueSoon') && before.get(matter.key) !== state)
      become[state].push(matter.key);
  });
  return { since, ...become };
}
