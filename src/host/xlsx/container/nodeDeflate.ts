import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Deflate } from './deflate';

/** Node's zlib. An entry of no bytes still has a stream to read, and zlib's bound must be at least one. */
export const nodeDeflate: Required<Pick<Deflate, 'pack' | 'unpackWhole'>> = {
  pack: (content, level) => deflateRawSync(content, { level }),
  unpackWhole: (packed, size) => inflateRawSync(packed, { maxOutputLength: Math.max(1, size) }),
};
