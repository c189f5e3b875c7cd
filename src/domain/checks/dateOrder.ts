import type { CivilDate } from '../calendar/civilDate';
import type { Finding, FindingCode } from '../finding';
import { findingOf } from '../findingLevels';
import type { DateCell } from '../matter';
import type { MatterCheck, Subject } from './checkContext';

const dateIn = (cell: DateCell): CivilDate | null => (cell.reading.kind === 'date' ? cell.reading.date : null);

function compare(
  { matter }: Subject,
  code: FindingCode,
  cells: readonly DateCell[],
  wrong: (date: CivilDate) => boolean,
  facts: Finding['facts'],
): Finding[] {
  const seen = new Set<number>();
  return cells.flatMap((each) => {
    const date = dateIn(each);
    if (date === null || each.cell === null || seen.has(each.cell.row) || !wrong(date)) return [];
    seen.add(each.cell.row);
    return [findingOf(code, each.cell, { date, ...facts }, { matter: matter.key })];
  });
}

/** A deadline earlier than the day the matter was assigned. */
export const deadlineBeforeAssignment: MatterCheck = (subject) => {
  const assigned = dateIn(subject.matter.assignedOn);
  if (assigned === null) return [];
  const cells = subject.matter.rows.map((row) => row.deadline);
  const wrong = (date: CivilDate): boolean => date < assigned;
  return compare(subject, 'deadline-before-assignment', cells, wrong, { assigned });
};

/** A closing date earlier than the day the matter was assigned. */
export const closedBeforeAssignment: MatterCheck = (subject) => {
  const assigned = dateIn(subject.matter.assignedOn);
  if (assigned === null) return [];
  const cells = subject.matter.rows.map((row) => row.closedOn);
  const wrong = (date: CivilDate): boolean => date < assigned;
  return compare(subject, 'closed-before-assignment', cells, wrong, { assigned });
};

/** A closing date after the day of the run. */
export const closingInFuture: MatterCheck = (subject, { today }) => {
  const cells = subject.matter.rows.map((row) => row.closedOn);
  return compare(subject, 'closing-in-future', cells, (date) => date > today, { today });
};
