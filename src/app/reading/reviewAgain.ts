import { prepareRows } from '../../domain/registers/rowsNaming';
import { mayCarry } from '../../domain/ledger/carriedMatters';
import { nameAfter, namedMatters } from '../../domain/ledger/namedMatters';
import { readRowsAgain, type RowSpan } from '../../domain/ledger/readRowsAgain';
import { withChanges } from '../../domain/ledger/toldApartAgain';
import type { ChangedAssessment } from '../../domain/overview/overviewAfter';
import type { InPortions } from '../../domain/portions';
import { joinAgain } from '../../domain/registers/joinAgain';
import { indexAfter, indexMatters } from '../../domain/registers/linkMatters';
import type { ChangedRegisters } from '../../domain/registers/registersAgain';
import { directoryOf } from './findingsAgain';
import { judgedAgain, type ReviewInPart } from './judgedAgain';
import type { Reading } from './readForReview';
import { withRegisterRows } from './registerRowsAgain';
import type { Review, ReviewRequest } from './review';

/** Rows of one sheet whose cells are not what they were. */
export interface ChangedRows extends RowSpan {
  readonly sheet: string;
}

/** What was read again: the whole reading, and the rows in which it differs from the one before. */
export interface ReadAgain {
  readonly reading: Reading;
  readonly rows: readonly ChangedRows[];
}

/**
 * The review of `again.reading`, made from the one before: equal to `review(again.reading, request)` at the cost of the
 * changed rows, and of those that have to do with their matters. `request` is the one `previous` was made for. Null
 * where more may be touched (`readRowsAgain`, `registersAgain`; matters carried over): then all is reviewed anew.
 */
export function reviewAgain(previous: Review, request: ReviewRequest, again: ReadAgain): Review | null {
  if (mayCarry(previous.ledgers)) return null;
  let now: ReviewInPart | null = { review: previous, places: new Set(), registers: [] };
  for (const rows of again.rows) {
    if (now === null) return null;
    const isLedger: boolean = now.review.ledgers.some(({ sheet }) => sheet === rows.sheet);
    now = isLedger ? withRows(now, request, again.reading, rows) : withRegisterRows(now, request, again.reading, rows);
  }
  if (now === null || mayCarry(now.review.ledgers)) return null;
  const review = { ...now.review, reading: again.reading };
  madeAgain.set(review, new WeakMap([[previous, { places: now.places, registers: now.registers }]]));
  return review;
}

/** Where a review that was made again differs from the one it was made from, which it does not hold on to. */
const madeAgain = new WeakMap<Review, WeakMap<Review, Pick<ReviewInPart, 'places' | 'registers'>>>();

/**
 * The matters in which a review differs from the one it was made again from; null where it was not made from it, or so
 * many differ that what is counted is counted anew as fast.
 */
export function changesBetween(before: Review, after: Review): readonly ChangedAssessment[] | null {
  const made = madeAgain.get(after)?.get(before);
  if (made === undefined || made.places.size > COUNTED_SINGLY) return null;
  return [...made.places].map((at) => ({ before: before.assessments[at]!, after: after.assessments[at]! }));
}

/** The register rows in which it differs, change by change; none where it was not made from it. */
export const registersBetween = (before: Review, after: Review): readonly ChangedRegisters[] =>
  madeAgain.get(after)?.get(before)?.registers ?? [];

const COUNTED_SINGLY = 50;

/** Makes ahead of time what the first change of a number, title, unit or assignment asks for. */
export function* prepareReviewAgain({ ledgers, matters, registers }: Review): InPortions<void> {
  for (const ledger of ledgers) yield* namedMatters(ledger.matters);
  yield* namedMatters(matters);
  yield* prepareRows(registers.notices ?? []);
  yield* prepareRows(registers.proceedings ?? []);
  yield* prepareRows(registers.events ?? []);
}

function withRows(
  { review: of, places, registers }: ReviewInPart,
  request: ReviewRequest,
  reading: Reading,
  rows: ChangedRows,
): ReviewInPart | null {
  const place = of.ledgers.findIndex(({ sheet }) => sheet === rows.sheet);
  const before = of.ledgers[place];
  const sheet = reading.snapshot.sheets.find(({ name }) => name === rows.sheet);
  if (before === undefined || sheet === undefined) return null;
  const { date1904, name: workbookName } = reading.snapshot;
  const options = { directory: directoryOf(of.registers), asOf: of.asOf, date1904, workbookName };
  const read = readRowsAgain(before, sheet, rows, options);
  if (read === null) return null;
  const ledgers = of.ledgers.map((ledger, at) => (at === place ? read.ledger : ledger));
  const started = of.ledgers.slice(0, place).reduce((sum, { matters }) => sum + matters.length, 0);
  const changes = read.changes.map((change) => ({ ...change, at: started + change.at }));
  let { matters } = read.ledger;
  if (ledgers.length > 1) nameAfter(of.matters, (matters = withChanges(of.matters, changes)), changes);
  const sheets = ledgers.map(({ sheet: name }) => name);
  const joined = joinAgain(of.histories, of.registers, of.asOf, changes, sheets, () => ({
    before: indexMatters(of.matters),
    after: indexAfter(matters),
  }));
  if (joined === null) return null;
  const { histories } = joined;
  const judged = judgedAgain(of, { ...of, ledgers, matters, histories }, request, {
    read,
    changes,
    joined,
    registerRows: [],
    reworded: [],
  });
  return judged === null ? null : { ...judged, places: new Set([...places, ...judged.places]), registers };
}
