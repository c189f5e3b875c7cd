import { cellText } from '../cellText';
import { valueAt, type SheetSnapshot } from '../snapshot';
import type { MergeIndex } from './mergeIndex';

/** Header texts of each column, parents first. */
export type HeaderPaths = ReadonlyMap<number, readonly string[]>;

const isParentOf = (sheet: SheetSnapshot, row: number, column: number): boolean =>
  cellText(valueAt(sheet, row + 1, column)) !== '';

/**
 * The header texts over each column between two rows. Merges are followed in both directions; where a parent was
 * written without a merge (its neighbours to the right blank, children below), it reaches over them too.
 * A lowest header merged over several columns belongs to the first of them.
 */
export function headerPaths(sheet: SheetSnapshot, top: number, bottom: number, merges: MergeIndex): HeaderPaths {
  const paths = new Map<number, readonly string[]>();
  const block = sheet.values.slice(top - sheet.top, bottom - sheet.top + 1);
  const width = Math.max(0, ...block.map((row) => row.length));
  const above: string[] = [];
  for (let column = sheet.left; column < sheet.left + width; column += 1) {
    const lowest = merges.at(bottom, column);
    if (lowest !== null && lowest.left < column) continue;
    const path: string[] = [];
    for (let row = top; row <= bottom; row += 1) {
      const merge = merges.at(row, column);
      if (merge !== null) {
        if (row === merge.top) path.push(cellText(valueAt(sheet, merge.top, merge.left)));
        above[row] = '';
        continue;
      }
      const text = cellText(valueAt(sheet, row, column));
      if (text !== '') {
        path.push(text);
        above[row] = row < bottom && isParentOf(sheet, row, column) ? text : '';
      } else if (row < bottom && isParentOf(sheet, row, column) && above[row]) {
        path.push(above[row]!);
      } else if (row < bottom) above[row] = '';
    }
    const texts = path.filter((text) => text !== '');
    if (texts.length > 0) paths.set(column, texts);
  }
  return paths;
}
