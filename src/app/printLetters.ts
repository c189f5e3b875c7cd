import { joinedLetters, type NamedFile } from '../documents/letterFiles';
import type { Notice } from '../domain/notices/notice';
import type { Office } from '../domain/notices/office';
import type { Review } from './review';

/** Letters as Word files, joined; named after the workbook, numbered where there is more than one. */
export function printLetters(of: Review, letters: readonly Notice[], office: Office): readonly NamedFile[] {
  const name = of.reading.snapshot.name.replace(/\.[^.]*$/, '');
  return joinedLetters(letters, { office }).map((bytes, index) => ({
    name: `${name}-文书${index === 0 ? '' : index + 1}.docx`,
    bytes,
  }));
}
