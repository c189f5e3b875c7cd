import type { State } from '../assessment';
import { civilDate, dayOf, daysInMonth, monthOf, yearOf, type CivilDate } from '../calendar/civilDate';
import { findingOf } from '../findingLevels';
import { foldText } from '../foldText';
import { isRegistration } from '../registers/registration';
import { NOTHING, type MatterCheck } from './checkContext';

const WATCHED: readonly State[] = ['overdue', 'dueSoon', 'inProgress', 'undetermined'];

/** The same day a month earlier, or that month's last day. */
function monthBefore(date: CivilDate): CivilDate {
  const month = monthOf(date) === 1 ? 12 : monthOf(date) - 1;
  const year = monthOf(date) === 1 ? yearOf(date) - 1 : yearOf(date);
  return civilDate(year, month, Math.min(dayOf(date), daysInMonth(year, month)))!;
}

/**
 * An open matter whose progress in 办理登记 has not moved for a month, or says the same words as the time before.
 * Without a first 进展 on record nothing can be told.
 */
export const staleProgress: MatterCheck = ({ matter, history, assessment }, { asOf }) => {
  if (history === null || history.proceedings.length === 0) return NOTHING;
  if (assessment === null || !WATCHED.includes(assessment.state)) return NOTHING;
  const reports = history.proceedings.filter(
    (row) => row.kind === 'progress' && !isRegistration(row) && row.date <= asOf,
  );
  const last = reports.at(-1);
  if (last === undefined) return NOTHING;
  const about = { matter: matter.key };
  const cell = matter.cells['progress'] ?? last.cell;
  if (last.date < monthBefore(asOf)) {
    return [findingOf('stale-progress', cell, { reason: 'silent', since: last.date }, about)];
  }
  const before = reports.at(-2);
  const words = foldText(last.content);
  return before !== undefined && words !== '' && words === foldText(before.content)
    ? [findingOf('stale-progress', cell, { reason: 'sameWords', since: before.date }, about)]
    : [];
};
