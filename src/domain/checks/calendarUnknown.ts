import { yearOf } from '../calendar/civilDate';
import { findingOf } from '../findingLevels';
import { cellOf } from '../ledger/identity';
import { NOTHING, type MatterCheck } from './checkContext';

/** A deadline counted across a year without a published working-day calendar: by weekends for the time being. */
export const calendarUnknown: MatterCheck = ({ matter, assessment }) => {
  const deadline = assessment?.deadline;
  if (deadline?.kind !== 'date' || !deadline.provisional) return NOTHING;
  const facts = { date: deadline.date, year: yearOf(deadline.date) };
  return [findingOf('calendar-unknown', deadline.cell ?? cellOf(matter), facts, { matter: matter.key })];
};
