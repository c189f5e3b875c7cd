import type { Finding } from '../finding';
import { findingOf } from '../findingLevels';
import { firstWhere } from '../firstWhere';
import { atOnce, forEach, type InPortions } from '../portions';
import type { ScoreEvent } from '../registers/registers';
import type { ChangedRegister } from '../registers/registersAgain';
import type { RegisterCheck } from './checkContext';

/** Events by all that tells them apart, in the order of the register. */
type Alike = ReadonlyMap<string, readonly ScoreEvent[]>;

/** Gone through once a register. */
const known = new WeakMap<readonly ScoreEvent[], Alike>();

const identityOf = ({ date, unit, kind, matters, points, basis }: ScoreEvent): string =>
  JSON.stringify([date, unit, kind, matters, points, basis]);

function* alikeIn(events: readonly ScoreEvent[]): InPortions<Alike> {
  const found = known.get(events);
  if (found !== undefined) return found;
  const alike = new Map<string, ScoreEvent[]>();
  yield* forEach(events, (event) => {
    const identity = identityOf(event);
    const own = alike.get(identity);
    if (own === undefined) alike.set(identity, [event]);
    else own.push(event);
  });
  known.set(events, alike);
  return alike;
}

/**
 * Rows of 加减分登记 that nothing tells apart: probably one event entered twice. Both are scored all the same, because
 * each row is an event (rules.md §5); the clerk strikes one out.
 */
export const sameEvents: RegisterCheck = function* ({ registers }) {
  const events = registers.events ?? [];
  const alike = yield* alikeIn(events);
  // Of a row that names several units it is said once.
  const repeated = new Set<number>();
  for (const [first, ...others] of alike.values()) {
    for (const { cell } of others) if (cell.row !== first!.cell.row) repeated.add(cell.row);
  }
  return [...repeated].flatMap((row) => saidOfRow(row, events, alike));
};

function saidOfRow(row: number, events: readonly ScoreEvent[], alike: Alike): readonly Finding[] {
  const [from, to] = [
    firstWhere(events, ({ cell }) => cell.row >= row),
    firstWhere(events, ({ cell }) => cell.row > row),
  ];
  for (const event of events.slice(from, to)) {
    const { row: first } = alike.get(identityOf(event))![0]!.cell;
    if (first === row) continue;
    const facts = { register: event.cell.sheet, column: '', text: String(first + 1), problem: 'sameEvent' };
    return [findingOf('register-row', event.cell, facts, { level: 'warning' })];
  }
  return [];
}

/** All that is said of one row for being like another. */
export const sameEventsOnRow = (events: readonly ScoreEvent[], row: number): readonly Finding[] =>
  saidOfRow(row, events, atOnce(alikeIn(events)));

/**
 * Rows of which something else may be said than before some were changed. Keeps for the register as it is what is kept
 * for the one before.
 */
export function sameEventsAgain({ before, after, gone, come }: ChangedRegister<ScoreEvent>): ReadonlySet<number> {
  const then = atOnce(alikeIn(before));
  const now = new Map(then);
  for (const event of gone) {
    const identity = identityOf(event);
    const left = now.get(identity)!.filter((other) => other !== event);
    if (left.length === 0) now.delete(identity);
    else now.set(identity, left);
  }
  for (const event of come) {
    const identity = identityOf(event);
    const own = now.get(identity) ?? [];
    const place = firstWhere(own, ({ cell }) => cell.row > event.cell.row);
    now.set(identity, [...own.slice(0, place), event, ...own.slice(place)]);
  }
  known.set(after, now);
  const identities = [...new Set([...gone, ...come].map(identityOf))];
  const alike = identities.flatMap((identity) => [then, now].flatMap((all) => all.get(identity) ?? []));
  return new Set(alike.map(({ cell }) => cell.row));
}
