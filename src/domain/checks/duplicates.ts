import type { Finding, FindingCode } from '../finding';
import { findingOf } from '../findingLevels';
import { foldText } from '../foldText';
import { cellOf } from '../ledger/identity';
import type { ByText } from '../ledger/mattersByText';
import { namedMatters, type NamedMatters } from '../ledger/namedMatters';
import type { ChangedMatter, Matter } from '../matter';
import type { ComparingCheck } from './checkContext';

type Groups = readonly (readonly Matter[])[];

/** Of each group, those alike; each but the first is said, with the row of the first. */
function repeated(
  groups: Groups,
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
  return repeatedNumbers(byNumber.several);
};

const repeatedNumbers = (groups: Groups): readonly Finding[] =>
  repeated(
    groups,
    (one, other) => one.id === other.id,
    (matter, first) =>
      findingOf(
        'duplicate-id',
        matter.cells['id'] ?? cellOf(matter),
        { id: matter.id ?? '', first: first.row + 1 },
        { matter: matter.key },
      ),
  );

/** The same title under the same lead unit, whatever their numbers. */
export const duplicateMatter: ComparingCheck = function* ({ matters }) {
  const { byTitle } = yield* namedMatters(matters);
  return repeatedTitles(byTitle.several);
};

const repeatedTitles = (groups: Groups): readonly Finding[] =>
  repeated(
    groups,
    (one, other) => one.leadUnits === other.leadUnits || unitsOf(one) === unitsOf(other),
    (matter, first) => findingOf('duplicate-matter', cellOf(matter), { first: first.row + 1 }, { matter: matter.key }),
  );

const unitsOf = ({ leadUnits }: Matter): string => leadUnits.map(({ unit }) => foldText(unit)).join('、');

/** What a comparing check says after some matters have changed. */
export interface ComparedAgain {
  readonly code: FindingCode;
  /** Keys of the matters that were compared again; of all others it says what it said. */
  readonly keys: ReadonlySet<string>;
  readonly findings: readonly Finding[];
}

/** Numbers and titles that these matters of one ledger have or had, compared again; `named`: the ledger's, after. */
export function comparedAgain(named: NamedMatters, changes: readonly ChangedMatter[]): readonly ComparedAgain[] {
  const groupsOf = (names: ByText, textOf: (matter: Matter) => string | null): Groups => {
    const texts = changes.flatMap(({ before, after }) => [textOf(before), textOf(after)]);
    const folded = new Set(texts.flatMap((text) => (text === null ? [] : foldText(text))));
    return [...folded].map((text) => names.get(text));
  };
  const again = (code: FindingCode, groups: Groups, say: (groups: Groups) => readonly Finding[]): ComparedAgain => {
    const keys = new Set([...changes.map(({ after }) => after.key), ...groups.flat().map(({ key }) => key)]);
    return { code, keys, findings: say(groups) };
  };
  return [
    again(
      'duplicate-id',
      groupsOf(named.byNumber, ({ id }) => id),
      repeatedNumbers,
    ),
    again(
      'duplicate-matter',
      groupsOf(named.byTitle, ({ title }) => title),
      repeatedTitles,
    ),
  ];
}
