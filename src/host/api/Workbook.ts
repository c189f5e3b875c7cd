import { ApiError } from './ApiError';
import { ApiObject, child, defineClass, method, property } from './ApiObject';
import { Application } from './Application';
import { asBoolean } from './CallArguments';
import { CommentCollection } from './CommentCollection';
import { CustomXmlPartCollection } from './CustomXmlPartCollection';
import { Functions } from './Functions';
import { NamedItemCollection } from './NamedItemCollection';
import { Range } from './Range';
import { RangeAreas } from './RangeAreas';
import { Runtime } from './Runtime';
import { SettingCollection } from './SettingCollection';
import { TableCollection } from './TableCollection';
import { WorksheetCollection } from './WorksheetCollection';

/** learn.microsoft.com/javascript/api/excel/excel.workbook */
export class Workbook extends ApiObject {
  static override readonly api = defineClass<Workbook>('Workbook', {
    name: property(({ document }) => document.options.name),
    readOnly: property(({ document }) => document.workbook.readOnly),
    isDirty: property(
      ({ document }) => document.dirty,
      ({ document }, value) => {
        document.dirty = asBoolean(value);
      },
    ),
    autoSave: property(({ document }) => document.options.autoSave),
    previouslySaved: property(() => true),
    worksheets: child(({ document }) => new WorksheetCollection(document)),
    names: child(({ document }) => new NamedItemCollection(document, null)),
    tables: child(({ document }) => new TableCollection(document, null)),
    comments: child(({ document }) => new CommentCollection(document, null)),
    application: child(({ document }) => new Application(document)),
    functions: child(({ document }) => new Functions(document)),
    settings: child(({ document }) => new SettingCollection(document)),
    customXmlParts: child(({ document }) => new CustomXmlPartCollection(document)),
    _Runtime: child(({ document }) => new Runtime(document)),
    getActiveCell: method(({ document }) => {
      const { row, column } = document.selection().active;
      return new Range(document, document.activeSheet, { top: row, left: column, bottom: row, right: column });
    }),
    getSelectedRange: method(({ document }) => {
      const [first, ...more] = document.selection().areas;
      if (first === undefined || more.length > 0) throw new ApiError('InvalidSelection', 'several areas are selected');
      return new Range(document, document.activeSheet, first);
    }),
    getSelectedRanges: method(
      ({ document }) => new RangeAreas(document, document.activeSheet, document.selection().areas),
    ),
    save: method(() => {
      throw new ApiError('UnsupportedOperation', 'the person saves the file');
    }),
    close: method(() => {
      throw new ApiError('UnsupportedOperation', 'the person closes the file');
    }),
    _RemoveReference: method(({ document }, args) => {
      document.release(args.text(0));
      return null;
    }),
  });
}
