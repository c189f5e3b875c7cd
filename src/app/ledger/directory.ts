import { cellText } from '../../domain/cellText';
import { foldText } from '../../domain/foldText';
import type { Change, Plan } from '../../domain/plan';
import { atOnce, type InPortions } from '../../domain/portions';
import { proposedInPortions, type ProposedUnit } from '../../domain/registers/proposeDirectory';
import { DIRECTORY_HEADERS } from '../../domain/registers/readDirectory';
import type { DirectoryUnit } from '../../domain/registers/registers';
import { layoutOf, registerSheet, splitList } from '../../domain/registers/registerSheet';
import { createUnitDirectory } from '../../domain/registers/unitDirectory';
import { isCollectiveName, unitStem } from '../../domain/registers/unitNames';
import { valueAt } from '../../domain/snapshot';
import { appendToRegister, firstFreeColumn } from '../registers/registerRows';
import type { Review } from '../reading/review';

export interface DirectoryProposal {
  /** No 单位名录 yet: a first one is proposed from the ledgers. */
  readonly first: boolean;
  /** Names of the ledgers that 单位名录 does not know, most frequent first; all of them for a first one. */
  readonly units: readonly (ProposedUnit & {
    /** A unit already listed that this may be another name of; the clerk decides. */
    readonly mayBe: string | null;
  })[];
}

/** What the clerk decided of one proposed name. */
export type DirectoryDecision =
  | {
      readonly kind: 'unit';
      readonly name: string;
      readonly aliases: readonly string[];
      /** Members of a collective name (各街道). */
      readonly members: readonly string[];
    }
  /** Other names of a unit already listed. */
  | { readonly kind: 'alias'; readonly unit: string; readonly aliases: readonly string[] };

export type DirectoryRefusal =
  'blankName' | 'listedAlready' | 'takenByOther' | 'noSuchUnit' | 'membersMissing' | 'separatorInName';

export interface DirectoryOutcome {
  readonly plan: Plan;
  readonly refusals: readonly { readonly code: DirectoryRefusal; readonly name: string; readonly sentence: string }[];
}

const SENTENCES: Readonly<Record<DirectoryRefusal, (name: string) => string>> = {
  blankName: () => '单位名称是空的，没有写入。',
  listedAlready: (name) => `“${name}”已在单位名录里，没有再写。`,
  takenByOther: (name) => `“${name}”已是另一个单位的名称或别名，没有写入，请写明是哪一个单位。`,
  noSuchUnit: (name) => `单位名录里没有“${name}”，别名没有写入。`,
  membersMissing: (name) => `“${name}”是统称，没有列出成员单位，没有写入。`,
  separatorInName: (name) => `“${name}”里有顿号或逗号，读的时候会分成几个单位，没有写入。`,
};

/** Names that may be put into 单位名录, with likely aliases. Nothing is decided here. */
export const proposedUnits = (of: Review): DirectoryProposal => atOnce(unitsInPortions(of));

export function* unitsInPortions(of: Review): InPortions<DirectoryProposal> {
  const proposed = yield* proposedInPortions(of.matters);
  const { directory } = of.registers;
  if (directory === null) return { first: true, units: proposed.map((unit) => ({ ...unit, mayBe: null })) };
  const known = createUnitDirectory(directory);
  const unknown = (name: string): boolean => ['unknown', 'openCollective'].includes(known.resolve(name).kind);
  return {
    first: false,
    units: proposed.flatMap((unit): DirectoryProposal['units'] => {
      const names = [unit, ...unit.aliases].filter(({ name }) => unknown(name));
      const [main, ...others] = names;
      if (main === undefined) return [];
      const stem = unitStem(main.name);
      const mayBe = isCollectiveName(main.name)
        ? undefined
        : directory.find(({ name, aliases }) => [name, ...aliases].some((each) => unitStem(each) === stem));
      const aliases = unit.aliases.filter((alias) => others.some(({ name }) => name === alias.name));
      return [{ ...unit, name: main.name, count: main.count, aliases, mayBe: mayBe?.name ?? null }];
    }),
  };
}

