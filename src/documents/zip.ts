import { deflateSync, strToU8, unzipSync } from 'fflate';

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

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (let index = 0; index < bytes.length; index += 1) {
    crc = (CRC_TABLE[(crc ^ (bytes[index] as number)) & 0xff] as number) ^ (crc >>> 8);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** How files are packed: raw deflate streams, and the checksum of what is in them. */
export interface FilePacking {
  pack(bytes: Uint8Array): Uint8Array;
  crc32(bytes: Uint8Array): number;
}

let inUse: FilePacking = { pack: (bytes) => deflateSync(bytes, { level: 6 }), crc32 };

/** Puts the machine's own implementation in place of the portable one. */
export function packFilesWith(own: FilePacking): void {
  inUse = own;
}

/** Compresses one file; `store` keeps it as it is (archives inside archives). */
export function packFile(name: string, content: string | Uint8Array, store = false): PackedFile {
  const bytes = typeof content === 'string' ? strToU8(content) : content;
  const data = store ? bytes : inUse.pack(bytes);
  return { name: strToU8(name), data, crc: inUse.crc32(bytes), size: bytes.length, deflated: !store };
}

const LOCAL_HEADER = 30;
const CENTRAL_HEADER = 46;
const END_RECORD = 22;
/** 1980-01-01 00:00, the first moment of the format: the same letters give the same bytes on any day. */
const DOS_DATE = 0x0021;
const UTF8_NAMES = 0x0800;

/** An archive of those files, in that order; the bytes depend on nothing else. At most 65,535 files and 4 GB. */
export function writeZip(files: readonly PackedFile[]): Uint8Array {
  const size = files.reduce(
    (sum, file) => sum + LOCAL_HEADER + CENTRAL_HEADER + 2 * file.name.length + file.data.length,
    0,
  );
  if (files.length > 0xffff || size > 0xffffffff)
    throw new RangeError(`too much for one archive: ${files.length} files`);
  const out = new Uint8Array(size + END_RECORD);
  const view = new DataView(out.buffer);
  let at = 0;
  const offsets = files.map((file) => {
    const start = at;
    view.setUint32(at, 0x04034b50, true);
    shared(view, at + 4, file);
    out.set(file.name, at + LOCAL_HEADER);
    out.set(file.data, at + LOCAL_HEADER + file.name.length);
    at += LOCAL_HEADER + file.name.length + file.data.length;
    return start;
  });
  const directory = at;
  files.forEach((file, index) => {
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
