import { parseCivilDate, type CivilDate } from './calendar/civilDate';
import { MARKS, type Mark } from './plan';

/**
 * The harmless term by which a conditional format of ours is known again: ids do not survive reopening a workbook.
 * `N("督查:逾期")=0` follows the day, `N("督查:逾期 2026-10-31")=0` stands as of that day.
 */
export const markTerm = (mark: Mark, asOf: CivilDate | null): string =>
  `N("督查:${MARKS[mark]}${asOf === null ? '' : ` ${asOf}`}")=0`;

const TERM = /\bN\(\s*"督查:([^"\s]+)(?: (\d{4}-\d{2}-\d{2}))?"\s*\)\s*=\s*0/i;
const NAMES = new Map(Object.entries(MARKS).map(([mark, name]) => [name as string, mark as Mark]));

/** What a conditional format's formula marks; null where it is not ours. `asOf` null: it follows the day. */
export function marksOf(formula: string): { readonly mark: Mark; readonly asOf: CivilDate | null } | null {
  const match = TERM.exec(formula);
  const mark = match === null ? undefined : NAMES.get(match[1] ?? '');
  if (match === null || mark === undefined) return null;
  return { mark, asOf: match[2] === undefined ? null : parseCivilDate(match[2]) };
}

export const isOurMark = (formula: string): boolean => marksOf(formula) !== null;
