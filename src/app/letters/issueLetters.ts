import { numberSource } from '../../domain/notices/numbering';
import type { Notice } from '../../domain/notices/notice';
import type { Office } from '../../domain/notices/office';
import { letterName } from '../../domain/notices/remake';
import type { Plan } from '../../domain/plan';
import { holdNumbers, letGo, settleNumbers, type Settled } from '../../excel/holdNumbers';
import { movedRefusal } from '../../excel/hostErrors';
import { inTurns } from '../../excel/inTurns';
import { numbersElsewhere, planNoticeRegister } from './issueNotices';
import type { Review } from '../reading/review';
import { applyPlan, type ApplyResult, type HostRefusal, type JournalEntry, type Occasion } from '../office/workbook';

/** Letters about to be put on record, and how they are drafted again should their numbers be taken meanwhile. */
export interface LettersToIssue {
  readonly of: Review;
  readonly notices: readonly Notice[];
  readonly plan: Plan;
  readonly office: Office;
  /** The workbook as it is now; a sentence where it cannot be read. */
  readonly readAnew: () => Promise<Review | string>;
  /** What the same choices give over another reading. */
  readonly redraft: (of: Review) => readonly Notice[] | Promise<readonly Notice[]>;
  /** The plan of these letters; null where the clerk stopped it or it cannot be made (said). */
  readonly planOf: (of: Review, notices: readonly Notice[]) => Promise<Plan | null>;
  /** Makes the letters, their numbers being settled; false where that was called off. Nothing is handed over yet. */
  readonly make: (of: Review, notices: readonly Notice[]) => Promise<boolean>;
}

/** What the deed is told from outside: no clock and no chance in here. */
export interface Settling {
  readonly occasion: Occasion;
  /** Lower-case letters and digits, other at every deed. */
  readonly token: string;
  /** Gives co-authors' copies time to come together; false where the clerk called it off. */
  readonly wait: () => Promise<boolean>;
}

export type Issued =
  | {
      readonly kind: 'issued';
      readonly result: ApplyResult & { readonly ok: true };
      readonly notices: readonly Notice[];
      /** Co-authors may be working on copies that have not come together yet. */
      readonly copies: boolean;
    }
  /** Called off: nothing stands in the workbook. */
  | { readonly kind: 'stopped' }
  | { readonly kind: 'refused'; readonly refusal: HostRefusal };

/** The register, or the columns it lacks: an action of its own, for rows can be held only where they can be told. */
const REGISTER_MADE = '备好文书登记簿';

/** Times numbers are drawn, or waited for, before the clerk is asked to try later. */
const ROUNDS = 5;

/**
 * Puts letters on record under numbers nobody else has. Where the workbook is one copy the request that writes reads
 * what it writes over, and that settles it. Where co-authors work on copies of their own the rows are held first, read
 * back when the copies have come together, and settled by the rule of `settlementOf`; only then are letters made and the
 * rows final. What was previewed must still be so, the numbers aside: else nothing is written.
 */
export async function issueLetters(letters: LettersToIssue, settling: Settling): Promise<Issued> {
  let now = { of: letters.of, notices: letters.notices, plan: letters.plan };
  for (let round = 1; round <= ROUNDS; round += 1) {
    const held = await holdNumbers(now.plan, settling.occasion, settling.token);
    if (held.kind === 'refused' && !isOvertaken(held.refusal)) return held;
    if (held.kind === 'oneCopy') return inOneCopy(letters, now, settling.occasion);
    if (held.kind === 'noRegister') {
      const made = await applyPlan(planNoticeRegister(now.of, now.plan), {
        ...settling.occasion,
        summary: REGISTER_MADE,
      });
      if (!made.ok && !isOvertaken(made.refusal)) return { kind: 'refused', refusal: made.refusal };
    } else if (held.kind === 'held') {
      const settled = await settledIn(held.entry, () => letters.make(now.of, now.notices), settling);
      if (settled.kind === 'written')
        return {
          kind: 'issued',
          result: { ok: true, written: true, entry: settled.entry },
          notices: now.notices,
          copies: true,
        };
      if (settled.kind === 'refused' && settled.begun) return { kind: 'refused', refusal: settled.refusal };
      const gone = await letGo(held.entry);
      if (!gone.ok) return { kind: 'refused', refusal: gone.refusal };
      if (settled.kind === 'calledOff') return { kind: 'stopped' };
      if (settled.kind === 'refused') return { kind: 'refused', refusal: settled.refusal };
      // Whoever was written over lets the other act first: else both would write over each other again.
      if (settled.kind === 'taken' && !settled.standing && !(await settling.wait())) return { kind: 'stopped' };
    }
    const again = await draftedAgain(letters);
    if (again === null) return { kind: 'stopped' };
    if (typeof again === 'string') return refused(again);
    now = again;
  }
  return refused('别人正在同时登记文书，编号一时定不下来，没有写入。请稍后再试。');
}

