import type { Area } from '../cell';
import type { SheetSnapshot } from '../snapshot';

/** Merged areas by the rows they touch. */
export interface MergeIndex {
  /** The merged area that holds this cell, or null. */
  at(row: number, column: number): Area | null;
  /** Merged areas that touch this row. */
  inRow(row: number): readonly Area[];
}

const NONE: readonly Area[] = [];

/** Indexes the merges of a sheet between two rows (both included). */
export function indexMerges(sheet: SheetSnapshot, first: number, last: number): MergeIndex {
  const rows = new Map<number, Area[]>();
  for (const area of sheet.merges) {
    for (let row = Math.max(area.top, first); row <= Math.min(area.bottom, last); row += 1) {
      const list = rows.get(row);
      if (list) list.push(area);
      else rows.set(row, [area]);
    }
  }
  const inRow = (row: number): readonly Area[] => rows.get(row) ?? NONE;
  return {
    inRow,
    at: (row, column) => inRow(row).find((area) => column >= area.left && column <= area.right) ?? null,
  };
}
