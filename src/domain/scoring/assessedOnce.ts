import type { Assessment } from '../assessment';
import type { CivilDate } from '../calendar/civilDate';
import type { ScoringInput } from './score';

/** The same assessments, each date worked out once. */
export function assessedOnce(assessAt: ScoringInput['assessAt']): ScoringInput['assessAt'] {
  const assessed = new Map<CivilDate, readonly Assessment[]>();
  return function* (date) {
    const known = assessed.get(date) ?? (yield* assessAt(date));
    assessed.set(date, known);
    return known;
  };
}
