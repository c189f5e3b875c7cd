import { Inflate, deflateSync, strFromU8, strToU8 } from 'fflate';

/** A file from elsewhere may hold a part that unfolds without end. */
const MOST_BYTES = 64_000_000;
const STEP = 4096;

/** How texts are packed: raw deflate streams in base64. */
export interface TextPacking {
  pack(text: string): string;
  /** Null where it is damaged or longer than `most` bytes. */
  unpack(stored: string, most: number): string | null;
}

let inUse: TextPacking = {
  pack: (text) => btoa(strFromU8(deflateSync(strToU8(text)), true)),
  unpack: unpackedByParts,
};

/** Puts the machine's own implementation in place of the portable one. */
export function packTextWith(own: TextPacking): void {
  inUse = own;
}

/** Text deflated, in base64: only characters that XML and JSON carry as they are. */
export const packed = (text: string): string => inUse.pack(text);

/** The text again; null where it is damaged or would be larger than any we write. */
export const unpacked = (stored: string): string | null => inUse.unpack(stored, MOST_BYTES);

function unpackedByParts(stored: string, most: number): string | null {
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    const bytes = strToU8(atob(stored), true);
    const stream = new Inflate((part) => {
      size += part.length;
      parts.push(part);
    });
    for (let at = 0; at < bytes.length && size <= most; at += STEP) {
      stream.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length);
    }
  } catch {
    return null;
  }
  if (size > most) return null;
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return strFromU8(whole);
}