/** A co-author was first: nothing of ours stands, and a new reading tells where it goes now. */
const isOvertaken = ({ code, uncertain }: HostRefusal): boolean =>
  !uncertain && (code === 'Moved' || code === 'ItemAlreadyExists' || code === 'Unfinished');

const refused = (sentence: string): Issued => ({ kind: 'refused', refusal: movedRefusal(sentence, null) });

async function inOneCopy(
  { make }: LettersToIssue,
  { of, notices, plan }: { readonly of: Review; readonly notices: readonly Notice[]; readonly plan: Plan },
  occasion: Occasion,
): Promise<Issued> {
  if (!(await make(of, notices))) return { kind: 'stopped' };
  const result = await applyPlan(plan, occasion);
  return result.ok ? { kind: 'issued', result, notices, copies: false } : { kind: 'refused', refusal: result.refusal };
}

/** Waits and reads back till the numbers are ours, another's, or nobody's for too long. */
async function settledIn(entry: JournalEntry, make: () => Promise<boolean>, { wait }: Settling): Promise<Settled> {
  let settled: Settled = { kind: 'waits' };
  for (let go = 1; go <= ROUNDS && settled.kind === 'waits'; go += 1) {
    if (!(await wait())) return { kind: 'calledOff' };
    settled = await settleNumbers(entry, make);
  }
  // The other was left behind by a pane that is closed: its number is given up.
  return settled.kind === 'waits' ? { kind: 'taken', standing: true } : settled;
}

/** The same letters over a new reading, under the next free numbers; a sentence where they are no longer as previewed. */
async function draftedAgain(
  letters: LettersToIssue,
): Promise<{ readonly of: Review; readonly notices: readonly Notice[]; readonly plan: Plan } | string | null> {
  const of = await letters.readAnew();
  if (typeof of === 'string') return of;
  const drafted = new Map<string, Notice[]>();
  for (const notice of await letters.redraft(of)) {
    const told = toldApart(notice);
    drafted.set(told, [...(drafted.get(told) ?? []), notice]);
  }
  const numbers = numberSource(
    of.registers.notices ?? [],
    letters.notices[0]!.issuedOn,
    { withOrdinal: letters.office.numberWithOrdinal, digits: letters.office.numberDigits },
    await inTurns(numbersElsewhere(of)),
  );
  const notices: Notice[] = [];
  for (const previewed of letters.notices) {
    const same = drafted.get(toldApart(previewed))?.shift();
    if (same === undefined) {
      return `${letterName(previewed)}（${previewed.unit}）：别人刚登记了同一件事项的文书，或者台账有改动，与预览时不同，没有写入。请核对后再试。`;
    }
    notices.push({ ...same, number: numbers(same.form) });
  }
  const plan = await letters.planOf(of, notices);
  return plan === null ? null : { of, notices, plan };
}

/** A letter without what a new reading may change of it: its number, and the rows its matters stand in. */
function toldApart({ number: _number, matters, ...letter }: Notice): string {
  return JSON.stringify([letter, matters.map(({ sheet, id, title }) => [sheet, id, title])]);
}
