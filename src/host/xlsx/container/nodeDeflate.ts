import zlib from 'node:zlib';
import { crc32 } from './crc32';
import type { Deflate } from './deflate';

/** Packed bytes that are surely enough for a few kilobytes, unless a stream was made to waste them. */
const HEAD_MARGIN = 1024;

/** Node's zlib. An entry of no bytes still has a stream to read, and zlib's bound must be at least one. */
export const nodeDeflate: Required<Omit<Deflate, 'unpack' | 'packInSlices'>> = {
  pack: (content, level) => zlib.deflateRawSync(content, { level }),
  unpackWhole: (packed, size) => zlib.inflateRawSync(packed, { maxOutputLength: Math.max(1, size) }),
  unpackHead: (packed, length) => {
    // Deflate unpacks to a thousand times its size at most: a bomb's head is no larger than its packed bytes allow.
    for (let taken = length + HEAD_MARGIN; ; taken *= 4) {
      const head = zlib.inflateRawSync(packed.subarray(0, taken), { finishFlush: zlib.constants.Z_SYNC_FLUSH });
      if (head.length >= length || taken >= packed.length) return head.subarray(0, length);
    }
  },
  // Node has its own since 20.15.
  crc32: typeof zlib.crc32 === 'function' ? (content, before) => zlib.crc32(content, before) : crc32,
};
