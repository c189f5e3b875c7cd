import type { NamedFile } from '../../documents/letterFiles';
import { LETTER_FORMS, type Notice } from '../../domain/notices/notice';
import type { Office } from '../../domain/notices/office';
import { layoutOf } from './letterLayout';
import { readTemplates } from './letterTemplates';
import { inOneGo, type Working } from '../office/turns';
import { lettersInFiles, lettersName, type Delivery, type LetterSettings } from './makeLetters';
import type { Review } from '../reading/review';
import type { HostResult } from '../office/workbook';
import type { WorkbookSettings } from '../office/workbookSettings';

/** How letters look in this workbook, and what is wrong with templates it keeps. */
export interface LetterLooks {
  readonly settings: LetterSettings;
  /** One sentence for each template that can no longer be used. */
  readonly problems: readonly string[];
}

/**
 * The workbook's own layout and templates, one request. Refused where they cannot be read: a letter is not printed on
 * the built-in form because a request was lost.
 */
export async function letterLooks(office: Office, settings: WorkbookSettings): Promise<HostResult<LetterLooks>> {
  const kept = await readTemplates();
  if (!kept.ok) return kept;
  const { templates, problems } = kept.value;
  const ordered = LETTER_FORMS.flatMap((form) => problems.filter((problem) => problem.form === form));
  return {
    ok: true,
    value: {
      settings: { office, layout: layoutOf(settings), templates },
      problems: ordered.map(({ sentence }) => sentence),
    },
  };
}

export interface PrintedLetters {
  readonly files: readonly NamedFile[];
  readonly problems: readonly string[];
}

/**
 * Letters in one Word file (more where their templates cannot share one), or otherwise as asked, in the workbook's own
 * layout and templates.
 */
export async function printLetters(
  of: Review,
  letters: readonly Notice[],
  office: Office,
  settings: WorkbookSettings,
  delivery: Delivery = 'joined',
  working: Working = inOneGo,
): Promise<HostResult<PrintedLetters>> {
  const looks = await letterLooks(office, settings);
  if (!looks.ok) return looks;
  const name = lettersName(of.reading.snapshot.name);
  const files = await working(lettersInFiles(letters, looks.value.settings, delivery, name));
  return { ok: true, value: { files, problems: looks.value.problems } };
}
