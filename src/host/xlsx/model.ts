/**
 * What the embedded host holds of an .xlsx file: the contract between the file engine (this folder)
 * and the classes that carry Excel's names (`../api`). Rows and columns count from 0 everywhere.
 */

import type { InSlices } from './slices';

/** What a cell holds as its value. Errors keep their code (`#REF!`). `null` is an empty cell. */
export type CellContent = null | string | number | boolean | { readonly error: string };

/** A rectangle of cells, both ends included. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface Font {
  readonly name?: string;
  /** Points. */
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: 'none' | 'single' | 'double';
  readonly strikethrough?: boolean;
  /** `#RRGGBB`. */
  readonly color?: string;
}

export type BorderSide = 'left' | 'right' | 'top' | 'bottom' | 'diagonalUp' | 'diagonalDown';
export interface BorderLine {
  /** OOXML style word: thin, medium, thick, double, dashed, dotted, hair, … */
  readonly style: string;
  readonly color?: string;
}

export interface Alignment {
  readonly horizontal?: string;
  readonly vertical?: string;
  readonly wrapText?: boolean;
  readonly shrinkToFit?: boolean;
  readonly indent?: number;
  readonly textRotation?: number;
}

/** A cell's whole look, resolved. */
export interface CellStyle {
  /** The format code as in the file's own en-US form; built-in ids are resolved (14 → `m/d/yyyy`). */
  readonly numberFormat: string;
  readonly font: Font;
  /** Solid fill colour `#RRGGBB`, or null where there is none. */
  readonly fill: string | null;
  readonly borders: Partial<Record<BorderSide, BorderLine>>;
  readonly alignment: Alignment;
  readonly locked: boolean;
  readonly hiddenFormula: boolean;
}

/** The look a conditional format lays over a cell (a `dxf`). */
export interface DifferentialStyle {
  readonly numberFormat?: string;
  readonly font?: Font;
  readonly fill?: string;
  readonly borders?: Partial<Record<BorderSide, BorderLine>>;
}

/** One rule of conditional formatting. `raw` keeps what the engine does not model, byte for byte. */
export interface ConditionalRule {
  /** Stable while the file is open; new after reopening, as in Excel. */
  readonly id: string;
  readonly areas: readonly Area[];
  /** OOXML type word: expression, cellIs, colorScale, dataBar, iconSet, top10, duplicateValues, containsText, … */
  readonly type: string;
  /** Of cellIs and text rules: greaterThan, between, containsText, … */
  readonly operator?: string;
  /** For text rules: the text looked for. */
  readonly text?: string;
  /** Without the leading `=`. */
  readonly formulas: readonly string[];
  readonly priority: number;
  readonly stopIfTrue: boolean;
  readonly style: DifferentialStyle | null;
  /** The `<cfRule>` element as it came, or null for a rule made here. */
  readonly raw: string | null;
}

export interface DataValidationRule {
  readonly areas: readonly Area[];
  /** list, whole, decimal, date, time, textLength, custom. */
  readonly type: string;
  readonly operator?: string;
  readonly formula1?: string;
  readonly formula2?: string;
  readonly allowBlank: boolean;
  /** Whether a list shows its arrow in the cell (the file's attribute of that name says the opposite). */
  readonly showDropDown: boolean;
  readonly error?: {
    readonly style?: 'stop' | 'warning' | 'information';
    readonly title?: string;
    readonly message?: string;
    readonly show: boolean;
  };
  readonly prompt?: { readonly title?: string; readonly message?: string; readonly show: boolean };
}

export interface Hyperlink {
  readonly area: Area;
  /** Outside address, or null for a place in the workbook. */
  readonly address: string | null;
  /** `'Sheet 1'!A1` or a defined name. */
  readonly location: string | null;
  readonly tooltip?: string;
}

export interface PageSetup {
  readonly orientation?: 'portrait' | 'landscape';
  /** OOXML paper code; 9 is A4. */
  readonly paperSize?: number;
  readonly scale?: number;
  readonly fitToWidth?: number;
  readonly fitToHeight?: number;
  readonly blackAndWhite?: boolean;
  readonly centerHorizontally?: boolean;
  readonly centerVertically?: boolean;
  readonly printGridlines?: boolean;
  readonly printHeadings?: boolean;
  readonly firstPageNumber?: number;
  /** Inches, as the file has them. */
  readonly margins?: { left: number; right: number; top: number; bottom: number; header: number; footer: number };
  readonly headerFooter?: {
    oddHeader?: string;
    oddFooter?: string;
    evenHeader?: string;
    evenFooter?: string;
    firstHeader?: string;
    firstFooter?: string;
    differentOddEven?: boolean;
    differentFirst?: boolean;
  };
}

