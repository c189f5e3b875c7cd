import { Inflate, deflateSync, strFromU8, strToU8 } from 'fflate';

/** A file from elsewhere may hold a part that unfolds without end. */
const MOST_BYTES = 64_000_000;
const STEP = 4096;

/** Text deflated, in base64: only characters that XML and JSON carry as they are. */
export const packed = (text: string): string => btoa(strFromU8(deflateSync(strToU8(text)), true));

/** The text again; null where it is damaged or would be larger than any we write. */
export function unpacked(stored: string): string | null {
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    const bytes = strToU8(atob(stored), true);
    const stream = new Inflate((part) => {
      size += part.length;
      parts.push(part);
    });
    for (let at = 0; at < bytes.length && size <= MOST_BYTES; at += STEP) {
      stream.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length);
    }
  } catch {
    return null;
  }
  if (size > MOST_BYTES) return null;
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return strFromU8(whole);
}
