import { COLLECT } from '../words/collect';
import type { TakenFile } from './view';

/** More than any fill-in file or ledger holds, in bytes. */
const LARGEST = 20 * 1024 * 1024;

/** A file as the browser hands it over. */
export type OfferedFile = Pick<File, 'name' | 'size' | 'arrayBuffer'>;

export interface Taken {
  readonly files: readonly TakenFile[];
  readonly refused: readonly string[];
}

/** Files read, and what is said of those that could not be. */
export async function readFiles(offered: readonly OfferedFile[]): Promise<Taken> {
  const files: TakenFile[] = [];
  const refused: string[] = [];
  for (const file of offered) {
    const { name, size } = file;
    if (size > LARGEST) {
      refused.push(COLLECT.tooLarge(name));
      continue;
    }
    try {
      files.push({ name, bytes: new Uint8Array(await file.arrayBuffer()) });
    } catch {
      // A folder, or a file that was taken away meanwhile.
      refused.push(COLLECT.unreadable(name));
    }
  }
  return { files, refused };
}

/**
 * Puts files read beside those there by now: while they were read others may have come, or been taken out. One that is
 * there byte for byte is not taken twice.
 */
export function besides(there: readonly TakenFile[], { files: read, refused }: Taken): Taken {
  const files = [...there];
  for (const { name, bytes } of read) {
    if (files.some((own) => own.name === name && same(own.bytes, bytes))) continue;
    files.push({ name: freeName(name, files), bytes });
  }
  return { files, refused };
}

const same = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, at) => byte === other[at]);

/** `表.xlsx`, then `表（2）.xlsx`: two units may send files of one name. */
function freeName(name: string, files: readonly TakenFile[]): string {
  const taken = new Set(files.map((file) => file.name));
  const dot = name.lastIndexOf('.');
  const [stem, ending] = dot <= 0 ? [name, ''] : [name.slice(0, dot), name.slice(dot)];
  let free = name;
  for (let number = 2; taken.has(free); number += 1) free = `${stem}（${number}）${ending}`;
  return free;
}
