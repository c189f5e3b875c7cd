/* eslint-disable office-addins/call-sync-before-read -- every answer is taken after the sync of the caller, which the rule cannot see */
import type { CellValue } from '../domain/cell';
import { cellText } from '../domain/cellText';
import {
  drawnRows,
  holderOf,
  settlementOf,
  type DrawnRows,
  type RegisterLine,
  type Settlement,
} from '../domain/notices/heldNumbers';
import type { Plan } from '../domain/plan';
import { holdsRows } from './changeState';
import { sameValue } from './writtenValue';

/** What a register says of the numbers a plan holds. Taken after the next sync. */
export interface HeldNow {
  readonly settlement: Settlement;
  /** Every row stands where it was put, held or final. */
  readonly stands: boolean;
  /** Rows that carry the plan's token, wherever they stand now. */
  readonly own: readonly { readonly change: DrawnRows; readonly line: RegisterLine }[];
}

const ORDER: readonly Settlement[] = ['settled', 'waits', 'yields'];

/** Asks for the registers into which a plan's drawn rows go, whole. */
export function askHeldNumbers(context: Excel.RequestContext, plan: Plan): () => HeldNow {
  const asked = drawnRows(plan).map((change) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(change.sheet);
    const used = sheet.getUsedRangeOrNullObject(true).load('values,rowIndex,columnIndex');
    const lines = (): readonly RegisterLine[] =>
      sheet.isNullObject || used.isNullObject
        ? []
        : (used.values as CellValue[][]).map((values, index) => ({
            row: used.rowIndex + index,
            values: [...Array.from({ length: used.columnIndex }, () => ''), ...values],
          }));
    return { change, lines };
  });
  return () => {
    const found = asked.map(({ change, lines }) => ({ change, lines: lines() }));
    const settlements = found.map(({ change, lines }) => settlementOf(change, lines));
    return {
      stands: found.every(({ change, lines }) => standsIn(lines, change)),
      settlement: ORDER.findLast((each) => settlements.includes(each)) ?? 'settled',
      own: found.flatMap(({ change, lines }) =>
        lines
          .filter(({ values }) => holderOf(cellText(values[change.drawn.note] ?? '')) === change.drawn.token)
          .map((line) => ({ change, line })),
      ),
    };
  };
}

function standsIn(lines: readonly RegisterLine[], change: DrawnRows): boolean {
  const now = change.rows.map((row, index) => {
    const line = lines.find((each) => each.row === change.at + index);
    return row.map((_, column): CellValue => line?.values[column] ?? '');
  });
  const final = now.every((row, index) => row.every((value, column) => sameValue(value, change.rows[index]![column]!)));
  return final || holdsRows(change, now);
}
