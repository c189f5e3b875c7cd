import type { Field } from '../../domain/ledger/fields';
import { REGISTER_SHEETS } from '../../domain/ledger/ownSheets';
import type { Expectation } from '../../domain/plan';
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
export function readAlike(of: Review): readonly Expectation[] {
  const { snapshot } = of.reading;
  const registers = REGISTER_SHEETS.flatMap((name) => {
    const sheet = registerSheet(snapshot, name);
    if (sheet === undefined || sheet.values.length === 0) return [];
    const width = sheet.values[0]!.length;
    const bottom = sheet.top + sheet.values.length;
    return [expectation(sheet, sheet.top, bottom, sheet.left, sheet.left + width - 1)];
  });
  const ledgers = of.ledgers.flatMap(({ sheet: name, connection, lastMatterRow }) => {
    const sheet = snapshot.sheets.find((each) => each.name === name);
    const top = connection.headerBottom + 1;
    if (sheet === undefined || lastMatterRow < top) return [];
    const columns = new Set(DECIDING.flatMap((field) => connection.columns[field]?.column ?? []));
    return [...columns].map((column) => expectation(sheet, top, lastMatterRow, column, column));
  });
  return [...registers, ...ledgers];
}

function expectation(sheet: SheetSnapshot, top: number, bottom: number, left: number, right: number): Expectation {
  const across = Array.from({ length: right - left + 1 }, (_, offset) => left + offset);
  return {
    sheet: sheet.name,
    area: { top, left, bottom, right },
    values: Array.from({ length: bottom - top + 1 }, (_, offset) =>
      across.map((column) => valueAt(sheet, top + offset, column)),
    ),
    about: `“${sheet.name}”`,
  };
}
