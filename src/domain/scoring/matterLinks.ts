import { foldText } from '../foldText';
import type { Matter } from '../matter';
import { atOnce, type InPortions } from '../portions';
import { indexInPortions } from '../registers/linkMatters';
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
  return {
    find: (reference) => distinct(index.link(reference).flatMap(({ matter }) => (matter === null ? [] : [matter]))),
    keys: (reference) =>
      distinct(
        index
          .link(reference)
          .map(({ id, matter }) => matter?.key ?? `${reference.ledger ?? ''}#${foldText(id ?? reference.title ?? '')}`),
      ),
  };
}

const distinct = <T>(items: readonly T[]): readonly T[] => (items.length < 2 ? items : [...new Set(items)]);
