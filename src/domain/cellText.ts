import type { CellValue } from './cell';

const ERROR_CODES: ReadonlySet<string> = new Set([
  '#REF!',
  '#N/A',
  '#VALUE!',
  '#DIV/0!',
  '#NAME?',
  '#NULL!',
  '#NUM!',
  '#SPILL!',
  '#CALC!',
  '#GETTING_DATA',
  '#BUSY!',
  '#CONNECT!',
  '#BLOCKED!',
  '#FIELD!',
  '#UNKNOWN!',
  '#EXTERNAL!',
]);

/** The cell shows an error of a formula (`#REF!`). */
export const isErrorValue = (value: CellValue): boolean =>
  typeof value === 'string' && value.charCodeAt(0) === 35 && ERROR_CODES.has(value);

const isSpace = (code: number): boolean =>
  code <= 32 || code === 0x3000 || code === 0xa0 || code === 0x200b || code === 0xfeff;

/** A value as text without surrounding spaces; `''` for blanks and for error values. */
export function cellText(value: CellValue): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (value === '' || isErrorValue(value)) return '';
  let start = 0;
  let end = value.length;
  while (start < end && isSpace(value.charCodeAt(start))) start += 1;
  while (end > start && isSpace(value.charCodeAt(end - 1))) end -= 1;
  return start === 0 && end === value.length ? value : value.slice(start, end);
}

/** Nothing a person would see: empty, or spaces only. */
export const isBlank = (value: CellValue): boolean =>
  value === '' || (typeof value === 'string' && isSpace(value.charCodeAt(0)) && cellText(value) === '');
