import { assess } from '../../domain/assess';
import type { RowsReadAgain } from '../../domain/ledger/readRowsAgain';
import type { PlacedChange } from '../../domain/ledger/toldApartAgain';
import type { Matter } from '../../domain/matter';
import { historyOf } from '../../domain/registers/history';
import type { JoinedAgain } from '../../domain/registers/joinAgain';
import type { ChangedRegisters } from '../../domain/registers/registersAgain';
import { findingsAgain, type RegisterRowRead } from './findingsAgain';
import { placeOf } from './placeOf';
import type { Review, ReviewRequest } from './review';

/** A review, the places of the matters in which it differs from the one it is made from, and the register rows. */
export interface ReviewInPart {
  readonly review: Review;
  readonly places: ReadonlySet<number>;
  /** One after the other. */
  readonly registers: readonly ChangedRegisters[];
}

/** Matters that are judged again singly, in one go; more are judged anew with all the others, in portions. */
const FEW = 500;

/** What was read and joined again. */
export interface ReadAndJoined {
  /** Null where no ledger changed. */
  readonly read: RowsReadAgain | null;
  /** By place among all matters. */
  readonly changes: readonly PlacedChange[];
  readonly joined: Omit<JoinedAgain, 'histories'>;
  readonly registerRows: readonly RegisterRowRead[];
  /** Matters that stand as they stood, of which something else is said: a number of theirs is registered now, or not. */
  readonly reworded: readonly Matter[];
}

/**
 * States and findings of the matters that changed and of those with other register rows; of all else what was said.
 * `now`: ledgers, matters and histories as they are. Null where more is touched.
 */
export function judgedAgain(
  was: Review,
  now: Review,
  request: ReviewRequest,
  { read, changes, joined, registerRows, reworded }: ReadAndJoined,
): Omit<ReviewInPart, 'registers'> | null {
  const placed = (matter: Matter): PlacedChange => ({ before: matter, after: matter, at: placeOf(matter, now) });
  const touched = [...changes, ...joined.others.map(placed)];
  const places = new Set(touched.map(({ at }) => at));
  const others = reworded.map(placed).filter(({ at }) => !places.has(at));
  if (touched.length + others.length + registerRows.length > FEW) return null;
  const assessments = now.assessments.slice();
  for (const { after, at } of touched) assessments[at] = assess(historyOf(now.histories, after), now);
  const judged = { ...now, assessments };
  const findings = findingsAgain(was, judged, request, {
    touched: [...touched, ...others],
    read,
    joined,
    registerRows,
  });
  if (findings === null) return null;
  return { review: { ...judged, findings }, places };
}
