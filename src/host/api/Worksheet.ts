import type { Area, SheetModel } from '../xlsx/model';
import { ApiError, invalidArgument, itemNotFound } from './ApiError';
import { ApiObject, child, defineClass, event, method, property } from './ApiObject';
import { LAST_COLUMN, LAST_ROW } from './address';
import { AutoFilter } from './AutoFilter';
import { asBoolean, asColor, asNumber, asOneOf, asText } from './CallArguments';
import { ChartCollection } from './ChartCollection';
import { CommentCollection } from './CommentCollection';
import { EVENT } from './EventHub';
import { NamedItemCollection } from './NamedItemCollection';
import type { OpenDocument } from './OpenDocument';
import { PageBreakCollection } from './PageBreakCollection';
import { PageLayout } from './PageLayout';
import { Range } from './Range';
import { RangeAreas } from './RangeAreas';
import { TableCollection } from './TableCollection';
import { WorksheetFreezePanes } from './WorksheetFreezePanes';
import { WorksheetProtection } from './WorksheetProtection';
import { findAll } from './findAll';
import { areaOnSheet, areasOnSheet } from './sheetAddress';
import { checkedSheetName } from './sheetName';
import { pointsOfCharacters } from './sheetSizes';

const WHOLE: Area = { top: 0, left: 0, bottom: LAST_ROW, right: LAST_COLUMN };

const VISIBILITY = { visible: 'Visible', hidden: 'Hidden', veryHidden: 'VeryHidden' } as const;
const FILE_VISIBILITY = { Visible: 'visible', Hidden: 'hidden', VeryHidden: 'veryHidden' } as const;

/** learn.microsoft.com/javascript/api/excel/excel.worksheet */
export class Worksheet extends ApiObject {
  static override readonly api = defineClass<Worksheet>('Worksheet', {
    id: property(({ sheet }) => sheet.id),
    name: property(
      ({ sheet }) => sheet.name,
      (self, value) => self.rename(checkedSheetName(asText(value))),
    ),
    position: property(
      ({ document, sheet }) => document.workbook.sheets.indexOf(sheet),
      ({ document, sheet }, value) => {
        const position = asNumber(value);
        const { workbook } = document;
        if (!Number.isInteger(position) || position < 0 || position >= workbook.sheets.length) {
          throw invalidArgument('no such position');
        }
        workbook.moveSheet(sheet.id, position);
        document.dirty = true;
      },
    ),
    visibility: property(
      ({ sheet }) => VISIBILITY[sheet.visibility],
      (self, value) => self.show(FILE_VISIBILITY[asOneOf(value, ['Visible', 'Hidden', 'VeryHidden'])]),
    ),
    tabColor: property(
      ({ sheet }) => sheet.tabColor ?? '',
      ({ document, sheet }, value) => {
        sheet.tabColor = value === '' ? null : asColor(value);
        document.dirty = true;
      },
    ),
    showGridlines: {
      kind: 'property',
      writeAs: 'Gridlines',
      read: ({ sheet }) => sheet.showGridlines,
      write: ({ document, sheet }, value) => {
        sheet.setShowGridlines(asBoolean(value));
        document.dirty = true;
      },
    },
    standardHeight: property(({ sheet }) => sheet.defaultRowHeight),
    standardWidth: property(({ sheet }) => pointsOfCharacters(sheet.defaultColumnWidth)),
    tables: child(({ document, sheet }) => new TableCollection(document, sheet)),
    names: child(({ document, sheet }) => new NamedItemCollection(document, sheet)),
    charts: child(({ document, sheet }) => new ChartCollection(document, sheet)),
    comments: child(({ document, sheet }) => new CommentCollection(document, sheet)),
    pageLayout: child(({ document, sheet }) => new PageLayout(document, sheet)),
    horizontalPageBreaks: child(({ document, sheet }) => new PageBreakCollection(document, sheet)),
    protection: child(({ document, sheet }) => new WorksheetProtection(document, sheet)),
    freezePanes: child(({ document, sheet }) => new WorksheetFreezePanes(document, sheet)),
    autoFilter: child(({ document, sheet }) => new AutoFilter(document, sheet)),
    onActivated: event(EVENT.activated, 'ActivatedEvent', ({ sheet }) => sheet.id),
    onDeactivated: event(EVENT.deactivated, 'DeactivatedEvent', ({ sheet }) => sheet.id),
    onChanged: event(EVENT.changed, 'DataChangedEvent', ({ sheet }) => sheet.id),
    onSelectionChanged: event(EVENT.selectionChanged, 'SelectionChangedEvent', ({ sheet }) => sheet.id),
    activate: method(({ document, sheet }) => {
      if (sheet.visibility !== 'visible')
        throw new ApiError('InvalidOperation', 'a hidden worksheet cannot be activated');
      document.activate(sheet);
      return null;
    }),
    calculate: method(() => null),
    delete: method((self) => {
      self.remove();
      return null;
    }),
    copy: method(() => {
      throw new ApiError('UnsupportedOperation', 'this host copies no worksheets');
    }),
    getRange: method(({ document, sheet }, args) =>
      args.has(0)
        ? new Range(document, sheet, areaOnSheet(document, sheet, args.text(0)))
        : new Range(document, sheet, WHOLE),
    ),
    getRanges: method(({ document, sheet }, args) =>
      args.has(0)
        ? new RangeAreas(document, sheet, areasOnSheet(document, sheet, args.text(0)))
        : new RangeAreas(document, sheet, [WHOLE]),
    ),
    getRangeByIndexes: method(({ document, sheet }, args) => {
      const [top, left, rows, columns] = [args.integer(0), args.integer(1), args.integer(2), args.integer(3)];
      return new Range(document, sheet, WHOLE).at({ top, left, bottom: top + rows - 1, right: left + columns - 1 });
    }),
    getCell: method(({ document, sheet }, args) => {
      const [row, column] = [args.integer(0), args.integer(1)];
      return new Range(document, sheet, WHOLE).at({ top: row, left: column, bottom: row, right: column });
    }),
    // A blank worksheet answers its first cell; only the OrNullObject form tells it is blank.
    getUsedRange: method(
      (self, args) =>
        self.used(args.booleanOr(0, false)) ??
        new Range(self.document, self.sheet, { top: 0, left: 0, bottom: 0, right: 0 }),
    ),
    getUsedRangeOrNullObject: method((self, args) => self.used(args.booleanOr(0, false))),
    findAll: method(({ document, sheet }, args) => {
      const found = findAll(document, sheet, args.text(0), args.record(1));
      if (found === null) throw itemNotFound();
      return found;
    }),
    findAllOrNullObject: method(({ document, sheet }, args) => findAll(document, sheet, args.text(0), args.record(1))),
  });

