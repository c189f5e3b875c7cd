import { assess } from '../../domain/assess';
import type { RowsReadAgain } from '../../domain/ledger/readRowsAgain';
import type { PlacedChange } from '../../domain/ledger/toldApartAgain';
import { historyOf } from '../../domain/registers/history';
import type { JoinedAgain } from '../../domain/registers/joinAgain';
import { findingsAgain } from './findingsAgain';
import { placeOf } from './placeOf';
import type { Review, ReviewRequest } from './review';

/** A review, and the places of the matters in which it differs from the one it is made from. */
export interface ReviewInPart {
  readonly review: Review;
  readonly places: ReadonlySet<number>;
}

/** Matters that are judged again singly, in one go; more are judged anew with all the others, in portions. */
const FEW = 500;

export interface ReadAndJoined {
  readonly read: RowsReadAgain;
  /** By place among all matters. */
  readonly changes: readonly PlacedChange[];
  readonly joined: JoinedAgain;
}

/**
 * States and findings of the matters that changed and of those with other register rows; of all else what was said.
 * `now`: ledgers, matters and histories as they are. Null where more is touched.
 */
export function judgedAgain(
  was: Review,
  now: Review,
  request: ReviewRequest,
  { read, changes, joined }: ReadAndJoined,
): ReviewInPart | null {
  const touched: readonly PlacedChange[] = [
    ...changes,
    ...joined.others.map((matter) => ({ before: matter, after: matter, at: placeOf(matter, now) })),
  ];
  if (touched.length > FEW) return null;
  const assessments = now.assessments.slice();
  for (const { after, at } of touched) assessments[at] = assess(historyOf(now.histories, after), now);
  const judged = { ...now, assessments };
  const findings = findingsAgain(was, judged, request, { touched, read, joined });
  if (findings === null) return null;
  return { review: { ...judged, findings }, places: new Set(touched.map(({ at }) => at)) };
}
