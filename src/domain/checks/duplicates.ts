import type { Finding } from '../finding';
import { findingOf } from '../findingLevels';
import { foldText } from '../foldText';
import { cellOf } from '../ledger/identity';
import { namedMatters } from '../ledger/namedMatters';
import type { Matter } from '../matter';
import type { ComparingCheck } from './checkContext';

/** Of each group, those alike; each but the first is said, with the row of the first. */
function repeated(
  groups: readonly (readonly Matter[])[],
  alike: (one: Matter, other: Matter) => boolean,
  say: (matter: Matter, first: Matter) => Finding,
): readonly Finding[] {
  return groups.flatMap((group) => {
    const firsts: Matter[] = [];
    return group.flatMap((matter) => {
      const first = firsts.find((other) => alike(other, matter));
      if (first !== undefined) return [say(matter, first)];
      firsts.push(matter);
      return [];
    });
  });
}

/** The same number on two matters of one ledger. */
export const duplicateId: ComparingCheck = function* ({ matters }) {
  const { byNumber } = yield* namedMatters(matters);
  return repeated(
    byNumber.several,
    (one, other) => one.id === other.id,
    (matter, first) =>
      findingOf(
        'duplicate-id',
        matter.cells['id'] ?? cellOf(matter),
        { id: matter.id ?? '', first: first.row + 1 },
        { matter: matter.key },
      ),
  );
};

/** The same title under the same lead unit, whatever their numbers. */
export const duplicateMatter: ComparingCheck = function* ({ matters }) {
  const { sameTitle } = yield* namedMatters(matters);
  return repeated(
    sameTitle,
    (one, other) => one.leadUnits === other.leadUnits || unitsOf(one) === unitsOf(other),
    (matter, first) => findingOf('duplicate-matter', cellOf(matter), { first: first.row + 1 }, { matter: matter.key }),
  );
};

const unitsOf = ({ leadUnits }: Matter): string => leadUnits.map(({ unit }) => foldText(unit)).join('、');
