import type { Finding } from '../finding';
import { findingOf } from '../findingLevels';
import { foldText } from '../foldText';
import { cellOf } from '../ledger/identity';
import type { Matter } from '../matter';
import { forEach, type InPortions } from '../portions';
import type { ComparingCheck } from './checkContext';

/** Matters of one ledger that share a text and are alike; each but the first is said, with the row of the first. */
function* repeated(
  matters: readonly Matter[],
  textOf: (matter: Matter) => string | null,
  alike: (one: Matter, other: Matter) => boolean,
  say: (matter: Matter, first: Matter) => Finding,
): InPortions<readonly Finding[]> {
  // Nearly every text stands once: only a second one asks for a list.
  const firsts = new Map<string, Matter>();
  const others = new Map<string, Matter[]>();
  const findings: Finding[] = [];
  yield* forEach(matters, (matter) => {
    const text = textOf(matter);
    if (text === null) return;
    const known = firsts.get(text);
    if (known === undefined) {
      firsts.set(text, matter);
      return;
    }
    const more = others.get(text);
    const first = alike(known, matter) ? known : more?.find((other) => alike(other, matter));
    if (first !== undefined) findings.push(say(matter, first));
    else if (more === undefined) others.set(text, [matter]);
    else more.push(matter);
  });
  return findings;
}

/** The same number on two matters of one ledger. */
export const duplicateId: ComparingCheck = ({ matters }) =>
  repeated(
    matters,
    (matter) => matter.id,
    () => true,
    (matter, first) =>
      findingOf(
        'duplicate-id',
        matter.cells['id'] ?? cellOf(matter),
        { id: matter.id ?? '', first: first.row + 1 },
        { matter: matter.key },
      ),
  );

/** The same title under the same lead unit, whatever their numbers. */
export const duplicateMatter: ComparingCheck = ({ matters }) =>
  repeated(
    matters,
    (matter) => (matter.title === null ? null : foldText(matter.title)),
    (one, other) => one.leadUnits === other.leadUnits || unitsOf(one) === unitsOf(other),
    (matter, first) => findingOf('duplicate-matter', cellOf(matter), { first: first.row + 1 }, { matter: matter.key }),
  );

const unitsOf = ({ leadUnits }: Matter): string => leadUnits.map(({ unit }) => foldText(unit)).join('、');
