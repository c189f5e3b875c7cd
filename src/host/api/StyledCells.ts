import type { Area, CellStyle, SheetModel } from '../xlsx/model';
import type { OpenDocument } from './OpenDocument';
import { boundedArea } from './rangeValues';

/** Cells whose look is read and set together. */
export class StyledCells {
  constructor(
    readonly document: OpenDocument,
    readonly sheet: SheetModel,
    readonly areas: readonly Area[],
  ) {}

  /** The areas with whole rows and columns cut to what is in use (at least their first cell). */
  bounded(): readonly Area[] {
    return this.areas.map((area) => boundedArea(this.document, this.sheet, area));
  }

  /** The one answer all cells give, or null where they differ. Values are compared as JSON. */
  uniform<V>(pick: (style: CellStyle) => V): V | null {
    const seen = new Set<number>();
    let answer: V | null = null;
    let key: string | null = null;
    for (const area of this.bounded()) {
      for (let row = area.top; row <= area.bottom; row++) {
        for (let column = area.left; column <= area.right; column++) {
          const index = this.sheet.styleIndex(row, column);
          if (seen.has(index)) continue;
          seen.add(index);
          const value = pick(this.document.workbook.style(index));
          const text = JSON.stringify(value) ?? 'undefined';
          if (key !== null && key !== text) return null;
          key = text;
          answer = value;
        }
      }
    }
    return answer;
  }

  restyle(change: (style: CellStyle) => CellStyle): void {
    this.document.guard(this.sheet, 'allowFormatCells');
    for (const area of this.bounded()) this.document.restyle(this.sheet, area, change);
  }
}
