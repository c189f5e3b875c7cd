import type { SharedStrings } from '../cells/sharedStrings';
import { contains, parseArea } from '../cells/address';
import {
  EngineRefusal,
  type Area,
  type CellContent,
  type ChartModel,
  type ConditionalRule,
  type DataValidationRule,
  type Hyperlink,
  type PageSetup,
  type SheetModel,
  type SheetProtection,
  type SheetVisibility,
  type TableModel,
} from '../model';
import type { OpcPackage } from '../opc/package';
import { drained, type InSlices } from '../slices';
import type { StyleSheet } from '../styles/styleSheet';
import { argb, resolveColor } from '../styles/colors';
import { childOf, numberAttribute, parseXml, XmlError } from '../xml/node';
import { attributesText } from '../xml/tag';
import { decodeUtf8 } from '../xml/utf8';
import { SheetCharts } from './charts';
import { Columns } from './columns';
import { readComments, type SheetComment } from './comments';
import { ConditionalFormats } from './conditionalFormats';
import { readDataValidations, writeDataValidations } from './dataValidations';
import { addHyperlink, readHyperlinks, writeHyperlinks } from './hyperlinks';
import { readMerges, writeMerges } from './merges';
import { readPageSetup, setSheetProperty, writePageSetup } from './pageSetup';
import { pivotAreas } from './pivotAreas';
import { readProtection, writeProtection } from './protection';
import { rewordFrame } from './rewording';
import { readRowBreaks, writeRowBreaks } from './rowBreaks';
import { readTables, resizeTable } from './tables';
import { readFrozen, readShowGridlines, writeFrozen, writeShowGridlines } from './views';
import { readWorksheet, type WorksheetPart } from './worksheetPart';

/** What a sheet asks of its workbook. */
export interface SheetSurroundings {
  readonly pack: OpcPackage;
  readonly date1904: boolean;
  sharedStrings(): SharedStrings;
  styles(): StyleSheet;
  valueChanged(): void;
  formulaChanged(): void;
  nameOf(id: string): string;
  rename(id: string, name: string): void;
  visibilityOf(id: string): SheetVisibility;
  setVisibility(id: string, visibility: SheetVisibility): void;
  /** The value of a cell of a sheet given by name, for the caches of charts. */
  valueOn(sheet: string, row: number, column: number): CellContent;
  shiftRows(id: string, row: number, count: number): void;
}

const longestText = 32_767;

/** A worksheet. Its part is read when something of it is first asked for. */
export class Sheet implements SheetModel {
  private held: WorksheetPart | undefined;
  private heldColumns: Columns | undefined;
  private heldFormats: ConditionalFormats | undefined;
  private heldCharts: SheetCharts | undefined;
  private heldPivots: Area[] | undefined;
  private heldMerges: readonly Area[] | undefined;

  constructor(
    readonly id: string,
    readonly partName: string,
    private readonly around: SheetSurroundings,
  ) {}

  /** Reads the part now. Throws EngineRefusal where it is broken. */
  get worksheet(): WorksheetPart {
    return (this.held ??= drained(this.read()));
  }

  private *read(): InSlices<WorksheetPart> {
    const bytes = yield* this.around.pack.readInSlices(this.partName);
    if (!bytes) throw new EngineRefusal('ItemNotFound', `文件里缺少工作表“${this.name}”的内容。`);
    try {
      return yield* readWorksheet(bytes, {
        sharedStrings: () => this.around.sharedStrings(),
        date1904: this.around.date1904,
        columnStyle: (column) => this.columns.style(column),
        onValueChanged: () => this.around.valueChanged(),
        onFormulaChanged: () => this.around.formulaChanged(),
        refuse: (row, column) => this.refusePivot(row, column),
      });
    } catch (fault) {
      if (!(fault instanceof XmlError)) throw fault;
      throw new EngineRefusal('UnsupportedOperation', `工作表“${this.name}”的内容损坏，读不出来。`);
    }
  }

  /** Reads once all that is otherwise read when asked for. Throws XmlError or EngineRefusal where something is broken. */
  *verify(): InSlices<void> {
    this.held ??= yield* this.read();
    this.tables();
    this.comments();
    this.charts();
    this.pivots();
  }

  get isRead(): boolean {
    return this.held !== undefined;
  }

  get columns(): Columns {
    return (this.heldColumns ??= new Columns(this.worksheet.frame));
  }

  get formats(): ConditionalFormats {
    return (this.heldFormats ??= new ConditionalFormats(this.worksheet.frame, () => this.around.styles()));
  }

