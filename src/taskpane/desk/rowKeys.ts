import type { SelectedRows } from '../../app/office/workbook';
import type { Matter } from '../../domain/matter';

/** Keys of the matters that stand in the selected rows, any of a matter's rows counting. */
export function keysOfRows(matters: readonly Matter[], { sheet, spans }: SelectedRows): ReadonlySet<string> {
  const selected = (row: number): boolean => spans.some(({ first, last }) => first <= row && row <= last);
  return new Set(
    matters
      .filter(
        (matter) => matter.sheet === sheet && (selected(matter.row) || matter.rows.some(({ row }) => selected(row))),
      )
      .map(({ key }) => key),
  );
}
