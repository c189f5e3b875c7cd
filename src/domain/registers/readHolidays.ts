import type { CivilDate } from '../calendar/civilDate';
import type { CalendarOverride } from '../calendar/workCalendar';
import type { Finding } from '../finding';
import { foldText } from '../foldText';
import type { SheetSnapshot } from '../snapshot';
import { RegisterRows } from './registerSheet';

export const HOLIDAY_HEADERS = ['日期', '类型', '名称'] as const;

const KINDS: Readonly<Record<string, CalendarOverride['kind']>> = {
  休: 'off',
  休息: 'off',
  放假: 'off',
  假: 'off',
  班: 'work',
  上班: 'work',
  补班: 'work',
  调休上班: 'work',
};

/** Reads the sheet 节假日: days off (休) and make-up working days (班). */
export function readHolidays(
  sheet: SheetSnapshot,
  context: { readonly asOf: CivilDate; readonly date1904: boolean },
): { readonly entries: readonly CalendarOverride[]; readonly findings: readonly Finding[] } {
  const { rows, findings } = RegisterRows.open(sheet, HOLIDAY_HEADERS, ['日期', '类型'], context);
  if (rows === null) return { entries: [], findings };
  const entries: CalendarOverride[] = [];
  for (const row of rows.filled()) {
    const date = rows.neededDate(row, '日期');
    const word = rows.neededText(row, '类型');
    const kind = word === null ? undefined : KINDS[foldText(word)];
    if (word !== null && kind === undefined) rows.problem(row, '类型', 'unknownWord');
    if (date !== null && kind !== undefined) entries.push({ date, kind });
  }
  return { entries, findings: rows.findings };
}
