import type { DirectoryDecision, DirectoryProposal } from '../../app/ledger/directory';

type Proposed = DirectoryProposal['units'][number];

/** What the clerk has ticked and typed about one proposed unit. */
export interface UnitChoice {
  readonly taken: boolean;
  /** Ways to write it that are not the same unit: they are listed as units of their own. */
  readonly apart: ReadonlySet<string>;
  /** It is another name of the unit it may be. */
  readonly isOther: boolean;
  readonly members: string;
}

/** A collective name waits for its members. */
export const firstChoice = ({ collective, mayBe }: Proposed): UnitChoice => ({
  taken: !collective,
  apart: new Set(),
  isOther: mayBe !== null,
  members: '',
});

/** The decisions that a choice comes to. */
export function decisionsOf(unit: Proposed, choice: UnitChoice): readonly DirectoryDecision[] {
  if (!choice.taken) return [];
  const { name, mayBe } = unit;
  const aliases = unit.aliases.map((alias) => alias.name).filter((alias) => !choice.apart.has(alias));
  const members = choice.members.split(/[、，,;；\n]/).filter((member) => member.trim() !== '');
  const own: DirectoryDecision =
    choice.isOther && mayBe !== null
      ? { kind: 'alias', unit: mayBe, aliases: [name, ...aliases] }
      : { kind: 'unit', name, aliases, members };
  return [
    own,
    ...[...choice.apart].map((each): DirectoryDecision => ({ kind: 'unit', name: each, aliases: [], members: [] })),
  ];
}
