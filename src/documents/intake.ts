import type { LetterForm } from '../domain/notices/notice';
import type { LetterTemplate } from './builtInForms';
import { asciiBraces, bodyOf, KEYWORDS, mergeBodies } from './merge';
import type { WordPackage } from './packageParts';
import { CONDITIONS, LOOPS, PLACEHOLDERS } from './placeholders';
import { readParagraphs } from './templateText';
import { readZip } from './zip';

/** What is wrong with a template given back, and where: `place` is 第3段“…”; '' where it is the whole file. */
export interface TemplateProblem {
  readonly code:
    | 'notDocx'
    | 'tooLarge'
    | 'macros'
    | 'embedded'
    | 'unclosedBrace'
    | 'unopenedBrace'
    | 'emptyPlaceholder'
    | 'unknownPlaceholder'
    | 'unknownLoop'
    | 'unclosedBlock'
    | 'unopenedBlock'
    | 'blockMismatch'
    | 'blockAcrossTable'
    | 'inHeaderFooter'
    | 'noPlaceholder'
    | 'engine';
  /** The placeholder as written, without braces. */
  readonly name: string;
  readonly place: string;
  /** Names near the unknown one. */
  readonly near: readonly string[];
}

export type TemplateAnswer =
  | { readonly ok: true; readonly template: LetterTemplate }
  | { readonly ok: false; readonly problems: readonly TemplateProblem[] };

const SENTENCES: Readonly<Record<TemplateProblem['code'], string>> = {
  notDocx: '这不是 Word 文档（.docx）',
  tooLarge: '文件太大，不能用作模板',
  macros: '模板里有宏，不能使用；请另存为不带宏的 .docx',
  embedded: '模板里嵌有别的文件，不能使用；请删去后再交回',
  unclosedBrace: '左花括号没有配上右花括号',
  unopenedBrace: '右花括号前面没有左花括号',
  emptyPlaceholder: '花括号里没有写占位符',
  unknownPlaceholder: '不认识这个占位符',
  unknownLoop: '不认识这个循环',
  unclosedBlock: '没有配上“结束”',
  unopenedBlock: '前面没有与“结束”相配的“循环”或“如果”',
  blockMismatch: '“结束”与前面打开的不是同一个',
  blockAcrossTable: '开头和“结束”一个在表格里、一个在表格外',
  inHeaderFooter: '占位符只能写在正文里，页眉、页脚里的不能替换',
  noPlaceholder: '模板里一个占位符也没有',
  engine: '模板有误，不能合并',
};

/** The sentence for the person who gave the template: what, its name, where. */
export function problemSentence(problem: TemplateProblem): string {
  const name = problem.name === '' ? '' : `“{${problem.name}}”：`;
  const near = problem.near.length === 0 ? '' : `；是否要写{${problem.near.join('}或{')}}`;
  return `${problem.place === '' ? '' : `${problem.place}，`}${name}${SENTENCES[problem.code]}${near}。`;
}

const whole = (code: TemplateProblem['code'], place = ''): TemplateProblem => ({ code, name: '', place, near: [] });

/** Takes a .docx that a person edited: read, checked placeholder by placeholder, tried once. */
export function takeTemplate(form: LetterForm, bytes: Uint8Array): TemplateAnswer {
  const reading = readZip(bytes);
  if (reading.kind === 'tooLarge') return { ok: false, problems: [whole('tooLarge')] };
  const opened = reading.kind === 'read' ? openPackage(reading.files) : null;
  if (opened === null) return { ok: false, problems: [whole('notDocx')] };
  const names = [...opened.parts.keys()];
  if (names.some((name) => /vbaProject|vbaData/i.test(name))) return { ok: false, problems: [whole('macros')] };
  if (/<w:altChunk\b/.test(opened.document) || names.some((name) => name.startsWith('word/embeddings/'))) {
    return { ok: false, problems: [whole('embedded')] };
  }
  const problems = [...checkText(opened.document), ...checkHeadersAndFooters(opened)];
  if (problems.length > 0) return { ok: false, problems };
  try {
    mergeBodies(opened.document, [{}]);
  } catch (error) {
    return { ok: false, problems: [{ code: 'engine', name: tagOf(error), place: '', near: [] }] };
  }
  return { ok: true, template: { form, package: opened } };
}

function openPackage(files: ReadonlyMap<string, Uint8Array>): WordPackage | null {
  const decode = (name: string): string | null => {
    const bytes = files.get(name);
    return bytes === undefined ? null : new TextDecoder().decode(bytes);
  };
  const relations = decode('_rels/.rels');
  const main = relations?.match(/<Relationship\b[^>]*\/officeDocument"[^>]*>/)?.[0];
  const documentPath = (/Target="\/?([^"]*)"/.exec(main ?? '')?.[1] ?? '').replace(/^\.\//, '');
  const document = decode(documentPath);
  if (document === null || !files.has('[Content_Types].xml') || /<!DOCTYPE/i.test(document)) return null;
  if (!/<w:body[\s>]/.test(document) || !document.includes('</w:body>')) return null;
  const rest = [...files].filter(([name]) => name !== documentPath);
  const first = rest.findIndex(([name]) => name === '[Content_Types].xml');
  const ordered = [rest[first] as [string, Uint8Array], ...rest.filter((_, index) => index !== first)];
  return { documentPath, document: asciiBraces(document), parts: new Map(ordered) };
}

