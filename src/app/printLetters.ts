import type { NamedFile } from '../documents/letterFiles';
import type { Notice } from '../domain/notices/notice';
import type { Office } from '../domain/notices/office';
import { layoutOf } from './letterLayout';
import { readTemplates } from './letterTemplates';
import { lettersName, makeLetters, type Delivery, type Following } from './makeLetters';
import type { Review } from './review';
import type { WorkbookSettings } from './workbookSettings';

/**
 * Letters in one Word file (more where their templates cannot share one), or otherwise as asked, in the workbook's own
 * layout and templates. Empty where `following` stopped it.
 */
export async function printLetters(
  of: Review,
  letters: readonly Notice[],
  office: Office,
  settings: WorkbookSettings,
  delivery: Delivery = 'joined',
  following?: Following,
): Promise<readonly NamedFile[]> {
  const kept = await readTemplates();
  const templates = kept.ok ? { templates: kept.value.templates } : {};
  const made = await makeLetters(
    letters,
    { office, layout: layoutOf(settings), ...templates },
    delivery,
    lettersName(of.reading.snapshot.name),
    following,
  );
  return made ?? [];
}
