import type { Finding } from '../finding';
import { findingOf } from '../findingLevels';
import { foldText } from '../foldText';
import { cellOf } from '../ledger/identity';
import type { Matter } from '../matter';
import type { LedgerCheck } from './checkContext';

/** Matters of one ledger that share a key; each but the first is said, with the row of the first. */
function repeated(
  matters: readonly Matter[],
  keyOf: (matter: Matter) => string | null,
  say: (matter: Matter, first: Matter) => Finding,
): readonly Finding[] {
  const firsts = new Map<string, Matter>();
  const findings: Finding[] = [];
  for (const matter of matters) {
    const key = keyOf(matter);
    if (key === null) continue;
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, matter);
    else findings.push(say(matter, first));
  }
  return findings;
}

/** The same number on two matters of one ledger. */
export const duplicateId: LedgerCheck = ({ matters }) =>
  repeated(
    matters,
    (matter) => matter.id,
    (matter, first) =>
      findingOf(
        'duplicate-id',
        matter.cells['id'] ?? cellOf(matter),
        { id: matter.id ?? '', first: first.row + 1 },
        { matter: matter.key },
      ),
  );

/** The same title under the same lead unit, whatever their numbers. */
export const duplicateMatter: LedgerCheck = ({ matters }) =>
  repeated(
    matters,
    (matter) =>
      matter.title === null
        ? null
        : `${foldText(matter.title)}|${matter.leadUnits.map((unit) => foldText(unit.unit)).join('、')}`,
    (matter, first) => findingOf('duplicate-matter', cellOf(matter), { first: first.row + 1 }, { matter: matter.key }),
  );
