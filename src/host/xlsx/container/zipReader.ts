import { decodeUtf8 } from '../xml/utf8';
import { drained, type InSlices } from '../slices';
import { crcInSlices, deflate } from './deflate';

/** An entry as the central directory describes it; `packed` is the stream as it stands in the file. */
export interface ZipEntry {
  readonly name: string;
  readonly nameBytes: Uint8Array;
  readonly flags: number;
  readonly method: number;
  /** DOS time in the low half, DOS date in the high half. */
  readonly time: number;
  readonly crc: number;
  readonly size: number;
  readonly externalAttributes: number;
  readonly packed: Uint8Array;
}

export type ZipFault = 'notZip' | 'truncated' | 'tooLarge' | 'encrypted' | 'broken';

/** The zip, or one entry of it, cannot be read. */
export class ZipError extends Error {
  constructor(
    readonly fault: ZipFault,
    message: string,
  ) {
    super(message);
    this.name = 'ZipError';
  }
}

/** A workbook beyond these is refused before anything is unpacked (zip bombs). */
export const zipLimits = {
  entries: 20_000,
  totalSize: 1_200_000_000,
  entrySize: 800_000_000,
  ratio: 400,
  ratioFrom: 20_000_000,
  /** Of all entries together against the file: a bomb may be cut into many small ones. */
  totalRatio: 150,
  totalRatioFrom: 200_000_000,
};

const endSignature = 0x06054b50;
const centralSignature = 0x02014b50;
const localSignature = 0x04034b50;

/** Reads the central directory. Throws ZipError. */
export function readZip(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || view.getUint16(0, true) !== 0x4b50) throw new ZipError('notZip', 'no zip signature');
  const end = findEnd(view);
  if (end < 0) throw new ZipError('truncated', 'no end of central directory');
  const directory = readEnd(view, end);
  if (directory.count > zipLimits.entries) throw new ZipError('tooLarge', 'too many entries');
  const shift = end - directory.end;
  const entries: ZipEntry[] = [];
  const seen = new Set<string>();
  let at = directory.offset + shift;
  let total = 0;
  for (let index = 0; index < directory.count; index++) {
    if (at < 0 || at + 46 > bytes.length || view.getUint32(at, true) !== centralSignature) {
      throw new ZipError('truncated', 'central directory ends early');
    }
    const { entry, next } = readCentral(bytes, view, at, shift);
    total += entry.size;
    if (total > zipLimits.totalSize || entry.size > zipLimits.entrySize) throw new ZipError('tooLarge', entry.name);
    if (entry.size > zipLimits.ratioFrom && entry.size > entry.packed.length * zipLimits.ratio) {
      throw new ZipError('tooLarge', entry.name);
    }
    // Of two entries of one name, programs disagree which one counts.
    if (seen.has(entry.name)) throw new ZipError('broken', entry.name);
    seen.add(entry.name);
    entries.push(entry);
    at = next;
  }
  if (total > zipLimits.totalRatioFrom && total > bytes.length * zipLimits.totalRatio) {
    throw new ZipError('tooLarge', 'all entries together');
  }
  refuseOverlaps(entries);
  return entries;
}

/** Entries that share packed bytes unpack to far more than the file could hold; no writer makes them. */
function refuseOverlaps(entries: readonly ZipEntry[]): void {
  const spans = entries
    .filter(({ packed }) => packed.length > 0)
    .map(({ packed, name }) => ({ start: packed.byteOffset, end: packed.byteOffset + packed.length, name }))
    .sort((a, b) => a.start - b.start);
  spans.forEach(({ start, name }, index) => {
    if (index > 0 && start < spans[index - 1]!.end) throw new ZipError('broken', name);
  });
}

function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 65_535); at--) {
    if (view.getUint32(at, true) === endSignature) return at;
  }
  return -1;
}

function readEnd(view: DataView, end: number): { count: number; offset: number; end: number } {
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const offset = view.getUint32(end + 16, true);
  const locator = end - 20;
  if ((count === 0xffff || offset === 0xffffffff) && locator >= 0 && view.getUint32(locator, true) === 0x07064b50) {
    const at = Number(view.getBigUint64(locator + 8, true));
    if (at + 56 <= view.byteLength && view.getUint32(at, true) === 0x06064b50) {
      return { count: Number(view.getBigUint64(at + 32, true)), offset: Number(view.getBigUint64(at + 48, true)), end };
    }
    throw new ZipError('truncated', 'zip64 directory missing');
  }
  const placed = offset + size;
  const zip64Between = locator >= 0 && view.getUint32(locator, true) === 0x07064b50;
  return { count, offset, end: zip64Between ? end : placed };
}

