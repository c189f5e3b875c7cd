import type { Area, SheetModel } from '../xlsx/model';
import { invalidArgument, itemNotFound } from './ApiError';
import { ApiObject, child, defineClass, method, property } from './ApiObject';
import {
  LAST_COLUMN,
  LAST_ROW,
  cellCount,
  intersection,
  isWholeColumns,
  isWholeRows,
  qualifiedAddress,
} from './address';
import { ConditionalFormatCollection } from './ConditionalFormatCollection';
import { DataValidation } from './DataValidation';
import type { OpenDocument } from './OpenDocument';
import { Range } from './Range';
import { RangeCollection } from './RangeCollection';
import { RangeFormat } from './RangeFormat';
import { StyledCells } from './StyledCells';
import { Worksheet } from './Worksheet';
import { CLEAR_WORDS, clearArea } from './rangeEditing';
import { CELL_TYPES, VALUE_TYPES, specialCells } from './rangeSearch';

const addressOf = ({ sheet, areas }: RangeAreas): string =>
  areas.map((area) => qualifiedAddress(sheet.name, area)).join(',');

/** learn.microsoft.com/javascript/api/excel/excel.rangeareas */
export class RangeAreas extends ApiObject {
  static override readonly api = defineClass<RangeAreas>('RangeAreas', {
    address: property(addressOf),
    addressLocal: property(addressOf),
    areaCount: property(({ areas }) => areas.length),
    cellCount: property(({ areas }) => areas.reduce((sum, area) => sum + cellCount(area), 0)),
    isEntireRow: property(({ areas }) => areas.every(isWholeRows)),
    isEntireColumn: property(({ areas }) => areas.every(isWholeColumns)),
    areas: child(({ document, sheet, areas }) => new RangeCollection(document, sheet, areas)),
    conditionalFormats: child(({ document, sheet, areas }) => new ConditionalFormatCollection(document, sheet, areas)),
    dataValidation: child(({ document, sheet, areas }) => new DataValidation(document, sheet, areas)),
    format: child(({ document, sheet, areas }) => new RangeFormat(new StyledCells(document, sheet, areas))),
    worksheet: child(({ document, sheet }) => new Worksheet(document, sheet)),
    getEntireRow: method((all) => all.each((area) => ({ ...area, left: 0, right: LAST_COLUMN }))),
    getEntireColumn: method((all) => all.each((area) => ({ ...area, top: 0, bottom: LAST_ROW }))),
    getOffsetRangeAreas: method((all, args) => {
      const [rows, columns] = [args.integer(0), args.integer(1)];
      return all.each(({ top, left, bottom, right }) => ({
        top: top + rows,
        left: left + columns,
        bottom: bottom + rows,
        right: right + columns,
      }));
    }),
    getIntersection: method((all, args) => {
      const common = all.meet(args.raw(0));
      if (common === null) throw itemNotFound();
      return common;
    }),
    getIntersectionOrNullObject: method((all, args) => all.meet(args.raw(0))),
    getSpecialCells: method(({ document, sheet, areas }, args) => {
      const found = specialCells(document, sheet, areas, args.oneOf(0, CELL_TYPES), args.oneOf(1, VALUE_TYPES, 'All'));
      if (found === null) throw itemNotFound();
      return found;
    }),
    getSpecialCellsOrNullObject: method(({ document, sheet, areas }, args) =>
      specialCells(document, sheet, areas, args.oneOf(0, CELL_TYPES), args.oneOf(1, VALUE_TYPES, 'All')),
    ),
    clear: method(({ document, sheet, areas }, args) => {
      const what = args.oneOf(0, CLEAR_WORDS, 'All');
      for (const area of areas) clearArea(document, sheet, area, what);
      return null;
    }),
  });

  constructor(
    document: OpenDocument,
    private readonly model: SheetModel,
    readonly areas: readonly Area[],
  ) {
    super(document);
  }

  get sheet(): SheetModel {
    return this.document.alive(this.model);
  }

  private each(change: (area: Area) => Area): RangeAreas {
    const areas = this.areas.map(change);
    const inside = areas.every(
      (area) => area.top >= 0 && area.left >= 0 && area.bottom <= LAST_ROW && area.right <= LAST_COLUMN,
    );
    if (!inside) throw invalidArgument('outside the worksheet');
    return new RangeAreas(this.document, this.sheet, areas);
  }

  private meet(given: unknown): RangeAreas | null {
    const others =
      given instanceof RangeAreas
        ? given.areas
        : [
            given instanceof Range
              ? given.area
              : new Range(this.document, this.sheet, this.areas[0]!).other(given).area,
          ];
    const common = this.areas.flatMap((area) =>
      others.map((other) => intersection(area, other)).filter((part) => part !== null),
    );
    return common.length === 0 ? null : new RangeAreas(this.document, this.sheet, common);
  }
}
