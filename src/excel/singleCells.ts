import { cellName, type CellRef, type CellValue } from '../domain/cell';
import type { Change } from '../domain/plan';
import { rangeAt } from './areasOnWire';
import { gathered, isGone, sheetAt, type SheetThere } from './gatheredRows';
import type { Incoming } from './incoming';
import { bytesOf } from './wireBytes';

/** A cell as it stands. */
export interface FoundCell {
  readonly value: CellValue;
  /** What Excel gives as its formula: the value where it has none. Undefined where it was not asked for. */
  readonly formula: unknown;
  readonly numberFormat: string;
}

/** Quotes, comma, and as much again for the cells between that are asked for along with it. */
const FRAME = 24;

/**
 * Cells that are set one by one, asked for in runs down their columns: a question for each would not fit a request. The
 * answer, to be taken after the next sync, is null where the sheet is gone.
 */
export async function askSingleCells(
  incoming: Incoming,
  changes: readonly Change[],
  properties: 'values,numberFormat' | 'values,formulas,numberFormat',
  there: SheetThere,
): Promise<(cell: CellRef) => FoundCell | null> {
  const asked = changes.flatMap((change) => {
    if (change.kind !== 'setCell') return [];
    const { sheet, row, column } = change.cell;
    return [{ sheet, row, left: column, right: column, bytes: 2 * bytesOf(change.before) + FRAME }];
  });
  const found = new Map<string, () => FoundCell | null>();
  for (const { sheet: name, area, bytes, rows } of gathered(asked)) {
    await incoming.room(bytes);
    const sheet = sheetAt(incoming.context, name, there);
    const range = rangeAt(sheet, area).load(properties);
    const withFormulas = properties.includes('formulas');
    for (const { row, left: column } of rows) {
      const at = row - area.top;
      found.set(cellName({ sheet: name, row, column }), () =>
        isGone(sheet, there)
          ? null
          : {
              value: (range.values as CellValue[][])[at]![0]!,
              formula: withFormulas ? (range.formulas as unknown[][])[at]![0] : undefined,
              numberFormat: String(range.numberFormat[at]![0]),
            },
      );
    }
  }
  return (cell) => found.get(cellName(cell))!();
}
