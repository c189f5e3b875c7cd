import { oleStreamNames } from './container/oleDirectory';
import type { OpenRefusal } from './model';
import { decodeUtf8 } from './xml/utf8';

const oleSignature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Tells from the first bytes why a file is no zip; null where it may be one. */
export function recognise(bytes: Uint8Array): OpenRefusal['reason'] | null {
  if (bytes.length === 0) return 'empty';
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return null;
  if (oleSignature.every((byte, at) => bytes[at] === byte)) return recogniseOle(bytes);
  if (isBareBiff(bytes)) return 'legacyXls';
  return looksLikeText(bytes) ? 'csvOrText' : 'notWorkbook';
}

function recogniseOle(bytes: Uint8Array): OpenRefusal['reason'] {
  const names = oleStreamNames(bytes).map((name) => name.toLowerCase());
  if (names.includes('encryptedpackage') || names.includes('encryptioninfo')) return 'encrypted';
  if (names.some((name) => name.startsWith('etext'))) return 'wpsEt';
  if (names.includes('workbook') || names.includes('book')) return 'legacyXls';
  return 'notWorkbook';
}

/** Excel 2 to 4 wrote their records without a container; the first one is BOF. */
function isBareBiff(bytes: Uint8Array): boolean {
  return bytes[0] === 9 && [0, 2, 4].includes(bytes[1]!) && [4, 6].includes(bytes[2]!) && bytes[3] === 0;
}

function looksLikeText(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 4096);
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return true;
  const controls = head.filter((byte) => byte < 9 || (byte > 13 && byte < 32)).length;
  if (controls > 0) return false;
  return decodeUtf8(head).trim().length > 0;
}
