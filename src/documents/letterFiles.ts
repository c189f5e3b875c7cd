import type { Notice } from '../domain/notices/notice';
import { NOTICE_FORMS } from '../domain/registers/registers';
import type { Office } from '../domain/notices/office';
import type { LetterForm } from '../domain/notices/notice';
import { builtInTemplate } from './builtInForms';
import type { LetterTemplate } from './builtInForms';
import { docxWriter } from './docxFile';
import { fileWords } from './fileWords';
import { fitOnePage } from './fitPage';
import { joinBodies } from './join';
import { bodyOf, mergeBodies } from './merge';
import { STANDARD_LAYOUT } from './page';
import type { Layout } from './page';
import { letterData } from './placeholders';
import { packFile, writeZip } from './zip';

/** What letters are made from: the office's settings and, by form, its own templates. */
export interface LetterSettings {
  readonly office: Office;
  readonly layout?: Layout;
  readonly templates?: Readonly<Partial<Record<LetterForm, LetterTemplate>>>;
}

/** A letter merged: the body of its document, and the template it stands in. */
export interface MergedLetter {
  readonly notice: Notice;
  readonly template: LetterTemplate;
  readonly body: string;
}

export interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Merges each notice into the template of its form, in the order given. Each template is compiled once. */
export function mergeLetters(notices: readonly Notice[], settings: LetterSettings): readonly MergedLetter[] {
  const layout = settings.layout ?? STANDARD_LAYOUT;
  const merged = new Map<Notice, MergedLetter>();
  for (const form of new Set(notices.map((notice) => notice.form))) {
    const ofForm = notices.filter((notice) => notice.form === form);
    const template = settings.templates?.[form] ?? builtInTemplate(form, settings.office, layout);
    const bodies = mergeBodies(
      template.package.document,
      ofForm.map((notice) => letterData(notice, settings.office)),
    );
    ofForm.forEach((notice, index) => {
      merged.set(notice, { notice, template, body: fitOnePage(bodies[index] as string, layout.page) });
    });
  }
  return notices.map((notice) => merged.get(notice) as MergedLetter);
}

/** One .docx a letter, named by form, number and unit; two of the same name are told apart by a count. */
export const letterFiles = (notices: readonly Notice[], settings: LetterSettings): readonly NamedFile[] => [
  ...eachLetterFile(notices, settings, notices.length),
];

/** The same files one after the other, `batch` letters merged at a time: to show progress, and to stop in between. */
export function* eachLetterFile(
  notices: readonly Notice[],
  settings: LetterSettings,
  batch = 50,
): Generator<NamedFile, void> {
  const writers = new Map<string, (body: string) => Uint8Array>();
  const names = new Map<string, number>();
  for (let from = 0; from < notices.length; from += batch) {
    for (const { notice, template, body } of mergeLetters(notices.slice(from, from + batch), settings)) {
      const write = writers.get(notice.form) ?? letterWriter(template);
      writers.set(notice.form, write);
      const name = fileName(notice);
      const count = (names.get(name) ?? 0) + 1;
      names.set(name, count);
      yield { name: `${name}${count > 1 ? `（${count}）` : ''}.docx`, bytes: write(body) };
    }
  }
}

function letterWriter({ package: around }: LetterTemplate): (body: string) => Uint8Array {
  const { before, after } = bodyOf(around.document);
  const write = docxWriter(around);
  return (body) => write(`${before}${closedBody(body)}${after}`);
}

/** All letters as one archive; a .docx is compressed already and stored as it is. */
export function lettersZip(notices: readonly Notice[], settings: LetterSettings): Uint8Array {
  return writeZip(letterFiles(notices, settings).map((file) => packFile(file.name, file.bytes, true)));
}

/**
 * All letters in one .docx, each a section with pages numbered from 1. Letters whose templates differ in more than
 * the text (an office's own, with styles of its own) cannot share a file: one file for each such template, the letters
 * of the first template first.
 */
export function joinedLetters(
  notices: readonly Notice[],
  settings: LetterSettings,
  options: { readonly oddPageStarts?: boolean } = {},
): readonly Uint8Array[] {
  return joinMerged(mergeLetters(notices, settings), options);
}

/** The same of letters merged before. */
export function joinMerged(
  merged: readonly MergedLetter[],
  options: { readonly oddPageStarts?: boolean } = {},
): readonly Uint8Array[] {
  const groups = new Map<string, MergedLetter[]>();
  for (const letter of merged) {
    const key = signatureOf(letter.template);
    const group = groups.get(key);
    if (group) group.push(letter);
    else groups.set(key, [letter]);
  }
  return [...groups.values()].map((letters) => {
    const first = (letters[0] as MergedLetter).template.package;
    const joined = joinBodies(
      letters.map(({ template, body }) => ({ body, end: bodyOf(template.package.document).after })),
      options.oddPageStarts === true,
    );
    return docxWriter(first)(`${bodyOf(first.document).before}${joined}`);
  });
}

const signatures = new WeakMap<LetterTemplate, string>();

/** Same signature: the same parts around the text, so that the bodies can stand in one document. */
function signatureOf(template: LetterTemplate): string {
  const known = signatures.get(template);
  if (known !== undefined) return known;
  const parts = [...template.package.parts].map(([name, content]) =>
    typeof content === 'string' ? `${name}\u0000${content}` : `${name}\u0000${content.join()}`,
  );
  const signature = [bodyOf(template.package.document).before, ...parts.sort()].join('\u0001');
  signatures.set(template, signature);
  return signature;
}

/** A body must not end on a table: Word asks for a paragraph after it. */
export const closedBody = (body: string): string =>
  body.trimEnd().endsWith('</w:tbl>') ? body + LAST_PARAGRAPH : body;

const LAST_PARAGRAPH = '<w:p><w:pPr><w:spacing w:line="20" w:lineRule="exact"/></w:pPr></w:p>';

/** `催办单〔2026〕12号 交通局`, without what file systems refuse. */
export function fileName(notice: Notice): string {
  const name = fileWords(`${NOTICE_FORMS[notice.form]}${notice.number} ${notice.unit}`);
  return [...name]
    .slice(0, 80)
    .join('')
    .replace(/[ .]+$/, '');
}
