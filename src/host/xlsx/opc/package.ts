import { deflate } from '../container/deflate';
import type { UnpackedAhead } from '../container/unpackAhead';
import { packEntryInSlices, writeZip } from '../container/zipWriter';
import { peekEntry, readZip, unpackEntry, unpackInSlices, ZipError, type ZipEntry } from '../container/zipReader';
import { decodePart, encodeUtf8, isUtf16, sameBytes } from '../xml/utf8';
import { drained, type InSlices } from '../slices';
import { PartContent } from './partContent';
import { partKey } from './partNames';

/** What an entry is replaced by: new bytes, or null where the part was removed. */
type Change = { readonly name: string; readonly content: PartContent | null };

interface WrittenPart {
  readonly key: string;
  readonly name: string;
  readonly content: PartContent;
  readonly replaced: ZipEntry | undefined;
}

/**
 * The file's parts. A part that was not written keeps its compressed stream; a part written with the bytes it
 * already had counts as not written.
 */
export class OpcPackage {
  private readonly entries: readonly ZipEntry[];
  private readonly byKey = new Map<string, ZipEntry>();
  private readonly changes = new Map<string, Change>();
  private readonly packedNow = new Map<string, { content: Uint8Array; entry: ZipEntry }>();

  /** Throws ZipError. */
  constructor(
    private readonly file: Uint8Array,
    private readonly ahead: UnpackedAhead = new Map(),
  ) {
    this.entries = readZip(file);
    for (const entry of this.entries) {
      const key = partKey(entry.name);
      // Folders are kept in the file, but they are no parts.
      if (key.endsWith('/')) continue;
      // [ECMA-376] part 2, 6.2.2.3: no two parts of equivalent names; programs disagree which one counts.
      if (this.byKey.has(key)) throw new ZipError('broken', entry.name);
      this.byKey.set(key, entry);
    }
  }

  get isChanged(): boolean {
    return this.changes.size > 0;
  }

  /** Whether that part was written or removed. */
  isWritten(name: string): boolean {
    return this.changes.has(partKey(name));
  }

  names(): string[] {
    const present = this.entries.map((entry) => entry.name).filter((name) => this.has(name));
    const added = [...this.changes.values()].filter(
      (change) => change.content && !this.byKey.has(partKey(change.name)),
    );
    return [...present, ...added.map((change) => change.name)];
  }

  has(name: string): boolean {
    const change = this.changes.get(partKey(name));
    return change ? change.content !== null : this.byKey.has(partKey(name));
  }

  /** The part's bytes, or null where there is none. Throws ZipError where its stream is broken. */
  read(name: string): Uint8Array | null {
    return drained(this.readInSlices(name));
  }

  *readInSlices(name: string): InSlices<Uint8Array | null> {
    const change = this.changes.get(partKey(name));
    if (change) return change.content?.bytes ?? null;
    const entry = this.byKey.get(partKey(name));
    return entry ? yield* unpackInSlices(entry, this.ahead.get(entry.name)) : null;
  }

  /** The first bytes of a part. */
  peek(name: string, length: number): Uint8Array {
    const change = this.changes.get(partKey(name));
    if (change) return (change.content?.bytes ?? new Uint8Array(0)).subarray(0, length);
    const entry = this.byKey.get(partKey(name));
    return entry ? peekEntry(entry, length) : new Uint8Array(0);
  }

  /** Announced length in bytes of a part. */
  sizeOf(name: string): number {
    return this.changes.get(partKey(name))?.content?.size ?? this.byKey.get(partKey(name))?.size ?? 0;
  }

  text(name: string): string | null {
    const bytes = this.read(name);
    return bytes ? decodePart(bytes) : null;
  }

  /** Writes an XML part; one that came in UTF-16 says UTF-8 from now on. */
  writeText(name: string, text: string): void {
    const before = this.read(name);
    const declared = before && isUtf16(before) ? text.replace(/^(<\?xml[^>]*?encoding=["'])[^"']*/i, '$1UTF-8') : text;
    if (before && isUtf16(before) && text === decodePart(before)) this.write(name, before);
    else this.write(name, encodeUtf8(declared));
  }

  write(name: string, content: Uint8Array): void {
    this.writePieces(name, [content]);
  }

  /** The pieces one after another; none of them may change afterwards. */
  writePieces(name: string, pieces: readonly Uint8Array[]): void {
    const content = new PartContent(pieces);
    const key = partKey(name);
    const entry = this.byKey.get(key);
    if (entry && cameAs(entry, content)) this.changes.delete(key);
    else this.changes.set(key, { name: entry?.name ?? name, content });
  }

  remove(name: string): void {
    const key = partKey(name);
    if (this.byKey.has(key)) this.changes.set(key, { name, content: null });
    else this.changes.delete(key);
  }

  /** A name of this form (`xl/charts/chart#.xml`) that no part bears yet. */
  freeName(pattern: string): string {
    for (let number = 1; ; number++) {
      const name = pattern.replace('#', String(number));
      if (!this.has(name) && !this.byKey.has(partKey(name))) return name;
    }
  }

  /**
   * The whole file as it stands when this begins; the very bytes that came where nothing was written. What is written
   * while it pauses is not in it.
   */
  *saveInSlices(): InSlices<Uint8Array> {
    if (this.changes.size === 0) return this.file.slice();
    const kept: ZipEntry[] = [];
    for (const part of this.partsNow()) kept.push('packed' in part ? part : yield* this.packed(part));
    return writeZip(kept);
  }

  private partsNow(): readonly (ZipEntry | WrittenPart)[] {
    const parts: (ZipEntry | WrittenPart)[] = [];
    const placed = new Set<string>();
    for (const entry of this.entries) {
      const key = partKey(entry.name);
      const change = this.changes.get(key);
      if (!change) parts.push(entry);
      else if (change.content && !placed.has(key))
        parts.push({ key, name: change.name, content: change.content, replaced: entry });
      placed.add(key);
    }
    for (const [key, { name, content }] of this.changes) {
      if (content && !placed.has(key)) parts.push({ key, name, content, replaced: undefined });
    }
    return parts;
  }

  private *packed({ key, name, content, replaced }: WrittenPart): InSlices<ZipEntry> {
    const before = this.packedNow.get(key);
    const bytes = yield* content.bytesInSlices();
    if (before && (before.content === bytes || sameBytes(before.content, bytes))) return before.entry;
    const entry = yield* packEntryInSlices(name, bytes, replaced);
    this.packedNow.set(key, { content: bytes, entry });
    return entry;
  }
}

/** Whether an entry holds these bytes; it is unpacked only where length and CRC say so. */
const cameAs = (entry: ZipEntry, content: PartContent): boolean =>
  entry.size === content.size &&
  entry.crc === deflate().crc32(content.bytes) &&
  sameBytes(unpackEntry(entry), content.bytes);
