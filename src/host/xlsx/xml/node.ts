import { unescapeXml } from './characters';

/** An element with its place in the text it was read from, so that it can be cut out or replaced there. */
export interface XmlNode {
  readonly name: string;
  /** Name without its prefix. */
  readonly local: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlNode[];
  readonly source: string;
  /** Of `<`. */
  readonly start: number;
  /** Just after the start tag. */
  readonly innerStart: number;
  /** Of the end tag; equal to `innerStart` where the element is self-closing. */
  readonly innerEnd: number;
  /** Just after the element. */
  readonly end: number;
}

/** The part is not well-formed XML, or brings a document type declaration, which no workbook needs. */
export class XmlError extends Error {
  constructor(
    message: string,
    readonly doctype = false,
  ) {
    super(message);
    this.name = 'XmlError';
  }
}

interface OpenNode {
  name: string;
  local: string;
  attributes: ReadonlyMap<string, string>;
  children: XmlNode[];
  source: string;
  start: number;
  innerStart: number;
  innerEnd: number;
  end: number;
}

const attributePattern = /([^\s=/>]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const spacePattern = /\s*/y;

/** Elements within elements; no part of a workbook comes near it, and what reads the tree recurses. */
export const deepestNesting = 500;

/** Reads the root element of a part or the single element of a fragment. Throws XmlError. */
export function parseXml(source: string): XmlNode {
  const open: OpenNode[] = [];
  let root: XmlNode | undefined;
  let at = 0;
  for (;;) {
    const start = source.indexOf('<', at);
    if (start < 0) break;
    const next = source.charCodeAt(start + 1);
    if (next === 0x21 || next === 0x3f) {
      at = skipMarkup(source, start, open.length === 0 && root === undefined);
      continue;
    }
    if (next === 0x2f) {
      const close = source.indexOf('>', start);
      const node = open.pop();
      if (close < 0 || !node || source.slice(start + 2, close).trim() !== node.name) {
        throw new XmlError(`end tag without its start at ${start}`);
      }
      node.innerEnd = start;
      node.end = close + 1;
      at = close + 1;
      if (open.length === 0) root = node;
      continue;
    }
    if (open.length === 0 && root) throw new XmlError(`second root at ${start}`);
    const { node, selfClosing } = readStartTag(source, start);
    at = node.innerStart;
    open[open.length - 1]?.children.push(node);
    if (!selfClosing) open.push(node);
    if (open.length > deepestNesting) throw new XmlError(`nested too deep at ${start}`);
    else if (open.length === 0) root = node;
  }
  if (!root || open.length > 0) throw new XmlError('the text ends inside an element');
  return root;
}

function readStartTag(source: string, start: number): { node: OpenNode; selfClosing: boolean } {
  let at = start + 1;
  while (at < source.length && !' \t\r\n/>'.includes(source[at]!)) at++;
  const name = source.slice(start + 1, at);
  if (!name || name.includes('<')) throw new XmlError(`no element name at ${start}`);
  const attributes = new Map<string, string>();
  for (;;) {
    spacePattern.lastIndex = at;
    spacePattern.exec(source);
    at = spacePattern.lastIndex;
    const sign = source[at];
    if (sign === '>' || (sign === '/' && source[at + 1] === '>')) {
      const end = at + (sign === '>' ? 1 : 2);
      const local = name.slice(name.indexOf(':') + 1);
      const node: OpenNode = {
        name,
        local,
        attributes,
        children: [],
        source,
        start,
        innerStart: end,
        innerEnd: end,
        end,
      };
      return { node, selfClosing: sign === '/' };
    }
    attributePattern.lastIndex = at;
    const found = attributePattern.exec(source);
    if (!found) throw new XmlError(`start tag not closed at ${start}`);
    attributes.set(found[1]!, unescapeXml(found[2] ?? found[3] ?? ''));
    at = attributePattern.lastIndex;
  }
}

function skipMarkup(source: string, start: number, prolog: boolean): number {
  const [opening, closing] = source.startsWith('<!--', start)
    ? ['<!--', '-->']
    : source.startsWith('<![CDATA[', start)
      ? ['<![CDATA[', ']]>']
      : ['<?', '?>'];
  if (opening === '<?' && source[start + 1] === '!') {
    throw new XmlError(prolog ? 'document type declaration' : `markup declaration at ${start}`, true);
  }
  const end = source.indexOf(closing, start + opening.length);
  if (end < 0) throw new XmlError(`comment or instruction not closed at ${start}`);
  return end + closing.length;
}

/** The element as it stands in its text. */
export function rawOf(node: XmlNode): string {
  return node.source.slice(node.start, node.end);
}

/** What stands between the start and the end tag. */
export function innerOf(node: XmlNode): string {
  return node.source.slice(node.innerStart, node.innerEnd);
}

/** Character data below the element, entities resolved. */
export function textOf(node: XmlNode): string {
  let text = '';
  let at = node.innerStart;
  for (const child of node.children) {
    text += characterData(node.source.slice(at, child.start)) + textOf(child);
    at = child.end;
  }
  return text + characterData(node.source.slice(at, node.innerEnd));
}

/** Entities, CDATA sections and comments of a piece of text without elements. */
export function characterData(raw: string): string {
  if (!raw.includes('<')) return unescapeXml(raw);
  let text = '';
  let at = 0;
  for (const found of raw.matchAll(/<!\[CDATA\[([\s\S]*?)\]\]>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>/g)) {
    text += unescapeXml(raw.slice(at, found.index)) + (found[1] ?? '');
    at = found.index + found[0].length;
  }
  return text + unescapeXml(raw.slice(at));
}

export function childOf(node: XmlNode, local: string): XmlNode | undefined {
  return node.children.find((child) => child.local === local);
}

export function childrenOf(node: XmlNode, local: string): XmlNode[] {
  return node.children.filter((child) => child.local === local);
}

/** Every element below (and including) `node` with that local name, in the order of the text. */
export function descendantsOf(node: XmlNode, local: string): XmlNode[] {
  const found: XmlNode[] = node.local === local ? [node] : [];
  for (const child of node.children) found.push(...descendantsOf(child, local));
  return found;
}

/** The relationship id (`r:id`, whatever the prefix). */
export function relationshipId(node: XmlNode): string | undefined {
  for (const [name, value] of node.attributes) if (/^[^:]+:id$/.test(name) && !name.startsWith('xml:')) return value;
  return undefined;
}

/** An xsd:boolean attribute. */
export function flag(node: XmlNode | undefined, name: string, otherwise = false): boolean {
  const value = node?.attributes.get(name);
  return value === undefined ? otherwise : value === '1' || value === 'true' || value === 'on';
}

export function numberAttribute(node: XmlNode | undefined, name: string): number | undefined {
  const value = node?.attributes.get(name);
  if (value === undefined || value.trim() === '') return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}