export interface SheetProtection {
  readonly enabled: boolean;
  readonly hasPassword: boolean;
  /** What a user may still do, by Excel's own option names (allowFormatCells, allowInsertRows, …). */
  readonly allowed: Readonly<Record<string, boolean>>;
}

export interface TableModel {
  readonly id: number;
  readonly name: string;
  readonly area: Area;
  readonly columns: readonly string[];
  readonly showHeaders: boolean;
  readonly showTotals: boolean;
  readonly styleName: string | null;
}

/** A chart made through the host (charts that came with the file are kept but not modelled beyond their name). */
export interface ChartModel {
  readonly name: string;
  readonly kind: 'barClustered' | 'columnClustered' | 'columnStacked' | 'barStacked' | 'line' | 'lineMarkers';
  readonly title: string | null;
  readonly sourceSheet: string;
  /** Header row first, category column first. */
  readonly source: Area;
  readonly seriesBy: 'columns' | 'rows';
  /** Points from the sheet's top left corner. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly showLegend: boolean;
  readonly showDataLabels: boolean;
  /** The category axis runs from its far end: the first bar stands on top. */
  readonly categoriesReversed: boolean;
  /** Where on the category axis the value axis stands. */
  readonly valueAxisAt: 'automatic' | 'maximum' | 'minimum';
  /** Where the value axis begins; null = as the application chooses. */
  readonly valueMinimum: number | null;
}

export type SheetVisibility = 'visible' | 'hidden' | 'veryHidden';

/** A sheet as the host holds it. Reads are of the state after all edits made through this object. */
export interface SheetModel {
  readonly id: string;
  name: string;
  visibility: SheetVisibility;
  /** `#RRGGBB` or null. */
  tabColor: string | null;

  /** The smallest area that holds every value (valuesOnly) or every value and formatted cell, or null. */
  usedArea(valuesOnly: boolean): Area | null;
  value(row: number, column: number): CellContent;
  /** Calls back for each cell there is in the area, row by row, from left to right: those with a value, formula or style. */
  forEachCell(area: Area, visit: (row: number, column: number) => void): void;
  /** Without the leading `=`, in en-US; null where the cell holds no formula. Shared formulas are given expanded. */
  formula(row: number, column: number): string | null;
  /** Index into the workbook's styles: the cell's own, else its row's, else its column's, else 0. */
  styleIndex(row: number, column: number): number;
  /** Kind of formula that must not be overwritten in part: array, spill, data table; null otherwise. */
  guardedFormula(row: number, column: number): { readonly kind: 'array' | 'dataTable'; readonly area: Area } | null;
  setValue(row: number, column: number, value: CellContent): void;
  /** Formula without `=`; its value reads 0 until an application recalculates (null after reopening what was saved). */
  setFormula(row: number, column: number, formula: string): void;
  setStyleIndex(row: number, column: number, style: number): void;
  /** Removes value, formula and (where asked) style. */
  clear(area: Area, what: 'contents' | 'formats' | 'all'): void;

  /** Points; null = the sheet's default. */
  rowHeight(row: number): number | null;
  setRowHeight(row: number, points: number | null): void;
  rowHidden(row: number): boolean;
  setRowHidden(row: number, hidden: boolean): void;
  /** Width in characters as in the file; null = default. */
  columnWidth(column: number): number | null;
  setColumnWidth(column: number, characters: number | null): void;
  columnHidden(column: number): boolean;
  setColumnHidden(column: number, hidden: boolean): void;
  readonly defaultRowHeight: number;
  readonly defaultColumnWidth: number;

