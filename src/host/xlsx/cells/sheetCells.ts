import { EngineRefusal, type Area, type CellContent } from '../model';
import { movedFormula } from '../formulas/rewriting';
import { decodeUtf8 } from '../xml/utf8';
import { contains, encloses, lastRow } from './address';
import { CellKind, type SourceRow } from './cellTable';
import { InlineTexts } from './inlineTexts';
import { FormulaIndex, type GuardedFormula, type SharedMaster } from './formulaIndex';
import type { SharedStrings } from './sharedStrings';
import { measuredArea } from './measuredArea';
import type { ScannedSheet } from './sheetScanner';
import { contentOf, formulaOf } from './sourceCell';

/** What an edit leaves in a cell. Fields that are undefined stand as the file has them. */
export interface CellEdit {
  style?: number | undefined;
  content?: { readonly value: CellContent; readonly formula: string | null } | undefined;
  /** The formula that came, in other words (unshared, shifted, renamed); the cached value stays. */
  reworded?: string | undefined;
}

/** A row of the sheet as it stands now. */
export interface RowState {
  index: number;
  readonly source: SourceRow | null;
  edits: Map<number, CellEdit> | null;
  /** Points, null for the default, undefined as the file has it. */
  height?: number | null | undefined;
  hidden?: boolean | undefined;
}

/** What the cells need to know of their workbook. */
export interface CellSurroundings {
  readonly sharedStrings: () => SharedStrings;
  readonly date1904: boolean;
  /** Style of a cell that has none of its own because of its column; 0 where there is none. */
  readonly columnStyle: (column: number) => number;
  readonly onValueChanged: () => void;
  readonly onFormulaChanged: () => void;
  readonly refuse: (row: number, column: number) => void;
}

/** The cells of one sheet: what came, and over it what was edited. */
export class SheetCells {
  readonly rows: RowState[];
  /** Rows in the order of the scanned ones, deleted or not. */
  private readonly states: readonly RowState[];
  private readonly dissolved = new Set<SharedMaster>();
  /** Rows were inserted or deleted: places no longer follow from the source. */
  moved = false;
  private last: RowState | undefined;
  private formulaIndex: FormulaIndex | undefined;
  private inlineTexts: InlineTexts | undefined;
  /** The areas measured since the last edit: of values only, and of all. */
  private readonly used = new Map<boolean, Area | null>();

  constructor(
    readonly scanned: ScannedSheet,
    private readonly around: CellSurroundings,
  ) {
    this.states = scanned.rows.map((source) => ({ index: source.index, source, edits: null }));
    this.rows = [...this.states];
  }

  get formulas(): FormulaIndex {
    this.formulaIndex ??= new FormulaIndex(this.scanned);
    return this.formulaIndex;
  }

  /** Where a row stands in `rows`, or would stand. */
  placeOf(index: number): number {
    let low = 0;
    let high = this.rows.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.rows[middle]!.index < index) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  row(index: number): RowState | undefined {
    if (this.last?.index === index) return this.last;
    const row = this.rows[this.placeOf(index)];
    if (row?.index !== index) return undefined;
    this.last = row;
    return row;
  }

  rowForEdit(index: number): RowState {
    const known = this.row(index);
    if (known) return known;
    const row: RowState = { index, source: null, edits: null };
    this.rows.splice(this.placeOf(index), 0, row);
    return row;
  }