  get drawings(): SheetCharts {
    return (this.heldCharts ??= new SheetCharts(this));
  }

  get surroundings(): SheetSurroundings {
    return this.around;
  }

  get name(): string {
    return this.around.nameOf(this.id);
  }

  set name(name: string) {
    this.around.rename(this.id, name);
  }

  get visibility(): SheetVisibility {
    return this.around.visibilityOf(this.id);
  }

  set visibility(visibility: SheetVisibility) {
    this.around.setVisibility(this.id, visibility);
  }

  get tabColor(): string | null {
    const properties = this.worksheet.frame.node('sheetPr');
    return resolveColor(properties && childOf(properties, 'tabColor'), this.around.styles().colors) ?? null;
  }

  set tabColor(color: string | null) {
    if (color === this.tabColor) return;
    const { frame } = this.worksheet;
    setSheetProperty(frame, 'tabColor', () =>
      color === null
        ? `<${frame.prefix}tabColor/>`
        : `<${frame.prefix}tabColor${attributesText({ rgb: argb(color) })}/>`,
    );
  }

  usedArea(valuesOnly: boolean): Area | null {
    return this.worksheet.cells.usedArea(valuesOnly);
  }

  value(row: number, column: number): CellContent {
    return this.worksheet.cells.value(row, column);
  }

  forEachCell(area: Area, visit: (row: number, column: number) => void): void {
    this.worksheet.cells.forEach(area, visit);
  }

  formula(row: number, column: number): string | null {
    return this.worksheet.cells.formula(row, column);
  }

  styleIndex(row: number, column: number): number {
    return this.worksheet.cells.style(row, column);
  }

  guardedFormula(row: number, column: number): { readonly kind: 'array' | 'dataTable'; readonly area: Area } | null {
    const guarded = this.worksheet.cells.guarded(row, column);
    return guarded && { kind: guarded.kind, area: guarded.area };
  }

  setValue(row: number, column: number, value: CellContent): void {
    if (typeof value === 'number' && !Number.isFinite(value)) {
      throw new EngineRefusal('InvalidArgument', '单元格里不能写无穷大或非数字。');
    }
    if (typeof value === 'string' && value.length > longestText) {
      throw new EngineRefusal('InvalidArgument', `一个单元格最多写 ${longestText} 个字符。`);
    }
    this.worksheet.cells.setContent(row, column, value, null);
  }

  setFormula(row: number, column: number, formula: string): void {
    this.worksheet.cells.setContent(row, column, 0, formula);
  }

  setStyleIndex(row: number, column: number, style: number): void {
    this.worksheet.cells.setStyle(row, column, style);
  }

  clear(area: Area, what: 'contents' | 'formats' | 'all'): void {
    this.worksheet.cells.clear(area, what);
  }

  rowHeight(row: number): number | null {
    const state = this.worksheet.cells.row(row);
    if (state?.height !== undefined) return state.height;
    const height = Number(this.rowAttribute(row, 'ht') ?? Number.NaN);
    return Number.isFinite(height) ? height : null;
  }

  setRowHeight(row: number, points: number | null): void {
    this.heldCharts?.settle();
    if (this.rowHeight(row) !== points) this.worksheet.cells.rowForEdit(row).height = points;
  }

  rowHidden(row: number): boolean {
    const hidden = this.worksheet.cells.row(row)?.hidden;
    return hidden ?? ['1', 'true'].includes(this.rowAttribute(row, 'hidden') ?? '0');
  }

  setRowHidden(row: number, hidden: boolean): void {
    this.heldCharts?.settle();
    if (this.rowHidden(row) !== hidden) this.worksheet.cells.rowForEdit(row).hidden = hidden;
  }

  columnWidth(column: number): number | null {
    return this.columns.width(column);
  }

  setColumnWidth(column: number, characters: number | null): void {
    this.heldCharts?.settle();
    this.columns.setWidth(column, characters);
  }

  columnHidden(column: number): boolean {
    return this.columns.hidden(column);
  }

  setColumnHidden(column: number, hidden: boolean): void {
    this.heldCharts?.settle();
    this.columns.setHidden(column, hidden);
  }

  get defaultRowHeight(): number {
    return numberAttribute(this.worksheet.frame.node('sheetFormatPr'), 'defaultRowHeight') ?? 15;
  }

  get defaultColumnWidth(): number {
    const format = this.worksheet.frame.node('sheetFormatPr');
    return numberAttribute(format, 'defaultColWidth') ?? (numberAttribute(format, 'baseColWidth') ?? 8) + 0.43;
  }

