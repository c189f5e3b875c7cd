import type { CellValue } from '../domain/cell';
import type { Expectation } from '../domain/plan';
import { rangeAt } from './areasOnWire';
import { gathered, isGone, sheetAt, type SheetThere } from './gatheredRows';
import type { Incoming } from './incoming';
import { bytesOf } from './wireBytes';

/** The one row of an expectation as it is; null where its sheet is gone. */
type RowNow = readonly [readonly CellValue[]] | null;

/** Asks for single rows, those near each other together; each answer may be taken after the next sync. */
export async function askRows(
  incoming: Incoming,
  expectations: readonly Expectation[],
  there: SheetThere,
): Promise<ReadonlyMap<Expectation, () => RowNow>> {
  const asked = expectations.map((expectation) => {
    const { sheet, area, values } = expectation;
    return { expectation, sheet, row: area.top, left: area.left, right: area.right, bytes: bytesOf(values) };
  });
  const answers = new Map<Expectation, () => RowNow>();
  for (const { sheet: name, area, bytes, rows } of gathered(asked)) {
    await incoming.room(bytes);
    const sheet = sheetAt(incoming.context, name, there);
    const range = rangeAt(sheet, area).load('values');
    for (const { expectation, row } of rows) {
      answers.set(expectation, () =>
        isGone(sheet, there) ? null : [(range.values as CellValue[][])[row - area.top]!],
      );
    }
  }
  return answers;
}
