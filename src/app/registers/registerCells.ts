import { isDateFormat } from '../../domain/calendar/dateFormat';
import { REGISTER_HEADERS, type RegisterHeader, type RegisterValue } from '../../domain/notices/registerRow';
import type { Change } from '../../domain/plan';
import { atOnce, map, type InPortions } from '../../domain/portions';
import { formatAt, valueAt } from '../../domain/snapshot';
import { dateFormatOf, dateValue } from '../ledger/ledgerCells';
import { noticeRegister } from '../letters/lettersOnRecord';
import { firstFreeColumn } from './registerRows';
import type { Review } from '../reading/review';

/** Cells of one row of 文书登记簿, by header. */
export interface RegisterRowCells {
  /** From 0. */
  readonly row: number;
  readonly cells: Readonly<Partial<Record<RegisterHeader, RegisterValue>>>;
}

/** Changes of rows that stand in 文书登记簿; a column the sheet lacks is added to the right. */
export const registerCells = (...asked: Parameters<typeof cellsInPortions>): readonly Change[] =>
  atOnce(cellsInPortions(...asked));

export function* cellsInPortions(of: Review, rows: readonly RegisterRowCells[]): InPortions<readonly Change[]> {
  const register = noticeRegister(of);
  if (register === null) return [];
  const { sheet, layout } = register;
  const missing = REGISTER_HEADERS.filter(
    (header) => !layout.columns.has(header) && rows.some(({ cells }) => cells[header] !== undefined),
  );
  const free = firstFreeColumn(sheet, layout);
  const columns = new Map([
    ...layout.columns,
    ...missing.map((header, index): [string, number] => [header, free + index]),
  ]);
  const headers = missing.map((header): Change => {
    const cell = { sheet: sheet.name, row: layout.headerRow, column: columns.get(header)! };
    return { kind: 'setCell', cell, before: '', after: header };
  });
  const values = yield* map(rows, ({ row, cells }) =>
    (Object.entries(cells) as [RegisterHeader, RegisterValue][]).flatMap(([header, value]): readonly Change[] => {
      const cell = { sheet: sheet.name, row, column: columns.get(header)! };
      const before = valueAt(sheet, row, cell.column);
      if (value === null) return [];
      if ('text' in value) return [{ kind: 'setCell', cell, before, after: value.text }];
      const formatBefore = formatAt(sheet, row, cell.column);
      const numberFormat = isDateFormat(formatBefore) ? formatBefore : dateFormatOf(sheet, cell.column);
      return [{ kind: 'setCell', cell, before, after: dateValue(of, value.date), numberFormat, formatBefore }];
    }),
  );
  return [...headers, ...values.flat()];
}
