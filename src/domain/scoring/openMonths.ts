import type { Assessment, State } from '../assessment';
import { endOfMonth, monthOf, yearOf, type CivilDate } from '../calendar/civilDate';

const OPEN: readonly State[] = ['overdue', 'dueSoon', 'recurring', 'undetermined', 'inProgress'];

export const lastDayOfMonth = (date: CivilDate): CivilDate => endOfMonth(yearOf(date), monthOf(date));

/**
 * Whether a matter was open on some day of the month that ends on `monthEnd`, by its state at that day.
 * Closed on an unknown day: not shown to have been open, so nothing is deducted for it.
 */
export function wasOpenIn(assessment: Assessment, monthEnd: CivilDate): boolean {
  if (OPEN.includes(assessment.state)) return true;
  const { closedOn, matter } = assessment;
  const closed = ['closed', 'closedOnTime', 'closedLate'].includes(assessment.state);
  if (!closed || closedOn === null) return false;
  const firstDay = `${monthEnd.slice(0, 8)}01` as CivilDate;
  const assigned = matter.assignedOn.reading.kind === 'date' ? matter.assignedOn.reading.date : null;
  return closedOn > firstDay && (assigned === null || closedOn > assigned);
}
