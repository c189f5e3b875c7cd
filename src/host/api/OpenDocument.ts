import type { Area, CellStyle, SheetModel, WorkbookModel } from '../xlsx/model';
import { ApiError, accessDenied, itemNotFound } from './ApiError';
import { areaAddress, intersection } from './address';
import type { ApiObject } from './ApiObject';
import { EVENT, EventHub } from './EventHub';
import type { CellInputRules } from './cellInput';

export interface DocumentOptions {
  /** File name shown as `workbook.name`. */
  readonly name: string;
  /** Language of numberFormatLocal and cultureInfo. */
  readonly locale: 'zh-CN' | 'en-US';
  /** Today, for text such as `3-1` that Excel completes with the current year. */
  readonly today: () => { readonly year: number };
  /** Cells one read may ask for; Excel's own limit is 5,000,000. */
  readonly cellLimit: number;
  /** 自动保存 is on, as in a workbook that co-authors work on in copies of their own; the embedded host has one copy. */
  readonly autoSave: boolean;
}

export interface SelectionState {
  readonly sheetId: string;
  readonly areas: readonly Area[];
  readonly active: { readonly row: number; readonly column: number };
}

/** Who made a change: an edit through the API, the person at the grid, or another who has the workbook open too. */
export type ChangeOrigin = 'addin' | 'user' | 'colleague';

/** The workbook as an open document: what Excel knows of it beside the file. */
export class OpenDocument {
  readonly events = new EventHub();
  /** Objects the library tracks, by reference id. */
  readonly references = new Map<string, ApiObject>();
  /** Objects of the request that runs. */
  readonly live = new Set<ApiObject>();
  /** `workbook.settings`; held while the file is open, not written to it. */
  readonly settings = new Map<string, unknown>();
  calculationMode: 'Automatic' | 'AutomaticExceptTables' | 'Manual' = 'Automatic';
  origin: ChangeOrigin = 'addin';
  /** Any write since opening or since `markSaved`. */
  dirty = false;
  private readonly selections = new Map<string, SelectionState>();
  private readonly charts = new Map<string, { readonly sheet: SheetModel; readonly name: string }>();
  private nextReference = 1;

  constructor(
    readonly workbook: WorkbookModel,
    readonly options: DocumentOptions,
  ) {}

  get inputRules(): CellInputRules {
    return { date1904: this.workbook.date1904, year: this.options.today().year };
  }

  beginRequest(): void {
    this.live.clear();
  }

  keep(object: ApiObject): void {
    if (object.referenceId !== null) return;
    object.referenceId = `r${this.nextReference++}`;
    this.references.set(object.referenceId, object);
  }

  release(referenceId: string): void {
    const object = this.references.get(referenceId);
    if (object !== undefined) object.referenceId = null;
    this.references.delete(referenceId);
  }

  /** Throws ItemNotFound where the sheet was deleted meanwhile. */
  alive(sheet: SheetModel): SheetModel {
    if (!this.workbook.sheets.includes(sheet)) throw itemNotFound('the worksheet was deleted');
    return sheet;
  }

  sheetNamed(name: string): SheetModel | null {
    const lower = name.toLowerCase();
    return this.workbook.sheets.find((sheet) => sheet.name.toLowerCase() === lower) ?? null;
  }

  /** A sheet by name or id, as `getItem` takes either. */
  sheetByKey(key: string): SheetModel | null {
    return this.workbook.sheets.find((sheet) => sheet.id === key) ?? this.sheetNamed(key);
  }

  get activeSheet(): SheetModel {
    const { sheets, activeSheetId } = this.workbook;
    const sheet =
      sheets.find(({ id }) => id === activeSheetId) ?? sheets.find(({ visibility }) => visibility === 'visible');
    if (sheet === undefined) throw itemNotFound('no worksheet');
    return sheet;
  }

  selection(sheet: SheetModel = this.activeSheet): SelectionState {
    const home: SelectionState = {
      sheetId: sheet.id,
      areas: [{ top: 0, left: 0, bottom: 0, right: 0 }],
      active: { row: 0, column: 0 },
    };
    return this.selections.get(sheet.id) ?? home;
  }

