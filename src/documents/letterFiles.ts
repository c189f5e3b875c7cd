import type { Notice } from '../domain/notices/notice';
import { atOnce, type InPortions } from '../domain/portions';
import { NOTICE_FORMS } from '../domain/registers/registers';
import type { Office } from '../domain/notices/office';
import type { LetterForm } from '../domain/notices/notice';
import { builtInTemplate } from './builtInForms';
import type { LetterTemplate } from './builtInForms';
import { docxWriter } from './docxFile';
import { fileWords } from './fileWords';
import { fitOnePage } from './fitPage';
import { joinedInPortions } from './join';
import { bodiesInPortions, bodyOf } from './merge';
import { STANDARD_LAYOUT } from './page';
import type { Layout } from './page';
import { letterData } from './placeholders';
import { archiveInPortions } from './zip';

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
export const mergeLetters = (notices: readonly Notice[], settings: LetterSettings): readonly MergedLetter[] =>
  atOnce(mergedTogether(notices, settings));

function* mergedTogether(notices: readonly Notice[], settings: LetterSettings): InPortions<readonly MergedLetter[]> {
  const layout = settings.layout ?? STANDARD_LAYOUT;
  const merged = new Map<Notice, MergedLetter>();
  for (const form of new Set(notices.map((notice) => notice.form))) {
    const ofForm = notices.filter((notice) => notice.form === form);
    const template = settings.templates?.[form] ?? builtInTemplate(form, settings.office, layout);
    const bodies = yield* bodiesInPortions(
      template.package.document,
      ofForm.map((notice) => letterData(notice, settings.office)),
    );
    for (const [index, notice] of ofForm.entries()) {
      merged.set(notice, { notice, template, body: fitOnePage(bodies[index] as string, layout.page) });
      yield;
    }
  }
  return notices.map((notice) => merged.get(notice) as MergedLetter);
}

/** Letters merged in one pass of the engine, by the matters in them, each letter counting for one more. */
const MOST_TOGETHER = 100;

/** Few letters to a pass: it cannot be stopped within one. The first are fewest, for the engine is slow until it is warm. */
function fewAtATime(notices: readonly Notice[]): readonly (readonly Notice[])[] {
  const passes: Notice[][] = [];
  let most = 2;
  let weight = Infinity;
  for (const notice of notices) {
    const own = notice.matters.length + 1;
    const few = passes.at(-1);
    if (few !== undefined && weight + own <= most) {
      few.push(notice);
      weight += own;
      continue;
    }
    if (few !== undefined) most = Math.min(most * 2, MOST_TOGETHER);
    passes.push([notice]);
    weight = own;
  }
  return passes;
}

type Templates = Partial<Record<LetterForm, LetterTemplate>>;

/** `templates` holds those made in earlier passes: one document needs one. */
function* mergedFew(
  few: readonly Notice[],
  settings: LetterSettings,
  templates: Templates,
): InPortions<readonly MergedLetter[]> {
  const merged = yield* mergedTogether(few, { ...settings, templates });
  for (const { notice, template } of merged) templates[notice.form] ??= template;
  return merged;
}

/** The letters merged a few at a time. */
export function* mergedInPortions(
  notices: readonly Notice[],
  settings: LetterSettings,
): InPortions<readonly MergedLetter[]> {
  const templates: Templates = { ...settings.templates };
  const merged: MergedLetter[] = [];
  for (const few of fewAtATime(notices)) {
    for (const letter of yield* mergedFew(few, settings, templates)) merged.push(letter);
    yield { stage: 'make', done: merged.length, of: notices.length };
  }
  return merged;
}

/** One .docx a letter, named by form, number and unit; two of the same name are told apart by a count. */
export const letterFiles = (notices: readonly Notice[], settings: LetterSettings): readonly NamedFile[] =>
  atOnce(letterFilesInPortions(notices, settings));

export function* letterFilesInPortions(
  notices: readonly Notice[],
  settings: LetterSettings,
): InPortions<readonly NamedFile[]> {
  const templates: Templates = { ...settings.templates };
  const writers = new Map<string, (body: string) => InPortions<Uint8Array>>();
  const names = new Map<string, number>();
  const files: NamedFile[] = [];
  for (const few of fewAtATime(notices)) {
    for (const { notice, template, body } of yield* mergedFew(few, settings, templates)) {
      const write = writers.get(notice.form) ?? letterWriter(template);
      writers.set(notice.form, write);
      const name = fileName(notice);
      const count = (names.get(name) ?? 0) + 1;
      names.set(name, count);
      files.push({ name: `${name}${count > 1 ? `（${count}）` : ''}.docx`, bytes: yield* write(body) });
      yield { stage: 'make', done: files.length, of: notices.length };
    }
  }
  return files;
}

function letterWriter({ package: around }: LetterTemplate): (body: string) => InPortions<Uint8Array> {
  const { before, after } = bodyOf(around.document);
  const write = docxWriter(around);
  return (body) => write(`${before}${closedBody(body)}${after}`);
}

/** All letters as one archive; a .docx is compressed already and stored as it is. */
export const lettersZip = (notices: readonly Notice[], settings: LetterSettings): Uint8Array =>
  atOnce(archiveInPortions(letterFiles(notices, settings)));

/**
 * All letters in one .docx, each a section with pages numbered from 1. Letters whose templates differ in more than
 * the text (an office's own, with styles of its own) cannot share a file: one file for each such template, the letters
 * of the first template first.
 */
export const joinedLetters = (...asked: Parameters<typeof joinedLettersInPortions>): readonly Uint8Array[] =>
  atOnce(joinedLettersInPortions(...asked));

export function* joinedLettersInPortions(
  notices: readonly Notice[],
  settings: LetterSettings,
  options: { readonly oddPageStarts?: boolean } = {},
): InPortions<readonly Uint8Array[]> {
  const groups = new Map<string, MergedLetter[]>();
  for (const letter of yield* mergedInPortions(notices, settings)) {
    const key = signatureOf(letter.template);
    const group = groups.get(key);
    if (group) group.push(letter);
    else groups.set(key, [letter]);
  }
  const joined: Uint8Array[] = [];
  for (const letters of groups.values()) {
    const ends = new Map(letters.map(({ template }) => [template, '']));
    for (const template of ends.keys()) ends.set(template, bodyOf(template.package.document).after);
    const parts = letters.map(({ template, body }) => ({ body, end: ends.get(template)! }));
    const bodies = yield* joinedInPortions(parts, options.oddPageStarts === true);
    const first = (letters[0] as MergedLetter).template.package;
    joined.push(yield* docxWriter(first)(`${bodyOf(first.document).before}${bodies}`));
  }
  return joined;
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
