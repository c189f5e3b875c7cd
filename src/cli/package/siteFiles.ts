import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

export interface SiteFile {
  /** Path within the folder, with slashes. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Every file under a folder, in the order of their paths; hidden ones left out. */
export const filesUnder = (folder: string): readonly SiteFile[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ path: relative(folder, file).split(sep).join('/'), bytes: readFileSync(file) }))
    .sort((one, other) => (one.path < other.path ? -1 : 1));

/** Lines as `sha256sum -c` reads them. */
export const checksums = (files: readonly SiteFile[]): string =>
  files.map(({ path, bytes }) => `${createHash('sha256').update(bytes).digest('hex')}  ${path}\n`).join('');
