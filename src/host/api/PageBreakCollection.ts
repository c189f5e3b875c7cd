import type { SheetModel } from '../xlsx/model';
import { itemNotFound } from './ApiError';
import { ApiObject, defineClass, method } from './ApiObject';
import { LAST_COLUMN, LAST_ROW } from './address';
import type { OpenDocument } from './OpenDocument';
import { PageBreak } from './PageBreak';
import { Range } from './Range';

/** learn.microsoft.com/javascript/api/excel/excel.pagebreakcollection; the horizontal ones. */
export class PageBreakCollection extends ApiObject {
  static override readonly api = defineClass<PageBreakCollection>('PageBreakCollection', {
    add: method(({ document, sheet }, args) => {
      const whole = new Range(document, sheet, { top: 0, left: 0, bottom: LAST_ROW, right: LAST_COLUMN });
      const row = whole.other(args.raw(0)).area.top;
      sheet.setRowBreaks([...new Set([...sheet.rowBreaks(), row])].sort((one, other) => one - other));
      document.dirty = true;
      return new PageBreak(document, sheet, row);
    }),
    getCount: method(({ sheet }) => sheet.rowBreaks().length),
    getItem: method((breaks, args) => breaks.item(args.raw(0))),
    removePageBreaks: method(({ document, sheet }) => {
      sheet.setRowBreaks([]);
      document.dirty = true;
      return null;
    }),
  });

  constructor(
    document: OpenDocument,
    readonly sheet: SheetModel,
  ) {
    super(document);
  }

  override items(): readonly ApiObject[] {
    return this.sheet.rowBreaks().map((row) => new PageBreak(this.document, this.sheet, row));
  }

  /** By index, or by the private id a load gave. */
  override item(key: unknown): ApiObject {
    const rows = this.sheet.rowBreaks();
    const row = typeof key === 'string' ? rows.find((candidate) => `row ${candidate}` === key) : rows[Number(key)];
    if (row === undefined) throw itemNotFound(`page break ${String(key)}`);
    return new PageBreak(this.document, this.sheet, row);
  }
}
