import type { CivilDate } from '../../domain/calendar/civilDate';
import type { WorkCalendar } from '../../domain/calendar/workCalendar';
import { cellText } from '../../domain/cellText';
import { generalOfficeOf, issuingBodyIn } from '../../domain/notices/issuingBody';
import { DEFAULT_OFFICE, officeSchema, type Office } from '../../domain/notices/office';
import type { Plan } from '../../domain/plan';
import type { Survey } from '../../excel/survey';
import { planSettings } from '../reading/connectLedger';
import type { Review } from '../reading/review';
import type { WorkbookSettings } from './workbookSettings';

/** The office's words for its letters, and where the issuing body comes from. */
export interface OfficeInForce {
  readonly office: Office;
  /** `title`: read above the ledger's header; `unknown`: a blank line on the letter. The pane asks unless `settings`. */
  readonly from: 'settings' | 'title' | 'unknown';
}

/**
 * What the workbook keeps, field by field; a field that is damaged or not set has its default. Reading: an issuing body
 * that was never set is the one the lines above the ledgers' headers name, where they name one and the same; else the
 * letters leave a blank for it: no office's name is ever assumed.
 */
export function officeInForce(
  { office: kept }: WorkbookSettings,
  of?: Pick<Review, 'reading' | 'ledgers'>,
): OfficeInForce {
  const set: Record<string, unknown> = {};
  for (const [field, schema] of Object.entries(officeSchema.shape)) {
    if (schema.safeParse(kept[field]).success) set[field] = kept[field];
  }
  const found = set['issuingBody'] === undefined && of !== undefined ? issuingBodyAbove(of) : null;
  const issuingBody = typeof set['issuingBody'] === 'string' ? set['issuingBody'] : found;
  const named = issuingBody === null ? {} : { issuingBody, generalOffice: generalOfficeOf(issuingBody) };
  return {
    office: { ...DEFAULT_OFFICE, ...named, ...(set as Partial<Office>) },
    from: set['issuingBody'] !== undefined ? 'settings' : found !== null ? 'title' : 'unknown',
  };
}

/** The office in force, whatever names it. */
export const officeOf = (settings: WorkbookSettings, of?: Pick<Review, 'reading' | 'ledgers'>): Office =>
  officeInForce(settings, of).office;

function issuingBodyAbove({ reading, ledgers }: Pick<Review, 'reading' | 'ledgers'>): string | null {
  const bodies = ledgers.flatMap(({ sheet, connection }) => {
    const head = reading.survey.sheets.find(({ head: { name } }) => name === sheet)?.head;
    const above = head?.values.slice(0, Math.max(0, connection.headerTop - head.top)) ?? [];
    return issuingBodyIn(above.flat().map(cellText)) ?? [];
  });
  const [first] = bodies;
  return first !== undefined && bodies.every((body) => body === first) ? first : null;
}

/** Keeps the office in the workbook. */
export const planOffice = (survey: Survey, settings: WorkbookSettings, office: Office): Plan =>
  planSettings(survey, withOffice(settings, office));

/** The settings with this office: what differs from the defaults, and 办公室, which would else follow the body. */
export function withOffice(settings: WorkbookSettings, office: Office): WorkbookSettings {
  const others = Object.entries(settings.office).filter(([field]) => !(field in officeSchema.shape));
  const own = (Object.entries(office) as [keyof Office, Office[keyof Office]][]).filter(
    ([field, value]) => value !== null && (field === 'generalOffice' || value !== DEFAULT_OFFICE[field]),
  );
  const kept = Object.fromEntries([...others, ...own]) as WorkbookSettings['office'];
  return { ...settings, office: kept };
}

/** The last day of a limit of working days. */
export const addWorkingDaysOf =
  (calendar: WorkCalendar) =>
  (from: CivilDate, days: number): CivilDate =>
    calendar.addWorkingDays(from, days).date;
