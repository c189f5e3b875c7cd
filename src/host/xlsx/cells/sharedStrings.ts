import { decodeXstring } from '../xml/characters';
import { childOf, parseXml, textOf, XmlError, type XmlNode } from '../xml/node';
import { decodeUtf8 } from '../xml/utf8';

/** The plain text of a string item (`<si>`, `<is>`): runs joined, phonetic runs left out. */
export function plainText(item: XmlNode): string {
  let text = '';
  for (const child of item.children) {
    if (child.local === 't') text += decodeXstring(textOf(child));
    else if (child.local === 'r') {
      const run = childOf(child, 't');
      if (run) text += decodeXstring(textOf(run));
    }
  }
  return text;
}

/** The shared strings of a workbook; each is decoded when first asked for. */
export class SharedStrings {
  private readonly starts: Uint32Array;
  private readonly ends: Uint32Array;
  private readonly decoded: (string | undefined)[] = [];
  readonly count: number;

  /** Throws XmlError where an item is not closed. */
  constructor(private readonly bytes: Uint8Array) {
    const starts: number[] = [];
    const ends: number[] = [];
    for (let at = bytes.indexOf(0x3c); at >= 0; at = bytes.indexOf(0x3c, at + 1)) {
      const name = this.localName(at + 1);
      if (!this.isItem(name)) continue;
      const end = this.itemEnd(at);
      starts.push(at);
      ends.push(end);
      at = end - 1;
    }
    this.starts = Uint32Array.from(starts);
    this.ends = Uint32Array.from(ends);
    this.count = starts.length;
  }

  text(index: number): string {
    const known = this.decoded[index];
    if (known !== undefined) return known;
    const start = this.starts[index];
    if (start === undefined) return '';
    const text = plainTextOfRaw(decodeUtf8(this.bytes, start, this.ends[index]!));
    this.decoded[index] = text;
    return text;
  }

  private localName(at: number): number {
    for (let here = at; here < at + 40; here++) {
      const byte = this.bytes[here];
      if (byte === 0x3a) return here + 1;
      if (byte === undefined || byte <= 0x20 || byte === 0x3e || byte === 0x2f) break;
    }
    return at;
  }

  private isItem(name: number): boolean {
    const after = this.bytes[name + 2] ?? 0;
    return (
      this.bytes[name] === 0x73 && this.bytes[name + 1] === 0x69 && (after <= 0x20 || after === 0x3e || after === 0x2f)
    );
  }

  private itemEnd(start: number): number {
    const open = this.bytes.indexOf(0x3e, start);
    if (open > 0 && this.bytes[open - 1] === 0x2f) return open + 1;
    for (let at = this.bytes.indexOf(0x3c, start + 1); at >= 0; at = this.bytes.indexOf(0x3c, at + 1)) {
      if (this.bytes[at + 1] === 0x2f && this.isItem(this.localName(at + 2))) return this.bytes.indexOf(0x3e, at) + 1;
    }
    throw new XmlError('shared string not closed');
  }
}

const simpleItem =
  /^<(\w+:)?(?:si|is)>\s*<(?:\w+:)?t(?: xml:space=["']preserve["'])?>([^<&]*)<\/(?:\w+:)?t>\s*<\/(?:\w+:)?(?:si|is)>$/;

/** The plain text of an `<si>` or `<is>` element given as text. */
export function plainTextOfRaw(raw: string): string {
  const simple = simpleItem.exec(raw);
  return simple ? decodeXstring(simple[2]!) : plainText(parseXml(raw));
}
