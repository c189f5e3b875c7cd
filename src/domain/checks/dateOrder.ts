import type { CivilDate } from '../calendar/civilDate';
import type { Finding, FindingCode } from '../finding';
import { findingOf } from '../findingLevels';
import { rowsOf, type DateCell } from '../matter';
import { NOTHING, type MatterCheck, type Subject } from './checkContext';

const isEarlier = (date: CivilDate, bound: CivilDate): boolean => date < bound;
const isLater = (date: CivilDate, bound: CivilDate): boolean => date > bound;
const dateIn = (cell: DateCell): CivilDate | null => (cell.reading.kind === 'date' ? cell.reading.date : null);

/** The rows' cells of a field whose date is wrong, a cell that several rows share once. */
function compare(
  { matter }: Subject,
  code: FindingCode,
  field: 'deadline' | 'closedOn',
  wrong: (date: CivilDate, bound: CivilDate) => boolean,
  name: 'assigned' | 'today',
  bound: CivilDate,
): readonly Finding[] {
  let findings = NOTHING;
  for (const row of rowsOf(matter)) {
    const date = dateIn(row[field]);
    if (date === null || !wrong(date, bound)) continue;
    // A date cell makes its place when asked.
    const { cell } = row[field];
    if (cell === null || findings.some((said) => said.cell.row === cell.row)) continue;
    findings = [...findings, findingOf(code, cell, { date, [name]: bound }, { matter: matter.key })];
  }
  return findings;
}

/** A deadline earlier than the day the matter was assigned. */
export const deadlineBeforeAssignment: MatterCheck = (subject) => {
  const assigned = dateIn(subject.matter.assignedOn);
  if (assigned === null) return NOTHING;
  return compare(subject, 'deadline-before-assignment', 'deadline', isEarlier, 'assigned', assigned);
};

/** A closing date earlier than the day the matter was assigned. */
export const closedBeforeAssignment: MatterCheck = (subject) => {
  const assigned = dateIn(subject.matter.assignedOn);
  if (assigned === null) return NOTHING;
  return compare(subject, 'closed-before-assignment', 'closedOn', isEarlier, 'assigned', assigned);
};

/** A closing date after the day of the run. */
export const closingInFuture: MatterCheck = (subject, { today }) =>
  compare(subject, 'closing-in-future', 'closedOn', isLater, 'today', today);
