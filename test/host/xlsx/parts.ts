import { unzipSync } from 'fflate';
import { openXlsx, type WorkbookModel } from '../../../src/host/xlsx';

/** The parts of a file, by an unpacker that is not ours. */
export function partsOf(file: Uint8Array): Map<string, string> {
  const parts = unzipSync(file);
  return new Map(Object.entries(parts).map(([name, bytes]) => [name, Buffer.from(bytes).toString('latin1')]));
}

export function textOfPart(file: Uint8Array, name: string): string {
  return Buffer.from(unzipSync(file)[name] ?? []).toString('utf8');
}

/** Names of the parts that are not the same in both files. */
export function changedParts(before: Uint8Array, after: Uint8Array): string[] {
  const [a, b] = [partsOf(before), partsOf(after)];
  return [...new Set([...a.keys(), ...b.keys()])].filter((name) => a.get(name) !== b.get(name)).sort();
}

/** Opens a file that must open. */
export function opened(file: Uint8Array): WorkbookModel {
  const result = openXlsx(file);
  if (!result.ok) throw new Error(`${result.refusal.reason}: ${result.refusal.sentence}`);
  return result.workbook;
}
