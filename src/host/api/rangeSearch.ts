import type { Area, SheetModel } from '../xlsx/model';
import { ApiError } from './ApiError';
import type { OpenDocument } from './OpenDocument';
import { RangeAreas } from './RangeAreas';
import { valueType } from './rangeValues';

export const CELL_TYPES = [
  'Visible',
  'Formulas',
  'Constants',
  'Blanks',
  'ConditionalFormats',
  'DataValidations',
  'SameConditionalFormat',
  'SameDataValidation',
] as const;
export type CellType = (typeof CELL_TYPES)[number];

/** Kinds of value a search for formulas or constants may be limited to; a compound word names several. */
export const VALUE_TYPES = [
  'All',
  'Errors',
  'ErrorsLogical',
  'ErrorsNumbers',
  'ErrorsText',
  'ErrorsLogicalNumber',
  'ErrorsLogicalText',
  'ErrorsNumberText',
  'Logical',
  'LogicalNumbers',
  'LogicalText',
  'LogicalNumbersText',
  'Numbers',
  'NumbersText',
  'Text',
] as const;
export type ValueType = (typeof VALUE_TYPES)[number];

const WORD_OF_TYPE = { Error: /Errors/, Boolean: /Logical/, Double: /Number/, String: /Text/ } as const;

/** Rectangles that cover exactly the cells a test accepts: runs of a row, joined downwards. */
export function coveringAreas(area: Area, accepts: (row: number, column: number) => boolean): readonly Area[] {
  const joined = new JoinedRuns();
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) if (accepts(row, column)) joined.add(row, column);
  }
  return joined.areas();
}

/** As `coveringAreas`, over the cells there are: an area may have thousands of millions, and hold three. */
function coveringFilled(
  sheet: SheetModel,
  area: Area,
  accepts: (row: number, column: number) => boolean,
): readonly Area[] {
  const joined = new JoinedRuns();
  sheet.forEachCell(area, (row, column) => {
    if (accepts(row, column)) joined.add(row, column);
  });
  return joined.areas();
}

/** Rectangles out of cells given row by row, from left to right. */
class JoinedRuns {
  private readonly closed: Area[] = [];
  /** Rectangles that end in the row above, by their columns. */
  private open = new Map<string, Area>();
  private runs: { left: number; right: number }[] = [];
  private row = -1;

  add(row: number, column: number): void {
    if (row !== this.row) this.endRow(row);
    const last = this.runs.at(-1);
    if (last?.right === column - 1) last.right = column;
    else this.runs.push({ left: column, right: column });
  }

  areas(): readonly Area[] {
    this.endRow(Infinity);
    return this.closed.sort((one, other) => one.top - other.top || one.left - other.left);
  }

  private endRow(next: number): void {
    const { row, open } = this;
    const ending = new Map<string, Area>();
    for (const { left, right } of this.runs) {
      const key = `${left}:${right}`;
      const above = open.get(key);
      open.delete(key);
      ending.set(key, { top: above?.top ?? row, left, bottom: row, right });
    }
    this.closed.push(...open.values());
    if (next === row + 1) this.open = ending;
    else {
      this.closed.push(...ending.values());
      this.open = new Map();
    }
    this.runs = [];
    this.row = next;
  }
}

function accepting(sheet: SheetModel, type: CellType, values: ValueType): (row: number, column: number) => boolean {
  const ofKind = (row: number, column: number): boolean => {
    const kind = valueType(sheet.value(row, column));
    return kind !== 'Empty' && (values === 'All' || WORD_OF_TYPE[kind].test(values));
  };
  switch (type) {
    case 'Visible':
      return (row, column) => !sheet.rowHidden(row) && !sheet.columnHidden(column);
    case 'Blanks':
      return (row, column) => sheet.value(row, column) === null && sheet.formula(row, column) === null;
    case 'Formulas':
      // A formula that no application has calculated yet has no value, and is a formula all the same.
      return (row, column) => sheet.formula(row, column) !== null && (values === 'All' || ofKind(row, column));
    case 'Constants':
      return (row, column) => sheet.formula(row, column) === null && ofKind(row, column);
    case 'DataValidations': {
      const ruled = sheet.dataValidations().flatMap((rule) => rule.areas);
      return (row, column) =>
        ruled.some(({ top, left, bottom, right }) => row >= top && row <= bottom && column >= left && column <= right);
    }
    default:
      throw new ApiError('UnsupportedOperation', `special cells of type ${type}`);
  }
}

/** Cells of a kind inside the areas; those that hold something are looked for in the used area only, as in Excel. */
export function specialCells(
  document: OpenDocument,
  sheet: SheetModel,
  areas: readonly Area[],
  type: CellType,
  values: ValueType,
): RangeAreas | null {
  const accepts = accepting(sheet, type, values);
  const found = areas.flatMap((area) => {
    const where = type === 'Visible' ? area : document.filled(sheet, area);
    if (where === null) return [];
    return type === 'Formulas' || type === 'Constants'
      ? coveringFilled(sheet, where, accepts)
      : coveringAreas(where, accepts);
  });
  return found.length === 0 ? null : new RangeAreas(document, sheet, found);
}

/** The block of filled cells around an area, bounded by empty rows and columns. */
export function surroundingRegion(sheet: SheetModel, start: Area): Area {
  const used = sheet.usedArea(true);
  if (used === null) return start;
  const any = (area: Area): boolean => {
    for (let row = Math.max(0, area.top); row <= area.bottom; row++) {
      for (let column = Math.max(0, area.left); column <= area.right; column++) {
        if (sheet.value(row, column) !== null) return true;
      }
    }
    return false;
  };
  let region = start;
  for (;;) {
    const { top, left, bottom, right } = region;
    const wide = { left: left - 1, right: right + 1 };
    const tall = { top: top - 1, bottom: bottom + 1 };
    const grown: Area = {
      top: top > 0 && any({ ...wide, top: top - 1, bottom: top - 1 }) ? top - 1 : top,
      bottom: bottom < used.bottom && any({ ...wide, top: bottom + 1, bottom: bottom + 1 }) ? bottom + 1 : bottom,
      left: left > 0 && any({ ...tall, left: left - 1, right: left - 1 }) ? left - 1 : left,
      right: right < used.right && any({ ...tall, left: right + 1, right: right + 1 }) ? right + 1 : right,
    };
    if (grown.top === top && grown.left === left && grown.bottom === bottom && grown.right === right) return region;
    region = grown;
  }
}
