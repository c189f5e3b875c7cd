import { bookStem } from '../office/bookStem';
import {
  joinedLettersInPortions,
  letterFilesInPortions,
  mergeLetters,
  type LetterSettings,
  type NamedFile,
} from '../../documents/letterFiles';
import { readParagraphs, type ReadParagraph } from '../../documents/templateText';
import { archiveInPortions } from '../../documents/zip';
import type { Notice } from '../../domain/notices/notice';
import type { InPortions } from '../../domain/portions';

export type { LetterSettings } from '../../documents/letterFiles';
export type { ReadParagraph } from '../../documents/templateText';

/** One archive of them all, one file each, or all in one document (for duplex each from an odd page). */
export type Delivery = 'zip' | 'each' | 'joined' | 'joinedOddPages';

/**
 * The letters as files, named after `name` where they come in one. Several documents come of `joined` where letters
 * stand in templates that cannot share a file.
 */
export function* lettersInFiles(
  notices: readonly Notice[],
  settings: LetterSettings,
  delivery: Delivery,
  name: string,
): InPortions<readonly NamedFile[]> {
  if (notices.length === 0) return [];
  if (delivery === 'joined' || delivery === 'joinedOddPages') {
    const oddPageStarts = delivery === 'joinedOddPages';
    const documents = yield* joinedLettersInPortions(notices, settings, { oddPageStarts });
    return documents.map((bytes, index) => ({ name: `${name}${index === 0 ? '' : index + 1}.docx`, bytes }));
  }
  const files = yield* letterFilesInPortions(notices, settings);
  return delivery === 'zip' ? [{ name: `${name}.zip`, bytes: yield* archiveInPortions(files) }] : files;
}

/** `台账-文书`, of the workbook `台账.xlsx`. */
export const lettersName = (workbook: string): string => `${bookStem(workbook)}-文书`;

/** What exactly will be written, paragraph by paragraph, with the styles it is set in (documents/wordml STYLES). */
export function previewLetter(notice: Notice, settings: LetterSettings): readonly ReadParagraph[] {
  const [letter] = mergeLetters([notice], settings);
  return letter === undefined ? [] : readParagraphs(letter.body);
}
