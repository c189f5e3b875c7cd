import { endOfMonth, type CivilDate } from '../calendar/civilDate';
import { foldText } from '../foldText';
import type { Matter } from '../matter';
import { atOnce, filter, forEach, map, type InPortions } from '../portions';
import type { LedgerReading } from './readLedger';

/** The number of a matter carried over from an earlier year's ledger: `2026年12号`. */
export const carriedNumber = (year: number, id: string): string => `${year}年${id}号`;

const CARRIED = /^(\d{4})年(.+)号$/;

/** A row that may be carried over: from which year, and under which number it stood there. */
interface Carried {
  readonly matter: Matter;
  readonly ledger: LedgerReading;
  readonly from: number;
  readonly id: string | null;
}

/**
 * A matter carried over at year-end stands in two ledgers and is one matter: until the end of the old year the old
 * row is it, from then on the new row, to which the registers' rows of the old number lead as well. Told by the number
 * that carrying over gives; where matters have none, by title, units and assignment in ledgers of following years.
 */
export const withoutCarried = (ledgers: readonly LedgerReading[], asOf: CivilDate): readonly LedgerReading[] =>
  atOnce(carriedInPortions(ledgers, asOf));

export function* carriedInPortions(
  ledgers: readonly LedgerReading[],
  asOf: CivilDate,
): InPortions<readonly LedgerReading[]> {
  const carried = yield* carriedRows(ledgers);
  const dropped = new Set<Matter>();
  const former = new Map<Matter, Matter>();
  for (const ledger of carried.length === 0 ? [] : ledgers) {
    const olds = yield* byKey(ledger);
    yield* forEach(carried, ({ matter, ledger: later, from, id }) => {
      if (later === ledger || (ledger.titleYear ?? (id === null ? null : from)) !== from) return;
      const old = olds.get(keyOf(matter, id)) ?? null;
      if (old === null) return;
      if (asOf <= endOfMonth(from, 12)) dropped.add(matter);
      else {
        dropped.add(old);
        former.set(matter, old);
      }
    });
  }
  if (dropped.size === 0) return ledgers;
  const kept: LedgerReading[] = [];
  for (const ledger of ledgers) {
    const left = yield* filter(ledger.matters, (matter) => !dropped.has(matter));
    const matters = yield* map(left, (matter) => {
      const old = former.get(matter);
      return old === undefined ? matter : { ...matter, formerly: { sheet: old.sheet, id: old.id } };
    });
    kept.push({ ...ledger, matters });
  }
  return kept;
}

/** A matter of one of these ledgers may be, or be carried over as, a matter of another. */
export const mayCarry = (ledgers: readonly LedgerReading[]): boolean =>
  ledgers.length > 1 &&
  (ledgers.some(({ matters }) => matters.some(({ formerly }) => formerly !== undefined)) ||
    atOnce(carriedRows(ledgers)).length > 0);

function* carriedRows(ledgers: readonly LedgerReading[]): InPortions<readonly Carried[]> {
  const rows: Carried[] = [];
  if (ledgers.length < 2) return rows;
  const years = new Set(ledgers.map(({ titleYear }) => titleYear));
  for (const ledger of ledgers) {
    const before = ledger.titleYear === null ? null : ledger.titleYear - 1;
    yield* forEach(ledger.matters, (matter) => {
      const [, year, id] = CARRIED.exec(matter.id ?? '') ?? [];
      if (matter.id === null) {
        if (before !== null && years.has(before)) rows.push({ matter, ledger, from: before, id: null });
      } else if (id !== undefined) rows.push({ matter, ledger, from: Number(year), id });
    });
  }
  return rows;
}

/** Matters by key; null where two cannot be told apart. */
function* byKey({ matters }: LedgerReading): InPortions<ReadonlyMap<string, Matter | null>> {
  const found = new Map<string, Matter | null>();
  yield* forEach(matters, (matter) => {
    const key = keyOf(matter, matter.id);
    found.set(key, found.has(key) ? null : matter);
  });
  return found;
}

/** A number alone is re-used within a ledger: title, units and assignment go with it. */
function keyOf({ title, leadUnits, assignedOn }: Matter, id: string | null): string {
  const assigned = assignedOn.reading.kind === 'date' ? assignedOn.reading.date : '';
  const units = leadUnits.map(({ unit }) => unit).join('、');
  return [id === null ? '' : foldText(id), foldText(title ?? ''), units, assigned].join('|');
}
