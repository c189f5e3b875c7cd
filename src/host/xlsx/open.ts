import type { UnpackedAhead } from './container/unpackAhead';
import { ZipError } from './container/zipReader';
import { EngineRefusal, type OpenResult } from './model';
import { ContentTypes } from './opc/contentTypes';
import { OpcPackage } from './opc/package';
import { partKey } from './opc/partNames';
import { relatedPart } from './opc/relationships';
import { recognise } from './recognition';
import { cautionSentences, refusal } from './refusals';
import { drained, type InSlices } from './slices';
import { Workbook } from './workbook/workbook';
import { XmlError } from './xml/node';
import { encodingOf } from './xml/utf8';

/** Comments before the root element longer than this are no writer's. */
const longestProlog = 65_536;
const strictNamespace = 'http://purl.oclc.org/ooxml/';

/** Opens an .xlsx or .xlsm. Never throws for what is in the file. */
export const openXlsx = (file: Uint8Array): OpenResult => drained(openXlsxInSlices(file));

/**
 * The same, pausing a few milliseconds apart where the file is large. `ahead`: what of the file is unpacked already, by
 * the names of its entries (`unpackAhead`).
 */
export function* openXlsxInSlices(file: Uint8Array, ahead: UnpackedAhead = new Map()): InSlices<OpenResult> {
  // A Node Buffer's slice shares its memory; a plain view does not pretend otherwise.
  const bytes = new Uint8Array(file.buffer, file.byteOffset, file.byteLength);
  const reason = recognise(bytes);
  if (reason !== null) return refusal(reason);
  try {
    return yield* open(bytes, ahead);
  } catch (fault) {
    if (fault instanceof ZipError) {
      if (fault.fault === 'notZip') return refusal('notWorkbook');
      return refusal(fault.fault === 'broken' ? 'brokenPart' : fault.fault);
    }
    if (fault instanceof XmlError) return refusal('brokenPart');
    if (fault instanceof EngineRefusal) return refusal('brokenPart', fault.message);
    throw fault;
  }
}

function* open(bytes: Uint8Array, ahead: UnpackedAhead): InSlices<OpenResult> {
  const pack = new OpcPackage(bytes, ahead);
  if (!pack.has('[Content_Types].xml')) return refusal('notWorkbook', otherDocument(pack));
  const main = relatedPart(pack, '', 'officeDocument');
  if (main === null || !pack.has(main)) {
    const other = otherDocument(pack);
    return other === undefined ? refusal('brokenPart', '文件里缺少工作簿部件。') : refusal('notWorkbook', other);
  }
  const type = new ContentTypes(pack).of(main) ?? '';
  if (!/spreadsheetml|ms-excel/.test(type)) return refusal('notWorkbook', otherDocument(pack));
  if (/binary/.test(type) || main.endsWith('.bin')) {
    return refusal('notWorkbook', '这是二进制的 .xlsb 文件，请在 Excel 里另存为 .xlsx。');
  }
  yield;
  refuseDoctypes(pack);
  yield;
  const strict = pack.text(main)!.includes(strictNamespace);
  const cautions: string[] = strict ? [cautionSentences.strict] : [];
  if (pack.names().some((name) => name.toLowerCase().startsWith('_xmlsignatures/')))
    cautions.push(cautionSentences.signed);
  const workbook = new Workbook(pack, main, cautions, strict);
  if (workbook.sheets.length === 0) return refusal('brokenPart', '文件里没有工作表。');
  const twice = namedTwice(workbook.sheets);
  if (twice !== null) return refusal('brokenPart', `文件里的工作表“${twice}”有两张。`);
  workbook.styles();
  yield;
  yield* workbook.readSharedStrings();
  for (const sheet of workbook.sheets) {
    if (!pack.has(sheet.partName)) return refusal('brokenPart', `文件里缺少工作表“${sheet.name}”的内容。`);
    // A broken part is refused before anyone works on the file.
    yield* sheet.verify();
  }
  return { ok: true, workbook };
}

/** The name of a sheet that shares its name or its part with another; null where none does. */
function namedTwice(sheets: readonly { readonly name: string; readonly partName: string }[]): string | null {
  const seen = new Set<string>();
  for (const { name, partName } of sheets) {
    for (const key of [`name:${name.toLowerCase()}`, `part:${partKey(partName)}`]) {
      if (seen.has(key)) return name;
      seen.add(key);
    }
  }
  return null;
}

/** Names the kind where another application's document was given. */
function otherDocument(pack: OpcPackage): string | undefined {
  const names = pack.names().map((name) => name.toLowerCase());
  if (names.some((name) => name.startsWith('word/'))) return '这是 Word 文档。';
  if (names.some((name) => name.startsWith('ppt/'))) return '这是演示文稿。';
  if (names.includes('mimetype')) return '这是 OpenDocument 文件，请另存为 .xlsx。';
  return undefined;
}

/** No part of a workbook needs a document type declaration; entities could make it grow without end. */
function refuseDoctypes(pack: OpcPackage): void {
  for (const name of pack.names()) {
    if (!/\.(?:xml|rels)$/i.test(name)) continue;
    const head = prologOf(pack, name);
    if (/^[^<]*(?:<\?[\s\S]*?\?>|<!--[\s\S]*?-->|\s)*<!DOCTYPE/i.test(head)) throw new XmlError(name, true);
  }
}

/** The beginning of a part as far as its root element, however much comment stands before it. */
function prologOf(pack: OpcPackage, name: string): string {
  for (let length = 1024; ; length *= 4) {
    const bytes = pack.peek(name, length);
    const head = new TextDecoder(encodingOf(bytes)).decode(bytes);
    const comment = /<!--(?:(?!-->)[\s\S])*$/.test(head);
    if (!comment || bytes.length < length) return head;
    if (length > longestProlog) throw new XmlError(name);
  }
}
