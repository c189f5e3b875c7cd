import { Deflate, deflateSync, strToU8, unzipSync } from 'fflate';
import { atOnce, forEach, map, type InPortions } from '../domain/portions';

/** A file made ready for an archive: compressed once, usable in many. */
export interface PackedFile {
  readonly name: Uint8Array;
  readonly data: Uint8Array;
  readonly crc: number;
  /** Bytes before compression. */
  readonly size: number;
  readonly deflated: boolean;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

/** `before`: that of what stands before these bytes. */
function crc32(bytes: Uint8Array, before = 0): number {
  let crc = ~before;
  for (let index = 0; index < bytes.length; index += 1) {
    crc = (CRC_TABLE[(crc ^ (bytes[index] as number)) & 0xff] as number) ^ (crc >>> 8);
  }
  return ~crc >>> 0;
}

/** How files are packed: raw deflate streams, and the checksum of what is in them. */
export interface FilePacking {
  pack(bytes: Uint8Array): Uint8Array;
  crc32(bytes: Uint8Array): number;
}

let ownPacking: FilePacking | null = null;

/** Puts the machine's own implementation in place of the portable one. */
export function packFilesWith(own: FilePacking): void {
  ownPacking = own;
}

/** Compresses one file; `store` keeps it as it is (archives inside archives). */
export const packFile = (...asked: Parameters<typeof packInPortions>): PackedFile => atOnce(packInPortions(...asked));

export function* packInPortions(name: string, content: string | Uint8Array, store = false): InPortions<PackedFile> {
  const bytes = typeof content === 'string' ? yield* encoded(content) : content;
  const data = store ? bytes : (ownPacking?.pack(bytes) ?? (yield* deflated(bytes)));
  const crc = ownPacking?.crc32(bytes) ?? (yield* checksum(bytes));
  return { name: strToU8(name), data, crc, size: bytes.length, deflated: !store };
}

/** Characters encoded in one go. */
const ENCODED_AT_ONCE = 1 << 20;

function* encoded(text: string): InPortions<Uint8Array> {
  if (text.length <= ENCODED_AT_ONCE) return strToU8(text);
  const pieces: Uint8Array[] = [];
  for (let at = 0, end = 0; at < text.length; at = end) {
    end = Math.min(at + ENCODED_AT_ONCE, text.length);
    // A character written in two halves is not cut.
    if (end < text.length && (text.charCodeAt(end) & 0xfc00) === 0xdc00) end -= 1;
    pieces.push(strToU8(text.slice(at, end)));
    yield;
  }
  return together(pieces);
}

/** Bytes compressed in one go: a few milliseconds. */
const PACKED_AT_ONCE = 32_768;
const SUMMED_AT_ONCE = 1 << 20;

function* deflated(bytes: Uint8Array): InPortions<Uint8Array> {
  if (bytes.length <= PACKED_AT_ONCE) return deflateSync(bytes, { level: 6 });
  const pieces: Uint8Array[] = [];
  const stream = new Deflate({ level: 6 }, (piece) => pieces.push(piece));
  for (let at = 0; at < bytes.length; at += PACKED_AT_ONCE) {
    stream.push(bytes.subarray(at, at + PACKED_AT_ONCE), at + PACKED_AT_ONCE >= bytes.length);
    yield;
  }
  return together(pieces);
}

function together(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function* checksum(bytes: Uint8Array): InPortions<number> {
  let crc = 0;
  for (let at = 0; at < bytes.length; at += SUMMED_AT_ONCE) {
    crc = crc32(bytes.subarray(at, at + SUMMED_AT_ONCE), crc);
    if (at + SUMMED_AT_ONCE < bytes.length) yield;
  }
  return crc;
}

const LOCAL_HEADER = 30;
const CENTRAL_HEADER = 46;
const END_RECORD = 22;
/** 1980-01-01 00:00, the first moment of the format: the same letters give the same bytes on any day. */
const DOS_DATE = 0x0021;
const UTF8_NAMES = 0x0800;

/** An archive of those files, in that order; the bytes depend on nothing else. At most 65,535 files and 4 GB. */
export const writeZip = (files: readonly PackedFile[]): Uint8Array => atOnce(zipInPortions(files));

function* zipInPortions(files: readonly PackedFile[]): InPortions<Uint8Array> {
  const size = files.reduce(
    (sum, file) => sum + LOCAL_HEADER + CENTRAL_HEADER + 2 * file.name.length + file.data.length,
    0,
  );
  if (files.length > 0xffff || size > 0xffffffff)
    throw new RangeError(`too much for one archive: ${files.length} files`);
  const out = new Uint8Array(size + END_RECORD);
  const view = new DataView(out.buffer);
  let at = 0;
  const offsets = yield* map(files, (file) => {
    const start = at;
    view.setUint32(at, 0x04034b50, true);
    shared(view, at + 4, file);
    out.set(file.name, at + LOCAL_HEADER);
    out.set(file.data, at + LOCAL_HEADER + file.name.length);
    at += LOCAL_HEADER + file.name.length + file.data.length;
    return start;
  });
  const directory = at;
  yield* forEach(files, (file, index) => {
    view.setUint32(at, 0x02014b50, true);
    view.setUint16(at + 4, 20, true);
    shared(view, at + 6, file);
    view.setUint32(at + 42, offsets[index] as number, true);
    out.set(file.name, at + CENTRAL_HEADER);
    at += CENTRAL_HEADER + file.name.length;
  });
  view.setUint32(at, 0x06054b50, true);
  view.setUint16(at + 8, files.length, true);
  view.setUint16(at + 10, files.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  return out;
}

/** Files that are compressed already, as one archive. */
export function* archiveInPortions(
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
): InPortions<Uint8Array> {
  const packed: PackedFile[] = [];
  for (const { name, bytes } of files) {
    packed.push(yield* packInPortions(name, bytes, true));
    yield;
  }
  return yield* zipInPortions(packed);
}

/** The 26 bytes that the local and the central header share. */
function shared(view: DataView, at: number, file: PackedFile): void {
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, UTF8_NAMES, true);
  view.setUint16(at + 4, file.deflated ? 8 : 0, true);
  view.setUint16(at + 8, DOS_DATE, true);
  view.setUint32(at + 10, file.crc, true);
  view.setUint32(at + 14, file.data.length, true);
  view.setUint32(at + 18, file.size, true);
  view.setUint16(at + 22, file.name.length, true);
}

/** Names of what an archive holds, nothing of it unpacked; none where it is no archive. */
export function namesInZip(bytes: Uint8Array): readonly string[] {
  const names: string[] = [];
  try {
    unzipSync(bytes, { filter: ({ name }) => (names.push(name), false) });
  } catch {
    return [];
  }
  return names;
}

/** Most that a template may unfold to: a template is text, not a bomb. */
const MOST_BYTES = 50_000_000;

export type ZipReading =
  | { readonly kind: 'read'; readonly files: ReadonlyMap<string, Uint8Array> }
  | { readonly kind: 'notAnArchive' }
  | { readonly kind: 'tooLarge' };

/** Reads an archive a person gave. Folder entries are left out. */
export function readZip(bytes: Uint8Array): ZipReading {
  let total = 0;
  try {
    const files = unzipSync(bytes, {
      filter: (file) => {
        total += file.originalSize;
        return total <= MOST_BYTES && !file.name.endsWith('/');
      },
    });
    if (total > MOST_BYTES) return { kind: 'tooLarge' };
    return { kind: 'read', files: new Map(Object.entries(files)) };
  } catch {
    return { kind: 'notAnArchive' };
  }
}
