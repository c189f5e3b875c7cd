import type { Area, SheetModel } from '../xlsx/model';
import { ApiError, invalidArgument } from './ApiError';
import { ApiObject, child, defineClass, property } from './ApiObject';
import { LAST_COLUMN, LAST_ROW, intersection } from './address';
import { ConditionalFormatCollection } from './ConditionalFormatCollection';
import { DataValidation } from './DataValidation';
import type { OpenDocument } from './OpenDocument';
import { RangeFormat } from './RangeFormat';
import { StyledCells } from './StyledCells';
import { Worksheet } from './Worksheet';
import { rangeActions } from './rangeActions';
import { rangeContents } from './rangeContents';
import { rangeGeometry } from './rangeGeometry';
import { hyperlinkOf, setHyperlink } from './rangeHyperlink';
import { areaOnSheet } from './sheetAddress';

/** learn.microsoft.com/javascript/api/excel/excel.range */
export class Range extends ApiObject {
  static override readonly api = defineClass<Range>('Range', {
    ...rangeContents,
    ...rangeGeometry,
    ...rangeActions,
    hyperlink: property(
      ({ document, sheet, area }) => hyperlinkOf(document, sheet, area),
      ({ document, sheet, area }, link) => setHyperlink(document, sheet, area, link),
    ),
    worksheet: child((range) => new Worksheet(range.document, range.sheet)),
    format: child((range) => new RangeFormat(new StyledCells(range.document, range.sheet, [range.area]))),
    conditionalFormats: child((range) => new ConditionalFormatCollection(range.document, range.sheet, [range.area])),
    dataValidation: child((range) => new DataValidation(range.document, range.sheet, [range.area])),
  });

  private gone = false;

  constructor(
    document: OpenDocument,
    readonly model: SheetModel,
    private place: Area,
  ) {
    super(document);
  }

  /** The sheet; throws ItemNotFound once it was deleted. */
  get sheet(): SheetModel {
    return this.document.alive(this.model);
  }

  /** Where the range is now; throws InvalidReference once all its rows were deleted. */
  get area(): Area {
    if (this.gone) throw new ApiError('InvalidReference', 'the rows were deleted');
    return this.place;
  }

  /** Another range of the same sheet; outside the grid is InvalidArgument. */
  at(area: Area): Range {
    const inside = area.top >= 0 && area.left >= 0 && area.bottom <= LAST_ROW && area.right <= LAST_COLUMN;
    if (!inside || area.top > area.bottom || area.left > area.right) throw invalidArgument('outside the worksheet');
    return new Range(this.document, this.sheet, area);
  }

  /** An argument that is a range or an address on this sheet. */
  other(given: unknown): Range {
    if (typeof given === 'string') return this.at(areaOnSheet(this.document, this.sheet, given));
    if (!(given instanceof Range)) throw invalidArgument('a range or an address is needed');
    if (given.sheet !== this.sheet) throw invalidArgument('the ranges are on different worksheets');
    return given;
  }

  meet(given: unknown): Range | null {
    const common = intersection(this.area, this.other(given).area);
    return common === null ? null : this.at(common);
  }

  /** The part of the range in use, or null. */
  used(valuesOnly: boolean): Range | null {
    const used = this.sheet.usedArea(valuesOnly);
    const common = used === null ? null : intersection(this.area, used);
    return common === null ? null : this.at(common);
  }

  /** Follows rows inserted (`step` > 0) or deleted (`step` < 0) from row `from` on. */
  shiftRows(from: number, step: number): void {
    const { top, bottom } = this.place;
    if (step > 0) {
      if (from <= bottom) this.place = { ...this.place, top: from <= top ? top + step : top, bottom: bottom + step };
      return;
    }
    const firstAfter = from - step;
    const moved = (row: number): number => (row < from ? row : row < firstAfter ? from : row + step);
    if (top >= from && bottom < firstAfter) this.gone = true;
    else
      this.place = {
        ...this.place,
        top: moved(top),
        bottom: bottom < from ? bottom : bottom < firstAfter ? from - 1 : bottom + step,
      };
  }
}
