import { overviewAgain, overviewOfReview, trendAgain, trendOfReview } from '../../../src/app/bulletin/overviewOfReview';
import { lookOver, type Connecting } from '../../../src/app/reading/connectLedger';
import { ruleSetFor } from '../../../src/app/reading/chosenRules';
import { readForReview, type Reading } from '../../../src/app/reading/readForReview';
import type { Review, ReviewRequest } from '../../../src/app/reading/review';
import { FIELDS } from '../../../src/domain/ledger/fields';
import type { Matter } from '../../../src/domain/matter';
import { DEFAULT_SETTINGS } from '../../../src/domain/ruleSet';
import { scoreReview, scoresAgain, type ReviewScores } from '../../../src/app/scoring/scoreReview';
import { listShown } from '../../../src/taskpane/desk/byState';
import { followCounts } from '../../../src/taskpane/desk/figures';
import { matterList } from '../../../src/taskpane/desk/shown';
import { NO_FILTER } from '../../../src/taskpane/desk/view';
import type { HostDesk } from '../../hostDesk';
import { AS_OF } from '../reviewing';

export interface Book {
  readonly connecting: Connecting;
  readonly reading: Reading;
  readonly request: ReviewRequest;
}

export async function bookOf(desk: HostDesk, scheme: string): Promise<Book> {
  const book = await bookAtHand(scheme);
  desk.close();
  return book;
}

/** The open workbook. */
export async function bookAtHand(scheme: string): Promise<Book> {
  const looked = await lookOver();
  if (!looked.ok) throw new Error(looked.refusal.sentence);
  const connections = looked.value.ledgers.map(({ connection }) => connection);
  const read = await readForReview(looked.value.survey, connections);
  if (!read.ok) throw new Error(read.refusal.sentence);
  const request = {
    connections,
    doubts: new Map(),
    others: looked.value.others,
    asOf: AS_OF,
    today: AS_OF,
    ruleSet: ruleSetFor(scheme),
    settings: DEFAULT_SETTINGS,
  };
  return { connecting: looked.value, reading: read.value, request };
}

/** Everything a review says, closures and private places of cells told as plain values, as one text. */
function plain(of: Review): string {
  const cellsOf = ({ cells }: Matter): unknown => Object.fromEntries(FIELDS.map((field) => [field, cells[field]]));
  const matterOf = (matter: Matter): unknown => ({ ...matter, cells: cellsOf(matter) });
  return JSON.stringify({
    matters: of.matters.map(matterOf),
    ledgers: of.ledgers.map(({ snapshot: _, ...ledger }) => ({
      ...ledger,
      matters: ledger.matters.map(({ key }) => key),
    })),
    histories: [...of.histories].map(([key, history]) => [key, { ...history, matter: history.matter.key }]),
    assessments: of.assessments.map((assessment) => ({ ...assessment, matter: assessment.matter.key })),
    registers: of.registers,
    findings: of.findings,
  });
}

/** Every place that names a matter names the same one. */
function isWhole(of: Review): boolean {
  const own = of.ledgers.flatMap(({ matters }) => matters);
  return (
    own.length === of.matters.length &&
    of.matters.every(
      (matter, index) =>
        own[index] === matter &&
        of.assessments[index]!.matter === matter &&
        (of.histories.get(matter.key)?.matter ?? matter) === matter,
    ) &&
    of.ledgers.every(({ snapshot }) => of.reading.snapshot.sheets.includes(snapshot))
  );
}

const followed = new WeakMap<Review, ReviewScores>();

const LISTED = ['overdue', 'dueSoon', 'inProgress', 'closedLate'] as const;

/** The review made again is the one made anew, and so is all that is counted from it. `scored`: without counting all. */
export function expectAlike(before: Review, again: Review, whole: Review): { readonly scored: boolean } {
  expect(again.reading).toBe(whole.reading);
  expect(isWhole(again)).toBe(true);
  if (plain(again) !== plain(whole)) expect(JSON.parse(plain(again))).toEqual(JSON.parse(plain(whole)));
  // Scores that were followed are followed on.
  const known = followed.get(before) ?? scoreReview(before);
  const scores = scoresAgain(known, before, again);
  if (scores !== null) expect(scores).toEqual(scoreReview(whole));
  followed.set(again, scores ?? scoreReview(again));
  const lists = (of: Review): unknown =>
    LISTED.map((shown) => listShown(of, null, { ...NO_FILTER, shown }).map(({ matter }) => matter.key));
  lists(before);
  followCounts(before, again);
  expect(lists(again)).toEqual(
    LISTED.map((shown) => matterList(whole.assessments, { ...NO_FILTER, shown }).map(({ matter }) => matter.key)),
  );
  const [first, ...others] = before.ledgers;
  for (const sheet of others.length > 0 ? [null, first!.sheet] : [null]) {
    const overview = overviewAgain(overviewOfReview(before, sheet), before, again, sheet);
    if (overview !== null) expect(overview).toEqual(overviewOfReview(whole, sheet));
    const trend = trendAgain(trendOfReview(before, sheet), before, again, sheet);
    if (trend !== null) expect(trend).toEqual(trendOfReview(whole, sheet));
  }
  return { scored: scores !== null };
}
