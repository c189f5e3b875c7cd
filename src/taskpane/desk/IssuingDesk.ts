import type { Issued } from '../../app/letters/issueLetters';
import { settingsInForce } from '../../app/reading/connectLedger';
import type { PrintedLetters } from '../../app/letters/printLetters';
import type { Review } from '../../app/reading/review';
import type { ApplyResult, JournalEntry } from '../../app/office/workbook';
import type { Notice as Letter } from '../../domain/notices/notice';
import { letterName } from '../../domain/notices/remake';
import type { Plan } from '../../domain/plan';
import { DONE } from '../words';
import { LETTERS_DONE } from '../words/letters';
import type { UnderWay } from './DeskStore';
import { FollowingDesk } from './FollowingDesk';
import type { IssuePreview, Preview } from './view';

/** Above this many letters progress is shown and the making may be stopped. */
export const MADE_AT_ONCE = 50;
export const NO_FILES: PrintedLetters = { files: [], problems: [] };

/**
 * Seconds that co-authors' copies are given to come together, with 自动保存 on only. What one writes must reach the other
 * and come back: twice the few seconds Excel takes, and the time of a request.
 */
const SYNC_SECONDS = 6;

export interface OnRecord {
  readonly result: ApplyResult;
  readonly made: PrintedLetters;
  readonly plan: Plan;
  readonly further: readonly Plan[];
  /** Letters whose number is another than the preview showed. */
  readonly redrawn: number;
}

/** A desk that puts letters on record under numbers nobody else has. */
export class IssuingDesk extends FollowingDesk {
  readonly sayRefused = (sentence: string): void => this.patch({ notice: { tone: 'error', text: sentence } });

  /** Letters issued while copies may not have come together, by the action that may be taken back. */
  private readonly issuedOnCopies = new Map<string, readonly Letter[]>();

  /** Rows put into registers while copies may not have come together, by the action that may be taken back. */
  private readonly rowsOnCopies = new Map<string, { readonly summary: string; readonly plan: Plan }>();

  /** Looks after the rows of a deed just done, where another's may be merged over them. */
  protected followRows(result: ApplyResult, plan: Plan): ApplyResult {
    if (result.ok && result.copies === true && result.entry !== null) {
      const { id, summary } = result.entry;
      if (plan.changes.some(({ kind }) => kind === 'appendRows')) this.rowsOnCopies.set(id, { summary, plan });
    }
    return result;
  }

  /** Null where nothing was written because it was called off or the letters could not be made (said). */
  protected async issued(preview: Preview, issue: IssuePreview): Promise<OnRecord | null> {
    const { review, choices } = this.view();
    if (review === null) return null;
    const now = { made: NO_FILES, plan: preview.plan, further: preview.further ?? [], unmade: false };
    const ended: { issued: Issued | null } = { issued: null };
    const how = await this.alone('write', async (work) => {
      ended.issued = await this.calls.issueLetters(
        {
          of: review,
          notices: issue.letters,
          plan: preview.plan,
          office: choices.office,
          readAnew: () => this.judgedNow(),
          redraft: issue.redraft,
          planOf: async (of, letters) => {
            const planned = await issue.planOf(of, letters);
            if (planned === null) now.unmade = true;
            else [now.plan, now.further] = [planned.plan, planned.further];
            return planned?.plan ?? null;
          },
          make: async (of, letters) => {
            const made = preview.letters.length === 0 ? NO_FILES : await this.madeIn(work, of, letters, preview);
            if (made === 'refused') now.unmade = true;
            else if (made !== null) now.made = made;
            return made !== null && made !== 'refused';
          },
        },
        {
          occasion: { at: this.clock.now(), summary: preview.summary },
          token: newToken(),
          wait: () => this.synced(work),
        },
      );
    });
    const { issued } = ended;
    if (how === 'busy') return null;
    if (issued === null || issued.kind === 'stopped') {
      if (!now.unmade) this.patch({ notice: { tone: 'info', text: LETTERS_DONE.stoppedBefore } });
      return null;
    }
    const { made, plan, further } = now;
    if (issued.kind === 'refused')
      return { result: { ok: false, refusal: issued.refusal }, made, plan, further, redrawn: 0 };
    const { entry } = issued.result;
    if (issued.copies && entry !== null) this.issuedOnCopies.set(entry.id, issued.notices);
    const redrawn = issued.notices.filter(({ number }, index) => number !== issue.letters[index]?.number).length;
    return { result: issued.result, made, plan, further, redrawn };
  }

