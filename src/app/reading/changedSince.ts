import type { CivilDate } from '../../domain/calendar/civilDate';
import { sinceLastSeen, type SinceLastSeen } from '../../domain/sinceLastSeen';
import { assessmentsAt, type Review } from './review';

/** What became due or overdue since the workbook was last looked over; null where that is not known or not before. */
export function changedSince(of: Review, since: CivilDate | null): SinceLastSeen | null {
  return since === null || since >= of.asOf
    ? null
    : sinceLastSeen(assessmentsAt(of, since), of.assessments, since, of.asOf);
}
