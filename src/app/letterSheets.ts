import { mergeLetters, type LetterSettings } from '../documents/letterFiles';
import { STANDARD_FONTS } from '../documents/page';
import { letterSheets } from '../documents/worksheetLetter';
import type { CivilDate } from '../domain/calendar/civilDate';
import { foldText } from '../domain/foldText';
import type { Notice } from '../domain/notices/notice';
import type { Plan, SheetContent } from '../domain/plan';
import type { Survey } from '../excel/survey';

/** Letters to a sheet at most: the sheet and its copies in the undo journal go to Excel in one request of 5 MB. */
export const LETTERS_A_SHEET = 100;

/**
 * The letters as worksheets that print like them, for hosts that hand over no files (Excel for Mac): sheets named
 * 文书 and the date at the end of the workbook, one plan a sheet, to be applied one after the other.
 */
export function planLetterSheets(
  survey: Survey,
  notices: readonly Notice[],
  settings: LetterSettings,
  on: CivilDate,
): readonly Plan[] {
  const taken = new Set(survey.sheets.map(({ head }) => foldText(head.name).toLowerCase()));
  const fonts = settings.layout?.fonts ?? STANDARD_FONTS;
  const contents: SheetContent[] = [];
  for (let from = 0; from < notices.length; from += LETTERS_A_SHEET) {
    contents.push(...letterSheets(mergeLetters(notices.slice(from, from + LETTERS_A_SHEET), settings), fonts));
  }
  return contents.map((content) => {
    const name = freeName(`文书 ${on}`, taken);
    taken.add(foldText(name).toLowerCase());
    return { action: 'issueNotices', asOf: on, expectations: [], changes: [{ kind: 'addSheet', name, content }] };
  });
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  let count = 1;
  let candidate = name;
  while (taken.has(foldText(candidate).toLowerCase())) candidate = `${name}(${(count += 1)})`;
  return candidate;
}
