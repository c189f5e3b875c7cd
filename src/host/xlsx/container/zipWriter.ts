import { drained, type InSlices } from '../slices';
import { encodeUtf8, joinBytes } from '../xml/utf8';
import { crcInSlices, deflate } from './deflate';
import type { ZipEntry } from './zipReader';

/** 1980-01-01 00:00, so that saving twice gives the same bytes. */
const fixedTime = 0x00210000;
/** Above this size speed counts for more than the last tenth of the file's length. */
const largePart = 8_000_000;

/** Packs new content under the name, time and attributes of the entry it replaces. */
export const packEntry = (name: string, content: Uint8Array): ZipEntry => drained(packEntryInSlices(name, content));

export function* packEntryInSlices(name: string, content: Uint8Array, replaced?: ZipEntry): InSlices<ZipEntry> {
  const { pack, packInSlices } = deflate();
  const level = content.length > largePart ? 1 : 6;
  const packed = pack === undefined ? yield* packInSlices(content, level) : pack(content, level);
  const stored = packed.length >= content.length;
  return {
    name,
    nameBytes: replaced?.nameBytes ?? encodeUtf8(name),
    flags: (replaced?.flags ?? 0x800) & 0x800,
    method: stored ? 0 : 8,
    time: replaced?.time ?? fixedTime,
    crc: yield* crcInSlices(content),
    size: content.length,
    externalAttributes: replaced?.externalAttributes ?? 0,
    packed: stored ? content : packed,
  };
}

/** A zip of these entries in this order; their packed streams are copied as they are. */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const pieces: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const entry of entries) {
    const local = header(30, entry, 0x04034b50, 4);
    const central = header(46, entry, 0x02014b50, 6);
    const view = new DataView(central.buffer);
    view.setUint16(4, 20, true);
    view.setUint32(38, entry.externalAttributes, true);
    view.setUint32(42, offset, true);
    pieces.push(local, entry.nameBytes, entry.packed);
    directory.push(central, entry.nameBytes);
    offset += local.length + entry.nameBytes.length + entry.packed.length;
  }
  const size = directory.reduce((sum, piece) => sum + piece.length, 0);
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, entries.length, true);
  end.setUint16(10, entries.length, true);
  end.setUint32(12, size, true);
  end.setUint32(16, offset, true);
  return joinBytes([...pieces, ...directory, new Uint8Array(end.buffer)]);
}

/** The fields local and central headers share begin with "version needed", at `from`. */
function header(length: number, entry: ZipEntry, signature: number, from: number): Uint8Array {
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, signature, true);
  view.setUint16(from, 20, true);
  view.setUint16(from + 2, entry.flags & ~8, true);
  view.setUint16(from + 4, entry.method, true);
  view.setUint32(from + 6, entry.time, true);
  view.setUint32(from + 10, entry.crc, true);
  view.setUint32(from + 14, entry.packed.length, true);
  view.setUint32(from + 18, entry.size, true);
  view.setUint16(from + 22, entry.nameBytes.length, true);
  return bytes;
}
