import { daysBetween, type CivilDate } from '../calendar/civilDate';
import { readDate } from '../calendar/readDate';
import type { CellRef } from '../cell';
import type { Matter } from '../matter';
import type { Proceeding, Registers, ScoreEvent } from '../registers/registers';
import { matterLinks } from '../scoring/matterLinks';

/** `noLimit`: no 整改报告 and no day set for it. */
export type RectificationState = 'reported' | 'waiting' | 'late' | 'noLimit';

/** A 通报批评 and the 整改报告 it asks for (004 三(三)). */
export interface Rectification {
  readonly unit: string;
  readonly criticisedOn: CivilDate;
  readonly event: CellRef;
  /** Keys of the matters criticised. */
  readonly matters: readonly string[];
  /** The day set for the 整改报告, from 备注 or 依据 of the row. */
  readonly limit: CivilDate | null;
  readonly reportedOn: CivilDate | null;
  readonly state: RectificationState;
  /** Days past the limit: of a late report, or of one still owed. */
  readonly daysLate: number;
}

/** How a row of 加减分登记 names the day: `整改报告于2026年11月30日前报送`. */
export const rectificationNote = (limit: string): string => `整改报告于${limit}前报送`;
const LIMIT = /整改[^，。；;]{0,12}?((?:\d{4}[年./-])?\d{1,2}[月./-]\d{1,2}[日号]?)/;

/**
 * Every 通报批评 up to asOf with its 整改报告. A report of 办理登记 answers the earliest criticism of its unit that is
 * not answered yet; where it names matters, one of these.
 */
export function rectificationsOf(
  registers: Pick<Registers, 'events' | 'proceedings'>,
  matters: readonly Matter[],
  asOf: CivilDate,
): readonly Rectification[] {
  const links = matterLinks(matters);
  const keysOf = (reference: ScoreEvent['matters']): readonly string[] => links.find(reference).map(({ key }) => key);
  const reports = (registers.proceedings ?? [])
    .filter((row) => row.kind === 'rectificationReport' && row.date <= asOf)
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const used = new Set<Proceeding>();
  const criticised = (registers.events ?? [])
    .filter((event) => event.kind === 'criticism' && event.date <= asOf)
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return criticised.map((event): Rectification => {
    const about = keysOf(event.matters);
    const answer = reports.find(
      (row) => !used.has(row) && row.date >= event.date && answers(row, event, about, keysOf),
    );
    if (answer !== undefined) used.add(answer);
    const limit = limitOf(event);
    const reportedOn = answer?.date ?? null;
    const until = reportedOn ?? asOf;
    const daysLate = limit !== null && until > limit ? daysBetween(limit, until) : 0;
    const state = reportedOn !== null ? 'reported' : limit === null ? 'noLimit' : daysLate > 0 ? 'late' : 'waiting';
    return {
      unit: event.unit,
      criticisedOn: event.date,
      event: event.cell,
      matters: about,
      limit,
      reportedOn,
      state,
      daysLate,
    };
  });
}

function answers(
  row: Proceeding,
  event: ScoreEvent,
  about: readonly string[],
  keysOf: (reference: ScoreEvent['matters']) => readonly string[],
): boolean {
  const own = keysOf(row.matters);
  if (own.length > 0 && about.length > 0) return own.some((key) => about.includes(key));
  return row.unit !== null && row.unit.split('、').includes(event.unit);
}

function limitOf({ note, basis, date }: ScoreEvent): CivilDate | null {
  for (const text of [note, basis]) {
    const written = LIMIT.exec(text ?? '')?.[1];
    if (written === undefined) continue;
    const reading = readDate(written, 'General', {
      assignedOn: date,
      titleYear: null,
      asOf: date,
      date1904: false,
      bareNumberIsDays: null,
    });
    if (reading.kind === 'date') return reading.date;
  }
  return null;
}