interface OpenBlock {
  readonly tag: string;
  readonly name: string;
  readonly place: string;
  readonly inTable: boolean;
}

/** Placeholders of the body, paragraph by paragraph: a placeholder split over runs is whole again in its paragraph. */
function checkText(document: string): TemplateProblem[] {
  const problems: TemplateProblem[] = [];
  const open: OpenBlock[] = [];
  let found = 0;
  readParagraphs(bodyOf(document).content).forEach(({ text, inTable }, index) => {
    const place = placeOf(index, text);
    for (const piece of text.matchAll(/\{([^{}]*)\}|[{}]/g)) {
      const [token] = piece;
      if (token === '{' || token === '}') {
        const code = token === '{' ? 'unclosedBrace' : 'unopenedBrace';
        const around = token === '{' ? text.slice(piece.index + 1) : text.slice(0, piece.index);
        problems.push({ code, name: token === '{' ? around.slice(0, 12) : around.slice(-12), place, near: [] });
        continue;
      }
      found += 1;
      problems.push(...checkTag((piece[1] as string).trim(), place, inTable, open));
    }
  });
  problems.push(...open.map(({ tag, place }) => ({ code: 'unclosedBlock' as const, name: tag, place, near: [] })));
  return problems.length === 0 && found === 0 ? [whole('noPlaceholder')] : problems;
}

function checkTag(tag: string, place: string, inTable: boolean, open: OpenBlock[]): TemplateProblem[] {
  const problem = (code: TemplateProblem['code'], near: readonly string[] = []): TemplateProblem[] => [
    { code, name: tag, place, near },
  ];
  if (tag === '') return problem('emptyPlaceholder');
  const opening = KEYWORDS.loopOrCondition.exec(tag)?.[1] ?? KEYWORDS.absence.exec(tag)?.[1];
  if (opening !== undefined) {
    open.push({ tag, name: opening, place, inTable });
    const loop = tag.startsWith('循环');
    const known = loop ? Object.keys(LOOPS) : [...Object.keys(CONDITIONS), ...Object.keys(PLACEHOLDERS)];
    if (known.includes(opening)) return [];
    return problem(loop ? 'unknownLoop' : 'unknownPlaceholder', nearest(opening, known));
  }
  const ending = KEYWORDS.end.exec(tag);
  if (ending !== null) {
    const block = open.pop();
    if (block === undefined) return problem('unopenedBlock');
    if (ending[1] !== '' && ending[1] !== block.name) return problem('blockMismatch');
    return block.inTable === inTable ? [] : problem('blockAcrossTable');
  }
  return Object.hasOwn(PLACEHOLDERS, tag) ? [] : problem('unknownPlaceholder', nearest(tag, Object.keys(PLACEHOLDERS)));
}

function checkHeadersAndFooters({ parts }: WordPackage): TemplateProblem[] {
  return [...parts].flatMap(([name, content]) => {
    if (!/\/(?:header|footer)\d*\.xml$/.test(name)) return [];
    const xml = typeof content === 'string' ? content : new TextDecoder().decode(content);
    const place = name.includes('header') ? '页眉' : '页脚';
    return readParagraphs(asciiBraces(xml)).flatMap(({ text }) =>
      [...text.matchAll(/\{([^{}]*)\}/g)].map((match): TemplateProblem => {
        return { code: 'inHeaderFooter', name: (match[1] as string).trim(), place, near: [] };
      }),
    );
  });
}

function placeOf(index: number, text: string): string {
  const shown = [...text.replace(/\s+/g, ' ').trim()];
  return `第${index + 1}段“${shown.slice(0, 16).join('')}${shown.length > 16 ? '…' : ''}”`;
}

/** Known names that share most characters with the unknown one. */
function nearest(name: string, known: readonly string[]): readonly string[] {
  const scored = known.map((candidate) => {
    const common = [...new Set(candidate)].filter((character) => name.includes(character)).length;
    return { candidate, score: (2 * common) / (candidate.length + name.length) };
  });
  const best = scored.filter(({ score }) => score >= 0.5).sort((a, b) => b.score - a.score);
  return best.slice(0, 2).map(({ candidate }) => candidate);
}

/** The engine's errors carry the tag they stumbled over. */
function tagOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('properties' in error)) return '';
  const { properties } = error;
  if (typeof properties !== 'object' || properties === null) return '';
  if ('errors' in properties && Array.isArray(properties.errors)) return tagOf(properties.errors[0]);
  return 'xtag' in properties && typeof properties.xtag === 'string' ? properties.xtag : '';
}
