import type { Area } from '../domain/cell';

/** A loaded range's place, by Excel's own property names. */
export interface AreaOnWire {
  readonly rowIndex: number;
  readonly columnIndex: number;
  readonly rowCount: number;
  readonly columnCount: number;
}

/** Place of each rectangle of a loaded RangeAreas; none where it is a null object. */
export function areasOf(areas: Excel.RangeAreas): readonly Area[] {
  if (areas.isNullObject) return [];
  return areas.areas.items.map((range) => ({
    top: range.rowIndex,
    left: range.columnIndex,
    bottom: range.rowIndex + range.rowCount - 1,
    right: range.columnIndex + range.columnCount - 1,
  }));
}

/** The range over an area. */
export const rangeAt = (sheet: Excel.Worksheet, area: Area): Excel.Range =>
  sheet.getRangeByIndexes(area.top, area.left, area.bottom - area.top + 1, area.right - area.left + 1);
