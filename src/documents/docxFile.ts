import { atOnce, type InPortions } from '../domain/portions';
import type { WordPackage } from './packageParts';
import { packInPortions, writeZip } from './zip';
import type { PackedFile } from './zip';

/** Writes .docx files that share all parts but the document itself: those are compressed once. */
export function docxWriter(around: WordPackage): (document: string) => InPortions<Uint8Array> {
  let shared: PackedFile[] | null = null;
  return function* (document) {
    shared ??= yield* packedParts(around);
    const [types, ...rest] = shared;
    const main = yield* packInPortions(around.documentPath, document);
    // [Content_Types].xml first: some readers look there without the directory.
    return writeZip(types === undefined ? [main] : [types, main, ...rest]);
  };
}

function* packedParts({ parts }: WordPackage): InPortions<PackedFile[]> {
  const packed: PackedFile[] = [];
  for (const [name, content] of parts) {
    packed.push(yield* packInPortions(name, content));
    yield;
  }
  return packed;
}

export const docxFile = (file: WordPackage): Uint8Array => atOnce(docxWriter(file)(file.document));
