import { foldText } from '../foldText';
import type { Matter } from '../matter';
import { atOnce, forEach, type InPortions } from '../portions';

/** How many matters of one ledger have a number, and how many a title with its lead units. */
interface IdentityIndex {
  readonly ids: Map<string, number>;
  readonly descriptions: Map<string, number>;
}

/** A matter as it was and as it is now. */
export interface ChangedMatter {
  readonly before: Matter;
  readonly after: Matter;
}

/**
 * The index goes with the newest list of a ledger's matters and is changed in place; a list it has left behind makes a
 * new one when asked again.
 */
const indexes = new WeakMap<readonly Matter[], IdentityIndex>();

const indexOf = (matters: readonly Matter[]): IdentityIndex => atOnce(prepareIdentity(matters));

/** Makes the index of a list ahead of the first question. */
export function* prepareIdentity(matters: readonly Matter[]): InPortions<IdentityIndex> {
  const known = indexes.get(matters);
  if (known !== undefined) return known;
  const index: IdentityIndex = { ids: new Map(), descriptions: new Map() };
  yield* forEach(matters, (matter) => count(index, matter, 1));
  indexes.set(matters, index);
  return index;
}

/** Hands the index on to the list in which these matters have changed. */
export function moveIdentity(from: readonly Matter[], to: readonly Matter[], changes: readonly ChangedMatter[]): void {
  const index = indexes.get(from);
  if (index === undefined) return;
  indexes.delete(from);
  for (const { before, after } of changes) {
    count(index, before, -1);
    count(index, after, 1);
  }
  indexes.set(to, index);
}

/** Number, title, lead units and assignment say the same: whatever compares matters says the same of it. */
export const sameIdentity = ({ before, after }: ChangedMatter): boolean =>
  before.id === after.id &&
  before.title === after.title &&
  JSON.stringify([before.leadUnits, before.assignedOn]) === JSON.stringify([after.leadUnits, after.assignedOn]);

/** No other matter of the ledger has its number or its title and lead units, neither those it had nor those it has. */
export function standsAlone(matters: readonly Matter[], { before, after }: ChangedMatter): boolean {
  const { ids, descriptions } = indexOf(matters);
  const others = <Key>(counts: ReadonlyMap<Key, number>, key: Key, had: Key): number =>
    (counts.get(key) ?? 0) - (key === had ? 1 : 0);
  const [was, is] = [descriptionOf(before), descriptionOf(after)];
  return (
    others(descriptions, was, was) === 0 &&
    others(descriptions, is, was) === 0 &&
    (before.id === null || others(ids, before.id, before.id) === 0) &&
    (after.id === null || others(ids, after.id, before.id) === 0)
  );
}

function count({ ids, descriptions }: IdentityIndex, matter: Matter, by: 1 | -1): void {
  if (matter.id !== null) ids.set(matter.id, (ids.get(matter.id) ?? 0) + by);
  const description = descriptionOf(matter);
  descriptions.set(description, (descriptions.get(description) ?? 0) + by);
}

const descriptionOf = ({ title, leadUnits }: Matter): string =>
  `${foldText(title ?? '')}|${leadUnits.map(({ unit }) => foldText(unit)).join('、')}`;
