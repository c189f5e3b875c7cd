import type { BulletinHead } from '../../domain/bulletin/bulletinHead';
import { bulletinSheetName } from '../../domain/bulletin/bulletinSheet';
import type { BulletinText } from '../../domain/bulletin/bulletinText';
import type { Decided } from '../../domain/bulletin/candidates';
import type { IssuedBulletin } from '../../domain/bulletin/issuedBulletin';
import { differencesOf, readBulletinSheet, type BulletinDifference } from '../../domain/bulletin/readBulletinSheet';
import type { BulletinWords } from '../../domain/bulletin/words';
import { yearMonthOf } from '../../domain/calendar/civilDate';
import { EVENT_KINDS } from '../../domain/registers/registers';
import { scoreSheetName } from '../../domain/scoring/scoreTable';
import { atOnce, type InPortions } from '../../domain/portions';
import type { Plan } from '../../domain/plan';
import { rememberIssued } from './issuedBulletins';
import { sheetInPortions, type BulletinDraft, type BulletinSheet } from './publishBulletin';
import { planBulletinEvents } from './recordBulletin';
import type { Review } from '../reading/review';

/** What the clerk chose of a bulletin about to be written. */
export interface IssueRequest {
  readonly head: BulletinHead;
  readonly words: Readonly<Partial<BulletinWords>>;
  readonly decided: Decided;
  /** Over an issued one, after what would change was seen. */
  readonly replace: boolean;
}

/** A bulletin about to be written: its sheet, what it says of units on record, and its words remembered. */
export interface BulletinIssuing extends BulletinSheet {
  readonly differences: readonly BulletinDifference[];
  /** Units that get a row in 加减分登记. */
  readonly entered: number;
  /** What else to know, as sentences. */
  readonly notes: readonly string[];
}

/** One plan, one undo. Over an issued bulletin it is empty unless `replace`. */
export const planBulletinIssue = (...asked: Parameters<typeof issuingInPortions>): BulletinIssuing =>
  atOnce(issuingInPortions(...asked));

export function* issuingInPortions(
  of: Review,
  draft: BulletinDraft,
  request: IssueRequest,
): InPortions<BulletinIssuing> {
  const sheet = yield* sheetInPortions(of, draft, request);
  const issued = issuedText(of, draft);
  const differences = issued === null ? [] : differencesOf(issued, draft.text);
  if (sheet.standing === 'differs' && !request.replace) return { ...sheet, differences, entered: 0, notes: [] };
  const { choices, issuedOn, words } = draft;
  const events = choices === null ? null : planBulletinEvents(of, choices, { issuedOn, basis: words.title });
  const remembered: IssuedBulletin = {
    issuedOn,
    head: request.head,
    words: request.words,
    commended: [...request.decided.commended],
    criticised: [...request.decided.criticised],
  };
  const changes: Plan['changes'] = [
    ...sheet.plan.changes,
    ...(events?.changes ?? []),
    ...rememberIssued(of, sheet.name, remembered),
  ];
  const expectations = [sheet.plan, ...(events === null ? [] : [events])].find((plan) => plan.expectations.length > 0);
  const entered = (events?.changes ?? []).reduce(
    (count, change) =>
      count +
      (change.kind === 'appendRows'
        ? change.rows.length
        : change.kind === 'addSheet'
          ? change.content.rows.length - 1
          : 0),
    0,
  );
  return {
    ...sheet,
    differences,
    entered,
    notes: [...scoreNote(of, draft, entered), ...leftOnRecord(of, draft)],
    plan: { ...sheet.plan, expectations: expectations?.expectations ?? [], changes },
  };
}

/** The bulletin as its sheet says it; null where there is none, or it was rearranged. */
export function issuedText(of: Review, draft: BulletinDraft): BulletinText | null {
  const name = bulletinSheetName(draft.period, draft.publication.id);
  const sheet = of.reading.snapshot.sheets.find((each) => each.name === name);
  return sheet === undefined ? null : readBulletinSheet(sheet, draft.text);
}

function scoreNote(of: Review, { issuedOn, choices }: BulletinDraft, entered: number): readonly string[] {
  if (choices === null || entered === 0) return [];
  const sameMonth = yearMonthOf(issuedOn) === yearMonthOf(of.asOf);
  const name = scoreSheetName(of.asOf);
  const issued = of.reading.snapshot.sheets.some((sheet) => sheet.name === name);
  if (!sameMonth) return [`表扬、批评按成文日期${issuedOn}记入加减分登记，算在那个月。`];
  return issued ? [`表扬、批评记入本月，通报的分数已经算上；“${name}”已经印发，不跟着变。`] : [];
}

/** Rows an earlier version of this bulletin put on record and this one does not say. */
function leftOnRecord(of: Review, { choices, issuedOn, words }: BulletinDraft): readonly string[] {
  return (of.registers.events ?? [])
    .filter(({ kind, date, basis }) => {
      const own = kind === 'commendation' || kind === 'criticism';
      return own && date === issuedOn && basis === words.title;
    })
    .filter(({ kind, unit }) => {
      const list = kind === 'commendation' ? choices?.commended : choices?.criticised;
      return !(list ?? []).some((named) => named.unit === unit);
    })
    .map(
      ({ unit, kind, cell }) =>
        `加减分登记第${cell.row + 1}行的${unit}${EVENT_KINDS[kind]}不在这次通报里，不要的请在表中删去。`,
    );
}
