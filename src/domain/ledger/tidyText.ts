import { cellText } from '../cellText';
import { narrowLettersAndDigits } from '../foldText';
import { tidyUnitSpaces } from './unitCell';

/** How a field's text is tidied: `short` has no spaces inside, `prose` may, `units` are names with separators. */
export type TextKind = 'short' | 'prose' | 'units';

export interface TidyReading {
  readonly code: 'full-width' | 'stray-space';
  readonly after: string;
}

/** Longer cells are prose, whatever their column: only their ends are tidied. */
const LONGEST = 500;
const WIDE = /[０-９Ａ-Ｚａ-ｚ]/;
const BETWEEN_CHINESE = /(?<=[\u4e00-\u9fff])[ \u3000\u00a0\t]+(?=[\u4e00-\u9fff])/g;

/** Whether a text has any character worth a closer look: a quick pass over the many that have none. */
export function needsLook(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code <= 32 || code === 0x3000 || code === 0xa0 || code === 0x200b || code === 0xfeff) return true;
    if (code >= 0xff10 && code <= 0xff5a) return true;
  }
  return false;
}

/** What is untidy about a text and how it would read tidied; null where nothing is. Ask `needsLook` first. */
export function tidyText(text: string, kind: TextKind): TidyReading | null {
  const code = WIDE.test(text) ? 'full-width' : 'stray-space';
  let after = cellText(narrowWide(text));
  if (text.length > LONGEST) return after === text || after === '' ? null : { code, after };
  if (kind === 'short') after = after.replace(BETWEEN_CHINESE, '');
  if (kind === 'units') after = tidyUnitSpaces(after);
  return after === text || after === '' ? null : { code, after };
}

const narrowWide = (text: string): string => (WIDE.test(text) ? narrowLettersAndDigits(text) : text);
