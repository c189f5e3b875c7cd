import { foldText } from '../foldText';
import type { Matter } from '../matter';
import { atOnce, forEach, type InPortions } from '../portions';
import { isCollectiveName, unitStem, withoutRegion } from './unitNames';

/** A unit of the ledgers as a row of a new 单位名录; the clerk decides on each alias. */
export interface ProposedUnit {
  readonly name: string;
  /** Matters that name it, as lead or cooperating. */
  readonly count: number;
  /** Other ways the ledgers write what may be the same unit, and why they may be. */
  readonly aliases: readonly { readonly name: string; readonly count: number; readonly reason: string }[];
  /** 各街道 and the like: 成员单位 must be filled before it can be scored. */
  readonly collective: boolean;
}

/** Units of the ledgers for a first 单位名录, most frequent first; the most frequent way to write one is its name. */
export const proposeDirectory = (matters: readonly Matter[]): readonly ProposedUnit[] =>
  atOnce(proposedInPortions(matters));

export function* proposedInPortions(matters: readonly Matter[]): InPortions<readonly ProposedUnit[]> {
  const counts = new Map<string, { readonly name: string; count: number }>();
  yield* forEach(matters, (matter) => {
    const written = new Set([...matter.leadUnits, ...matter.coUnits].map((mention) => mention.written));
    for (const name of written) {
      const key = foldText(name);
      const known = counts.get(key);
      if (known === undefined) counts.set(key, { name, count: 1 });
      else known.count += 1;
    }
  });
  const groups = new Map<string, { readonly name: string; readonly count: number }[]>();
  yield* forEach([...counts.values()], (entry) => {
    const key = isCollectiveName(entry.name) ? `各${entry.name}` : unitStem(entry.name);
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  });
  return [...groups].map(([stem, group]) => proposalOf(stem, [...group].sort(mostFrequent))).sort(mostFrequent);
}

const mostFrequent = (
  a: { readonly name: string; readonly count: number },
  b: { readonly name: string; readonly count: number },
): number => b.count - a.count || a.name.length - b.name.length || (a.name < b.name ? -1 : 1);

function proposalOf(stem: string, group: readonly { readonly name: string; readonly count: number }[]): ProposedUnit {
  const [main, ...others] = group;
  return {
    name: main!.name,
    count: main!.count,
    aliases: others.map(({ name, count }) => ({ name, count, reason: reasonFor(main!.name, name, stem) })),
    collective: isCollectiveName(main!.name),
  };
}

function reasonFor(main: string, other: string, stem: string): string {
  if (withoutRegion(main) === withoutRegion(other)) return `只差地名：去掉地名都是“${withoutRegion(main)}”`;
  if (main.includes(stem) && other.includes(stem)) return `都含“${stem}”，只差地名或局、委、办`;
  return `全称与简称：都可以简称“${stem}”`;
}
