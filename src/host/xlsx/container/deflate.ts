import { Deflate as Packing, Inflate } from 'fflate';
import type { InSlices } from '../slices';
import { joinBytes } from '../xml/utf8';
import { crc32 } from './crc32';

/** How zip entries are packed and unpacked: raw deflate streams ([RFC 1951]). */
export interface Deflate {
  packInSlices(content: Uint8Array, level: 1 | 6): InSlices<Uint8Array>;
  /** Packs a whole entry at once. */
  pack?(content: Uint8Array, level: 1 | 6): Uint8Array;
  /** Unpacks piece by piece, no further than pieces are taken. Throws where the stream is broken. */
  unpack(packed: Uint8Array): Iterable<Uint8Array>;
  /** Unpacks a whole entry of an announced size; throws where it is broken or larger. */
  unpackWhole?(packed: Uint8Array, size: number): Uint8Array;
  /** The first bytes of an entry, `length` of them where it has as many. Throws where the stream is broken. */
  unpackHead(packed: Uint8Array, length: number): Uint8Array;
  /** CRC-32 of an entry (PKZIP APPNOTE 4.4.7); `before`: that of what stands before `content`. */
  crc32(content: Uint8Array, before?: number): number;
}

/** Streams are fed in steps of this many bytes, so that a bomb is noticed before it is unpacked. */
const STEP = 65_536;
/** Packed, or their CRC taken, between two pauses. */
const PACKED_AT_ONCE = 1 << 18;
const CHECKED_AT_ONCE = 1 << 22;
/** For the first bytes of an entry: few packed bytes may unpack to many. */
const HEAD_STEP = 1024;

const portable: Deflate = {
  crc32,
  *packInSlices(content, level) {
    const pieces: Uint8Array[] = [];
    const packing = new Packing({ level }, (piece) => pieces.push(piece));
    for (let at = 0, last = false; !last; at += PACKED_AT_ONCE) {
      last = at + PACKED_AT_ONCE >= content.length;
      packing.push(content.subarray(at, at + PACKED_AT_ONCE), last);
      if (!last) yield;
    }
    return joinBytes(pieces);
  },
  *unpack(packed) {
    const pieces: Uint8Array[] = [];
    const inflate = new Inflate((piece) => pieces.push(piece));
    for (let at = 0; at < packed.length; at += STEP) {
      inflate.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
      yield* pieces.splice(0);
    }
  },
  unpackHead(packed, length) {
    const head = new Uint8Array(length);
    let filled = 0;
    const inflate = new Inflate((piece) => {
      head.set(piece.subarray(0, length - filled), filled);
      filled = Math.min(length, filled + piece.length);
    });
    for (let at = 0; at < packed.length && filled < length; at += HEAD_STEP) {
      inflate.push(packed.subarray(at, at + HEAD_STEP), at + HEAD_STEP >= packed.length);
    }
    return head.subarray(0, filled);
  },
};

let inUse: Deflate = portable;

export const deflate = (): Deflate => inUse;

/** Puts the machine's own implementation in place of the portable one: several times faster where there is one. */
export function deflateWith(own: Partial<Omit<Deflate, 'unpack' | 'packInSlices'>>): void {
  inUse = { ...portable, ...own };
}

export function* crcInSlices(bytes: Uint8Array): InSlices<number> {
  let crc = 0;
  for (let at = 0; at < bytes.length; at += CHECKED_AT_ONCE) {
    crc = deflate().crc32(bytes.subarray(at, at + CHECKED_AT_ONCE), crc);
    yield;
  }
  return crc;
}
