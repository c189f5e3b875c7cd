const SLICES = 8;
const table = new Int32Array(256 * SLICES);
for (let value = 0; value < 256; value++) {
  let crc = value;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  table[value] = crc;
}
for (let value = 0; value < 256; value++) {
  for (let slice = 1; slice < SLICES; slice++) {
    const previous = table[(slice - 1) * 256 + value]!;
    table[slice * 256 + value] = (previous >>> 8) ^ table[previous & 255]!;
  }
}

/** CRC-32 of a zip entry (PKZIP APPNOTE 4.4.7), eight bytes at a time; `before`: that of the bytes before these. */
export function crc32(bytes: Uint8Array, before = 0): number {
  let crc = before ^ -1;
  let at = 0;
  for (; at + SLICES <= bytes.length; at += SLICES) {
    crc ^= bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
    crc =
      table[1792 + (crc & 255)]! ^
      table[1536 + ((crc >>> 8) & 255)]! ^
      table[1280 + ((crc >>> 16) & 255)]! ^
      table[1024 + (crc >>> 24)]! ^
      table[768 + bytes[at + 4]!]! ^
      table[512 + bytes[at + 5]!]! ^
      table[256 + bytes[at + 6]!]! ^
      table[bytes[at + 7]!]!;
  }
  for (; at < bytes.length; at++) crc = (crc >>> 8) ^ table[(crc ^ bytes[at]!) & 255]!;
  return (crc ^ -1) >>> 0;
}
