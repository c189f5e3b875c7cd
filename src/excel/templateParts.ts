import { LETTER_FORMS, type LetterForm } from '../domain/notices/notice';
import { ourParts, templatePart } from './ownParts';
import { talkToExcel, type HostResult } from './run';

/** The XML of the office's own templates kept in the workbook, by form. One request. */
export function readTemplateParts(): Promise<HostResult<ReadonlyMap<LetterForm, string>>> {
  return talkToExcel(async (context) => {
    const parts = ourParts(context.workbook, LETTER_FORMS.map(templatePart));
    await context.sync();
    const xml = parts.xml();
    return new Map(
      LETTER_FORMS.flatMap((form): [LetterForm, string][] => {
        const own = xml.get(templatePart(form));
        return own === undefined ? [] : [[form, own]];
      }),
    );
  });
}
