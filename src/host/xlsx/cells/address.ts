import type { Area } from '../model';

export const lastRow = 1_048_575;
export const lastColumn = 16_383;

/** `A` for 0, `AA` for 26. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** 0 for `A`. */
export function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
}

export function cellAddress(row: number, column: number): string {
  return columnLetters(column) + (row + 1);
}

export function areaAddress(area: Area): string {
  const first = cellAddress(area.top, area.left);
  return area.top === area.bottom && area.left === area.right
    ? first
    : `${first}:${cellAddress(area.bottom, area.right)}`;
}

/** An A1 reference with or without `$`, also whole rows and columns; null where it is none. */
export function parseArea(text: string): Area | null {
  const found = /^\$?([A-Za-z]{1,3})?\$?(\d{1,7})?(?::\$?([A-Za-z]{1,3})?\$?(\d{1,7})?)?$/.exec(text.trim());
  if (!found) return null;
  const [, startColumn, startRow, endColumn, endRow] = found;
  if (!startColumn && !startRow) return null;
  const range = text.includes(':');
  if (!range && (!startColumn || !startRow)) return null;
  const left = startColumn ? columnNumber(startColumn) : 0;
  const right = range ? (endColumn ? columnNumber(endColumn) : lastColumn) : left;
  const top = startRow ? Number(startRow) - 1 : 0;
  const bottom = range ? (endRow ? Number(endRow) - 1 : lastRow) : top;
  if (left > lastColumn || right > lastColumn || top > lastRow || bottom > lastRow || top < 0 || bottom < 0)
    return null;
  return {
    top: Math.min(top, bottom),
    left: Math.min(left, right),
    bottom: Math.max(top, bottom),
    right: Math.max(left, right),
  };
}

/** An `sqref`: references divided by blanks. */
export function parseAreas(text: string): Area[] {
  return text
    .split(/\s+/)
    .map(parseArea)
    .filter((area) => area !== null);
}

export function areasAddress(areas: readonly Area[]): string {
  return areas.map(areaAddress).join(' ');
}

export function contains(area: Area, row: number, column: number): boolean {
  return row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
}

export function intersects(a: Area, b: Area): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}

export function encloses(outer: Area, inner: Area): boolean {
  return (
    outer.top <= inner.top && outer.bottom >= inner.bottom && outer.left <= inner.left && outer.right >= inner.right
  );
}

export function sameArea(a: Area, b: Area): boolean {
  return a.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right;
}