  /** Says, once, of letters handed over and of rows written that they have gone. */
  protected override async reviewed(of: Review): Promise<void> {
    if (this.rowsOnCopies.size > 0) await this.missRows(of);
    if (this.issuedOnCopies.size === 0) return;
    const { lettersGone } = await import('../../app/letters/lettersGone');
    const gone: Letter[] = [];
    for (const [entry, letters] of this.issuedOnCopies) {
      const own = lettersGone(of, letters);
      gone.push(...own);
      if (own.length > 0)
        this.issuedOnCopies.set(
          entry,
          letters.filter((letter) => !own.includes(letter)),
        );
    }
    const names = gone.map((letter) => `${letterName(letter)}（${letter.unit}）`);
    if (names.length > 0) this.patch({ notice: { tone: 'warning', text: LETTERS_DONE.gone(names) } });
  }

  private async missRows(of: Review): Promise<void> {
    const { rowsGone } = await import('../../app/registers/rowsGone');
    for (const [id, { summary, plan }] of this.rowsOnCopies) {
      const gone = rowsGone(of, plan);
      if (gone.length === 0) continue;
      this.rowsOnCopies.delete(id);
      this.patch({ notice: { tone: 'warning', text: DONE.rowsGone(summary, gone) } });
    }
  }

  /** Letters and rows of an action that is taken back are missed no more. */
  protected forgetIssued({ id }: JournalEntry): void {
    this.issuedOnCopies.delete(id);
    this.rowsOnCopies.delete(id);
  }

  /** The letters as files; null where the clerk stopped it, `refused` where the templates could not be read (said). */
  private async madeIn(
    { progress, turnTo, compute }: UnderWay,
    of: Review,
    letters: readonly Letter[],
    { delivery = 'joined' }: Preview,
  ): Promise<PrintedLetters | 'refused' | null> {
    const { connecting, choices } = this.view();
    if (connecting === null) return null;
    turnTo('make');
    try {
      if (letters.length > MADE_AT_ONCE) progress(0, letters.length);
      const settings = settingsInForce(connecting.settings);
      const result = await this.calls.lettersAsFiles(of, letters, choices.office, settings, delivery, compute);
      if (result.ok) return result.value;
      this.sayRefused(result.refusal.sentence);
      return 'refused';
    } catch (error) {
      // What is held must be let go before anything else is done.
      if (this.isStopped(error)) return null;
      throw error;
    } finally {
      turnTo('write');
    }
  }

  /** Waits for co-authors' copies; false where the clerk stopped it. */
  private async synced({ progress, turnTo }: UnderWay): Promise<boolean> {
    turnTo('settle');
    try {
      for (let second = 0; second < SYNC_SECONDS; second += 1) {
        progress(second, SYNC_SECONDS);
        await new Promise<void>((next) => this.timing.after(1000, next));
      }
      progress(SYNC_SECONDS, SYNC_SECONDS);
      return true;
    } catch (error) {
      if (this.isStopped(error)) return false;
      throw error;
    } finally {
      turnTo('write');
    }
  }
}

/** Twelve letters and digits by chance: two clerks who begin at the same moment have different ones. */
function newToken(): string {
  const numbers = crypto.getRandomValues(new Uint32Array(2));
  return Array.from(numbers, (number) => number.toString(36).padStart(7, '0').slice(-6)).join('');
}
