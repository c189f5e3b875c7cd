import {
  overviewAgain,
  overviewOfReviewInPortions,
  trendAgain,
  trendOfReviewInPortions,
} from '../../app/bulletin/overviewOfReview';
import type { Review } from '../../app/reading/review';
import type { Overview } from '../../domain/overview/overview';
import type { TrendMonth } from '../../domain/overview/yearOfStates';
import { atOnce, type InPortions } from '../../domain/portions';

/** All that is counted, whichever rooms have been loaded. */
const everyCounted: Pick<Counted<unknown>, 'follow'>[] = [];

/** Takes over for `after`, a review made again from `before`, what was counted for it, as far as matter by matter it can. */
export function followCounts(before: Review, after: Review): void {
  for (const counted of everyCounted) counted.follow(before, after);
}

/** What is counted once for a review and a ledger, all of them where `ledger` is null; it goes with the review. */
export class Counted<Value> {
  readonly #known = new WeakMap<Review, Map<string | null, Value>>();

  constructor(
    private readonly counting: (of: Review, ledger: string | null) => InPortions<Value>,
    /** The same for `after`, a review made again from `before`, at the cost of what differs; null where it cannot be. */
    private readonly again: (value: Value, before: Review, after: Review, ledger: string | null) => Value | null = () =>
      null,
  ) {
    everyCounted.push(this);
  }

  /** Null where it is not counted yet. */
  known(of: Review, ledger: string | null): Value | null {
    return this.#known.get(of)?.get(ledger) ?? null;
  }

  /** As `followCounts`. */
  follow(before: Review, after: Review): void {
    const values = new Map<string | null, Value>();
    for (const [ledger, value] of this.#known.get(before) ?? []) {
      const now = this.again(value, before, after, ledger);
      if (now !== null) values.set(ledger, now);
    }
    this.#known.set(after, values);
  }

  *count(of: Review, ledger: string | null): InPortions<Value> {
    const counted = this.known(of, ledger) ?? (yield* this.counting(of, ledger));
    this.#known.set(of, (this.#known.get(of) ?? new Map<string | null, Value>()).set(ledger, counted));
    return counted;
  }
}

/** The figures of the pane's head and of 总览. */
export const FIGURES = new Counted<Overview>(overviewOfReviewInPortions, overviewAgain);

/** Counted with the review: at hand wherever the desk has taken it over. */
export const figuresOf = (of: Review, ledger: string | null): Overview => atOnce(FIGURES.count(of, ledger));

/** Twelve months: as many reviews of the same reading. */
export const TREND = new Counted<readonly TrendMonth[]>(trendOfReviewInPortions, trendAgain);
