import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { TextPacking } from '../app/office/textPacking';

/** Node's zlib. */
export const nodeTextPacking: TextPacking = {
  pack: (text) => deflateRawSync(text).toString('base64'),
  unpack: (stored, most) => {
    try {
      return inflateRawSync(Buffer.from(stored, 'base64'), { maxOutputLength: most }).toString('utf8');
    } catch {
      return null;
    }
  },
};
