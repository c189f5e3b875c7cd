import { mergedInPortions, type LetterSettings } from '../../documents/letterFiles';
import { STANDARD_FONTS } from '../../documents/page';
import { letterSheetsInPortions } from '../../documents/worksheetLetter';
import type { CivilDate } from '../../domain/calendar/civilDate';
import { foldText } from '../../domain/foldText';
import type { Notice } from '../../domain/notices/notice';
import type { Plan } from '../../domain/plan';
import type { Survey } from '../../excel/survey';
import { inOneGo, type Working } from '../office/turns';

/** Letters to a sheet at most: the sheet and its copies in the undo journal go to Excel in one request of 5 MB. */
export const LETTERS_A_SHEET = 100;

export interface LetterSheets {
  /** One a sheet, to be applied one after the other. */
  readonly plans: readonly Plan[];
  /** Letters of several pages that go without page numbers. */
  readonly unnumbered: number;
}

/**
 * The letters as worksheets that print like them, for hosts that hand over no files (Excel for Mac): sheets named
 * 文书 and the date at the end of the workbook.
 */
export async function planLetterSheets(
  survey: Survey,
  notices: readonly Notice[],
  settings: LetterSettings,
  on: CivilDate,
  working: Working = inOneGo,
): Promise<LetterSheets> {
  const { sheets, unnumbered } = await working(sheetsOf(notices, settings));
  const taken = new Set(survey.sheets.map(({ head }) => foldText(head.name).toLowerCase()));
  const plans = sheets.map((content): Plan => {
    const name = freeName(`文书 ${on}`, taken);
    taken.add(foldText(name).toLowerCase());
    return { action: 'issueNotices', asOf: on, expectations: [], changes: [{ kind: 'addSheet', name, content }] };
  });
  return { plans, unnumbered };
}

function* sheetsOf(notices: readonly Notice[], settings: LetterSettings): ReturnType<typeof letterSheetsInPortions> {
  const merged = yield* mergedInPortions(notices, settings);
  return yield* letterSheetsInPortions(merged, settings.layout?.fonts ?? STANDARD_FONTS, LETTERS_A_SHEET);
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  let count = 1;
  let candidate = name;
  while (taken.has(foldText(candidate).toLowerCase())) candidate = `${name}(${(count += 1)})`;
  return candidate;
}
