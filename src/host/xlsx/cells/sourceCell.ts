import type { Area, CellContent } from '../model';
import { decodeXstring, escapeText, textElement } from '../xml/characters';
import { childOf, parseXml, textOf } from '../xml/node';
import { attributesText, setAttribute, splice } from '../xml/tag';
import { areaAddress, cellAddress, parseArea } from './address';
import { serialOfIsoDate } from './dates';
import { plainText } from './sharedStrings';

/** The `<f>` of a cell as it came. */
export interface SourceFormula {
  readonly text: string;
  readonly type: 'normal' | 'shared' | 'array' | 'dataTable';
  readonly sharedIndex: number | null;
  readonly area: Area | null;
}

/** Reads the `<f>` out of a raw `<c>`. */
export function formulaOf(raw: string): SourceFormula | null {
  const node = childOf(parseXml(raw), 'f');
  if (!node) return null;
  const type = node.attributes.get('t');
  const shared = node.attributes.get('si');
  return {
    text: decodeXstring(textOf(node)),
    type: type === 'shared' || type === 'array' || type === 'dataTable' ? type : 'normal',
    sharedIndex: shared === undefined ? null : Number(shared),
    area: parseArea(node.attributes.get('ref') ?? ''),
  };
}

/** The value of a raw `<c>` of a type that the scanner leaves to be read when asked for. */
export function contentOf(
  raw: string,
  type: 'boolean' | 'error' | 'text' | 'inline' | 'date',
  date1904: boolean,
): CellContent {
  const cell = parseXml(raw);
  if (type === 'inline') {
    const item = childOf(cell, 'is');
    if (item) return plainText(item);
  }
  const value = childOf(cell, 'v');
  const text = value ? textOf(value) : '';
  if (type === 'boolean') return text.trim() === '1' || text.trim() === 'true';
  if (type === 'error') return { error: text.trim() };
  if (type === 'date') return serialOfIsoDate(text, date1904) ?? text;
  return decodeXstring(text);
}

export interface CellPatch {
  readonly row: number;
  readonly column: number;
  /** undefined keeps the style that came. */
  readonly style?: number | undefined;
  /** New formula text in place of the one that came; the cached value stays. */
  readonly formula?: { readonly text: string; readonly area: Area | null } | undefined;
}

/** The cell as it came with its place, style or formula text changed; all else stays as it is. */
export function patchedCell(raw: string, patch: CellPatch): string {
  let text = raw;
  if (patch.formula) {
    const cell = parseXml(text);
    const node = childOf(cell, 'f');
    if (node) {
      const array = node.attributes.get('t') === 'array' && patch.formula.area;
      const kept = array ? attributesText({ t: 'array', ref: areaAddress(patch.formula.area!) }) : '';
      const always = attributesText({
        ca: node.attributes.get('ca'),
        aca: array ? node.attributes.get('aca') : undefined,
      });
      const written = `<${node.name}${kept}${always}>${escapeText(patch.formula.text)}</${node.name}>`;
      text = splice(text, [{ start: node.start, end: node.end, text: written }]);
    }
  }
  if (patch.style !== undefined) text = setAttribute(text, 's', patch.style < 0 ? null : String(patch.style));
  return setAttribute(text, 'r', cellAddress(patch.row, patch.column));
}

export interface NewCell {
  readonly row: number;
  readonly column: number;
  /** -1 writes none. */
  readonly style: number;
  readonly value: CellContent;
  readonly formula: string | null;
}

/**
 * A `<c>` written whole. Texts become inline strings, so that the shared strings stay as they are; a formula
 * carries no cached value, so that every application calculates it (LibreOffice believes one it finds).
 */
export function writtenCell(cell: NewCell, prefix: string): string {
  const { value } = cell;
  const tag = `${prefix}c`;
  const style = cell.style < 0 ? '' : ` s="${cell.style}"`;
  const start = (type?: string): string =>
    `<${tag} r="${cellAddress(cell.row, cell.column)}"${style}${type === undefined ? '' : ` t="${type}"`}`;
  const whole = (type: string | undefined, content: string): string => `${start(type)}>${content}</${tag}>`;
  const element = (name: string, text: string): string => `<${prefix}${name}>${escapeText(text)}</${prefix}${name}>`;
  if (cell.formula !== null) return whole(undefined, element('f', cell.formula));
  if (value === null) return `${start()}/>`;
  if (typeof value === 'number') return whole(undefined, element('v', String(value)));
  if (typeof value === 'boolean') return whole('b', element('v', value ? '1' : '0'));
  if (typeof value === 'object') return whole('e', element('v', value.error));
  return whole('inlineStr', `<${prefix}is>${textElement(`${prefix}t`, value)}</${prefix}is>`);
}
