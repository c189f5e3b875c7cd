import type { SheetModel } from '../xlsx/model';
import { ApiError, accessDenied, invalidArgument } from './ApiError';
import { ApiObject, defineClass, method, property } from './ApiObject';
import type { OpenDocument } from './OpenDocument';

/** Excel's options and what holds where an add-in names none. */
const DEFAULTS: Readonly<Record<string, boolean>> = {
  allowAutoFilter: false,
  allowDeleteColumns: false,
  allowDeleteRows: false,
  allowEditObjects: false,
  allowEditScenarios: false,
  allowFormatCells: false,
  allowFormatColumns: false,
  allowFormatRows: false,
  allowInsertColumns: false,
  allowInsertHyperlinks: false,
  allowInsertRows: false,
  allowPivotTables: false,
  allowSort: false,
};

/** learn.microsoft.com/javascript/api/excel/excel.worksheetprotection */
export class WorksheetProtection extends ApiObject {
  static override readonly api = defineClass<WorksheetProtection>('WorksheetProtection', {
    protected: property(({ sheet }) => sheet.protection().enabled),
    options: property(({ sheet }) => ({ ...DEFAULTS, ...sheet.protection().allowed, selectionMode: 'Normal' })),
    protect: method(({ document, sheet }, args) => {
      if (sheet.protection().enabled) throw new ApiError('InvalidOperation', 'the worksheet is protected already');
      if (args.has(1)) throw new ApiError('UnsupportedOperation', 'this host sets no passwords');
      const allowed: Record<string, boolean> = { ...DEFAULTS };
      for (const [name, value] of Object.entries(args.record(0))) {
        if (name === 'selectionMode' && value === 'Normal') continue;
        if (!(name in DEFAULTS) || typeof value !== 'boolean') throw invalidArgument(`protection option ${name}`);
        allowed[name] = value;
      }
      sheet.setProtection({ enabled: true, hasPassword: false, allowed });
      document.dirty = true;
      return null;
    }),
    unprotect: method(({ document, sheet }) => {
      const protection = sheet.protection();
      // The password's hash is in the file, but opening a lock is the person's business.
      if (protection.enabled && protection.hasPassword) throw accessDenied('the worksheet has a password');
      sheet.setProtection({ ...protection, enabled: false });
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
}
