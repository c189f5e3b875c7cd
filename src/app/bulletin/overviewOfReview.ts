import { overviewInPortions, yearOfStates, type Overview, type TrendMonth } from '../../domain/overview/overview';
import { atOnce, filter, type InPortions } from '../../domain/portions';
import { assessmentsInPortions, type Review } from '../reading/review';

/** 总览 of a review; of one ledger where `ledger` names it. */
export const overviewOfReview = (of: Review, ledger: string | null = null): Overview =>
  atOnce(overviewOfReviewInPortions(of, ledger));

export function* overviewOfReviewInPortions(of: Review, ledger: string | null): InPortions<Overview> {
  const own = ({ matter }: (typeof of.assessments)[number]): boolean => matter.sheet === ledger;
  return yield* overviewInPortions({
    assessments: ledger === null ? of.assessments : yield* filter(of.assessments, own),
    histories: of.histories,
    ledgers: ledger === null ? of.ledgers : of.ledgers.filter(({ sheet }) => sheet === ledger),
    directory: of.registers.directory,
    asOf: of.asOf,
  });
}

/** The trend under 总览: twelve reviews of the same reading, so it is asked for apart. */
export const trendOfReview = (of: Review, ledger: string | null = null): readonly TrendMonth[] =>
  atOnce(trendOfReviewInPortions(of, ledger));

export const trendOfReviewInPortions = (of: Review, ledger: string | null): InPortions<readonly TrendMonth[]> =>
  yearOfStates(function* (date) {
    const all = yield* assessmentsInPortions(of, date);
    return ledger === null ? all : yield* filter(all, ({ matter }) => matter.sheet === ledger);
  }, of.asOf);
