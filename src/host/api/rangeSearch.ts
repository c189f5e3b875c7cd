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
  const closed: Area[] = [];
  let open: Area[] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    const next: Area[] = [];
    for (let column = area.left; column <= area.right; column++) {
      if (!accepts(row, column)) continue;
      let right = column;
      while (right < area.right && accepts(row, right + 1)) right++;
      const above = open.find((held) => held.left === column && held.right === right);
      next.push(above === undefined ? { top: row, left: column, bottom: row, right } : { ...above, bottom: row });
      column = right;
    }
    closed.push(
      ...open.filter(
        (held) => !next.some((one) => one.top === held.top && one.left === held.left && one.right === held.right),
      ),
    );
    open = next;
  }
  return [...closed, ...open].sort((one, other) => one.top - other.top || one.left - other.left);
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
    return where === null ? [] : coveringAreas(where, accepts);
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
