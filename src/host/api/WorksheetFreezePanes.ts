import type { SheetModel } from '../xlsx/model';
import { invalidArgument } from './ApiError';
import { ApiObject, defineClass, method } from './ApiObject';
import { LAST_COLUMN, LAST_ROW } from './address';
import type { OpenDocument } from './OpenDocument';
import { Range } from './Range';

/** learn.microsoft.com/javascript/api/excel/excel.worksheetfreezepanes */
export class WorksheetFreezePanes extends ApiObject {
  static override readonly api = defineClass<WorksheetFreezePanes>('WorksheetFreezePanes', {
    freezeRows: method((panes, args) => panes.freeze(args.integerOr(0, 1), 0)),
    freezeColumns: method((panes, args) => panes.freeze(0, args.integerOr(0, 1))),
    freezeAt: method((panes, args) => {
      const given = args.raw(0);
      const whole = new Range(panes.document, panes.sheet, { top: 0, left: 0, bottom: LAST_ROW, right: LAST_COLUMN });
      const { area } = whole.other(given);
      return panes.freeze(
        area.bottom === LAST_ROW ? 0 : area.bottom + 1,
        area.right === LAST_COLUMN ? 0 : area.right + 1,
      );
    }),
    unfreeze: method((panes) => panes.freeze(0, 0)),
    getLocationOrNullObject: method(({ document, sheet }) => {
      const { rows, columns } = sheet.frozen();
      if (rows === 0 && columns === 0) return null;
      const bottom = rows === 0 ? LAST_ROW : rows - 1;
      const right = columns === 0 ? LAST_COLUMN : columns - 1;
      return new Range(document, sheet, { top: 0, left: 0, bottom, right });
    }),
  });

  constructor(
    document: OpenDocument,
    readonly sheet: SheetModel,
  ) {
    super(document);
  }

  private freeze(rows: number, columns: number): null {
    if (rows < 0 || columns < 0 || rows > LAST_ROW || columns > LAST_COLUMN) throw invalidArgument('no such panes');
    this.sheet.setFrozen(rows, columns);
    this.document.dirty = true;
    return null;
  }
}