  constructor(
    document: OpenDocument,
    private readonly model: SheetModel,
  ) {
    super(document);
  }

  override identity(): Readonly<Record<string, unknown>> {
    return { Id: this.model.id };
  }

  get sheet(): SheetModel {
    return this.document.alive(this.model);
  }

  private used(valuesOnly: boolean): Range | null {
    const area = this.sheet.usedArea(valuesOnly);
    return area === null ? null : new Range(this.document, this.sheet, area);
  }

  private rename(name: string): void {
    const taken = this.document.sheetNamed(name);
    if (taken !== null && taken !== this.sheet) throw new ApiError('ItemAlreadyExists', name);
    this.sheet.name = name;
    this.document.dirty = true;
  }

  private isLastVisible(): boolean {
    const visible = this.document.workbook.sheets.filter(({ visibility }) => visibility === 'visible');
    return visible.length === 1 && visible[0] === this.sheet;
  }

  private show(visibility: SheetModel['visibility']): void {
    if (visibility !== 'visible' && this.isLastVisible())
      throw new ApiError('InvalidOperation', 'the last visible worksheet');
    this.sheet.visibility = visibility;
    this.document.dirty = true;
  }

  private remove(): void {
    const { document, sheet } = this;
    if (this.isLastVisible()) throw new ApiError('InvalidOperation', 'the last visible worksheet');
    if (sheet.visibility === 'veryHidden') throw new ApiError('InvalidOperation', 'a very hidden worksheet');
    const wasActive = document.activeSheet === sheet;
    document.workbook.deleteSheet(sheet.id);
    document.dirty = true;
    document.events.raise(EVENT.deleted, null, { source: 'Local', worksheetId: sheet.id });
    const next = document.workbook.sheets.find(({ visibility }) => visibility === 'visible');
    if (wasActive && next !== undefined) document.workbook.activeSheetId = next.id;
  }
}
