import type { Finding } from '../finding';
import type { CellRef } from '../cell';
import { findingOf } from '../findingLevels';
import { foldText } from '../foldText';
import type { Matter } from '../matter';
import { forEach, map, type InPortions } from '../portions';
import { namedMatters } from './namedMatters';

/**
 * Tells matters apart within one ledger: by a number that is unique, else by title, lead unit and assignment date.
 * Rows that neither tells apart are marked (`distinct: false`) and never written to.
 */
export function* markIdentity(matters: readonly Matter[]): InPortions<{
  readonly matters: readonly Matter[];
  readonly findings: readonly Finding[];
}> {
  const { byNumber, withoutNumber } = yield* namedMatters(matters);
  const repeated = new Set(byNumber.several.flatMap(repeatedIn));
  if (withoutNumber === 0 && repeated.size === 0) return { matters, findings: [] };
  const numberless = matters.filter((matter) => matter.id === null || repeated.has(matter.id));
  const byDescription = yield* groupBy(numberless, descriptionOf);
  const findings: Finding[] = [];
  const indistinct = new Set<string>();
  for (const group of byDescription.values()) {
    if (group.length < 2) continue;
    for (const matter of group) indistinct.add(matter.key);
    for (const finding of indistinctRows(group)) findings.push(finding);
  }
  if (indistinct.size === 0) return { matters, findings };
  return {
    matters: yield* map(matters, (matter) => (indistinct.has(matter.key) ? { ...matter, distinct: false } : matter)),
    findings,
  };
}

/** Rows named in a finding. */
const NAMED = 10;

/** `indistinct-rows` of matters that are described alike. */
export function indistinctRows(group: readonly Matter[]): readonly Finding[] {
  const first = group.slice(0, NAMED + 1);
  return group.map((matter) => {
    const others = first.filter((other) => other !== matter).map(({ row }) => String(row + 1));
    const facts = { rows: others.slice(0, NAMED), count: group.length - 1 };
    return findingOf('indistinct-rows', cellOf(matter), facts, { matter: matter.key });
  });
}

/** Numbers as written that several of these have; folded they are alike. */
const repeatedIn = (matters: readonly Matter[]): readonly (string | null)[] =>
  matters.map(({ id }) => id).filter((id, at, all) => all.indexOf(id) < at);

/** The cell that stands for a matter as a whole: its title, else its number, else the first cell of its row. */
export function cellOf(matter: Matter): CellRef {
  return matter.cells['title'] ?? matter.cells['id'] ?? { sheet: matter.sheet, row: matter.row, column: 0 };
}

/** Title, lead units and assignment, as they are compared. */
export function descriptionOf(matter: Matter): string {
  const { reading } = matter.assignedOn;
  const assigned = reading.kind === 'date' ? reading.date : reading.kind === 'blank' ? '' : reading.kind;
  return [foldText(matter.title ?? ''), matter.leadUnits.map((unit) => foldText(unit.unit)).join('、'), assigned].join(
    '|',
  );
}

function* groupBy<T>(items: readonly T[], keyOf: (item: T) => string): InPortions<Map<string, T[]>> {
  const groups = new Map<string, T[]>();
  yield* forEach(items, (item) => {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  });
  return groups;
}
