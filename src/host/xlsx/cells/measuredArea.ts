import type { Area } from '../model';
import { CellKind } from './cellTable';
import type { RowState, SheetCells } from './sheetCells';

/** The smallest area that holds every value, or every value and every cell with a style of its own. */
export function measuredArea(cells: SheetCells, valuesOnly: boolean): Area | null {
  let top = -1;
  let bottom = -1;
  let left = Infinity;
  let right = -1;
  for (const row of cells.rows) {
    const [first, last] = row.edits ? editedEnds(cells, row, valuesOnly) : sourceEnds(cells, row, valuesOnly);
    if (first < 0) continue;
    if (top < 0) top = row.index;
    bottom = row.index;
    left = Math.min(left, first);
    right = Math.max(right, last);
  }
  return top < 0 ? null : { top, left, bottom, right };
}

function sourceEnds({ scanned }: SheetCells, { source }: RowState, valuesOnly: boolean): [number, number] {
  if (!source) return [-1, -1];
  const { kind, style, column } = scanned.cells;
  const counts = (cell: number): boolean => kind[cell] !== CellKind.empty || (!valuesOnly && style[cell]! > 0);
  let first = source.firstCell;
  let last = source.lastCell - 1;
  while (first <= last && !counts(first)) first++;
  while (last >= first && !counts(last)) last--;
  return first > last ? [-1, -1] : [column[first]!, column[last]!];
}

function editedEnds(cells: SheetCells, row: RowState, valuesOnly: boolean): [number, number] {
  const columns = cells.columnsOf(row).filter((column) => {
    if (!valuesOnly && cells.ownStyle(row.index, column) > 0) return true;
    const content = row.edits?.get(column)?.content;
    if (content) return content.value !== null || content.formula !== null;
    const cell = cells.sourceCell(row, column);
    return cell >= 0 && cells.scanned.cells.kind[cell] !== CellKind.empty;
  });
  return columns.length === 0 ? [-1, -1] : [columns[0]!, columns[columns.length - 1]!];
}
