import type { Matter } from '../../domain/matter';
import type { Review } from './review';

const known = new WeakMap<readonly Matter[], ReadonlyMap<string, Matter>>();

/** A review's matters by key; looked through once a review. */
export function mattersByKey({ matters }: Pick<Review, 'matters'>): ReadonlyMap<string, Matter> {
  const byKey = known.get(matters) ?? new Map(matters.map((matter) => [matter.key, matter]));
  known.set(matters, byKey);
  return byKey;
}
