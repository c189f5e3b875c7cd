import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

export interface ReadPackage {
  /** Parts that are not well-formed XML by a parser that is not ours. */
  readonly broken: readonly string[];
  /** Names of all elements, and of parts that are neither sheets nor drawings by number. */
  readonly elements: ReadonlySet<string>;
  /** Relations that lead out of the file. */
  readonly externals: number;
}

export function readPackage(file: Uint8Array): ReadPackage {
  const broken: string[] = [];
  const elements = new Set<string>();
  let externals = 0;
  for (const [name, bytes] of Object.entries(unzipSync(file))) {
    if (/^\/|\.\.|\\/.test(name)) broken.push(`部件名${name}`);
    if (!/\.(xml|rels)$/.test(name)) continue;
    const parser = new SaxesParser({ xmlns: true });
    parser.on('error', ({ message }) => broken.push(`${name}: ${message}`.slice(0, 160)));
    parser.on('opentag', (tag) => {
      elements.add(tag.name);
      if (tag.name === 'Relationship' && tag.attributes['TargetMode']?.value === 'External') externals += 1;
    });
    parser.write(new TextDecoder('utf-8', { fatal: true }).decode(bytes)).close();
  }
  return { broken: broken.slice(0, 3), elements, externals };
}

/** The words of a .docx: w:t only. */
export function docxText(file: Uint8Array): string {
  const document = unzipSync(file)['word/document.xml'];
  if (document === undefined) return '';
  const parser = new SaxesParser({ xmlns: true });
  let inText = false;
  let text = '';
  // What is not well-formed is told by `readPackage`.
  parser.on('error', () => undefined);
  parser.on('opentag', ({ name }) => {
    inText = name === 'w:t';
  });
  parser.on('closetag', () => {
    inText = false;
  });
  parser.on('text', (words) => {
    if (inText) text += words;
  });
  parser.write(strFromU8(document)).close();
  return text;
}

const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** What a file system, or the eye, would trip over. */
export function unsafeName(name: string): string | null {
  if (/[\\/:*?"<>|]/.test(name)) return '有路径或保留字符';
  if (/\p{Cc}/u.test(name)) return '有控制字符';
  if (/\p{Bidi_Control}|[\u200b\u2060\ufeff\ufffe\uffff]/u.test(name)) return '有看不见的字符';
  if (/\p{Cs}/u.test(name)) return '有半个字符';
  if (RESERVED.test(name)) return '是设备名';
  if (/^[\s.]|[\s.]$/.test(name)) return '首尾有空格或点';
  return new TextEncoder().encode(name).length > 255 ? '太长' : null;
}

/** Excel's rules for a sheet name. */
export const unsafeSheetName = (name: string): boolean =>
  name.trim() === '' || name.length > 31 || /[[\]:*?/\\\p{Cc}]/u.test(name) || /^'|'$/.test(name);
