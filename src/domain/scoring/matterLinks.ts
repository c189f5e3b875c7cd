import { foldText } from '../foldText';
import type { Matter } from '../matter';
import type { MatterReference } from '../registers/registers';

/** Joins 事项编号 and 事项 of a register row to the ledgers. */
export interface MatterLinks {
  /** The matters meant; a number that means none or several means none. */
  readonly find: (reference: MatterReference) => readonly Matter[];
  /** One identity for each matter named, found or not. */
  readonly keys: (reference: MatterReference) => readonly string[];
}

/**
 * A number alone is enough where it is unique in the workbook (or in the ledger named);
 * where the title is given too it must agree (rules.md §8). Without numbers a unique title is enough.
 */
export function matterLinks(matters: readonly Matter[]): MatterLinks {
  const byId = groupBy(matters, (matter) => matter.id);
  const byTitle = groupBy(matters, (matter) => matter.title);

  const one = (reference: MatterReference, id: string): Matter | null => {
    const inLedger = (byId.get(foldText(id)) ?? []).filter((matter) => within(matter, reference));
    const meant = reference.ids.length === 1 ? agreeing(inLedger, reference.title) : inLedger;
    return meant.length === 1 ? meant[0]! : null;
  };

  const titled = (reference: MatterReference): Matter | null => {
    if (reference.title === null) return null;
    const meant = (byTitle.get(foldText(reference.title)) ?? []).filter((matter) => within(matter, reference));
    return meant.length === 1 ? meant[0]! : null;
  };

  const named = (reference: MatterReference): readonly (readonly [Matter | null, string])[] => {
    if (reference.ids.length > 0) {
      return reference.ids.map((id) => [one(reference, id), `${reference.ledger ?? ''}#${foldText(id)}`] as const);
    }
    return reference.title === null ? [] : [[titled(reference), `“${foldText(reference.title)}”`] as const];
  };

  return {
    find: (reference) => [...new Set(named(reference).flatMap(([matter]) => (matter === null ? [] : [matter])))],
    keys: (reference) => [...new Set(named(reference).map(([matter, written]) => matter?.key ?? written))],
  };
}

const within = (matter: Matter, reference: MatterReference): boolean =>
  reference.ledger === null || matter.sheet === reference.ledger;

const agreeing = (matters: readonly Matter[], title: string | null): readonly Matter[] =>
  title === null
    ? matters
    : matters.filter((matter) => matter.title === null || foldText(matter.title) === foldText(title));

function groupBy(matters: readonly Matter[], key: (matter: Matter) => string | null): Map<string, Matter[]> {
  const groups = new Map<string, Matter[]>();
  for (const matter of matters) {
    const value = key(matter);
    if (value === null) continue;
    groups.set(foldText(value), [...(groups.get(foldText(value)) ?? []), matter]);
  }
  return groups;
}