  select(sheet: SheetModel, areas: readonly Area[]): void {
    const [first] = areas;
    if (first === undefined) return;
    if (sheet.visibility !== 'visible') throw new ApiError('InvalidOperation', 'a hidden worksheet has no selection');
    this.activate(sheet);
    this.selections.set(sheet.id, { sheetId: sheet.id, areas, active: { row: first.top, column: first.left } });
    this.events.raise(EVENT.selectionChanged, sheet.id, {
      address: areas.map(areaAddress).join(','),
      worksheetId: sheet.id,
    });
  }

  activate(sheet: SheetModel): void {
    const before = this.activeSheet;
    if (before === sheet) return;
    this.workbook.activeSheetId = sheet.id;
    this.events.raise(EVENT.deactivated, before.id, { worksheetId: before.id });
    this.events.raise(EVENT.activated, sheet.id, { worksheetId: sheet.id });
  }

  /** Tells the handlers of `onChanged`; `details` only for a single cell, as in Excel. */
  changed(
    sheet: SheetModel,
    area: Area,
    changeType: 'RangeEdited' | 'RowInserted' | 'RowDeleted' | 'CellInserted' | 'CellDeleted',
    details: Readonly<Record<string, unknown>> = {},
  ): void {
    this.dirty = true;
    this.events.raise(EVENT.changed, sheet.id, {
      address: areaAddress(area),
      changeType,
      source: this.origin === 'colleague' ? 'Remote' : 'Local',
      triggerSource: this.origin === 'addin' ? 'ThisLocalAddin' : 'Unknown',
      worksheetId: sheet.id,
      ...details,
    });
  }

  /** Throws AccessDenied where the sheet is protected and its options do not allow it. */
  guard(sheet: SheetModel, allowance: string): void {
    const protection = sheet.protection();
    if (protection.enabled && protection.allowed[allowance] !== true) throw accessDenied(`${sheet.name} is protected`);
  }

  /** Throws AccessDenied where any of the cells is locked on a protected sheet. */
  guardCells(sheet: SheetModel, area: Area): void {
    if (!sheet.protection().enabled) return;
    for (let row = area.top; row <= area.bottom; row++) {
      for (let column = area.left; column <= area.right; column++) {
        if (this.workbook.style(sheet.styleIndex(row, column)).locked) throw accessDenied(`${sheet.name} is protected`);
      }
    }
  }

  /** A chart's id: stable while the document is open, whatever the chart is called. */
  chartId(sheet: SheetModel, name: string): string {
    for (const [id, known] of this.charts) if (known.sheet === sheet && known.name === name) return id;
    const id = `{chart-${this.charts.size + 1}}`;
    this.charts.set(id, { sheet, name });
    return id;
  }

  chartName(id: string): string | null {
    return this.charts.get(id)?.name ?? null;
  }

  renameChart(id: string, name: string): void {
    const known = this.charts.get(id);
    if (known !== undefined) this.charts.set(id, { ...known, name });
  }

  /** The part of an area that holds anything; whole rows and columns are cut to it. */
  filled(sheet: SheetModel, area: Area): Area | null {
    const used = sheet.usedArea(false);
    return used === null ? null : intersection(area, used);
  }

  /** Changes the style of every cell; each distinct style is computed once. */
  restyle(sheet: SheetModel, area: Area, change: (style: CellStyle) => CellStyle): void {
    const changed = new Map<number, number>();
    for (let row = area.top; row <= area.bottom; row++) {
      for (let column = area.left; column <= area.right; column++) {
        this.restyleCell(sheet, row, column, change, changed);
      }
    }
  }

  /** `changed`: what styles become, of all cells that are changed alike. */
  restyleCell(
    sheet: SheetModel,
    row: number,
    column: number,
    change: (style: CellStyle) => CellStyle,
    changed: Map<number, number>,
  ): void {
    this.dirty = true;
    const index = sheet.styleIndex(row, column);
    let next = changed.get(index);
    if (next === undefined) {
      next = this.workbook.styleIndexOf(change(this.workbook.style(index)), index);
      changed.set(index, next);
    }
    if (next !== index) sheet.setStyleIndex(row, column, next);
  }
}
