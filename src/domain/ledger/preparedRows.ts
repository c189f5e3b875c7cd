import type { CellValue } from '../cell';
import { cellText, isBlank } from '../cellText';
import type { SheetSnapshot } from '../snapshot';
import type { LedgerConnection } from './connection';
import { statusMeaning } from './statusWords';

const NUMBER = /^[\d０-９.-]+$/;

/**
 * Whether a row is made ready and not filled in: a number, a status of what is not begun or under way, figures that
 * formulas leave in columns of no field (逾期天数 0), and nothing else. 办结 beside a number is a matter's.
 */
export function preparedRows(
  { left }: SheetSnapshot,
  { columns, moreStatus = [] }: LedgerConnection,
): (values: readonly CellValue[]) => boolean {
  const idColumn = columns.id?.column;
  const status = new Map(
    [...(columns.status === undefined ? [] : [columns.status]), ...moreStatus].map(({ column, header }) => [
      column,
      header,
    ]),
  );
  const fields = new Set(Object.values(columns).map(({ column }) => column));
  return (values) =>
    values.every((value, index) => {
      if (isBlank(value)) return true;
      const column = left + index;
      if (column === idColumn) return NUMBER.test(cellText(value));
      const header = status.get(column);
      if (header === undefined) return typeof value === 'number' && !fields.has(column);
      const meaning = statusMeaning(cellText(value), header);
      return meaning === 'open' || meaning === 'notAssigned' || meaning === 'blank';
    });
}
