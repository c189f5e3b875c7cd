import type { CellRef } from '../cell';
import type { Registers } from '../registers/registers';
import { namesIn, type UnitRoll } from './unitRoll';

/** The units a name in a register row means, listed or not. */
export const unitsMeant = (roll: UnitRoll, written: string): readonly string[] => [
  ...new Set(
    namesIn(roll, written).flatMap((name) => {
      const meaning = roll.meaning(name);
      if (meaning.kind === 'units') return meaning.units;
      return meaning.kind === 'unknown' ? [meaning.unit] : [];
    }),
  ),
];

interface OfUnit {
  readonly unit: string;
  readonly cell: CellRef;
}

/** A register's entries by sheet row, and the rows that concern a unit. */
interface ByUnit<Entry> {
  readonly entries: ReadonlyMap<number, readonly Entry[]>;
  readonly rows: ReadonlyMap<string, readonly number[]>;
}

/** A register is gone through once; its units are those of the same workbook's 单位名录. */
const known = new WeakMap<readonly OfUnit[], ByUnit<OfUnit>>();

function byUnit<Entry extends OfUnit>(register: readonly Entry[], roll: UnitRoll): ByUnit<Entry> {
  const found = known.get(register) as ByUnit<Entry> | undefined;
  if (found !== undefined) return found;
  const meant = new Map<string, readonly string[]>();
  const entries = new Map<number, Entry[]>();
  const rows = new Map<string, number[]>();
  for (const entry of register) {
    const { row } = entry.cell;
    const own = entries.get(row);
    if (own === undefined) entries.set(row, [entry]);
    else own.push(entry);
    let units = meant.get(entry.unit);
    if (units === undefined) meant.set(entry.unit, (units = unitsMeant(roll, entry.unit)));
    for (const unit of units) {
      const of = rows.get(unit);
      if (of === undefined) rows.set(unit, [row]);
      else of.push(row);
    }
  }
  const made = { entries, rows };
  known.set(register, made);
  return made;
}

/** The rows that concern one of these units, whole, in their order. */
function concerning<Entry extends OfUnit>(
  register: readonly Entry[] | null,
  units: ReadonlySet<string>,
  roll: UnitRoll,
): readonly Entry[] | null {
  if (register === null) return null;
  const { entries, rows } = byUnit(register, roll);
  const own = new Set([...units].flatMap((unit) => rows.get(unit) ?? []));
  return [...own].sort((one, other) => one - other).flatMap((row) => entries.get(row)!);
}

/** The registers as far as they concern these units. */
export const registersOf = (registers: Registers, units: ReadonlySet<string>, roll: UnitRoll): Registers => ({
  ...registers,
  notices: concerning(registers.notices, units, roll),
  events: concerning(registers.events, units, roll),
});
