import { DecodeUTF8, Deflate, Inflate, strFromU8, strToU8 } from 'fflate';
import { atOnce, type InPortions } from '../domain/portions';

/** A file from elsewhere may hold a part that unfolds without end. */
const MOST_BYTES = 64_000_000;
/** Bytes of a stream to a portion; few of them may unfold to many. */
const STEP = 4096;
/** Characters to a portion. */
const PIECE = 32_768;

/** How texts are packed: raw deflate streams in base64. */
export interface TextPacking {
  pack(text: string): string;
  /** Null where it is damaged or longer than `most` bytes. */
  unpack(stored: string, most: number): string | null;
}

let inUse: TextPacking | null = null;

/** Puts the machine's own implementation in place of the portable one. */
export function packTextWith(own: TextPacking): void {
  inUse = own;
}

/** Text deflated, in base64: only characters that XML and JSON carry as they are. */
export const packed = (text: string): string => atOnce(packedInPortions([text]));

/** The text again; null where it is damaged or would be larger than any we write. */
export const unpacked = (stored: string): string | null => atOnce(unpackedInPortions(stored));

/** `pieces`: of the text, one after the other. */
export function* packedInPortions(pieces: readonly string[]): InPortions<string> {
  if (inUse !== null) return inUse.pack(pieces.join(''));
  const base64: string[] = [];
  let rest: Uint8Array = new Uint8Array(0);
  const take = (bytes: Uint8Array, final: boolean): void => {
    const all = new Uint8Array(rest.length + bytes.length);
    all.set(rest);
    all.set(bytes, rest.length);
    const whole = final ? all.length : all.length - (all.length % 3);
    base64.push(btoa(strFromU8(all.subarray(0, whole), true)));
    rest = all.subarray(whole);
  };
  const stream = new Deflate(take);
  for (const piece of pieces) {
    for (let at = 0, end = 0; at < piece.length; at = end) {
      end = Math.min(at + PIECE, piece.length);
      if (end < piece.length && isHighHalf(piece.charCodeAt(end - 1))) end -= 1;
      stream.push(strToU8(piece.slice(at, end)));
      yield;
    }
  }
  stream.push(new Uint8Array(0), true);
  return base64.join('');
}

/** Of a character written in two halves. */
const isHighHalf = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;

export function* unpackedInPortions(stored: string): InPortions<string | null> {
  if (inUse !== null) return inUse.unpack(stored, MOST_BYTES);
  const texts: string[] = [];
  let size = 0;
  const decoder = new DecodeUTF8((text) => texts.push(text));
  try {
    const bytes = strToU8(atob(stored), true);
    const stream = new Inflate((part, final) => {
      size += part.length;
      if (size <= MOST_BYTES) decoder.push(part, final);
    });
    let told = 0;
    for (let at = 0; at < bytes.length && size <= MOST_BYTES; at += STEP) {
      stream.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length);
      if (size - told < 2 * PIECE) continue;
      told = size;
      yield;
    }
  } catch {
    return null;
  }
  return size > MOST_BYTES ? null : texts.join('');
}