  merges(): readonly Area[];
  setMerges(merges: readonly Area[]): void;
  conditionalRules(): readonly ConditionalRule[];
  /** Rules whose `raw` and `areas` are unchanged are written back byte for byte. */
  setConditionalRules(rules: readonly ConditionalRule[]): void;
  dataValidations(): readonly DataValidationRule[];
  setDataValidations(rules: readonly DataValidationRule[]): void;
  hyperlinks(): readonly Hyperlink[];
  setHyperlinks(links: readonly Hyperlink[]): void;
  /** Puts one link last, in place of one over the very same area. */
  addHyperlink(link: Hyperlink): void;
  pageSetup(): PageSetup;
  setPageSetup(setup: PageSetup): void;
  /** First row of each printed page after the first. */
  rowBreaks(): readonly number[];
  setRowBreaks(rows: readonly number[]): void;
  protection(): SheetProtection;
  setProtection(protection: SheetProtection): void;
  frozen(): { readonly rows: number; readonly columns: number };
  setFrozen(rows: number, columns: number): void;
  autoFilterArea(): Area | null;
  readonly showGridlines: boolean;
  setShowGridlines(show: boolean): void;
  tables(): readonly TableModel[];
  /** Gives a table other rows below its header; throws EngineRefusal where it has totals or meets another table. */
  resizeTable(id: number, area: Area): void;
  /** Names of charts that came with the file, then those made here. */
  charts(): readonly { readonly name: string; readonly model: ChartModel | null }[];
  addChart(chart: ChartModel): void;
  removeChart(name: string): void;
  comments(): readonly {
    readonly row: number;
    readonly column: number;
    readonly author: string;
    readonly text: string;
  }[];
  /** Inserts whole rows before `row`; shifts cells, merges, formats, validations, links, names and references that point below. Throws EngineRefusal where the sheet holds what it cannot shift. */
  insertRows(row: number, count: number): void;
  deleteRows(row: number, count: number): void;
}

export interface DefinedName {
  readonly name: string;
  /** Without `=`. */
  readonly formula: string;
  /** Sheet id, or null for the workbook. */
  readonly scope: string | null;
  readonly hidden: boolean;
}

export interface CustomXmlPartModel {
  /** `{GUID}`, kept in the file. */
  readonly id: string;
  readonly namespaceUri: string;
  xml: string;
}

/** An open workbook. */
export interface WorkbookModel {
  readonly date1904: boolean;
  /** Tab order. */
  readonly sheets: readonly SheetModel[];
  activeSheetId: string;
  addSheet(name: string, position?: number): SheetModel;
  deleteSheet(id: string): void;
  moveSheet(id: string, position: number): void;
  style(index: number): CellStyle;
  /**
   * Index of that style, appended to the file's table when new; existing indexes are never renumbered.
   * `basedOn` is the cell's style before: what the model does not say of it (theme colours, hatching) is kept.
   */
  styleIndexOf(style: CellStyle, basedOn?: number): number;
  names(): readonly DefinedName[];
  setNames(names: readonly DefinedName[]): void;
  customXmlParts(): readonly CustomXmlPartModel[];
  addCustomXmlPart(xml: string): CustomXmlPartModel;
  setCustomXml(id: string, xml: string): void;
  deleteCustomXmlPart(id: string): void;
  /** Sentences (Chinese) on what this file holds that an edit would not keep; empty for almost every file. */
  readonly cautions: readonly string[];
  /** Strict OOXML and the like: shown, never saved. */
  readonly readOnly: boolean;
  /** The whole file. Parts and sheets nobody touched are the bytes that came. */
  save(): Uint8Array;
  /** The same with pauses: the file as it stood at the first step; what is written meanwhile is not in it. */
  saveInSlices(): InSlices<Uint8Array>;
}

/** Why a file was not opened; `sentence` is for the clerk. */
export interface OpenRefusal {
  readonly reason:
    | 'empty'
    | 'notWorkbook'
    | 'encrypted'
    | 'legacyXls'
    | 'wpsEt'
    | 'csvOrText'
    | 'truncated'
    | 'tooLarge'
    | 'brokenPart';
  readonly sentence: string;
}

export type OpenResult =
  { readonly ok: true; readonly workbook: WorkbookModel } | { readonly ok: false; readonly refusal: OpenRefusal };

/** An edit the engine cannot make without losing something. `code` is Excel's error code for it. */
export class EngineRefusal extends Error {
  constructor(
    readonly code: 'InvalidArgument' | 'UnsupportedOperation' | 'AccessDenied' | 'ItemAlreadyExists' | 'ItemNotFound',
    message: string,
  ) {
    super(message);
    this.name = 'EngineRefusal';
  }
}
