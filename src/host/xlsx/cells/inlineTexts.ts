import { decodeXstring } from '../xml/characters';
import { decodeUtf8 } from '../xml/utf8';

const signs = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
const OPENINGS = ['<is><t>', '<is><t xml:space="preserve">'].map(signs);
const CLOSING = signs('</t></is></c>');
const LT = 0x3c;
const GT = 0x3e;
const AMPERSAND = 0x26;
/** Units, categories, states: short texts come again and again. */
const REMEMBERED_BYTES = 160;
const PLACES = 1 << 13;

/**
 * Plain inline texts of a sheet's cells, read where they stand. A text that was read lately is found again by its
 * bytes: a ledger says the same in most of its cells, and one string serves them all.
 */
export class InlineTexts {
  private readonly starts = new Uint32Array(PLACES);
  private readonly lengths = new Uint32Array(PLACES);
  private readonly texts: string[] = [];

  constructor(private readonly bytes: Uint8Array) {}

  /** The text of the `<c>` at those bytes; null where it holds more than one plain `<t>` and has to be parsed. */
  read(start: number, end: number): string | null {
    const { bytes } = this;
    if (bytes[start + 1] !== 0x63 || bytes[start + 2] !== 0x20 || !this.standsAt(end - CLOSING.length, CLOSING))
      return null;
    let at = start + 3;
    while (bytes[at] !== GT && bytes[at] !== LT && at < end) at++;
    if (bytes[at] !== GT) return null;
    const opening = OPENINGS.find((one) => this.standsAt(at + 1, one));
    if (opening === undefined) return null;
    return this.plain(at + 1 + opening.length, end - CLOSING.length);
  }

  private plain(from: number, to: number): string | null {
    const { bytes } = this;
    let hash = 0;
    for (let at = from; at < to; at++) {
      const byte = bytes[at]!;
      if (byte === LT || byte === AMPERSAND) return null;
      hash = (Math.imul(hash, 31) + byte) | 0;
    }
    const length = to - from;
    if (length <= 0) return length === 0 ? '' : null;
    if (length > REMEMBERED_BYTES) return decodeXstring(decodeUtf8(bytes, from, to));
    const place = (hash ^ (hash >>> 13)) & (PLACES - 1);
    if (this.lengths[place] === length && this.sameBytes(this.starts[place]!, from, length)) return this.texts[place]!;
    const text = decodeXstring(decodeUtf8(bytes, from, to));
    this.starts[place] = from;
    this.lengths[place] = length;
    this.texts[place] = text;
    return text;
  }

  private sameBytes(one: number, other: number, length: number): boolean {
    const { bytes } = this;
    for (let at = 0; at < length; at++) if (bytes[one + at] !== bytes[other + at]) return false;
    return true;
  }

  private standsAt(at: number, wanted: Uint8Array): boolean {
    for (let sign = 0; sign < wanted.length; sign++) if (this.bytes[at + sign] !== wanted[sign]) return false;
    return true;
  }
}
