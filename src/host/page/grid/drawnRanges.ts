import type { IRange } from '@univerjs/core';
import type { Area, SheetModel } from '../../xlsx/model';

const COLUMN_LIMIT = 16_384;
const ROW_LIMIT = 1_048_576;
/** Room beyond the last cell, so that the clerk can go on writing. */
const SPARE_ROWS = 100;
const SPARE_COLUMNS = 4;
const LEAST_ROWS = 200;
const LEAST_COLUMNS = 20;

/** Univer keeps a record for each cell of a rule: of larger areas the upper rows are drawn. */
const DRAWN_CELLS = 500_000;

/** Rows and columns the grid shows of a sheet. */
export interface GridSize {
  readonly rows: number;
  readonly columns: number;
}

export function gridSize(sheet: SheetModel): GridSize {
  const used = sheet.usedArea(false);
  return {
    rows: Math.min(ROW_LIMIT, Math.max(LEAST_ROWS, (used?.bottom ?? -1) + 1 + SPARE_ROWS)),
    columns: Math.min(COLUMN_LIMIT, Math.max(LEAST_COLUMNS, (used?.right ?? -1) + 1 + SPARE_COLUMNS)),
  };
}

export const gridRange = (area: Area): IRange => ({
  startRow: area.top,
  startColumn: area.left,
  endRow: area.bottom,
  endColumn: area.right,
});

/**
 * Areas of a rule as far as the grid shows cells: people choose whole columns. Each keeps its first cell, by which the
 * rule's formula goes.
 */
export const drawnRanges = (areas: readonly Area[], { rows, columns }: GridSize): IRange[] =>
  areas.map(({ top, left, bottom, right }) => {
    const lastColumn = Math.max(left, Math.min(right, columns - 1));
    const mostRows = Math.max(1, Math.floor(DRAWN_CELLS / (lastColumn - left + 1)));
    const lastRow = Math.max(top, Math.min(bottom, rows - 1, top + mostRows - 1));
    return gridRange({ top, left, bottom: lastRow, right: lastColumn });
  });
