import type { CivilDate } from '../../domain/calendar/civilDate';
import { atOnce, type InPortions } from '../../domain/portions';
import { sinceInPortions, type SinceLastSeen } from '../../domain/sinceLastSeen';
import { assessmentsInPortions, type Review } from './review';

/** What became due or overdue since the workbook was last looked over; null where that is not known or not before. */
export const changedSince = (of: Review, since: CivilDate | null): SinceLastSeen | null =>
  atOnce(changedInPortions(of, since));

export function* changedInPortions(of: Review, since: CivilDate | null): InPortions<SinceLastSeen | null> {
  if (since === null || since >= of.asOf) return null;
  return yield* sinceInPortions(yield* assessmentsInPortions(of, since), of.assessments, since, of.asOf);
}