function readCentral(bytes: Uint8Array, view: DataView, at: number, shift: number): { entry: ZipEntry; next: number } {
  const flags = view.getUint16(at + 8, true);
  let packedSize = view.getUint32(at + 20, true);
  let size = view.getUint32(at + 24, true);
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  let offset = view.getUint32(at + 42, true);
  const nameBytes = bytes.subarray(at + 46, at + 46 + nameLength);
  const name = decodeUtf8(nameBytes);
  const extraEnd = Math.min(bytes.length, at + 46 + nameLength + extraLength);
  for (let extra = at + 46 + nameLength; extra + 4 <= extraEnd;) {
    const length = view.getUint16(extra + 2, true);
    if (view.getUint16(extra, true) === 1) {
      let field = extra + 4;
      const wide = (value: number): number => {
        if (value !== 0xffffffff || field + 8 > extraEnd) return value;
        field += 8;
        return Number(view.getBigUint64(field - 8, true));
      };
      size = wide(size);
      packedSize = wide(packedSize);
      offset = wide(offset);
    }
    extra += 4 + length;
  }
  if (flags & 1) throw new ZipError('encrypted', name);
  const local = offset + shift;
  if (local < 0 || local + 30 > bytes.length || view.getUint32(local, true) !== localSignature) {
    throw new ZipError('truncated', name);
  }
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (start + packedSize > bytes.length) throw new ZipError('truncated', name);
  const entry: ZipEntry = {
    name,
    nameBytes,
    flags,
    method: view.getUint16(at + 10, true),
    time: view.getUint32(at + 12, true),
    crc: view.getUint32(at + 16, true),
    size,
    externalAttributes: view.getUint32(at + 38, true),
    packed: bytes.subarray(start, start + packedSize),
  };
  return { entry, next: at + 46 + nameLength + extraLength + view.getUint16(at + 32, true) };
}

/** Unpacks one entry and checks its length and CRC. Never gives more than the directory announced. Throws ZipError. */
export const unpackEntry = (entry: ZipEntry): Uint8Array => drained(unpackInSlices(entry));

/** `ahead`: the entry as another has unpacked it; it is checked all the same. */
export function* unpackInSlices(entry: ZipEntry, ahead?: Uint8Array): InSlices<Uint8Array> {
  if (entry.method !== 0 && entry.method !== 8) {
    throw new ZipError('broken', `${entry.name}: compression method ${entry.method}`);
  }
  const unpacked = entry.method === 0 ? entry.packed : (ahead ?? (yield* inflated(entry)));
  if (unpacked.length !== entry.size || (yield* crcInSlices(unpacked)) !== entry.crc)
    throw new ZipError('broken', entry.name);
  return unpacked;
}

function* inflated(entry: ZipEntry): InSlices<Uint8Array> {
  const { unpackWhole } = deflate();
  if (unpackWhole !== undefined) {
    try {
      return unpackWhole(entry.packed, entry.size);
    } catch {
      throw new ZipError('broken', entry.name);
    }
  }
  const unpacked = new Uint8Array(entry.size);
  let filled = 0;
  for (const piece of pieces(entry)) {
    if (filled + piece.length > entry.size) throw new ZipError('broken', entry.name);
    unpacked.set(piece, filled);
    filled += piece.length;
    yield;
  }
  return unpacked.subarray(0, filled);
}

/** The first bytes of an entry, unchecked; at most some kilobytes are unpacked. */
export function peekEntry(entry: ZipEntry, length: number): Uint8Array {
  if (entry.method !== 8) return entry.packed.subarray(0, length);
  try {
    return deflate().unpackHead(entry.packed, length);
  } catch {
    throw new ZipError('broken', entry.name);
  }
}

function* pieces(entry: ZipEntry): Iterable<Uint8Array> {
  try {
    yield* deflate().unpack(entry.packed);
  } catch {
    throw new ZipError('broken', entry.name);
  }
}