  /** Position of the source cell in the table, or -1. */
  sourceCell(row: RowState | undefined, column: number): number {
    if (!row?.source) return -1;
    const { column: columns } = this.scanned.cells;
    const { firstCell, lastCell } = row.source;
    if (firstCell === lastCell) return -1;
    const guess = firstCell + column - columns[firstCell]!;
    if (guess >= firstCell && guess < lastCell && columns[guess] === column) return guess;
    let low = firstCell;
    let high = lastCell;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (columns[middle]! < column) low = middle + 1;
      else high = middle;
    }
    return low < lastCell && columns[low] === column ? low : -1;
  }

  value(row: number, column: number): CellContent {
    const state = this.row(row);
    const edit = state?.edits?.get(column);
    return edit?.content ? edit.content.value : this.sourceValue(this.sourceCell(state, column));
  }

  formula(row: number, column: number): string | null {
    const state = this.row(row);
    const edit = state?.edits?.get(column);
    if (edit?.content) return edit.content.formula;
    return edit?.reworded ?? this.sourceFormula(state?.source ?? null, this.sourceCell(state, column));
  }

  /** The style of the cell itself, or -1. */
  ownStyle(row: number, column: number): number {
    return this.ownStyleIn(this.row(row), column);
  }

  private ownStyleIn(state: RowState | undefined, column: number): number {
    const edited = state?.edits?.get(column)?.style;
    if (edited !== undefined) return edited;
    const cell = this.sourceCell(state, column);
    return cell < 0 ? -1 : this.scanned.cells.style[cell]!;
  }

  style(row: number, column: number): number {
    const state = this.row(row);
    const own = this.ownStyleIn(state, column);
    if (own >= 0) return own;
    const ofRow = state?.source?.style ?? -1;
    return ofRow >= 0 ? ofRow : this.around.columnStyle(column);
  }

  guarded(row: number, column: number): GuardedFormula | null {
    if (!this.scanned.hasFormulas) return null;
    return this.guardedFormulas().find((one) => contains(one.area, row, column)) ?? null;
  }

  /** Array formulas and data tables that were not overwritten. */
  guardedFormulas(): GuardedFormula[] {
    return this.formulas.guarded.filter(({ sourceRow, cell }) => {
      return !this.states[sourceRow]!.edits?.get(this.scanned.cells.column[cell]!)?.content;
    });
  }

  /** Throws EngineRefusal where the cell is part of something that only changes as a whole; `within` is what changes together. */
  assertWritable(row: number, column: number, within?: Area): void {
    const guarded = this.guarded(row, column);
    const single = guarded && guarded.area.top === guarded.area.bottom && guarded.area.left === guarded.area.right;
    if (guarded && !single && !(within && encloses(within, guarded.area))) {
      throw new EngineRefusal('UnsupportedOperation', '不能只改数组公式或模拟运算表的一部分。');
    }
    this.around.refuse(row, column);
  }

  setContent(row: number, column: number, value: CellContent, formula: string | null, within?: Area): void {
    this.assertWritable(row, column, within);
    const known = this.row(row);
    const cell = this.sourceCell(known, column);
    const before = this.formula(row, column);
    if (value === null && formula === null && cell < 0 && !known?.edits?.has(column)) return;
    if (formula === null && before === null && sameContent(this.value(row, column), value)) return;
    if (formula !== null && before === formula) return;
    const state = this.rowForEdit(row);
    if (before !== null) this.unshare(cell);
    const asSource = cell >= 0 && this.isSourceContent(state, cell, value, formula);
    const fallback = value === null && formula === null ? -1 : this.style(row, column);
    this.edit(state, column, (edit) => {
      edit.content = asSource ? undefined : { value, formula };
      if (!asSource) edit.reworded = undefined;
      else if (edit.style === -1 && this.scanned.cells.style[cell]! <= 0) edit.style = undefined;
      if (cell < 0 && (edit.style ?? -1) < 0 && fallback > 0) edit.style = fallback;
    });
    this.around.onValueChanged();
    if (before !== null || formula !== null) this.around.onFormulaChanged();
  }

  setStyle(row: number, column: number, style: number): void {
    if (style > 0 && this.setStyleAgain(row, column, style)) return;
    if (this.style(row, column) === style) return;
    const state = this.rowForEdit(row);
    const cell = this.sourceCell(state, column);
    const came = cell < 0 ? -1 : this.scanned.cells.style[cell]!;
    this.edit(state, column, (edit) => {
      const inherited = (state.source?.style ?? -1) >= 0 || this.around.columnStyle(column) > 0;
      const wanted = style === 0 && !inherited && came < 0 ? -1 : style;
      edit.style = wanted === came ? undefined : wanted;
    });
  }

  /** A cell that was given a style before, as a look is put together trait by trait, is only given another. */
  private setStyleAgain(row: number, column: number, style: number): boolean {
    const state = this.row(row);
    const edit = state?.edits?.get(column);
    if (edit?.style === undefined || edit.style < 0) return false;
    if (edit.style === style) return true;
    const cell = this.sourceCell(state, column);
    if (cell >= 0 && this.scanned.cells.style[cell] === style) return false;
    edit.style = style;
    return true;
  }

  /** Calls back for each cell there is in the area, row by row. */
  forEach(area: Area, visit: (row: number, column: number) => void): void {
    for (let place = this.placeOf(area.top); place < this.rows.length; place++) {
      const row = this.rows[place]!;
      if (row.index > area.bottom) return;
      for (const column of this.columnsOf(row)) {
        if (column >= area.left && column <= area.right) visit(row.index, column);
      }
    }
  }

  clear(area: Area, what: 'contents' | 'formats' | 'all'): void {
    const found: [number, number][] = [];
    this.forEach(area, (row, column) => found.push([row, column]));
    if (what !== 'formats') for (const [row, column] of found) this.assertWritable(row, column, area);
    for (const [row, column] of found) {
      if (what !== 'formats') this.setContent(row, column, null, null, area);
      if (what !== 'contents') this.setStyle(row, column, 0);
      if (what === 'all') this.dropBareCell(row, column);
    }
  }

  /** Columns of the cells there are, in order. */
  columnsOf(row: RowState): number[] {
    const columns: number[] = [];
    if (row.source) {
      for (let cell = row.source.firstCell; cell < row.source.lastCell; cell++)
        columns.push(this.scanned.cells.column[cell]!);
    }
    if (!row.edits) return columns;
    for (const column of row.edits.keys()) if (this.sourceCell(row, column) < 0) columns.push(column);
    return columns.sort((a, b) => a - b);
  }

  /** Replaces formula texts; cached values stay. Shared formulas of the sheet are written out first. */
  rewordFormulas(reword: (formula: string) => string): void {
    for (const row of this.rows) {
      if (!this.scanned.hasFormulas && !row.edits) continue;
      for (const column of this.columnsOf(row)) {
        const edit = row.edits?.get(column);
        const cell = this.sourceCell(row, column);
        if (!edit?.content && (cell < 0 || !(this.scanned.cells.kind[cell]! & CellKind.formula))) continue;
        const before = this.formula(row.index, column);
        if (before === null) continue;
        const after = reword(before);
        if (after === before) continue;
        this.around.onFormulaChanged();
        if (edit?.content) edit.content = { value: edit.content.value, formula: after };
        else {
          this.unshare(cell);
          this.edit(row, column, (one) => (one.reworded = after));
        }
      }
    }
  }

  /** Writes every shared formula out, so that rows may move. */
  unshareAll(): void {
    for (const master of this.formulas.masters) this.unshare(master.cell);
  }

  edit(row: RowState, column: number, change: (edit: CellEdit) => void): void {
    row.edits ??= new Map<number, CellEdit>();
    const edit = row.edits.get(column) ?? {};
    change(edit);
    const cell = this.sourceCell(row, column);
    const bare = cell < 0 && (edit.style ?? -1) < 0 && !edit.content?.formula && (edit.content?.value ?? null) === null;
    if (bare || (edit.style === undefined && !edit.content && edit.reworded === undefined)) row.edits.delete(column);
    else row.edits.set(column, edit);
    if (row.edits.size === 0) row.edits = null;
    this.used.clear();
  }

  /**
   * Moves rows down (`count` > 0, from `row` on) or takes rows out (`count` < 0). Formulas are not touched; empty
   * rows pushed below the last one are lost.
   */
  moveRows(row: number, count: number): void {
    if (count < 0) this.rows.splice(this.placeOf(row), this.placeOf(row - count) - this.placeOf(row));
    for (let place = this.placeOf(row); place < this.rows.length; place++) this.rows[place]!.index += count;
    this.rows.length = this.placeOf(lastRow + 1);
    this.moved = true;
    this.last = undefined;
    this.used.clear();
  }

  usedArea(valuesOnly: boolean): Area | null {
    const known = this.used.get(valuesOnly);
    if (known !== undefined) return known;
    const area = measuredArea(this, valuesOnly);
    this.used.set(valuesOnly, area);
    return area;
  }

  raw(cell: number): string {
    return decodeUtf8(this.scanned.bytes, this.scanned.cells.start[cell]!, this.scanned.cells.end[cell]!);
  }

  private sourceValue(cell: number): CellContent {
    if (cell < 0) return null;
    const { kind, number } = this.scanned.cells;
    switch (kind[cell]! & CellKind.mask) {
      case CellKind.empty:
        return null;
      case CellKind.number:
        return Number.isFinite(number[cell]) ? number[cell]! : null;
      case CellKind.sharedString:
        return this.around.sharedStrings().text(number[cell]!);
      case CellKind.boolean:
        return contentOf(this.raw(cell), 'boolean', this.around.date1904);
      case CellKind.error:
        return contentOf(this.raw(cell), 'error', this.around.date1904);
      case CellKind.isoDate:
        return contentOf(this.raw(cell), 'date', this.around.date1904);
      case CellKind.inlineString:
        return this.inlineText(cell) ?? contentOf(this.raw(cell), 'inline', this.around.date1904);
      default:
        return contentOf(this.raw(cell), 'text', this.around.date1904);
    }
  }

  private inlineText(cell: number): string | null {
    this.inlineTexts ??= new InlineTexts(this.scanned.bytes);
    return this.inlineTexts.read(this.scanned.cells.start[cell]!, this.scanned.cells.end[cell]!);
  }

  private sourceFormula(row: SourceRow | null, cell: number): string | null {
    if (!row || cell < 0 || !(this.scanned.cells.kind[cell]! & CellKind.formula)) return null;
    const formula = formulaOf(this.raw(cell));
    if (!formula) return null;
    if (formula.type === 'dataTable') return 'TABLE()';
    if (formula.type !== 'shared' || formula.text !== '') return formula.text;
    const master = this.formulas.masterOf(cell);
    if (!master) return null;
    return movedFormula(master.text, row.index - master.row, this.scanned.cells.column[cell]! - master.column);
  }

  private isSourceContent(row: RowState, cell: number, value: CellContent, formula: string | null): boolean {
    const came = this.sourceFormula(row.source, cell);
    if (came !== formula) return false;
    return formula !== null ? !this.moved : sameContent(this.sourceValue(cell), value);
  }

  /** Before a shared formula goes or moves: the cells that follow it get their own text. */
  private unshare(cell: number): void {
    if (cell < 0 || !this.scanned.hasFormulas) return;
    const master = this.formulas.masterOf(cell);
    if (!master || master.cell !== cell || this.dissolved.has(master)) return;
    this.dissolved.add(master);
    for (const member of master.members) {
      const state = this.states[member.sourceRow]!;
      const column = this.scanned.cells.column[member.cell]!;
      const edit = state.edits?.get(column);
      if (edit?.content || edit?.reworded !== undefined) continue;
      const text = this.sourceFormula(state.source, member.cell);
      if (text !== null) this.edit(state, column, (one) => (one.reworded = text));
    }
  }

  private dropBareCell(row: number, column: number): void {
    const state = this.row(row);
    if (!state || this.sourceCell(state, column) < 0 || this.style(row, column) !== 0) return;
    const inherited = (state.source?.style ?? -1) > 0 || this.around.columnStyle(column) > 0;
    this.edit(state, column, (edit) => {
      edit.content = { value: null, formula: null };
      if (!inherited) edit.style = -1;
    });
  }
}

function sameContent(a: CellContent, b: CellContent): boolean {
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object')
    return Object.is(a, b) || (a === 0 && b === 0);
  return a.error === b.error;
}
