import { unzipSync, zipSync, type Zippable } from 'fflate';

export type Parts = Readonly<Record<string, Uint8Array | string>>;

const bytesOf = (part: Uint8Array | string): Uint8Array =>
  typeof part === 'string' ? new TextEncoder().encode(part) : part;

/** The file with these parts in place of, or beside, its own; null takes one away. */
export function withParts(
  file: Uint8Array,
  parts: Readonly<Record<string, Uint8Array | string | null>>,
  level: 0 | 6 = 6,
): Uint8Array {
  const entries: Zippable = {};
  for (const [name, content] of Object.entries(unzipSync(file)))
    if (!(name in parts)) entries[name] = [content, { mtime: '2024-01-02', level }];
  for (const [name, content] of Object.entries(parts))
    if (content !== null) entries[name] = [bytesOf(content), { mtime: '2024-01-02', level }];
  return zipSync(entries);
}

/** Replaces text inside a part. */
export function rewritten(file: Uint8Array, part: string, change: (text: string) => string): Uint8Array {
  const text = new TextDecoder().decode(unzipSync(file)[part]);
  return withParts(file, { [part]: change(text) });
}

export interface CentralEntry {
  readonly name: string;
  /** Offset of the entry's record in the central directory. */
  readonly at: number;
  readonly local: number;
}

export function centralDirectory(file: Uint8Array): readonly CentralEntry[] {
  const view = new DataView(file.buffer, file.byteOffset, file.length);
  const end = file.length - 22;
  const entries: CentralEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let count = view.getUint16(end + 10, true); count > 0; count -= 1) {
    const length = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(file.subarray(at + 46, at + 46 + length));
    entries.push({ name, at, local: view.getUint32(at + 42, true) });
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** The file with 32-bit fields of one central record changed: 20 packed size, 24 size, 42 local offset. */
export function withCentralField(
  file: Uint8Array,
  of: (entry: CentralEntry) => boolean,
  field: number,
  value: (now: number, entry: CentralEntry) => number,
): Uint8Array {
  const changed = file.slice();
  const view = new DataView(changed.buffer);
  for (const entry of centralDirectory(changed).filter(of))
    view.setUint32(entry.at + field, value(view.getUint32(entry.at + field, true), entry), true);
  return changed;
}

/** An OLE compound file of 512-byte sectors whose directory names these streams. */
export function oleFile(...names: readonly string[]): Uint8Array {
  const file = new Uint8Array(512 * 3);
  const view = new DataView(file.buffer);
  file.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(30, 9, true);
  view.setUint32(48, 1, true);
  for (let at = 76; at < 512; at += 4) view.setUint32(at, 0xffffffff, true);
  view.setUint32(76, 0, true);
  view.setUint32(512, 0xfffffffd, true);
  view.setUint32(516, 0xfffffffe, true);
  names.forEach((name, index) => {
    const entry = 1024 + index * 128;
    [...name].forEach((letter, at) => view.setUint16(entry + at * 2, letter.charCodeAt(0), true));
    view.setUint16(entry + 64, (name.length + 1) * 2, true);
  });
  return file;
}
