import type { Area } from '../xlsx/model';

export const LAST_ROW = 1_048_575;
export const LAST_COLUMN = 16_383;

/** Longest address: getRange refuses a longer one (its reference), getRanges cuts it without a word (Troubleshoot Excel add-ins). */
export const ADDRESS_LIMIT = 8192;

/** `A` for 0, `AA` for 26. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

function columnIndex(name: string): number {
  let column = 0;
  for (const letter of name.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

export const isWholeRows = (area: Area): boolean => area.left === 0 && area.right === LAST_COLUMN;
export const isWholeColumns = (area: Area): boolean => area.top === 0 && area.bottom === LAST_ROW;

/** `A1`, `A1:B2`, `3:5`, `A:C`, without the sheet. */
export function areaAddress(area: Area): string {
  if (isWholeColumns(area)) return `${columnName(area.left)}:${columnName(area.right)}`;
  if (isWholeRows(area)) return `${area.top + 1}:${area.bottom + 1}`;
  const first = `${columnName(area.left)}${area.top + 1}`;
  if (area.top === area.bottom && area.left === area.right) return first;
  return `${first}:${columnName(area.right)}${area.bottom + 1}`;
}

/** The same with `$` before every part, as names and print titles hold it. */
export function absoluteAddress(area: Area): string {
  return areaAddress(area).replace(/([A-Z]+)(?=\d|:|$)|(\d+)/g, '$$$&');
}

/** The sheet's name as it stands before `!`. */
export function quotedSheetName(name: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^([A-Za-z]{1,3}\d+|[Rr]\d*([Cc]\d*)?|[Cc]\d*)$/.test(name);
  return plain ? name : `'${name.replaceAll("'", "''")}'`;
}

export const qualifiedAddress = (sheetName: string, area: Area): string =>
  `${quotedSheetName(sheetName)}!${areaAddress(area)}`;

/** Splits `'Sheet 1'!A1` into sheet and the rest; no sheet gives null. */
export function splitSheet(address: string): { readonly sheet: string | null; readonly rest: string } {
  const quoted = /^'((?:[^']|'')+)'!(.*)$/s.exec(address);
  if (quoted) return { sheet: (quoted[1] ?? '').replaceAll("''", "'"), rest: quoted[2] ?? '' };
  const mark = address.lastIndexOf('!');
  return mark < 0 ? { sheet: null, rest: address } : { sheet: address.slice(0, mark), rest: address.slice(mark + 1) };
}

function ordered(firstRow: number, firstColumn: number, lastRow: number, lastColumn: number): Area | null {
  const area: Area = {
    top: Math.min(firstRow, lastRow),
    left: Math.min(firstColumn, lastColumn),
    bottom: Math.max(firstRow, lastRow),
    right: Math.max(firstColumn, lastColumn),
  };
  return area.top < 0 || area.left < 0 || area.bottom > LAST_ROW || area.right > LAST_COLUMN ? null : area;
}

/** The area an A1 address without sheet names, or null where it names none. */
export function parseArea(text: string): Area | null {
  const address = text.trim().replaceAll('$', '');
  const cells = /^([A-Za-z]{1,3})(\d{1,7})(?::([A-Za-z]{1,3})(\d{1,7}))?$/.exec(address);
  if (cells) {
    const [, firstColumn = '', firstRow = '', lastColumn = firstColumn, lastRow = firstRow] = cells;
    return ordered(Number(firstRow) - 1, columnIndex(firstColumn), Number(lastRow) - 1, columnIndex(lastColumn));
  }
  const columns = /^([A-Za-z]{1,3}):([A-Za-z]{1,3})$/.exec(address);
  if (columns) return ordered(0, columnIndex(columns[1] ?? ''), LAST_ROW, columnIndex(columns[2] ?? ''));
  const rows = /^(\d{1,7}):(\d{1,7})$/.exec(address);
  if (rows) return ordered(Number(rows[1]) - 1, 0, Number(rows[2]) - 1, LAST_COLUMN);
  return null;
}

/** Splits a list of addresses at its commas or semicolons, not at those inside a quoted sheet name. */
export function splitAddressList(list: string): readonly string[] {
  return (list.match(/(?:'(?:[^']|'')*'|[^,;'])+/g) ?? []).map((part) => part.trim());
}

export const rowCount = (area: Area): number => area.bottom - area.top + 1;
export const columnCount = (area: Area): number => area.right - area.left + 1;
export const cellCount = (area: Area): number => rowCount(area) * columnCount(area);

export function intersection(one: Area, other: Area): Area | null {
  const area: Area = {
    top: Math.max(one.top, other.top),
    left: Math.max(one.left, other.left),
    bottom: Math.min(one.bottom, other.bottom),
    right: Math.min(one.right, other.right),
  };
  return area.top > area.bottom || area.left > area.right ? null : area;
}

export const enclosing = (one: Area, other: Area): Area => ({
  top: Math.min(one.top, other.top),
  left: Math.min(one.left, other.left),
  bottom: Math.max(one.bottom, other.bottom),
  right: Math.max(one.right, other.right),
});

export const contains = (outer: Area, inner: Area): boolean =>
  outer.top <= inner.top && outer.left <= inner.left && outer.bottom >= inner.bottom && outer.right >= inner.right;

/** What is left of `whole` once `hole` is cut out: none to four rectangles. */
export function without(whole: Area, hole: Area): readonly Area[] {
  const common = intersection(whole, hole);
  if (common === null) return [whole];
  const rest: Area[] = [];
  if (common.top > whole.top) rest.push({ ...whole, bottom: common.top - 1 });
  if (common.bottom < whole.bottom) rest.push({ ...whole, top: common.bottom + 1 });
  if (common.left > whole.left) rest.push({ ...common, left: whole.left, right: common.left - 1 });
  if (common.right < whole.right) rest.push({ ...common, left: common.right + 1, right: whole.right });
  return rest;
}
