import type { Matter } from '../../domain/matter';
import { atOnce, forEach, type InPortions } from '../../domain/portions';
import type { Review } from './review';

const known = new WeakMap<readonly Matter[], ReadonlyMap<string, Matter>>();

/** A review's matters by key; looked through once a review. */
export const mattersByKey = (of: Pick<Review, 'matters'>): ReadonlyMap<string, Matter> =>
  atOnce(mattersByKeyInPortions(of));

export function* mattersByKeyInPortions({ matters }: Pick<Review, 'matters'>): InPortions<ReadonlyMap<string, Matter>> {
  const before = known.get(matters);
  if (before !== undefined) return before;
  const byKey = new Map<string, Matter>();
  yield* forEach(matters, (matter) => void byKey.set(matter.key, matter));
  known.set(matters, byKey);
  return byKey;
}
