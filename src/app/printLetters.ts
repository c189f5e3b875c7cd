import type { NamedFile } from '../documents/letterFiles';
import type { Notice } from '../domain/notices/notice';
import type { Office } from '../domain/notices/office';
import { layoutOf } from './letterLayout';
import { readTemplates } from './letterTemplates';
import { lettersName, makeLetters } from './makeLetters';
import type { Review } from './review';
import type { WorkbookSettings } from './workbookSettings';

/** Letters in one Word file (more where their templates cannot share one), in the workbook's own layout and templates. */
export async function printLetters(
  of: Review,
  letters: readonly Notice[],
  office: Office,
  settings: WorkbookSettings,
): Promise<readonly NamedFile[]> {
  const kept = await readTemplates();
  const templates = kept.ok ? { templates: kept.value.templates } : {};
  const made = await makeLetters(
    letters,
    { office, layout: layoutOf(settings), ...templates },
    'joined',
    lettersName(of.reading.snapshot.name),
  );
  return made ?? [];
}
