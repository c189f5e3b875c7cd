import type { CivilDate } from '../calendar/civilDate';
import type { BulletinChoices, Named } from './composeBulletin';
import type { BulletinFigures } from './figures';

/** Units that may be commended (提前完成 in the period) or criticised (逾期未办结), with the matters that speak for it. */
export interface Candidates {
  readonly commend: readonly Named[];
  readonly criticise: readonly Named[];
}

const known = new WeakMap<BulletinFigures, Candidates>();

/** Looked at again with every word that is written: the figures stay the same meanwhile. */
export function candidatesOf(figures: BulletinFigures): Candidates {
  const before = known.get(figures);
  if (before !== undefined) return before;
  const found = candidatesAmong(figures);
  known.set(figures, found);
  return found;
}

function candidatesAmong({ units, early }: BulletinFigures): Candidates {
  const earlyKeys = new Set(early.map(({ key }) => key));
  const named = (keysOf: (unit: BulletinFigures['units'][number]) => readonly string[]): readonly Named[] =>
    units
      .map((each) => ({ unit: each.unit, keys: keysOf(each) }))
      .filter(({ keys }) => keys.length > 0)
      .sort((one, other) => other.keys.length - one.keys.length);
  return {
    commend: named(({ keys }) => keys.filter((key) => earlyKeys.has(key))),
    criticise: named(({ overdue }) => overdue),
  };
}

/** What was decided, by unit: their matters follow from the figures. */
export interface Decided {
  readonly commended: readonly string[];
  readonly criticised: readonly { readonly unit: string; readonly limit: CivilDate }[];
}

export const NOTHING_DECIDED: Decided = { commended: [], criticised: [] };

/** A unit that was decided on and is no candidate any more is named without matters. */
export function choicesOf(figures: BulletinFigures, { commended, criticised }: Decided): BulletinChoices | null {
  if (commended.length + criticised.length === 0) return null;
  const { commend, criticise } = candidatesOf(figures);
  const keysIn = (list: readonly Named[], unit: string): readonly string[] =>
    list.find((each) => each.unit === unit)?.keys ?? [];
  return {
    commended: commended.length === 0 ? null : commended.map((unit) => ({ unit, keys: keysIn(commend, unit) })),
    criticised: criticised.map(({ unit, limit }) => ({ unit, keys: keysIn(criticise, unit), limit })),
  };
}
