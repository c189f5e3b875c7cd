import { yearMonthOf, type CivilDate } from './calendar/civilDate';
import type { Matter } from './matter';
import { isRegistration } from './registers/registration';
import type { Proceeding, ProceedingKind } from './registers/registers';

const KINDS: ReadonlySet<ProceedingKind> = new Set([
  'progress',
  'explanation',
  'extension',
  'closingReport',
  'closed',
  'struckOff',
]);

/** A row of 办理登记 that is a word of the unit on its matter; 立项 is none. Reading: so is an application for 延期. */
export const isReport = (row: Proceeding): boolean => KINDS.has(row.kind) && !isRegistration(row);

/**
 * Whether a matter under way is owed a word in the month of asOf and none is on record. Readings: one assigned in this
 * month is not asked yet; undated words of the ledger tell no month. Who is asked differs: 000 三(二) asks for all
 * under way, 长期 ones too; the overview counts those that work towards a deadline; scoring asks unit by unit
 * (`scoring/missedReports.ts`).
 */
export function lacksReport(
  { assignedOn, reportedOn }: Pick<Matter, 'assignedOn' | 'reportedOn'>,
  proceedings: readonly Proceeding[],
  asOf: CivilDate,
): boolean {
  const month = yearMonthOf(asOf);
  const inMonth = (date: CivilDate): boolean => yearMonthOf(date) === month && date <= asOf;
  const { reading: assigned } = assignedOn;
  if (assigned.kind === 'date' && yearMonthOf(assigned.date) === month) return false;
  const { reading: reported } = reportedOn;
  if (reported.kind === 'date' && inMonth(reported.date)) return false;
  return !proceedings.some((row) => isReport(row) && inMonth(row.date));
}

/** Whether the workbook keeps reports at all: a column for their date, or a row of 办理登记 that is one. */
export const keepsReports = (matters: readonly Matter[], proceedings: readonly Proceeding[]): boolean =>
  matters.some(({ reportedOn }) => reportedOn.cell !== null) || proceedings.some(isReport);
