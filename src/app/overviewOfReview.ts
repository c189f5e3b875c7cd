import { overviewOf, yearOfStates, type Overview, type TrendMonth } from '../domain/overview/overview';
import { assessmentsAt, type Review } from './review';

/** 总览 of a review; of one ledger where `ledger` names it. */
export const overviewOfReview = (of: Review, ledger: string | null = null): Overview =>
  overviewOf({
    assessments: ledger === null ? of.assessments : of.assessments.filter(({ matter }) => matter.sheet === ledger),
    histories: of.histories,
    ledgers: ledger === null ? of.ledgers : of.ledgers.filter(({ sheet }) => sheet === ledger),
    directory: of.registers.directory,
    asOf: of.asOf,
  });

/** The trend under 总览: twelve reviews of the same reading, so it is asked for apart. */
export const trendOfReview = (of: Review, ledger: string | null = null): readonly TrendMonth[] =>
  yearOfStates(
    (date) => assessmentsAt(of, date).filter(({ matter }) => ledger === null || matter.sheet === ledger),
    of.asOf,
  );
