import { bookStem } from '../office/bookStem';
import {
  eachLetterFile,
  joinMerged,
  mergeLetters,
  type LetterSettings,
  type MergedLetter,
  type NamedFile,
} from '../../documents/letterFiles';
import { readParagraphs, type ReadParagraph } from '../../documents/templateText';
import { packFile, writeZip, type PackedFile } from '../../documents/zip';
import type { Notice } from '../../domain/notices/notice';

export type { LetterSettings } from '../../documents/letterFiles';
export type { ReadParagraph } from '../../documents/templateText';

/** One archive of them all, one file each, or all in one document (for duplex each from an odd page). */
export type Delivery = 'zip' | 'each' | 'joined' | 'joinedOddPages';

/** How the making is followed. */
export interface Following {
  /** Told of batches above 50 letters only: fewer are made at once. */
  progress(done: number, of: number): void;
  /** Asked between batches: true ends the making, nothing is handed over. */
  stopped(): boolean;
}

/** Above this many letters progress is shown and the making may be stopped. */
export const BATCH = 50;

export const UNFOLLOWED: Following = { progress: () => undefined, stopped: () => false };

/**
 * The letters as files, named after `name` where they come in one; null where it was stopped. Several documents come of
 * `joined` where letters stand in templates that cannot share a file. Gives way between batches, so that the pane stays
 * alive.
 */
export async function makeLetters(
  notices: readonly Notice[],
  settings: LetterSettings,
  delivery: Delivery,
  name: string,
  following: Following = UNFOLLOWED,
): Promise<readonly NamedFile[] | null> {
  if (notices.length === 0) return [];
  if (delivery === 'joined' || delivery === 'joinedOddPages') {
    return joined(notices, settings, { oddPageStarts: delivery === 'joinedOddPages' }, name, following);
  }
  const files: NamedFile[] = [];
  const packed: PackedFile[] = [];
  for (const file of eachLetterFile(notices, settings, BATCH)) {
    if (delivery === 'zip') packed.push(packFile(file.name, file.bytes, true));
    else files.push(file);
    const done = files.length + packed.length;
    if (done % BATCH === 0 && !(await goesOn(following, done, notices.length))) return null;
  }
  return delivery === 'zip' ? [{ name: `${name}.zip`, bytes: writeZip(packed) }] : files;
}

async function joined(
  notices: readonly Notice[],
  settings: LetterSettings,
  options: { readonly oddPageStarts: boolean },
  name: string,
  following: Following,
): Promise<readonly NamedFile[] | null> {
  const merged = await mergedLetters(notices, settings, following);
  if (merged === null) return null;
  return joinMerged(merged, options).map((bytes, index) => ({
    name: `${name}${index === 0 ? '' : index + 1}.docx`,
    bytes,
  }));
}

/** The letters merged batch by batch; null where it was stopped. */
export async function mergedLetters(
  notices: readonly Notice[],
  settings: LetterSettings,
  following: Following,
): Promise<readonly MergedLetter[] | null> {
  const merged: MergedLetter[] = [];
  // The built-in template of a form is made anew by every batch; one document needs one.
  const templates: Partial<Record<Notice['form'], MergedLetter['template']>> = { ...settings.templates };
  for (let from = 0; from < notices.length; from += BATCH) {
    const batch = mergeLetters(notices.slice(from, from + BATCH), { ...settings, templates });
    for (const letter of batch) templates[letter.notice.form] ??= letter.template;
    merged.push(...batch);
    if (!(await goesOn(following, merged.length, notices.length))) return null;
  }
  return merged;
}

async function goesOn({ progress, stopped }: Following, done: number, of: number): Promise<boolean> {
  if (of <= BATCH) return true;
  progress(done, of);
  await new Promise((resolve) => setTimeout(resolve, 0));
  return !stopped();
}

/** `台账-文书`, of the workbook `台账.xlsx`. */
export const lettersName = (workbook: string): string => `${bookStem(workbook)}-文书`;

/** What exactly will be written, paragraph by paragraph, with the styles it is set in (documents/wordml STYLES). */
export function previewLetter(notice: Notice, settings: LetterSettings): readonly ReadParagraph[] {
  const [letter] = mergeLetters([notice], settings);
  return letter === undefined ? [] : readParagraphs(letter.body);
}
