import { overviewOfReview, trendOfReview } from '../../app/overviewOfReview';
import type { Review } from '../../app/review';
import type { Overview, TrendMonth } from '../../domain/overview/overview';

type Counting<Counted> = (of: Review, ledger: string | null) => Counted;

/** Counts once for a review and a ledger; what was counted goes with the review. */
function once<Counted>(count: Counting<Counted>): Counting<Counted> {
  const byReview = new WeakMap<Review, Map<string | null, Counted>>();
  return (of, ledger) => {
    const own = byReview.get(of) ?? new Map<string | null, Counted>();
    const counted = own.get(ledger) ?? count(of, ledger);
    byReview.set(of, own.set(ledger, counted));
    return counted;
  };
}

/** The figures of the pane's head and of 总览; of all ledgers where `ledger` is null. */
export const figuresOf: Counting<Overview> = once(overviewOfReview);

/** Twelve months: as many reviews of the same reading. */
export const trendOf: Counting<readonly TrendMonth[]> = once(trendOfReview);
