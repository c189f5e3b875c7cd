import type { CellValue } from '../../domain/cell';
import type { Plan } from '../../domain/plan';
import { layoutOf } from '../../domain/registers/registerSheet';
import { valueAt, type SheetSnapshot } from '../../domain/snapshot';
import { sameValue } from '../../excel/writtenValue';
import type { Review } from '../reading/review';

/** Rows of a register that were written and stand there no more. */
export interface RowsGone {
  readonly sheet: string;
  readonly count: number;
}

/** Columns that say what a row is about: the words and points beside them may be corrected later. */
const ABOUT = ['日期', '文书', '编号', '单位', '主送单位', '类型', '事项编号', '事项', '台账'];

/**
 * Rows a plan put into registers that are no longer there: where co-authors' copies come together another's row may have
 * been merged over one, and nothing that is left tells so.
 */
export function rowsGone({ reading }: Review, plan: Plan): readonly RowsGone[] {
  return plan.changes.flatMap((change): readonly RowsGone[] => {
    if (change.kind !== 'appendRows') return [];
    const sheet = reading.snapshot.sheets.find(({ name }) => name === change.sheet);
    const count = change.rows.filter((row) => sheet === undefined || !stands(sheet, row)).length;
    return count === 0 ? [] : [{ sheet: change.sheet, count }];
  });
}

function stands(sheet: SheetSnapshot, row: readonly CellValue[]): boolean {
  const named = [...(layoutOf(sheet, ABOUT)?.columns.values() ?? [])];
  const columns = named.length > 0 ? named : row.map((_, column) => column);
  return sheet.values.some((_, offset) =>
    columns.every((column) => sameValue(valueAt(sheet, sheet.top + offset, column), row[column] ?? '')),
  );
}
