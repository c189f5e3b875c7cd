import { readZip, ZipError, type ZipEntry } from './zipReader';

/** Unpacked entries by name, not checked yet. */
export type UnpackedAhead = ReadonlyMap<string, Uint8Array>;

/** Smaller entries are unpacked as they are read. */
const LARGE = 1 << 20;

/**
 * Unpacks a file's large entries with the browser's own inflater, which works beside the page instead of in it. What it
 * cannot unpack is left to the reading, which says what is wrong with it.
 */
export async function unpackAhead(file: Uint8Array): Promise<UnpackedAhead> {
  const unpacked = new Map<string, Uint8Array>();
  for (const entry of largeEntries(file)) {
    const bytes = await inflated(entry);
    if (bytes !== null) unpacked.set(entry.name, bytes);
  }
  return unpacked;
}

function largeEntries(file: Uint8Array): readonly ZipEntry[] {
  if (typeof DecompressionStream !== 'function') return [];
  try {
    return readZip(file).filter(({ method, size }) => method === 8 && size >= LARGE);
  } catch (fault) {
    if (fault instanceof ZipError) return [];
    throw fault;
  }
}

/** Null where the stream is broken or not as long as the directory announced. */
async function inflated(entry: ZipEntry): Promise<Uint8Array | null> {
  const bytes = new Uint8Array(entry.size);
  let filled = 0;
  try {
    const packed = new Blob([entry.packed as Uint8Array<ArrayBuffer>]).stream();
    const reader = packed.pipeThrough(new DecompressionStream('deflate-raw')).getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return filled === entry.size ? bytes : null;
      if (filled + value.length > entry.size) {
        await reader.cancel();
        return null;
      }
      bytes.set(value, filled);
      filled += value.length;
    }
  } catch {
    return null;
  }
}
