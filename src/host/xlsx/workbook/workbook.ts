import { SharedStrings } from '../cells/sharedStrings';
import { formulaAfterRename, formulaAfterSheetDeleted } from '../formulas/rewriting';
import { sameSheetName } from '../formulas/references';
import {
  EngineRefusal,
  type CellContent,
  type CellStyle,
  type CustomXmlPartModel,
  type DefinedName,
  type SheetModel,
  type SheetVisibility,
  type WorkbookModel,
} from '../model';
import { ContentTypes } from '../opc/contentTypes';
import type { OpcPackage } from '../opc/package';
import {
  addRelationship,
  documentRelationships,
  relatedPart,
  relationshipsOf,
  removeRelationship,
} from '../opc/relationships';
import { shiftRows } from '../shifting/shiftRows';
import { drained, type InSlices } from '../slices';
import { Sheet, type SheetSurroundings } from '../sheet/sheet';
import { removeSheetParts } from '../sheet/sheetParts';
import { writeTabSelected } from '../sheet/views';
import { StyleSheet } from '../styles/styleSheet';
import { XmlFrame } from '../xml/frame';
import { childOf, flag, numberAttribute, parseXml } from '../xml/node';
import { setAttribute, setAttributes, splice } from '../xml/tag';
import { blankSheetXml, blankStylesXml } from './blankParts';
import { CustomXmlParts } from './customXml';
import { renamePivotSources, rewordReadingParts } from './readingParts';
import { mergedNames, readNames, writeNames, type HeldName } from './names';
import { assertSheetName, newTab, readTabs, writeTabs, type Tab } from './tabs';
import { workbookOrder } from './workbookOrder';

const worksheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';

/** An open workbook over the parts of its file. */
export class Workbook implements WorkbookModel, SheetSurroundings {
  readonly date1904: boolean;
  private readonly frame: XmlFrame;
  private readonly tabs: Tab[];
  private readonly byId = new Map<string, Sheet>();
  private held: HeldName[];
  private readonly custom: CustomXmlParts;
  private strings: SharedStrings | undefined;
  private styleSheet: StyleSheet | undefined;
  private valuesChanged = false;
  private formulasChanged = false;
  private active: string;
  /** What the file says of the tab it shows first. */
  private written: { readonly index: number; readonly id: string };

  /** Throws XmlError and ZipError where a part is broken. */
  constructor(
    readonly pack: OpcPackage,
    private readonly part: string,
    readonly cautions: readonly string[],
    readonly readOnly: boolean,
  ) {
    this.frame = new XmlFrame(pack.text(part)!, workbookOrder);
    const related = relationshipsOf(pack, part).filter((one) => !one.external);
    this.tabs = readTabs(this.frame, new Map(related.map((one) => [one.id, one])));
    this.date1904 = flag(this.frame.node('workbookPr'), 'date1904');
    this.held = readNames(this.frame, this.tabIds());
    this.custom = new CustomXmlParts(pack, part);
    for (const tab of this.tabs) if (tab.isWorksheet) this.byId.set(tab.id, new Sheet(tab.id, tab.partName, this));
    const shown = this.tabs[this.shownIndex()];
    const fallback =
      this.tabs.find((tab) => tab.isWorksheet && tab.visibility === 'visible') ??
      this.tabs.find((tab) => tab.isWorksheet);
    this.active = (shown?.isWorksheet ? shown : fallback)?.id ?? '';
    this.written = { index: this.tabIds().indexOf(this.active), id: this.active };
  }

  get sheets(): readonly Sheet[] {
    return this.tabs.flatMap((tab) => this.byId.get(tab.id) ?? []);
  }

  get activeSheetId(): string {
    return this.active;
  }

  set activeSheetId(id: string) {
    const tab = this.tab(id);
    if (tab.visibility !== 'visible')
      throw new EngineRefusal('InvalidArgument', `工作表“${tab.name}”是隐藏的，不能设为当前表。`);
    this.active = id;
  }

  addSheet(name: string, position?: number): SheetModel {
    assertSheetName(
      name,
      this.tabs.map((tab) => tab.name),
    );
    const part = this.pack.freeName('xl/worksheets/sheet#.xml');
    this.pack.writeText(part, blankSheetXml);
    new ContentTypes(this.pack).add(part, worksheetType);
    const relationship = addRelationship(this.pack, this.part, `${documentRelationships}/worksheet`, part);
    const id = String(Math.max(0, ...this.tabs.map((tab) => Number(tab.id) || 0)) + 1);
    this.tabs.splice(this.tabIndex(position), 0, newTab(this.frame, id, name, part, relationship));
    const sheet = new Sheet(id, part, this);
    this.byId.set(id, sheet);
    return sheet;
  }

