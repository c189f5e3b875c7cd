import { sameArea } from '../../../src/host/xlsx/cells/address';
import type {
  Area,
  CellContent,
  ChartModel,
  ConditionalRule,
  DataValidationRule,
  Hyperlink,
  PageSetup,
  SheetModel,
  SheetProtection,
  SheetVisibility,
  TableModel,
} from '../../../src/host/xlsx/model';

interface Cell {
  value: CellContent;
  formula: string | null;
  style: number;
}

/** A sheet held in memory, by the contract the file engine keeps. */
export class MemorySheet implements SheetModel {
  visibility: SheetVisibility = 'visible';
  tabColor: string | null = null;
  readonly defaultRowHeight = 15;
  readonly defaultColumnWidth = 8.43;
  showGridlines = true;
  filter: Area | null = null;
  tableList: TableModel[] = [];
  commentList: { row: number; column: number; author: string; text: string }[] = [];
  guarded: { kind: 'array' | 'dataTable'; area: Area } | null = null;
  private readonly cells = new Map<number, Cell>();
  private readonly heights = new Map<number, number>();
  private readonly widths = new Map<number, number>();
  private readonly hiddenRows = new Set<number>();
  private readonly hiddenColumns = new Set<number>();
  private mergeList: readonly Area[] = [];
  private rules: readonly ConditionalRule[] = [];
  private validations: readonly DataValidationRule[] = [];
  private links: readonly Hyperlink[] = [];
  private setup: PageSetup = {};
  private breaks: readonly number[] = [];
  private locked: SheetProtection = { enabled: false, hasPassword: false, allowed: {} };
  private panes = { rows: 0, columns: 0 };
  private chartList: { name: string; model: ChartModel | null }[] = [];

  constructor(
    readonly id: string,
    public name: string,
  ) {}

  private cell(row: number, column: number): Cell | undefined {
    return this.cells.get(row * 16_384 + column);
  }

  private touch(row: number, column: number): Cell {
    let cell = this.cell(row, column);
    if (cell === undefined) this.cells.set(row * 16_384 + column, (cell = { value: null, formula: null, style: 0 }));
    return cell;
  }

  usedArea(valuesOnly: boolean): Area | null {
    const rows: number[] = [];
    const columns: number[] = [];
    for (const [key, cell] of this.cells) {
      if (cell.value === null && cell.formula === null && (valuesOnly || cell.style === 0)) continue;
      const [row, column] = [Math.floor(key / 16_384), key % 16_384];
      rows.push(row);
      columns.push(column);
    }
    if (rows.length === 0) return null;
    const least = (list: readonly number[]): number => list.reduce((one, other) => Math.min(one, other));
    const most = (list: readonly number[]): number => list.reduce((one, other) => Math.max(one, other));
    return { top: least(rows), left: least(columns), bottom: most(rows), right: most(columns) };
  }

  value(row: number, column: number): CellContent {
    return this.cell(row, column)?.value ?? null;
  }

  forEachCell(area: Area, visit: (row: number, column: number) => void): void {
    for (let row = area.top; row <= area.bottom; row++) {
      for (let column = area.left; column <= area.right; column++) if (this.cell(row, column)) visit(row, column);
    }
  }

  formula(row: number, column: number): string | null {
    return this.cell(row, column)?.formula ?? null;
  }

  styleIndex(row: number, column: number): number {
    return this.cell(row, column)?.style ?? 0;
  }

  guardedFormula(row: number, column: number): { kind: 'array' | 'dataTable'; area: Area } | null {
    const held = this.guarded;
    const inside =
      held !== null &&
      row >= held.area.top &&
      row <= held.area.bottom &&
      column >= held.area.left &&
      column <= held.area.right;
    return inside ? held : null;
  }

  setValue(row: number, column: number, value: CellContent): void {
    Object.assign(this.touch(row, column), { value, formula: null });
  }

  setFormula(row: number, column: number, formula: string): void {
    Object.assign(this.touch(row, column), { value: 0, formula });
  }

