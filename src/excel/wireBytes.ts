/** Bytes of a value on the wire: its JSON as UTF-8; of whole sheets, so that Node's own count is taken where there is one. */
export function bytesOf(value: unknown): number {
  const text = JSON.stringify(value) ?? '';
  if (typeof Buffer === 'function') return Buffer.byteLength(text);
  let bytes = text.length;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    // JSON writes half of a surrogate pair as an escape: the halves here come in pairs of four bytes.
    if (code > 0x7f) bytes += code > 0x7ff && (code < 0xd800 || code > 0xdfff) ? 2 : 1;
  }
  return bytes;
}
