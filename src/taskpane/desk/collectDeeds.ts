import type { CarryOver } from '../../app/ledger/carryOver';
import { planMissed, type CollectOutcome } from '../../app/collecting/collectReports';
import { filesInPortions, zipOfFilesInPortions } from '../../app/collecting/fillIns';
import {
  endOfMonth,
  monthOf,
  parseCivilDate,
  yearMonthOf,
  yearOf,
  type CivilDate,
} from '../../domain/calendar/civilDate';
import type { FillIn } from '../../domain/collect/fillIn';
import type { InPortions } from '../../domain/portions';
import type { MissedReport } from '../../domain/scoring/missedReports';
import { CARRY_OVER, COLLECT } from '../words/collect';
import type { Desk } from './Desk';
import type { MadeFile } from './files';
import { previewOf } from './previews';
import type { DeskView } from './view';

/** Months that may be collected, the latest first: none after asOf or today. */
export function monthsToCollect({ review, today }: Pick<DeskView, 'review' | 'today'>): readonly string[] {
  if (review === null) return [];
  const last = review.asOf < today ? review.asOf : today;
  const ordinal = yearOf(last) * 12 + monthOf(last) - 1;
  return [0, 1, 2].map((back) => {
    const month = ordinal - back;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
}

/** In the first days of a month last month's reports are still coming in. */
const STILL_COMING = 10;

/** What is collected now: the month, and the days its reports may be entered under. */
export function collectingNow(view: DeskView): {
  readonly month: string;
  readonly first: CivilDate;
  readonly last: CivilDate;
  readonly reportedOn: CivilDate;
  /** Nothing of the month is still to come at asOf. */
  readonly over: boolean;
} {
  const { review, today, collecting } = view;
  const months = monthsToCollect(view);
  const end = review === null || review.asOf > today ? today : review.asOf;
  const usual = Number(end.slice(8)) <= STILL_COMING ? months[1] : months[0];
  const month =
    collecting.month !== null && months.includes(collecting.month) ? collecting.month : (usual ?? yearMonthOf(end));
  const monthEnd = endOfMonth(Number(month.slice(0, 4)), Number(month.slice(5, 7)));
  const first = parseCivilDate(`${month}-01`)!;
  const last = monthEnd < end ? monthEnd : end;
  const { reportedOn } = collecting;
  const within = reportedOn !== null && reportedOn >= first && reportedOn <= last;
  return { month, first, last, reportedOn: within ? reportedOn : last, over: monthEnd <= end };
}

/** The fill-in files of these units: one as it is, several in one archive. */
export const handOverFillIns = (desk: Desk, month: string, fillIns: readonly FillIn[]): Promise<void> =>
  desk.handOverMade(
    ({ progress, compute }) => {
      if (fillIns.length > 1) progress(0, fillIns.length);
      return compute(handedOut(month, fillIns));
    },
    (names) => COLLECT.made(fillIns.length, names),
  );

function* handedOut(month: string, fillIns: readonly FillIn[]): InPortions<readonly MadeFile[]> {
  const files = yield* filesInPortions(fillIns);
  return files.length === 1 ? files : [{ name: COLLECT.zipName(month), bytes: yield* zipOfFilesInPortions(files) }];
}

/** Puts what the returned files say before the clerk; those not merged are counted. */
export function previewCollected(desk: Desk, month: string, { files, plan }: CollectOutcome): void {
  const merged = files.filter(({ verdict }) => verdict === 'merge');
  const lines = merged.reduce((sum, file) => sum + file.lines.length, 0);
  const left = files.filter(({ verdict }) => verdict === 'ask' || verdict === 'stop').length;
  desk.propose(
    previewOf(plan, {
      deed: COLLECT.go(merged.length, lines),
      summary: COLLECT.summary(COLLECT.monthOf(month), merged.length),
      notes: left === 0 ? [] : [COLLECT.left(left)],
    }),
    { under: 'collect', then: 'collect' },
  );
}

/** Units the clerk confirms as not having reported, for 加减分登记. */
export function previewMissed(desk: Desk, month: string, confirmed: readonly MissedReport[]): void {
  const { review } = desk.view();
  if (review === null) return;
  desk.propose(
    previewOf(planMissed(review, confirmed), {
      deed: COLLECT.enterMissed(confirmed.length),
      summary: COLLECT.missedSummary(COLLECT.monthOf(month), confirmed.length),
    }),
    { under: 'collect', then: 'collect' },
  );
}

export function previewCarryOver(desk: Desk, { plan, name, carried, remarks }: Extract<CarryOver, { ok: true }>): void {
  desk.propose(
    previewOf(plan, {
      deed: CARRY_OVER.go(carried.length),
      summary: CARRY_OVER.summary(name, carried.length),
      notes: remarks,
    }),
    { under: 'carryOver' },
  );
}
