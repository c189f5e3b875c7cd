import { foldText } from '../foldText';
import type { Matter } from '../matter';
import { atOnce, type InPortions } from '../portions';
import { indexInPortions, type Link } from '../registers/linkMatters';
import type { MatterReference } from '../registers/registers';

/** 事项编号 and 事项 of a register row, as scoring asks them. */
export interface MatterLinks {
  /** The matters meant, as far as the ledgers have them. */
  readonly find: (reference: MatterReference) => readonly Matter[];
  /** One identity for each matter named, found or not. */
  readonly keys: (reference: MatterReference) => readonly string[];
}

export const matterLinks = (matters: readonly Matter[]): MatterLinks => atOnce(linksInPortions(matters));

export function* linksInPortions(matters: readonly Matter[]): InPortions<MatterLinks> {
  const index = yield* indexInPortions(matters);
  const asked = new Map<MatterReference, Named>();
  const named = (reference: MatterReference): Named => {
    let found = asked.get(reference);
    if (found === undefined) asked.set(reference, (found = namedBy(reference, index.link(reference))));
    return found;
  };
  return { find: (reference) => named(reference).matters, keys: (reference) => named(reference).keys };
}

/** What a reference names; the same rows are asked again at each date. */
interface Named {
  readonly matters: readonly Matter[];
  readonly keys: readonly string[];
}

function namedBy(reference: MatterReference, links: readonly Link[]): Named {
  const keyOf = ({ id, matter }: Link): string =>
    matter?.key ?? `${reference.ledger ?? ''}#${foldText(id ?? reference.title ?? '')}`;
  return {
    matters: distinct(links.flatMap(({ matter }) => matter ?? [])),
    keys: distinct(links.map(keyOf)),
  };
}

const distinct = <T>(items: readonly T[]): readonly T[] => (items.length < 2 ? items : [...new Set(items)]);