  merges(): readonly Area[] {
    return (this.heldMerges ??= readMerges(this.worksheet.frame));
  }

  setMerges(merges: readonly Area[]): void {
    const { frame } = this.worksheet;
    this.heldMerges = [...merges];
    frame.defer('mergeCells', () => writeMerges(frame, merges));
  }

  conditionalRules(): readonly ConditionalRule[] {
    return this.formats.rules();
  }

  setConditionalRules(rules: readonly ConditionalRule[]): void {
    this.formats.set(rules);
  }

  dataValidations(): readonly DataValidationRule[] {
    return readDataValidations(this.worksheet.frame);
  }

  setDataValidations(rules: readonly DataValidationRule[]): void {
    writeDataValidations(this.worksheet.frame, rules);
  }

  hyperlinks(): readonly Hyperlink[] {
    return readHyperlinks(this.worksheet.frame, this.around.pack, this.partName);
  }

  setHyperlinks(links: readonly Hyperlink[]): void {
    writeHyperlinks(this.worksheet.frame, this.around.pack, this.partName, links);
  }

  addHyperlink(link: Hyperlink): void {
    addHyperlink(this.worksheet.frame, this.around.pack, this.partName, link);
  }

  pageSetup(): PageSetup {
    return readPageSetup(this.worksheet.frame);
  }

  setPageSetup(setup: PageSetup): void {
    writePageSetup(this.worksheet.frame, setup);
  }

  rowBreaks(): readonly number[] {
    return readRowBreaks(this.worksheet.frame);
  }

  setRowBreaks(rows: readonly number[]): void {
    writeRowBreaks(this.worksheet.frame, rows);
  }

  protection(): SheetProtection {
    return readProtection(this.worksheet.frame);
  }

  setProtection(protection: SheetProtection): void {
    writeProtection(this.worksheet.frame, protection);
  }

  frozen(): { readonly rows: number; readonly columns: number } {
    return readFrozen(this.worksheet.frame);
  }

  setFrozen(rows: number, columns: number): void {
    writeFrozen(this.worksheet.frame, rows, columns);
  }

  autoFilterArea(): Area | null {
    return parseArea(this.worksheet.frame.node('autoFilter')?.attributes.get('ref') ?? '');
  }

  get showGridlines(): boolean {
    return readShowGridlines(this.worksheet.frame);
  }

  setShowGridlines(show: boolean): void {
    writeShowGridlines(this.worksheet.frame, show);
  }

  tables(): readonly TableModel[] {
    return readTables(this.around.pack, this.partName);
  }

  resizeTable(id: number, area: Area): void {
    resizeTable(this.around.pack, this.partName, id, area);
  }

  charts(): readonly { readonly name: string; readonly model: ChartModel | null }[] {
    return this.drawings.charts();
  }

  addChart(chart: ChartModel): void {
    this.drawings.add(chart);
  }

  removeChart(name: string): void {
    this.drawings.remove(name);
  }

  comments(): readonly SheetComment[] {
    return readComments(this.around.pack, this.partName);
  }

  insertRows(row: number, count: number): void {
    if (count > 0) this.around.shiftRows(this.id, row, count);
  }

  deleteRows(row: number, count: number): void {
    if (count > 0) this.around.shiftRows(this.id, row, -count);
  }

  /** Rewrites every formula of the sheet, in cells and outside them. */
  rewordFormulas(reword: (formula: string) => string): void {
    this.worksheet.cells.rewordFormulas(reword);
    rewordFrame(this.worksheet.frame, reword);
    this.heldFormats?.forget();
  }

  /** Forgets what was read of the frame, after its text was changed from outside. */
  forgetFrame(): void {
    this.heldColumns = undefined;
    this.heldFormats?.forget();
    this.heldPivots = undefined;
    this.heldMerges = undefined;
  }

  private rowAttribute(row: number, name: string): string | undefined {
    const { cells } = this.worksheet;
    const source = cells.row(row)?.source;
    if (!source) return undefined;
    const tag = decodeUtf8(cells.scanned.bytes, source.start, source.openEnd);
    if (!tag.includes(name)) return undefined;
    return parseXml(tag.endsWith('/>') ? tag : `${tag.slice(0, -1)}/>`).attributes.get(name);
  }

  private pivots(): readonly Area[] {
    return (this.heldPivots ??= pivotAreas(this.around.pack, this.partName));
  }

  private refusePivot(row: number, column: number): void {
    if (this.pivots().some((area) => contains(area, row, column))) {
      throw new EngineRefusal('UnsupportedOperation', '不能修改数据透视表里的单元格。');
    }
  }
}
