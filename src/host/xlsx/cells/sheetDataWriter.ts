import { decodeUtf8, encodeUtf8 } from '../xml/utf8';
import { attributesText, setAttribute } from '../xml/tag';
import type { CellEdit, RowState, SheetCells } from './sheetCells';
import { cellAddress } from './address';
import { patchedCell, writtenCell } from './sourceCell';

/**
 * The sheetData element as it stands now, in pieces. Rows without an edit are copied byte for byte, the white
 * space between them too.
 */
export function writeSheetData(cells: SheetCells): Uint8Array[] {
  const { scanned } = cells;
  const selfClosing = scanned.dataInnerStart === scanned.dataEnd;
  const lastRow = cells.rows.some((row) => writes(row));
  const open = selfClosing && lastRow ? scanned.dataTag.replace(/\s*\/>$/, '>') : scanned.dataTag;
  const pieces: Uint8Array[] = [encodeUtf8(open)];
  const rewriteAll = scanned.rows.some((row) => row.irregular);
  let copied = scanned.dataInnerStart;
  let pending = '';
  const flush = (): void => {
    if (pending) pieces.push(encodeUtf8(pending));
    pending = '';
  };
  const copyTo = (end: number): void => {
    if (end <= copied) return;
    flush();
    pieces.push(scanned.bytes.subarray(copied, end));
    copied = end;
  };
  let expected = 0;
  for (const row of cells.rows) {
    const { source } = row;
    if (!source) {
      if (writes(row)) pending += writtenRow(cells, row);
      continue;
    }
    const inOrder = scanned.rows[expected] === source;
    if (!inOrder) expected = scanned.rows.indexOf(source, expected);
    if (!rewriteAll && !rowChanged(row)) {
      if (!inOrder) copied = source.start;
      copyTo(source.end);
    } else {
      if (inOrder && !scanned.disordered) copyTo(source.start);
      pending += writtenRow(cells, row);
      copied = source.end;
    }
    expected++;
  }
  const gone = expected < scanned.rows.length || scanned.disordered;
  if (gone) copied = scanned.rows.reduce((end, row) => Math.max(end, row.end), copied);
  copyTo(scanned.dataInnerEnd);
  flush();
  if (selfClosing) {
    if (lastRow) pieces.push(encodeUtf8(`</${scanned.prefix}sheetData>`));
  } else pieces.push(scanned.bytes.subarray(scanned.dataInnerEnd, scanned.dataEnd));
  return pieces;
}

/** Whether the sheetData element would differ from the one that came. */
export function sheetDataChanged(cells: SheetCells): boolean {
  const { rows, scanned } = cells;
  if (rows.some((row) => (row.source ? rowChanged(row) : writes(row)))) return true;
  return rows.filter((row) => row.source).length !== scanned.rows.length;
}

function rowChanged(row: RowState): boolean {
  return row.edits !== null || row.height !== undefined || row.hidden !== undefined || row.index !== row.source?.index;
}

function writes(row: RowState): boolean {
  return row.source !== null || row.edits !== null || (row.height ?? null) !== null || row.hidden === true;
}

function writtenRow(cells: SheetCells, row: RowState): string {
  const { scanned } = cells;
  const name = `${scanned.prefix}row`;
  const { source } = row;
  let tag = source ? decodeUtf8(scanned.bytes, source.start, source.openEnd) : `<${name}>`;
  tag = setAttribute(tag, 'r', String(row.index + 1));
  if (row.height !== undefined) {
    tag = setAttribute(tag, 'ht', row.height === null ? null : String(row.height));
    tag = setAttribute(tag, 'customHeight', row.height === null ? null : '1');
  }
  if (row.hidden !== undefined) tag = setAttribute(tag, 'hidden', row.hidden ? '1' : null);
  const columns = cells.columnsOf(row);
  tag = widenSpans(tag, columns);
  const selfClosing = tag.endsWith('/>');
  let body = '';
  let at = source?.openEnd ?? 0;
  const regular = source !== null && !scanned.disordered;
  for (const column of columns) {
    const cell = cells.sourceCell(row, column);
    if (cell >= 0 && regular) body += decodeUtf8(scanned.bytes, at, scanned.cells.start[cell]!);
    body += cellText(cells, row, column, cell);
    if (cell >= 0) at = scanned.cells.end[cell]!;
  }
  if (source && !selfClosing) {
    const rest = decodeUtf8(scanned.bytes, at, source.end);
    return tag + body + (regular ? rest : rest.slice(rest.lastIndexOf('</')));
  }
  if (!body) return selfClosing ? tag : `${tag.slice(0, -1)}/>`;
  return `${selfClosing ? `${tag.slice(0, -2).trimEnd()}>` : tag}${body}</${name}>`;
}

function widenSpans(tag: string, columns: readonly number[]): string {
  const found = /\sspans=["'](\d+):(\d+)["']/.exec(tag);
  const first = columns[0];
  const last = columns[columns.length - 1];
  if (!found || first === undefined || last === undefined) return tag;
  const from = Math.min(Number(found[1]), first + 1);
  const to = Math.max(Number(found[2]), last + 1);
  return from === Number(found[1]) && to === Number(found[2]) ? tag : setAttribute(tag, 'spans', `${from}:${to}`);
}

function cellText(cells: SheetCells, row: RowState, column: number, cell: number): string {
  const { scanned } = cells;
  const edit: CellEdit = row.edits?.get(column) ?? {};
  const style = edit.style ?? (cell >= 0 ? scanned.cells.style[cell]! : -1);
  if (edit.content) {
    const { value, formula } = edit.content;
    if (value === null && formula === null && style < 0) return '';
    return writtenCell({ row: row.index, column, style, value, formula }, scanned.prefix);
  }
  if (cell < 0)
    return style < 0 ? '' : `<${scanned.prefix}c${attributesText({ r: cellAddress(row.index, column), s: style })}/>`;
  const raw = cells.raw(cell);
  const inPlace = row.index === row.source?.index && !row.source.irregular;
  if (inPlace && edit.style === undefined && edit.reworded === undefined) return raw;
  const guarded = scanned.hasFormulas ? cells.formulas.anchoredAt(cell) : null;
  const rewrites = guarded?.kind !== 'dataTable' && (edit.reworded !== undefined || (guarded !== null && cells.moved));
  const formula = rewrites ? { text: cells.formula(row.index, column) ?? '', area: guarded?.area ?? null } : undefined;
  return patchedCell(raw, { row: row.index, column, style: edit.style, formula });
}
