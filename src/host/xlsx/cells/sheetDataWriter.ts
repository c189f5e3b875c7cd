import type { Area } from '../model';
import { attributesText, setAttribute } from '../xml/tag';
import { decodeUtf8 } from '../xml/utf8';
import { cellAddress } from './address';
import { ByteSplicer } from './byteSplicer';
import type { SourceRow } from './cellTable';
import type { CellEdit, RowState, SheetCells } from './sheetCells';
import { patchedCell, writtenCell } from './sourceCell';

/** Whether the sheetData element would differ from the one that came. */
export function sheetDataChanged({ rows, scanned }: SheetCells): boolean {
  if (rows.some((row) => (row.source ? rowChanged(row) : holdsAnything(row)))) return true;
  return rows.filter((row) => row.source).length !== scanned.rows.length;
}

/**
 * The sheetData element as it stands now, in pieces. Rows without an edit are copied byte for byte, the white
 * space between them too.
 */
export function writeSheetData(cells: SheetCells): Uint8Array[] {
  return new SheetDataWriter(cells).write();
}

function rowChanged(row: RowState): boolean {
  return row.edits !== null || row.height !== undefined || row.hidden !== undefined || row.index !== row.source?.index;
}

function holdsAnything(row: RowState): boolean {
  return row.source !== null || row.edits !== null || (row.height ?? null) !== null || row.hidden === true;
}

class SheetDataWriter {
  private readonly out: ByteSplicer;
  /** Rows or cells without references depend on their neighbours: all are written with references then. */
  private readonly rewritesAll: boolean;

  constructor(private readonly cells: SheetCells) {
    this.out = new ByteSplicer(cells.scanned.bytes);
    this.rewritesAll = cells.scanned.rows.some((row) => row.irregular);
  }

  write(): Uint8Array[] {
    const { scanned, rows } = this.cells;
    const selfClosing = scanned.dataInnerStart === scanned.dataEnd;
    if (!selfClosing) this.out.copy(scanned.dataStart, scanned.dataInnerStart);
    else if (!rows.some(holdsAnything)) return [scanned.bytes.subarray(scanned.dataStart, scanned.dataEnd)];
    else this.out.text(scanned.dataTag.replace(/\s*\/>$/, '>'));
    this.writeRows();
    if (selfClosing) this.out.text(`</${scanned.prefix}sheetData>`);
    else this.out.copy(scanned.dataInnerEnd, scanned.dataEnd);
    return this.out.finish();
  }

  private writeRows(): void {
    const { scanned, rows } = this.cells;
    let at = scanned.dataInnerStart;
    let place = 0;
    for (const row of rows) {
      const { source } = row;
      if (!source) {
        if (holdsAnything(row)) this.writeNewRow(row);
        continue;
      }
      const follows = scanned.rows[place] === source && !scanned.disordered;
      if (follows) this.out.copy(at, source.start);
      else place = scanned.rows.indexOf(source, place);
      if (this.rewritesAll || rowChanged(row)) this.writeRow(row, source);
      else this.out.copy(source.start, source.end);
      at = source.end;
      place += 1;
    }
    const last = scanned.rows.reduce((end, row) => Math.max(end, row.end), at);
    this.out.copy(last, scanned.dataInnerEnd);
  }

  private writeNewRow(row: RowState): void {
    const name = `${this.cells.scanned.prefix}row`;
    const columns = this.cells.columnsOf(row);
    const body = columns.map((column) => this.cellText(row, column, -1)).join('');
    const tag = this.rowTag(`<${name} r="${row.index + 1}">`, row, columns);
    this.out.text(body ? `${tag}${body}</${name}>` : `${tag.slice(0, -1)}/>`);
  }

  private writeRow(row: RowState, source: SourceRow): void {
    const { scanned } = this.cells;
    const columns = this.cells.columnsOf(row);
    const before = decodeUtf8(scanned.bytes, source.start, source.openEnd);
    const tag = this.rowTag(before, row, columns);
    const selfClosing = tag.endsWith('/>');
    const opened = selfClosing && columns.length > 0 ? `${tag.slice(0, -2).trimEnd()}>` : tag;
    if (opened === before) this.out.copy(source.start, source.openEnd);
    else this.out.text(opened);
    let at = source.openEnd;
    for (const column of columns) {
      const cell = this.cells.sourceCell(row, column);
      if (cell < 0) {
        this.out.text(this.cellText(row, column, cell));
        continue;
      }
      const [start, end] = [scanned.cells.start[cell]!, scanned.cells.end[cell]!];
      if (!scanned.disordered) this.out.copy(at, start);
      if (this.isAsItCame(row, source, column)) this.out.copy(start, end);
      else this.out.text(this.cellText(row, column, cell));
      at = end;
    }
    if (selfClosing) {
      if (columns.length > 0) this.out.text(`</${scanned.prefix}row>`);
    } else if (!scanned.disordered) this.out.copy(at, source.end);
    else this.out.text(`</${scanned.prefix}row>`);
  }

  private rowTag(tag: string, row: RowState, columns: readonly number[]): string {
    const { source } = row;
    const placed = source === null || (row.index === source.index && !source.irregular);
    let text = placed ? tag : setAttribute(tag, 'r', String(row.index + 1));
    if (row.height !== undefined) {
      text = setAttribute(text, 'ht', row.height === null ? null : String(row.height));
      text = setAttribute(text, 'customHeight', row.height === null ? null : '1');
    }
    if (row.hidden !== undefined) text = setAttribute(text, 'hidden', row.hidden ? '1' : null);
    return widenedSpans(text, columns);
  }

  private isAsItCame(row: RowState, source: SourceRow, column: number): boolean {
    if (row.index !== source.index || source.irregular) return false;
    return row.edits?.has(column) !== true;
  }

  private cellText(row: RowState, column: number, cell: number): string {
    const { scanned } = this.cells;
    const edit: CellEdit = row.edits?.get(column) ?? {};
    const style = edit.style ?? (cell >= 0 ? scanned.cells.style[cell]! : -1);
    if (edit.content) {
      const { value, formula } = edit.content;
      if (value === null && formula === null && style < 0) return '';
      return writtenCell({ row: row.index, column, style, value, formula }, scanned.prefix);
    }
    if (cell < 0)
      return style < 0 ? '' : `<${scanned.prefix}c${attributesText({ r: cellAddress(row.index, column), s: style })}/>`;
    return patchedCell(this.cells.raw(cell), {
      row: row.index,
      column,
      style: edit.style,
      formula: this.newFormula(row, column, cell, edit),
    });
  }

  private newFormula(
    row: RowState,
    column: number,
    cell: number,
    edit: CellEdit,
  ): { text: string; area: Area | null } | undefined {
    const guarded = this.cells.scanned.hasFormulas ? this.cells.formulas.anchoredAt(cell) : null;
    const rewrites = edit.reworded !== undefined || (guarded !== null && this.cells.moved);
    if (guarded?.kind === 'dataTable' || !rewrites) return undefined;
    return { text: this.cells.formula(row.index, column) ?? '', area: guarded?.area ?? null };
  }
}

function widenedSpans(tag: string, columns: readonly number[]): string {
  const found = /\sspans=["'](\d+):(\d+)["']/.exec(tag);
  const first = columns[0];
  const last = columns[columns.length - 1];
  if (!found || first === undefined || last === undefined) return tag;
  const from = Math.min(Number(found[1]), first + 1);
  const to = Math.max(Number(found[2]), last + 1);
  return from === Number(found[1]) && to === Number(found[2]) ? tag : setAttribute(tag, 'spans', `${from}:${to}`);
}