/** The plan that makes 单位名录, or adds rows and aliases to it, as the clerk decided. */
export function planDirectory(of: Review, decisions: readonly DirectoryDecision[]): DirectoryOutcome {
  const directory = of.registers.directory ?? [];
  const taken = new Set(directory.flatMap(({ name, aliases }) => [name, ...aliases]).map(foldText));
  const refusals: DirectoryOutcome['refusals'][number][] = [];
  const refuse = (code: DirectoryRefusal, name: string): false => {
    refusals.push({ code, name, sentence: SENTENCES[code](name) });
    return false;
  };
  const free = (name: string): boolean => {
    if (splitList(name).length > 1) return refuse('separatorInName', name);
    if (taken.has(foldText(name))) return refuse('takenByOther', name);
    taken.add(foldText(name));
    return true;
  };
  const rows: { name: string; aliases: readonly string[]; members: readonly string[] }[] = [];
  const added = new Map<DirectoryUnit, string[]>();
  for (const decision of decisions) {
    const aliases = decision.aliases.map((alias) => alias.trim()).filter((alias) => alias !== '');
    if (decision.kind === 'alias') {
      const unit = directory.find(({ name }) => foldText(name) === foldText(decision.unit));
      if (unit === undefined) refuse('noSuchUnit', decision.unit);
      else added.set(unit, [...(added.get(unit) ?? []), ...aliases.filter(free)]);
      continue;
    }
    const name = decision.name.trim();
    const members = decision.members.map((member) => member.trim()).filter((member) => member !== '');
    if (name === '') refuse('blankName', name);
    else if (directory.some((unit) => foldText(unit.name) === foldText(name))) refuse('listedAlready', name);
    // As a plain row a collective name would be read as one unit of its own.
    else if (isCollectiveName(name) && members.length === 0) refuse('membersMissing', name);
    else if (free(name)) rows.push({ name, aliases: aliases.filter(free), members });
  }
  const written = newRows(of, rows);
  const changes = [...aliasChanges(of, added, written), ...written];
  return { plan: { action: 'directory', asOf: of.asOf, expectations: [], changes }, refusals };
}

const newRows = (
  of: Review,
  rows: readonly { readonly name: string; readonly aliases: readonly string[]; readonly members: readonly string[] }[],
): readonly Change[] =>
  appendToRegister(of, {
    register: '单位名录',
    headers: DIRECTORY_HEADERS,
    rows: rows.map(({ name, aliases, members }) => ({
      单位: { text: name },
      别名: aliases.length === 0 ? null : { text: aliases.join('、') },
      成员单位: members.length === 0 ? null : { text: members.join('、') },
    })),
    widths: { 单位: 26, 别名: 30, 成员单位: 30 },
  });

/** Aliases go behind those that stand. A directory without the column gets it to its right. */
function aliasChanges(
  of: Review,
  added: ReadonlyMap<DirectoryUnit, readonly string[]>,
  rows: readonly Change[],
): readonly Change[] {
  const wanted = [...added].filter(([, aliases]) => aliases.length > 0);
  const sheet = registerSheet(of.reading.snapshot, '单位名录');
  const layout = sheet === undefined ? null : layoutOf(sheet, DIRECTORY_HEADERS);
  if (wanted.length === 0 || sheet === undefined || layout === null) return [];
  // Columns that the new rows add beside it.
  const headers = rows.flatMap((change) => (change.kind === 'setCell' ? [change] : []));
  const standing = layout.columns.get('别名') ?? headers.find(({ after }) => after === '别名')?.cell.column;
  const column = standing ?? firstFreeColumn(sheet, layout) + headers.length;
  const header = { sheet: sheet.name, row: layout.headerRow, column };
  return [
    ...(standing === undefined ? [{ kind: 'setCell', cell: header, before: '', after: '别名' } as const] : []),
    ...wanted.map(([unit, aliases]): Change => {
      const { row } = unit.cell;
      const before = valueAt(sheet, row, column);
      const text = cellText(before);
      const after = [...(text === '' ? [] : [text]), ...aliases].join('、');
      return { kind: 'setCell', cell: { sheet: sheet.name, row, column }, before, after };
    }),
  ];
}
