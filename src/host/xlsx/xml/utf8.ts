import type { InSlices } from '../slices';
import { XmlError } from './node';

/** Bytes decoded at a time when a part is only checked. */
const CHECKED_AT_ONCE = 1 << 20;
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

/** Text of the bytes from `start` (included) to `end` (excluded); a byte order mark is kept as a character. */
export function decodeUtf8(bytes: Uint8Array, start = 0, end = bytes.length): string {
  if (end - start > 48) return decoder.decode(bytes.subarray(start, end));
  let text = '';
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if (byte < 0x80) text += String.fromCharCode(byte);
    else if (byte >= 0xe0 && byte < 0xf0 && at + 2 < end) {
      text += String.fromCharCode(((byte & 15) << 12) | ((bytes[at + 1]! & 63) << 6) | (bytes[at + 2]! & 63));
      at += 2;
    } else return decoder.decode(bytes.subarray(start, end));
  }
  return text;
}

export function encodeUtf8(text: string): Uint8Array {
  return encoder.encode(text);
}

/**
 * An XML part's text; UTF-16 parts (allowed in packages) are recognised by their byte order mark. Throws XmlError
 * where bytes are neither: a part read with replacement characters would be written back with them.
 */
export function decodePart(bytes: Uint8Array): string {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true, ignoreBOM: !isUtf16(bytes) }).decode(bytes);
  } catch {
    throw new XmlError('bytes that are not text');
  }
}

/** The part in UTF-8: as it came, or converted from UTF-16. Throws XmlError where it is neither. */
export function* utf8InSlices(bytes: Uint8Array): InSlices<Uint8Array> {
  if (isUtf16(bytes))
    return encoder.encode(decodePart(bytes).replace(/^(<\?xml[^>]*?encoding=["'])[^"']*/i, '$1UTF-8'));
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  try {
    for (let at = 0; at < bytes.length; at += CHECKED_AT_ONCE) {
      strict.decode(bytes.subarray(at, at + CHECKED_AT_ONCE), { stream: at + CHECKED_AT_ONCE < bytes.length });
      yield;
    }
  } catch {
    throw new XmlError('bytes that are not UTF-8');
  }
  return bytes;
}

/** By the byte order mark. */
export function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (!isUtf16(bytes)) return 'utf-8';
  return bytes[0] === 0xff ? 'utf-16le' : 'utf-16be';
}

export function isUtf16(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}

export function joinBytes(pieces: readonly Uint8Array[]): Uint8Array {
  let length = 0;
  for (const piece of pieces) length += piece.length;
  const joined = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}
