import { decodeXstring } from '../xml/characters';
import { childOf, parseXml, textOf, XmlError, type XmlNode } from '../xml/node';
import type { InSlices } from '../slices';
import { decodeUtf8, utf8InSlices } from '../xml/utf8';

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

/** Items found between two pauses. */
const ITEMS_AT_ONCE = 4096;

/** The shared strings of a workbook; each is decoded when first asked for. */
export class SharedStrings {
  private starts = new Uint32Array(0);
  private ends = new Uint32Array(0);
  private readonly decoded: (string | undefined)[] = [];

  private constructor(private readonly bytes: Uint8Array) {}

  /** Throws XmlError where the part is not text, brings a document type, or an item is not closed. */
  static *read(part: Uint8Array): InSlices<SharedStrings> {
    const strings = new SharedStrings(yield* utf8InSlices(part));
    yield* strings.find();
    return strings;
  }

  get count(): number {
    return this.starts.length;
  }

  private *find(): InSlices<void> {
    const { bytes } = this;
    const starts: number[] = [];
    const ends: number[] = [];
    for (let at = bytes.indexOf(0x3c); at >= 0; at = bytes.indexOf(0x3c, at + 1)) {
      if (bytes[at + 1] === 0x21 && bytes[at + 2] === 0x44) throw new XmlError('document type declaration', true);
      const name = this.localName(at + 1);
      if (!this.isItem(name)) continue;
      const end = this.itemEnd(at);
      starts.push(at);
      ends.push(end);
      at = end - 1;
      if (starts.length % ITEMS_AT_ONCE === 0) yield;
    }
    this.starts = Uint32Array.from(starts);
    this.ends = Uint32Array.from(ends);
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

  /** `<t>text</t></si>` from there on. */
  private isPlain(at: number): boolean {
    const { bytes } = this;
    if (bytes[at] !== 0x3c || bytes[at + 1] !== 0x74 || bytes[at + 2] !== 0x3e) return false;
    const close = bytes.indexOf(0x3c, at + 3);
    return (
      bytes[close + 1] === 0x2f && bytes[close + 2] === 0x74 && bytes[close + 3] === 0x3e && bytes[close + 4] === 0x3c
    );
  }

  private itemEnd(start: number): number {
    const open = this.bytes.indexOf(0x3e, start);
    if (open > 0 && this.bytes[open - 1] === 0x2f) return open + 1;
    let tags = 0;
    for (let at = this.bytes.indexOf(0x3c, start + 1); at >= 0; at = this.bytes.indexOf(0x3c, at + 1)) {
      if (this.bytes[at + 1] === 0x2f && this.isItem(this.localName(at + 2))) {
        const end = this.bytes.indexOf(0x3e, at) + 1;
        // One plain `<t>` needs no second look; anything else is read whole now, so that it cannot fail later.
        if (tags !== 2 || !this.isPlain(open + 1)) parseXml(decodeUtf8(this.bytes, start, end));
        return end;
      }
      tags += 1;
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
