import type { CivilDate } from '../domain/calendar/civilDate';
import type { WorkCalendar } from '../domain/calendar/workCalendar';
import { DEFAULT_OFFICE, officeSchema, type Office } from '../domain/notices/office';
import type { WorkbookSettings } from './workbookSettings';

/** The office's own words for its letters: the defaults, with what the workbook keeps laid over them. */
export function officeOf({ office }: WorkbookSettings): Office {
  const parsed = officeSchema.safeParse({ ...DEFAULT_OFFICE, ...office });
  return parsed.success ? parsed.data : DEFAULT_OFFICE;
}

/** The last day of a limit of working days. */
export const addWorkingDaysOf =
  (calendar: WorkCalendar) =>
  (from: CivilDate, days: number): CivilDate =>
    calendar.addWorkingDays(from, days).date;