  deleteSheet(id: string): void {
    const tab = this.tab(id);
    if (tab.visibility === 'visible' && this.tabs.filter((one) => one.visibility === 'visible').length === 1) {
      throw new EngineRefusal('InvalidArgument', '工作簿里至少要有一张看得见的工作表。');
    }
    this.settleCharts();
    removeSheetParts(this.pack, tab.partName);
    const relationship = relationshipsOf(this.pack, this.part).find((one) => one.target === tab.partName);
    if (relationship) removeRelationship(this.pack, this.part, relationship.id);
    const at = this.tabs.indexOf(tab);
    this.tabs.splice(at, 1);
    this.byId.delete(id);
    this.held = this.held.filter((name) => name.scope !== id);
    this.rewordAll((formula) => formulaAfterSheetDeleted(formula, tab.name));
    this.formulasChanged = true;
    if (this.active === id) {
      const candidates = [...this.tabs.slice(at), ...this.tabs.slice(0, at).reverse()];
      this.active = candidates.find((one) => one.visibility === 'visible' && one.isWorksheet)?.id ?? this.tabs[0]!.id;
    }
  }

  moveSheet(id: string, position: number): void {
    const tab = this.tab(id);
    this.tabs.splice(this.tabs.indexOf(tab), 1);
    this.tabs.splice(this.tabIndex(position), 0, tab);
  }

  style(index: number): CellStyle {
    return this.styles().style(index);
  }

  styleIndexOf(style: CellStyle, basedOn?: number): number {
    return this.styles().indexOf(style, basedOn);
  }

  names(): readonly DefinedName[] {
    return this.held.map(({ name, formula, scope, hidden }) => ({ name, formula, scope, hidden }));
  }

  setNames(names: readonly DefinedName[]): void {
    this.held = mergedNames(this.held, names);
    this.valueChanged();
  }

  customXmlParts(): readonly CustomXmlPartModel[] {
    return this.custom.list();
  }

  addCustomXmlPart(xml: string): CustomXmlPartModel {
    return this.custom.add(xml);
  }

  setCustomXml(id: string, xml: string): void {
    this.custom.set(id, xml);
  }

  deleteCustomXmlPart(id: string): void {
    this.custom.remove(id);
  }

  save(): Uint8Array {
    return drained(this.saveInSlices());
  }

  *saveInSlices(): InSlices<Uint8Array> {
    this.writeParts();
    return yield* this.pack.saveInSlices();
  }

  private writeParts(): void {
    this.settleCharts();
    const changed = this.sheets.filter((sheet) => sheet.isRead && sheet.worksheet.changed);
    this.writeActiveTab();
    writeTabs(this.frame, this.tabs);
    writeNames(this.frame, this.held, this.tabIds());
    this.writeCalculation();
    for (const sheet of this.sheets) {
      if (!sheet.isRead) continue;
      if (sheet.worksheet.changed) this.pack.writePieces(sheet.partName, sheet.worksheet.write());
      else if (this.pack.isWritten(sheet.partName)) this.pack.write(sheet.partName, sheet.worksheet.source);
    }
    this.writeStyles();
    const text = this.frame.toString();
    if (this.pack.text(this.part) !== text) this.pack.writeText(this.part, text);
    if (this.readOnly && (changed.length > 0 || this.pack.isChanged)) {
      throw new EngineRefusal('AccessDenied', this.cautions[0] ?? '这个文件只能查看，不能在这里保存。');
    }
  }

  // What the sheets ask for.

  sharedStrings(): SharedStrings {
    return this.strings ?? drained(this.readSharedStrings());
  }

  *readSharedStrings(): InSlices<SharedStrings> {
    const part = relatedPart(this.pack, this.part, 'sharedStrings');
    const bytes = part === null ? null : yield* this.pack.readInSlices(part);
    this.strings = yield* SharedStrings.read(bytes ?? new Uint8Array(0));
    return this.strings;
  }

  styles(): StyleSheet {
    if (this.styleSheet) return this.styleSheet;
    const part = relatedPart(this.pack, this.part, 'styles');
    const theme = relatedPart(this.pack, this.part, 'theme');
    const text = part === null ? null : this.pack.text(part);
    this.styleSheet = new StyleSheet(text ?? blankStylesXml, theme === null ? null : this.pack.text(theme));
    return this.styleSheet;
  }

  valueChanged(): void {
    this.valuesChanged = true;
  }

  formulaChanged(): void {
    this.formulasChanged = true;
  }

  nameOf(id: string): string {
    return this.tab(id).name;
  }

  rename(id: string, name: string): void {
    const tab = this.tab(id);
    if (tab.name === name) return;
    assertSheetName(
      name,
      this.tabs.filter((other) => other !== tab).map((other) => other.name),
    );
    this.settleCharts();
    const before = tab.name;
    tab.name = name;
    this.rewordAll((formula) => formulaAfterRename(formula, before, name));
    renamePivotSources(this.pack, before, name);
  }

  visibilityOf(id: string): SheetVisibility {
    return this.tab(id).visibility;
  }

