const table = new Int32Array(256 * 4);
for (let value = 0; value < 256; value++) {
  let crc = value;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  table[value] = crc;
}
for (let value = 0; value < 256; value++) {
  for (let slice = 1; slice < 4; slice++) {
    const previous = table[(slice - 1) * 256 + value]!;
    table[slice * 256 + value] = (previous >>> 8) ^ table[previous & 255]!;
  }
}

/** CRC-32 of a zip entry (PKZIP APPNOTE 4.4.7), four bytes at a time; `before`: that of the bytes before these. */
export function crc32(bytes: Uint8Array, before = 0): number {
  let crc = before ^ -1;
  let at = 0;
  for (; at + 4 <= bytes.length; at += 4) {
    crc ^= bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
    crc =
      table[768 + (crc & 255)]! ^
      table[512 + ((crc >>> 8) & 255)]! ^
      table[256 + ((crc >>> 16) & 255)]! ^
      table[crc >>> 24]!;
  }
  for (; at < bytes.length; at++) crc = (crc >>> 8) ^ table[(crc ^ bytes[at]!) & 255]!;
  return (crc ^ -1) >>> 0;
}
