import type { SheetModel } from '../xlsx/model';
import { itemNotFound } from './ApiError';
import { ApiObject, defineClass, method, property } from './ApiObject';
import type { OpenDocument } from './OpenDocument';
import { Range } from './Range';

/** learn.microsoft.com/javascript/api/excel/excel.autofilter; read only. */
export class AutoFilter extends ApiObject {
  static override readonly api = defineClass<AutoFilter>('AutoFilter', {
    enabled: property(({ sheet }) => sheet.autoFilterArea() !== null),
    isDataFiltered: property(({ sheet }) => {
      const area = sheet.autoFilterArea();
      if (area === null) return false;
      for (let row = area.top + 1; row <= area.bottom; row++) if (sheet.rowHidden(row)) return true;
      return false;
    }),
    getRange: method((filter) => {
      const range = filter.range();
      if (range === null) throw itemNotFound('no filter');
      return range;
    }),
    getRangeOrNullObject: method((filter) => filter.range()),
  });

  constructor(
    document: OpenDocument,
    readonly sheet: SheetModel,
  ) {
    super(document);
  }

  private range(): Range | null {
    const area = this.sheet.autoFilterArea();
    return area === null ? null : new Range(this.document, this.sheet, area);
  }
}
