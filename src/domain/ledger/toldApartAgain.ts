import type { Finding } from '../finding';
import { firstWhere } from '../firstWhere';
import type { ChangedMatter, Matter } from '../matter';
import { atOnce } from '../portions';
import { identityAgain, indistinctAfter, sameIdentity } from './identityAgain';
import { nameAfter, namedAfter, namedMatters } from './namedMatters';

/** A changed matter, and its place in the ledger's list. */
export interface PlacedChange extends ChangedMatter {
  readonly at: number;
}

export interface ToldApartAgain {
  readonly matters: readonly Matter[];
  /** What reading says of all, comparing last. */
  readonly findings: readonly Finding[];
  /** Matters read again, and others that can be told apart now, or no longer; in ledger order. */
  readonly changes: readonly PlacedChange[];
  /** Those that may compare otherwise with others than before. */
  readonly compared: readonly ChangedMatter[];
  /** Keys of the matters that were looked at again: `indistinct-rows` is said of them anew. */
  readonly toldApart: ReadonlySet<string>;
}

/** Said by comparing matters with each other. */
const COMPARING: ReadonlySet<string> = new Set(['duplicate-id', 'duplicate-matter', 'indistinct-rows']);

export const isCompared = ({ code }: Finding): boolean => COMPARING.has(code);

/**
 * The list with these changes, and with what they change for others: who can be told apart from whom. `findings`: what
 * reading said, of the changed matters anew.
 */
export function toldApartAgain(
  matters: readonly Matter[],
  read: readonly PlacedChange[],
  findings: readonly Finding[],
): ToldApartAgain {
  const now = withChanges(matters, read);
  const compared = read.filter((change) => !sameIdentity(change));
  if (compared.length === 0) {
    nameAfter(matters, now, read);
    return { matters: now, changes: read, compared, toldApart: new Set(), findings };
  }
  const named = atOnce(namedMatters(matters));
  const again = identityAgain(namedAfter(named, read), compared);
  const changes = new Map(read.map((change) => [change.at, change]));
  for (const [matter, distinct] of again.distinct) {
    if (matter.distinct === distinct) continue;
    const place = firstWhere(now, ({ row }) => row >= matter.row);
    const before = changes.get(place)?.before ?? matter;
    changes.set(place, { before, after: { ...matter, distinct }, at: place });
  }
  const all = [...changes.values()].sort((one, other) => one.at - other.at);
  const then = withChanges(matters, all);
  nameAfter(matters, then, all);
  const from = firstWhere(findings, isCompared);
  return {
    matters: then,
    changes: all,
    compared: all.filter((change) => !sameIdentity(change)),
    toldApart: new Set([...again.distinct.keys()].map(({ key }) => key)),
    findings: [...findings.slice(0, from), ...indistinctAfter(findings.slice(from), again)],
  };
}

/** A copy of the list with these in place. */
export function withChanges(matters: readonly Matter[], changes: readonly PlacedChange[]): readonly Matter[] {
  const copy = matters.slice();
  for (const { at, after } of changes) copy[at] = after;
  return copy;
}
