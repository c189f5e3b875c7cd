import { endOfMonth, type CivilDate } from '../calendar/civilDate';
import { foldText } from '../foldText';
import type { Matter } from '../matter';
import type { LedgerReading } from './readLedger';

/** The number of a matter carried over from an earlier year's ledger: `2026年12号`. */
export const carriedNumber = (year: number, id: string): string => `${year}年${id}号`;

const CARRIED = /^(\d{4})年(.+)号$/;

/**
 * A matter carried over at year-end stands in two ledgers and is one matter: until the end of the old year the old
 * row is it, from then on the new row, to which the registers' rows of the old number lead as well. Told by the number
 * that carrying over gives; where matters have none, by title, units and assignment in ledgers of following years.
 */
export function withoutCarried(ledgers: readonly LedgerReading[], asOf: CivilDate): readonly LedgerReading[] {
  if (ledgers.length < 2) return ledgers;
  const dropped = new Set<Matter>();
  const former = new Map<Matter, Matter>();
  for (const ledger of ledgers) {
    const olds = new Map<string, Matter | null>();
    for (const matter of ledger.matters) {
      const key = keyOf(matter, matter.id);
      olds.set(key, olds.has(key) ? null : matter);
    }
    for (const later of ledgers) {
      if (later === ledger) continue;
      for (const matter of later.matters) {
        const [, year, id] = CARRIED.exec(matter.id ?? '') ?? [];
        const from = year === undefined ? yearBefore(later, ledger) : Number(year);
        if (from === null || (ledger.titleYear ?? from) !== from || (matter.id !== null && id === undefined)) continue;
        const old = olds.get(keyOf(matter, id ?? null)) ?? null;
        if (old === null) continue;
        if (asOf <= endOfMonth(from, 12)) dropped.add(matter);
        else {
          dropped.add(old);
          former.set(matter, old);
        }
      }
    }
  }
  if (dropped.size === 0) return ledgers;
  return ledgers.map((ledger) => ({
    ...ledger,
    matters: ledger.matters.flatMap((matter) => {
      if (dropped.has(matter)) return [];
      const old = former.get(matter);
      return old === undefined ? [matter] : [{ ...matter, formerly: { sheet: old.sheet, id: old.id } }];
    }),
  }));
}

/** A matter of one of these ledgers may be, or be carried over as, a matter of another. */
export function mayCarry(ledgers: readonly LedgerReading[]): boolean {
  if (ledgers.length < 2) return false;
  const follow = ledgers.some((later) => ledgers.some((earlier) => yearBefore(later, earlier) !== null));
  return ledgers.some(({ matters }) =>
    matters.some(({ id, formerly }) =>
      id === null ? follow : formerly !== undefined || (id.endsWith('号') && CARRIED.test(id)),
    ),
  );
}

const yearBefore = (later: LedgerReading, earlier: LedgerReading): number | null =>
  earlier.titleYear !== null && later.titleYear === earlier.titleYear + 1 ? earlier.titleYear : null;

/** A number alone is re-used within a ledger: title, units and assignment go with it. */
function keyOf({ title, leadUnits, assignedOn }: Matter, id: string | null): string {
  const assigned = assignedOn.reading.kind === 'date' ? assignedOn.reading.date : '';
  const units = leadUnits.map(({ unit }) => unit).join('、');
  return [id === null ? '' : foldText(id), foldText(title ?? ''), units, assigned].join('|');
}
