import type { SheetModel } from '../xlsx/model';
import { ApiError, invalidArgument, itemNotFound } from './ApiError';
import { ApiObject, defineClass, event, method } from './ApiObject';
import { asText } from './CallArguments';
import { EVENT, WORKBOOK_TARGET } from './EventHub';
import { checkedSheetName } from './sheetName';
import { Worksheet } from './Worksheet';

const shown = (sheets: readonly SheetModel[], visibleOnly: boolean): readonly SheetModel[] =>
  visibleOnly ? sheets.filter(({ visibility }) => visibility === 'visible') : sheets;

/** learn.microsoft.com/javascript/api/excel/excel.worksheetcollection */
export class WorksheetCollection extends ApiObject {
  static override readonly api = defineClass<WorksheetCollection>('WorksheetCollection', {
    onActivated: event(EVENT.activated, 'ActivatedEvent', () => WORKBOOK_TARGET),
    onDeactivated: event(EVENT.deactivated, 'DeactivatedEvent', () => WORKBOOK_TARGET),
    onAdded: event(EVENT.added, 'AddedEvent', () => WORKBOOK_TARGET),
    onDeleted: event(EVENT.deleted, 'DeletedEvent', () => WORKBOOK_TARGET),
    onChanged: event(EVENT.changed, 'DataChangedEvent', () => WORKBOOK_TARGET),
    onSelectionChanged: event(EVENT.selectionChanged, 'SelectionChangedEvent', () => WORKBOOK_TARGET),
    add: method(({ document }, args) => {
      const { workbook } = document;
      const name = args.has(0) ? checkedSheetName(args.text(0)) : freeName(workbook.sheets);
      if (document.sheetNamed(name) !== null) throw new ApiError('ItemAlreadyExists', name);
      const sheet = workbook.addSheet(name);
      document.dirty = true;
      document.events.raise(EVENT.added, null, { source: 'Local', worksheetId: sheet.id });
      return new Worksheet(document, sheet);
    }),
    getActiveWorksheet: method(({ document }) => new Worksheet(document, document.activeSheet)),
    getCount: method(({ document }, args) => shown(document.workbook.sheets, args.booleanOr(0, false)).length),
    getFirst: method(({ document }, args) => {
      const [sheet] = shown(document.workbook.sheets, args.booleanOr(0, false));
      if (sheet === undefined) throw itemNotFound();
      return new Worksheet(document, sheet);
    }),
    getLast: method(({ document }, args) => {
      const sheet = shown(document.workbook.sheets, args.booleanOr(0, false)).at(-1);
      if (sheet === undefined) throw itemNotFound();
      return new Worksheet(document, sheet);
    }),
    getItem: method((sheets, args) => sheets.item(args.raw(0))),
    getItemOrNullObject: method(({ document }, args) => {
      const sheet = document.sheetByKey(args.text(0));
      return sheet === null ? null : new Worksheet(document, sheet);
    }),
  });

  override items(): readonly ApiObject[] {
    return this.document.workbook.sheets.map((sheet) => new Worksheet(this.document, sheet));
  }

  override item(key: unknown): ApiObject {
    if (key === '') throw invalidArgument('no name');
    const sheet = this.document.sheetByKey(asText(key));
    if (sheet === null) throw itemNotFound(asText(key));
    return new Worksheet(this.document, sheet);
  }
}

/** `Sheet1`, `Sheet2`, … the first not taken. */
function freeName(sheets: readonly SheetModel[]): string {
  const taken = new Set(sheets.map(({ name }) => name.toLowerCase()));
  for (let count = sheets.length + 1; ; count++) if (!taken.has(`sheet${count}`)) return `Sheet${count}`;
}