  setStyleIndex(row: number, column: number, style: number): void {
    this.touch(row, column).style = style;
  }

  clear(area: Area, what: 'contents' | 'formats' | 'all'): void {
    for (const [key, cell] of this.cells) {
      const [row, column] = [Math.floor(key / 16_384), key % 16_384];
      if (row < area.top || row > area.bottom || column < area.left || column > area.right) continue;
      if (what !== 'formats') Object.assign(cell, { value: null, formula: null });
      if (what !== 'contents') cell.style = 0;
    }
  }

  rowHeight = (row: number): number | null => this.heights.get(row) ?? null;
  setRowHeight = (row: number, points: number | null): void =>
    void (points === null ? this.heights.delete(row) : this.heights.set(row, points));
  rowHidden = (row: number): boolean => this.hiddenRows.has(row);
  setRowHidden = (row: number, hidden: boolean): void =>
    void (hidden ? this.hiddenRows.add(row) : this.hiddenRows.delete(row));
  columnWidth = (column: number): number | null => this.widths.get(column) ?? null;
  setColumnWidth = (column: number, characters: number | null): void =>
    void (characters === null ? this.widths.delete(column) : this.widths.set(column, characters));
  columnHidden = (column: number): boolean => this.hiddenColumns.has(column);
  setColumnHidden = (column: number, hidden: boolean): void =>
    void (hidden ? this.hiddenColumns.add(column) : this.hiddenColumns.delete(column));

  merges = (): readonly Area[] => this.mergeList;
  setMerges = (merges: readonly Area[]): void => void (this.mergeList = merges);
  conditionalRules = (): readonly ConditionalRule[] => this.rules;
  setConditionalRules = (rules: readonly ConditionalRule[]): void => void (this.rules = rules);
  dataValidations = (): readonly DataValidationRule[] => this.validations;
  setDataValidations = (rules: readonly DataValidationRule[]): void => void (this.validations = rules);
  hyperlinks = (): readonly Hyperlink[] => this.links;
  setHyperlinks = (links: readonly Hyperlink[]): void => void (this.links = links);
  addHyperlink = (link: Hyperlink): void =>
    void (this.links = [...this.links.filter(({ area }) => !sameArea(area, link.area)), link]);
  pageSetup = (): PageSetup => this.setup;
  setPageSetup = (setup: PageSetup): void => void (this.setup = setup);
  rowBreaks = (): readonly number[] => this.breaks;
  setRowBreaks = (rows: readonly number[]): void => void (this.breaks = rows);
  protection = (): SheetProtection => this.locked;
  setProtection = (protection: SheetProtection): void => void (this.locked = protection);
  frozen = (): { rows: number; columns: number } => this.panes;
  setFrozen = (rows: number, columns: number): void => void (this.panes = { rows, columns });
  autoFilterArea = (): Area | null => this.filter;
  setShowGridlines = (show: boolean): void => void (this.showGridlines = show);
  tables = (): readonly TableModel[] => this.tableList;
  resizeTable = (id: number, area: Area): void =>
    void (this.tableList = this.tableList.map((table) => (table.id === id ? { ...table, area } : table)));
  charts = (): readonly { name: string; model: ChartModel | null }[] => this.chartList;
  addChart = (model: ChartModel): void => void this.chartList.push({ name: model.name, model });
  removeChart = (name: string): void => void (this.chartList = this.chartList.filter((chart) => chart.name !== name));
  comments = (): readonly { row: number; column: number; author: string; text: string }[] => this.commentList;

  insertRows(row: number, count: number): void {
    this.move((at) => (at >= row ? at + count : at));
  }

  deleteRows(row: number, count: number): void {
    this.move((at) => (at < row ? at : at < row + count ? null : at - count));
  }

  private move(to: (row: number) => number | null): void {
    const before = [...this.cells];
    this.cells.clear();
    for (const [key, cell] of before) {
      const row = to(Math.floor(key / 16_384));
      if (row !== null) this.cells.set(row * 16_384 + (key % 16_384), cell);
    }
  }
}
