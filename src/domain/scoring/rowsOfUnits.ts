import type { CellRef } from '../cell';
import { firstWhere } from '../firstWhere';
import type { Registers } from '../registers/registers';
import type { ChangedRegister } from '../registers/registersAgain';
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

/** Sheet rows of a register by the unit they concern, in their order. */
type RowsByUnit = ReadonlyMap<string, readonly number[]>;

/** A register is gone through once; its units are those of the same workbook's 单位名录. */
const known = new WeakMap<readonly OfUnit[], RowsByUnit>();

function rowsByUnit(register: readonly OfUnit[], roll: UnitRoll): RowsByUnit {
  const found = known.get(register);
  if (found !== undefined) return found;
  const meant = new Map<string, readonly string[]>();
  const rows = new Map<string, number[]>();
  for (const entry of register) {
    let units = meant.get(entry.unit);
    if (units === undefined) meant.set(entry.unit, (units = unitsMeant(roll, entry.unit)));
    for (const unit of units) {
      const of = rows.get(unit);
      if (of === undefined) rows.set(unit, [entry.cell.row]);
      else of.push(entry.cell.row);
    }
  }
  known.set(register, rows);
  return rows;
}

/** Keeps for a register of which some rows were changed what is kept for the one before; nothing where nothing is. */
export function rowsOfUnitsAfter({ before, after, gone, come }: ChangedRegister<OfUnit>, roll: UnitRoll): void {
  const found = known.get(before);
  if (found === undefined) return;
  const rows = new Map(found);
  const left = new Set(gone.map(({ cell }) => cell.row));
  for (const unit of gone.flatMap((entry) => unitsMeant(roll, entry.unit))) {
    rows.set(
      unit,
      (rows.get(unit) ?? []).filter((row) => !left.has(row)),
    );
  }
  for (const { unit: written, cell } of come) {
    for (const unit of unitsMeant(roll, written)) {
      rows.set(unit, [...(rows.get(unit) ?? []), cell.row]);
    }
  }
  known.set(after, rows);
}

/** The rows of a register, whole, that concern one of these units or are among the others, in their order. */
function concerning<Entry extends OfUnit>(
  register: readonly Entry[] | null,
  units: ReadonlySet<string>,
  roll: UnitRoll,
  others: readonly OfUnit[],
): readonly Entry[] | null {
  if (register === null) return null;
  const rows = rowsByUnit(register, roll);
  const sheet = register[0]?.cell.sheet;
  const here = others.flatMap(({ cell }) => (cell.sheet === sheet ? cell.row : []));
  const own = new Set([...here, ...[...units].flatMap((unit) => rows.get(unit) ?? [])]);
  const startOf = (row: number): number => firstWhere(register, ({ cell }) => cell.row >= row);
  return [...own].sort((one, other) => one - other).flatMap((row) => register.slice(startOf(row), startOf(row + 1)));
}

/** The registers as far as they concern these units, or are the rows of `others`. */
export const registersOf = (
  registers: Registers,
  units: ReadonlySet<string>,
  roll: UnitRoll,
  others: readonly OfUnit[],
): Registers => ({
  ...registers,
  notices: concerning(registers.notices, units, roll, others),
  events: concerning(registers.events, units, roll, others),
});
