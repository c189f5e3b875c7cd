import type { WordPackage } from './packageParts';
import { packFile, writeZip } from './zip';
import type { PackedFile } from './zip';

/** Writes .docx files that share all parts but the document itself: those are compressed once. */
export function docxWriter(around: WordPackage): (document: string) => Uint8Array {
  let shared: PackedFile[] | null = null;
  return (document) => {
    shared ??= [...around.parts].map(([name, content]) => packFile(name, content));
    const [types, ...rest] = shared;
    const main = packFile(around.documentPath, document);
    // [Content_Types].xml first: some readers look there without the directory.
    return writeZip(types === undefined ? [main] : [types, main, ...rest]);
  };
}

export const docxFile = (file: WordPackage): Uint8Array => docxWriter(file)(file.document);
