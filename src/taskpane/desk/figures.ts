import { overviewOfReviewInPortions, trendOfReviewInPortions } from '../../app/bulletin/overviewOfReview';
import type { Review } from '../../app/reading/review';
import type { Overview, TrendMonth } from '../../domain/overview/overview';
import { atOnce, type InPortions } from '../../domain/portions';

/** What is counted once for a review and a ledger, all of them where `ledger` is null; it goes with the review. */
export class Counted<Value> {
  readonly #known = new WeakMap<Review, Map<string | null, Value>>();

  constructor(private readonly counting: (of: Review, ledger: string | null) => InPortions<Value>) {}

  /** Null where it is not counted yet. */
  known(of: Review, ledger: string | null): Value | null {
    return this.#known.get(of)?.get(ledger) ?? null;
  }

  *count(of: Review, ledger: string | null): InPortions<Value> {
    const counted = this.known(of, ledger) ?? (yield* this.counting(of, ledger));
    this.#known.set(of, (this.#known.get(of) ?? new Map<string | null, Value>()).set(ledger, counted));
    return counted;
  }
}

/** The figures of the pane's head and of 总览. */
export const FIGURES = new Counted<Overview>(overviewOfReviewInPortions);

/** Counted with the review: at hand wherever the desk has taken it over. */
export const figuresOf = (of: Review, ledger: string | null): Overview => atOnce(FIGURES.count(of, ledger));

/** Twelve months: as many reviews of the same reading. */
export const TREND = new Counted<readonly TrendMonth[]>(trendOfReviewInPortions);
