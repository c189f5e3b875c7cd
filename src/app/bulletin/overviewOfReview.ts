import { ledgerOrder } from '../../domain/overview/keys';
import { overviewInPortions, type Overview, type OverviewInput } from '../../domain/overview/overview';
import { overviewAfter } from '../../domain/overview/overviewAfter';
import { yearAfter, yearOfStates, type TrendMonth } from '../../domain/overview/yearOfStates';
import { atOnce, filter, type InPortions } from '../../domain/portions';
import { assessmentAt, assessmentsInPortions, type Review } from '../reading/review';
import { changesBetween } from '../reading/reviewAgain';

/** 总览 of a review; of one ledger where `ledger` names it. */
export const overviewOfReview = (of: Review, ledger: string | null = null): Overview =>
  atOnce(overviewOfReviewInPortions(of, ledger));

export function* overviewOfReviewInPortions(of: Review, ledger: string | null): InPortions<Overview> {
  const own = ({ matter }: (typeof of.assessments)[number]): boolean => matter.sheet === ledger;
  const assessments = ledger === null ? of.assessments : yield* filter(of.assessments, own);
  return yield* overviewInPortions({ assessments, ...around(of, ledger) });
}

const around = (of: Review, ledger: string | null): Omit<OverviewInput, 'assessments'> => ({
  histories: of.histories,
  ledgers: ledger === null ? of.ledgers : of.ledgers.filter(({ sheet }) => sheet === ledger),
  directory: of.registers.directory,
  asOf: of.asOf,
});

/** The overview of `after`, made again from `before`, at the cost of what differs; null where it must be counted anew. */
export function overviewAgain(
  overview: Overview,
  before: Review,
  after: Review,
  ledger: string | null,
): Overview | null {
  const changes = changesBetween(before, after);
  if (changes === null) return null;
  const own = changes.filter(({ after: { matter } }) => ledger === null || matter.sheet === ledger);
  return overviewAfter(overview, own, around(before, ledger), around(after, ledger));
}

/** The trend under 总览: twelve reviews of the same reading, so it is asked for apart. */
export const trendOfReview = (of: Review, ledger: string | null = null): readonly TrendMonth[] =>
  atOnce(trendOfReviewInPortions(of, ledger));

export const trendOfReviewInPortions = (of: Review, ledger: string | null): InPortions<readonly TrendMonth[]> =>
  yearOfStates(function* (date) {
    const all = yield* assessmentsInPortions(of, date);
    return ledger === null ? all : yield* filter(all, ({ matter }) => matter.sheet === ledger);
  }, of.asOf);

/** The trend of `after`, as `overviewAgain`. */
export function trendAgain(
  trend: readonly TrendMonth[],
  before: Review,
  after: Review,
  ledger: string | null,
): readonly TrendMonth[] | null {
  const order = ledgerOrder(after.ledgers.map(({ sheet }) => sheet));
  const changes = changesBetween(before, after)?.filter(
    ({ after: { matter } }) => ledger === null || matter.sheet === ledger,
  );
  return (
    changes?.reduce(
      (now, { before: was, after: is }) =>
        yearAfter(
          now,
          after.asOf,
          is.matter.key,
          (date) => [assessmentAt(before, was, date), assessmentAt(after, is, date)],
          order,
        ),
      trend,
    ) ?? null
  );
}
