import Docxtemplater from 'docxtemplater';
import type { DXT } from 'docxtemplater';
import { atOnce, type InPortions } from '../domain/portions';
import { XML_HEAD } from './wordml';

/** Data of one letter: words, conditions and rows by their Chinese names. */
export type MergeData = Readonly<Record<string, unknown>>;

/** Keywords of the templates. 如果没有 stands before 如果: the shorter would swallow it. */
export const KEYWORDS = {
  loopOrCondition: /^\s*(?:循环|如果(?!没有))\s+(.+?)\s*$/,
  absence: /^\s*如果没有\s+(.+?)\s*$/,
  end: /^\s*结束\s*(.*?)\s*$/,
} as const;

const EACH_LETTER = '\ue000文书';
const BOUNDARY = '<w:letterBoundary/>';

/**
 * Merges a template's `document.xml` with each letter's data and returns the body of each, without the final section.
 * One pass for all: the body is looped over the letters and cut apart again, so the template is compiled once.
 * The template must have passed intake; throws where it is broken.
 */
export const mergeBodies = (...asked: Parameters<typeof bodiesInPortions>): readonly string[] =>
  atOnce(bodiesInPortions(...asked));

/** The engine cannot be stopped within a pass: whoever must not be held up gives it few letters at a time. */
export function* bodiesInPortions(documentXml: string, letters: readonly MergeData[]): InPortions<readonly string[]> {
  const { before, content, after } = bodyOf(asciiBraces(documentXml));
  const tag = (text: string): string => `<w:p><w:r><w:t>{${text}}</w:t></w:r></w:p>`;
  const looped = `${before}${tag(`循环 ${EACH_LETTER}`)}${BOUNDARY}${shield(content)}${tag('结束')}${after}`;
  const merged = yield* render(looped, { [EACH_LETTER]: letters });
  const pieces = merged.slice(before.length, merged.length - after.length).split(BOUNDARY);
  if (pieces.length !== letters.length + 1)
    throw new Error(`${pieces.length - 1} letters came out of ${letters.length}`);
  return pieces.slice(1).map((piece) => unshield(piece));
}

/** `document.xml` cut into what stands before the body's content, the content, and the final section with the end. */
export function bodyOf(documentXml: string): {
  readonly before: string;
  readonly content: string;
  readonly after: string;
} {
  const start = /<w:body(?:\s[^>]*)?>/.exec(documentXml);
  const end = documentXml.lastIndexOf('</w:body>');
  if (start === null || end < 0) throw new Error('document.xml has no body');
  const from = start.index + start[0].length;
  const inside = documentXml.slice(from, end);
  const sectionAt = inside.lastIndexOf('<w:sectPr');
  // A sectPr inside a paragraph belongs to the content; the final one is the body's own last child.
  const cut =
    sectionAt >= 0 && /^<w:sectPr\b[^>]*?(?:\/>|>[\s\S]*<\/w:sectPr>)\s*$/.test(inside.slice(sectionAt))
      ? sectionAt
      : inside.length;
  return {
    before: documentXml.slice(0, from),
    content: inside.slice(0, cut),
    after: inside.slice(cut) + documentXml.slice(end),
  };
}

/** Braces typed with a Chinese keyboard count as braces. */
export const asciiBraces = (xml: string): string => xml.replaceAll('｛', '{').replaceAll('｝', '}');

/**
 * The engine rewrites section and page breaks inside loops (it drops footers of repeated sections); ours are no
 * repetition but letters, so it must not see them.
 */
const shield = (content: string): string =>
  content
    .replaceAll('<w:sectPr', '<w:keptSectPr')
    .replaceAll('</w:sectPr>', '</w:keptSectPr>')
    .replace(/<w:br (?=[^>]*w:type="page")/g, '<w:keptBr ');

const unshield = (content: string): string =>
  content
    .replaceAll('<w:keptSectPr', '<w:sectPr')
    .replaceAll('</w:keptSectPr>', '</w:sectPr>')
    .replaceAll('<w:keptBr ', '<w:br ');

const CONTENT_TYPES =
  `${XML_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
  '<Override PartName="/word/document.xml" ' +
  'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const RELATIONS =
  `${XML_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" ` +
  'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';

/** The engine's view of an archive: just the parts it asks for, as text. */
class MergeArchive {
  readonly files: Record<string, { readonly name: string; asText(): string }> = {};

  constructor(document: string) {
    this.file('[Content_Types].xml', CONTENT_TYPES);
    this.file('_rels/.rels', RELATIONS);
    this.file('word/document.xml', document);
  }

  /** The engine writes the merged part as UTF-8. */
  file(name: string | RegExp, content?: string | Uint8Array): unknown {
    if (typeof name !== 'string') return Object.values(this.files).filter((file) => name.test(file.name));
    if (content !== undefined) {
      const text = typeof content === 'string' ? content : new TextDecoder().decode(content);
      this.files[name] = { name, asText: () => text };
    }
    return this.files[name] ?? null;
  }

  remove(name: string): void {
    // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- the engine removes parts by name
    delete this.files[name];
  }
}

/** Gives the engine's loop module the Chinese keywords, before it compiles. */
const chineseKeywords: DXT.Module = {
  name: 'ChineseKeywords',
  optionsTransformer(options: DXT.Options, doc: Docxtemplater): DXT.Options {
    const loop = doc.modules.find((module) => module.name === 'LoopModule');
    if (loop) {
      loop['prefix'].start = KEYWORDS.loopOrCondition;
      loop['prefix'].inverted = KEYWORDS.absence;
      loop['prefix'].end = KEYWORDS.end;
      loop['prefix'].dash = /^(?!)/;
    }
    return options;
  },
};

/** Own properties only: `{constructor}` in a template is an unknown name, not a door. */
function ownName(tag: string): DXT.Parser {
  const name = tag.trim();
  return {
    get: (scope: unknown): unknown =>
      typeof scope === 'object' && scope !== null && Object.hasOwn(scope, name)
        ? (scope as MergeData)[name]
        : undefined,
  };
}

function* render(document: string, data: MergeData): InPortions<string> {
  const archive = new MergeArchive(document);
  const engine = new Docxtemplater(archive, {
    paragraphLoop: true,
    linebreaks: true,
    stripInvalidXMLChars: true,
    errorLogging: false,
    nullGetter: () => '',
    parser: ownName,
    modules: [{ ...chineseKeywords }],
  });
  yield;
  engine.render(data);
  yield;
  const merged = archive.files['word/document.xml'];
  if (merged === undefined) throw new Error('the engine gave no document');
  return tabsAsTabs(merged.asText());
}

/** The engine makes line ends `w:br`, but leaves tabs in `w:t`, where they are no tabs. */
const tabsAsTabs = (xml: string): string =>
  xml.includes('\t')
    ? xml.replace(
        /(<w:t(?:\s[^>]*)?>)([^<]*\t[^<]*)<\/w:t>/g,
        (_, open: string, text: string) => `${open}${text.replaceAll('\t', `</w:t><w:tab/>${open}`)}</w:t>`,
      )
    : xml;
