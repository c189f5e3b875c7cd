import type { Field } from '../../domain/ledger/fields';
import { REGISTER_SHEETS } from '../../domain/ledger/ownSheets';
import type { Expectation } from '../../domain/plan';
import { atOnce, map, type InPortions } from '../../domain/portions';
import { registerSheet } from '../../domain/registers/registerSheet';
import { valueAt, type SheetSnapshot } from '../../domain/snapshot';
import type { Review } from './review';

/** The ledger's columns that decide a score. */
const DECIDING: readonly Field[] = [
  'title',
  'category',
  'leadUnit',
  'coUnits',
  'assignedOn',
  'deadline',
  'leaderDeadline',
  'extendedTo',
  'closedOn',
  'status',
];

/**
 * Registers and the ledgers' deciding columns must stand as they were read for figures made from them to be written;
 * one row more of each register, so that a row entered meanwhile is seen.
 */
export const readAlike = (of: Review): readonly Expectation[] => atOnce(alikeInPortions(of));

export function* alikeInPortions(of: Review): InPortions<readonly Expectation[]> {
  const { snapshot } = of.reading;
  const expectations: Expectation[] = [];
  for (const name of REGISTER_SHEETS) {
    const sheet = registerSheet(snapshot, name);
    if (sheet === undefined || sheet.values.length === 0) continue;
    const width = sheet.values[0]!.length;
    const bottom = sheet.top + sheet.values.length;
    expectations.push(yield* expectation(sheet, sheet.top, bottom, sheet.left, sheet.left + width - 1));
  }
  for (const { sheet: name, connection, lastMatterRow } of of.ledgers) {
    const sheet = snapshot.sheets.find((each) => each.name === name);
    const top = connection.headerBottom + 1;
    if (sheet === undefined || lastMatterRow < top) continue;
    const columns = new Set(DECIDING.flatMap((field) => connection.columns[field]?.column ?? []));
    for (const column of columns) expectations.push(yield* expectation(sheet, top, lastMatterRow, column, column));
  }
  return expectations;
}

function* expectation(
  sheet: SheetSnapshot,
  top: number,
  bottom: number,
  left: number,
  right: number,
): InPortions<Expectation> {
  const across = Array.from({ length: right - left + 1 }, (_, offset) => left + offset);
  const down = Array.from({ length: bottom - top + 1 }, (_, offset) => top + offset);
  return {
    sheet: sheet.name,
    area: { top, left, bottom, right },
    values: yield* map(down, (row) => across.map((column) => valueAt(sheet, row, column))),
    about: `“${sheet.name}”`,
  };
}
