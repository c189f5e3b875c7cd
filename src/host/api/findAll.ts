import type { SheetModel } from '../xlsx/model';
import { invalidArgument } from './ApiError';
import type { OpenDocument } from './OpenDocument';
import { RangeAreas } from './RangeAreas';
import { coveringAreas } from './rangeSearch';
import { textAt } from './rangeValues';

/** `Worksheet.findAll`: cells whose text holds the words; `~`, `*` and `?` are taken as Excel's find box does. */
export function findAll(
  document: OpenDocument,
  sheet: SheetModel,
  text: string,
  criteria: Readonly<Record<string, unknown>>,
): RangeAreas | null {
  if (text === '') throw invalidArgument('nothing to find');
  const whole = criteria['completeMatch'] === true;
  const pattern = text.replace(/~?[\s\S]/gu, (part) => {
    if (part.length > 1 && part.startsWith('~')) return escaped(part.slice(1));
    return part === '*' ? '[\\s\\S]*' : part === '?' ? '[\\s\\S]' : escaped(part);
  });
  const test = new RegExp(whole ? `^${pattern}$` : pattern, criteria['matchCase'] === true ? 'u' : 'iu');
  const used = sheet.usedArea(true);
  if (used === null) return null;
  const areas = coveringAreas(used, (row, column) => test.test(textAt(document, sheet, row, column)));
  return areas.length === 0 ? null : new RangeAreas(document, sheet, areas);
}

const escaped = (part: string): string => part.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