  setVisibility(id: string, visibility: SheetVisibility): void {
    const tab = this.tab(id);
    const others = this.tabs.filter((one) => one !== tab && one.visibility === 'visible');
    if (visibility !== 'visible' && others.length === 0) {
      throw new EngineRefusal('InvalidArgument', '工作簿里至少要有一张看得见的工作表。');
    }
    tab.visibility = visibility;
    if (visibility !== 'visible' && this.active === id)
      this.active = (others.find((one) => one.isWorksheet) ?? others[0]!).id;
  }

  valueOn(sheet: string, row: number, column: number): CellContent {
    return this.sheets.find((one) => sameSheetName(one.name, sheet))?.value(row, column) ?? null;
  }

  shiftRows(id: string, row: number, count: number): void {
    const sheet = this.byId.get(id)!;
    this.settleCharts();
    shiftRows(sheet, this.sheets, { row, count }, (reword) => {
      this.held = this.held.map((name) => ({ ...name, formula: reword(name.formula, this.scopeName(name)) }));
    });
    this.valuesChanged = true;
    this.formulasChanged = true;
  }

  private settleCharts(): void {
    for (const sheet of this.sheets) sheet.drawings.settle();
  }

  private scopeName(name: HeldName): string {
    return name.scope === null ? '' : this.nameOf(name.scope);
  }

  private rewordAll(reword: (formula: string) => string): void {
    for (const sheet of this.sheets) sheet.rewordFormulas(reword);
    this.held = this.held.map((name) => ({ ...name, formula: reword(name.formula) }));
    rewordReadingParts(this.pack, reword);
  }

  private tab(id: string): Tab {
    const tab = this.tabs.find((one) => one.id === id);
    if (!tab) throw new EngineRefusal('ItemNotFound', '没有找到这张工作表。');
    return tab;
  }

  private tabIds(): string[] {
    return this.tabs.map((tab) => tab.id);
  }

  /** Place among all tabs of a place among the worksheets. */
  private tabIndex(position: number | undefined): number {
    if (position === undefined) return this.tabs.length;
    const worksheets = this.tabs.filter((tab) => tab.isWorksheet);
    const before = worksheets[position];
    return before ? this.tabs.indexOf(before) : this.tabs.length;
  }

  private shownIndex(): number {
    const views = this.frame.node('bookViews');
    return numberAttribute(views && childOf(views, 'workbookView'), 'activeTab') ?? 0;
  }

  private writeActiveTab(): void {
    const index = this.tabIds().indexOf(this.active);
    if (index < 0 || (index === this.written.index && this.active === this.written.id)) return;
    const p = this.frame.prefix;
    const raw = this.frame.child('bookViews') ?? `<${p}bookViews><${p}workbookView/></${p}bookViews>`;
    const view = childOf(parseXml(raw), 'workbookView');
    if (view) {
      const first = numberAttribute(view, 'firstSheet') ?? 0;
      const text = setAttributes(raw.slice(view.start, view.end), {
        activeTab: String(index),
        ...(first > index ? { firstSheet: null } : {}),
      });
      this.frame.set('bookViews', splice(raw, [{ start: view.start, end: view.end, text }]));
    }
    for (const sheet of this.sheets) writeTabSelected(sheet.worksheet.frame, sheet.id === this.active);
    this.written = { index, id: this.active };
  }

  /** The calculation chain follows formulas; where any may be stale the application is asked to recalculate. */
  private writeCalculation(): void {
    if (this.formulasChanged) {
      const chain = relationshipsOf(this.pack, this.part).find((one) => one.kind === 'calcChain');
      if (chain) {
        this.pack.remove(chain.target);
        new ContentTypes(this.pack).remove(chain.target);
        removeRelationship(this.pack, this.part, chain.id);
      }
    }
    const stale = this.formulasChanged || (this.valuesChanged && this.mayHoldFormulas());
    if (!stale || flag(this.frame.node('calcPr'), 'fullCalcOnLoad')) return;
    const raw = this.frame.child('calcPr') ?? `<${this.frame.prefix}calcPr/>`;
    this.frame.set('calcPr', setAttribute(raw, 'fullCalcOnLoad', '1'));
  }

  private mayHoldFormulas(): boolean {
    return this.sheets.some((sheet) => !sheet.isRead || sheet.worksheet.cells.scanned.hasFormulas);
  }

  private writeStyles(): void {
    if (!this.styleSheet) return;
    const sheets = this.sheets.filter((sheet) => sheet.isRead);
    this.styleSheet.withdrawDifferentials((index) => sheets.some((sheet) => sheet.formats.usesDifferential(index)));
    const part = relatedPart(this.pack, this.part, 'styles');
    if (part !== null && this.pack.has(part)) this.pack.writeText(part, this.styleSheet.toString());
    else if (this.styleSheet.isExtended) this.addStylesPart(part, this.styleSheet.toString());
  }

  /** `named` is the part a relationship already promises, if there is one. */
  private addStylesPart(named: string | null, text: string): void {
    const part = named ?? 'xl/styles.xml';
    this.pack.writeText(part, text);
    new ContentTypes(this.pack).add(part, 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml');
    if (named === null) addRelationship(this.pack, this.part, `${documentRelationships}/styles`, part);
  }
}
