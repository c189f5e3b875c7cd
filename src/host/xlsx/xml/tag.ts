import { escapeAttribute } from './characters';

/** A replacement of `text.slice(start, end)`. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Applies replacements that do not overlap, in any order. */
export function splice(text: string, splices: readonly Splice[]): string {
  let result = '';
  let at = 0;
  for (const one of [...splices].sort((a, b) => a.start - b.start || a.end - b.end)) {
    result += text.slice(at, one.start) + one.text;
    at = one.end;
  }
  return result + text.slice(at);
}

/** Length of the start tag that begins at `at`. */
export function startTagEnd(text: string, at = 0): number {
  let quote = '';
  for (let here = at; here < text.length; here++) {
    const sign = text[here]!;
    if (quote) {
      if (sign === quote) quote = '';
    } else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '>') return here + 1;
  }
  return text.length;
}

/** The element with one attribute of its start tag set, or removed for null; all other bytes stay. */
export function setAttribute(element: string, name: string, value: string | null): string {
  const end = startTagEnd(element);
  const tag = element.slice(0, end);
  const pattern = new RegExp(`(\\s+)${name.replace(/[.$]/g, '\\$&')}\\s*=\\s*("[^"]*"|'[^']*')`);
  const found = pattern.exec(tag);
  if (value === null) return found ? tag.replace(pattern, '') + element.slice(end) : element;
  const written = `${name}="${escapeAttribute(value)}"`;
  if (found) return tag.replace(pattern, () => found[1]! + written) + element.slice(end);
  const closing = tag.endsWith('/>') ? 2 : 1;
  const body = tag.slice(0, -closing);
  const space = /\s$/.test(body) ? '' : ' ';
  return body + space + written + tag.slice(-closing) + element.slice(end);
}

export function setAttributes(element: string, values: Readonly<Record<string, string | null>>): string {
  return Object.entries(values).reduce((text, [name, value]) => setAttribute(text, name, value), element);
}

/** ` name="value"` for each value that is there. */
export function attributesText(values: Readonly<Record<string, string | number | boolean | null | undefined>>): string {
  let text = '';
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined || value === null) continue;
    text += ` ${name}="${escapeAttribute(typeof value === 'boolean' ? (value ? '1' : '0') : String(value))}"`;
  }
  return text;
}
