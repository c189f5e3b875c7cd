import type { Finding } from '../finding';
import { foldText } from '../foldText';
import type { ChangedMatter, Matter } from '../matter';
import { descriptionOf, indistinctRows } from './identity';
import type { NamedMatters } from './namedMatters';

/** What tells matters apart after some of them have changed. */
export interface IdentityAgain {
  /** Matters looked at again, and whether each can be told apart. */
  readonly distinct: ReadonlyMap<Matter, boolean>;
  /** `indistinct-rows` of these. */
  readonly findings: readonly Finding[];
}

/**
 * The same after these matters have changed, `named` being the list after: of the matters that have, or had, a number
 * or a description in common with them.
 */
export function identityAgain(named: NamedMatters, changes: readonly ChangedMatter[]): IdentityAgain {
  const numbered = changes
    .flatMap(({ before, after }) => [before.id, after.id])
    .flatMap((id) => (id === null ? [] : named.byNumber.get(foldText(id))));
  const groups = new Map<string, readonly Matter[]>();
  for (const matter of [...changes.flatMap(({ before, after }) => [before, after]), ...numbered]) {
    const description = descriptionOf(matter);
    if (!groups.has(description)) groups.set(description, describedAs(description, matter.title, named));
  }
  const repeated = new Map<string, boolean>();
  const isRepeated = (id: string): boolean => {
    let known = repeated.get(id);
    if (known === undefined) {
      known = named.byNumber.get(foldText(id)).filter((other) => other.id === id).length > 1;
      repeated.set(id, known);
    }
    return known;
  };
  const distinct = new Map<Matter, boolean>();
  const findings: Finding[] = [];
  for (const group of groups.values()) {
    const alike = group.filter(({ id }) => id === null || isRepeated(id));
    for (const matter of group) distinct.set(matter, true);
    if (alike.length < 2) continue;
    for (const matter of alike) distinct.set(matter, false);
    for (const finding of indistinctRows(alike)) findings.push(finding);
  }
  return { distinct, findings };
}

function describedAs(description: string, title: string | null, named: NamedMatters): readonly Matter[] {
  const folded = foldText(title ?? '');
  const titled = named.byTitle.get(folded);
  const all = folded === '' ? [...named.untitled, ...titled].sort((one, other) => one.row - other.row) : titled;
  return all.filter((matter) => descriptionOf(matter) === description);
}

/** The findings of `markIdentity` with those of matters looked at again in place of theirs, in the same order. */
export function indistinctAfter(
  findings: readonly Finding[],
  { distinct, findings: again }: IdentityAgain,
): readonly Finding[] {
  const looked = new Set([...distinct.keys()].map(({ key }) => key));
  // Groups by the first row of each.
  const rowOf = ({ matter }: Finding): number => Number(matter!.slice(matter!.lastIndexOf('!') + 1));
  const firstOf = (finding: Finding): number =>
    Math.min(rowOf(finding), Number((finding.facts['rows'] as string[])[0]));
  return [...findings.filter(({ matter }) => !looked.has(matter!)), ...again].sort(
    (one, other) => firstOf(one) - firstOf(other) || rowOf(one) - rowOf(other),
  );
}

/** Number, title, lead units and assignment say the same: whatever compares matters says the same of it. */
export const sameIdentity = ({ before, after }: ChangedMatter): boolean =>
  before.id === after.id &&
  before.title === after.title &&
  JSON.stringify([before.leadUnits, before.assignedOn]) === JSON.stringify([after.leadUnits, after.assignedOn]);
