import { settingsInForce } from '../../app/reading/connectLedger';
import type { PrintedLetters } from '../../app/letters/printLetters';
import { lettersOfPlan } from '../../app/letters/takeBackNotices';
import type { Working } from '../../app/office/turns';
import type { ApplyResult, JournalEntry } from '../../app/office/workbook';
import type { Notice as Letter } from '../../domain/notices/notice';
import { letterName } from '../../domain/notices/remake';
import type { Plan } from '../../domain/plan';
import { ready } from '../../domain/portions';
import { DONE, UNDO } from '../words';
import { LETTERS_DONE } from '../words/letters';
import { RECORDS } from '../words/records';
import type { MadeFile } from './files';
import type { UnderWay } from './DeskStore';
import { IssuingDesk, MADE_AT_ONCE, NO_FILES } from './IssuingDesk';
import type { FileDelivery, IssuePreview, Preview } from './view';

const namesOf = (files: readonly MadeFile[]): string => files.map(({ name }) => name).join('、');

/** A desk that writes what was previewed, makes letters, takes back and finishes. */
export class WritingDesk extends IssuingDesk {
  /** Writes what is previewed. Files are made before their letters go on record: till then all may be called off. */
  readonly write = async (): Promise<void> => {
    const { preview, work } = this.view();
    if (preview === null || work !== null) return;
    const { issue } = preview;
    await this.together(() => (issue === undefined ? this.writePreview(preview) : this.writeIssue(preview, issue)));
  };

  private async writePreview(preview: Preview): Promise<void> {
    const { plan, summary, letters, further = [], delivery = 'joined', file } = preview;
    const made = letters.length === 0 ? NO_FILES : await this.filesOf(letters, delivery, LETTERS_DONE.stoppedBefore);
    if (made === null) return;
    let whole = await this.carryOut(() => this.applied(plan, summary), DONE.written(summary), 'write', preview);
    if (whole) {
      this.handAllOver(made, DONE.lettersMade(letters.length, namesOf(made.files)));
      whole = await this.writeFurther(further, summary);
      if (file !== undefined) await this.makeFile(file, true);
    }
    await this.readAgain();
    if (!whole) this.offerLetters(plan);
  }

  /** Puts letters on record under settled numbers and hands them over. */
  private async writeIssue(preview: Preview, issue: IssuePreview): Promise<void> {
    const { summary } = preview;
    const issued = await this.issued(preview, issue);
    const whole = issued !== null && this.settle(issued.result, DONE.written(summary), 'write', preview);
    await this.rememberJournal();
    if (issued === null) return;
    let all = whole;
    if (whole) {
      const { made, further, redrawn } = issued;
      this.handAllOver(made, DONE.lettersMade(issue.letters.length, namesOf(made.files)));
      all = await this.writeFurther(further, summary);
      if (redrawn > 0) this.say(`${this.view().notice?.text ?? ''}${LETTERS_DONE.redrawn(redrawn)}`);
    }
    await this.readAgain();
    if (!all) this.offerLetters(issued.plan);
  }

  protected async applied(plan: Plan, summary: string): Promise<ApplyResult> {
    return this.followRows(await this.calls.applyPlan(plan, { at: this.clock.now(), summary }), plan);
  }

  /** Sheets of letters, one action each; may be stopped between two. */
  private async writeFurther(plans: readonly Plan[], summary: string): Promise<boolean> {
    if (plans.length === 0) return true;
    let whole = true;
    const ended = await this.alone('make', async ({ progress }) => {
      for (const [index, plan] of plans.entries()) {
        if (plans.length > 1) progress(index, plans.length);
        whole = this.settle(await this.applied(plan, summary), DONE.written(summary), 'write');
        if (!whole) return;
      }
    });
    if (ended === 'stopped') this.patch({ notice: { tone: 'warning', text: LETTERS_DONE.stoppedSheets } });
    await this.rememberJournal();
    return whole && ended === 'done';
  }

  /** Letters of that plan which are on record although nothing of them was handed over: they can be made now. */
  private offerLetters(plan: Plan): void {
    const { review, notice } = this.view();
    const letters = review === null ? [] : lettersOfPlan(review, plan);
    if (letters.length === 0) return;
    const text = notice === null ? '' : `${notice.text.replace(/。?$/, '。')}`;
    this.patch({
      notice: {
        tone: 'done',
        ...notice,
        text: `${text}${LETTERS_DONE.onRecord(letters.length)}`,
        letters: new Set(letters.map(letterName)),
      },
    });
  }

  /** Makes one file and hands it over. `justWritten`: what was said of the deed before it stays. */
  readonly makeFile = async (make: () => Promise<MadeFile>, justWritten = false): Promise<void> => {
    if (!justWritten) this.patch({ notice: null });
    await this.alone('make', async () => {
      const file = await make();
      this.calls.handOver(file);
      const before = this.view().notice;
      const made = DONE.fileMade(file.name);
      this.say(before?.tone === 'done' ? DONE.andThen(before.text, made) : made);
    });
  };

  /** Makes letters that are on record as files and hands them over. */
  readonly makeFiles = async (letters: readonly Letter[], delivery: FileDelivery): Promise<void> => {
    this.patch({ notice: null });
    const made = await this.filesOf(letters, delivery, LETTERS_DONE.stopped);
    if (made !== null) this.handAllOver(made, LETTERS_DONE.madeAgain(letters.length, namesOf(made.files)));
  };

  /** The letters as files; null where the clerk stopped it or the templates could not be read (said). */
  private async filesOf(
    letters: readonly Letter[],
    delivery: FileDelivery,
    saidStopped: string,
  ): Promise<PrintedLetters | null> {
    const { review, choices, connecting } = this.view();
    if (review === null || connecting === null) return null;
    const settings = settingsInForce(connecting.settings);
    const made: PrintedLetters[] = [];
    const ended = await this.alone('make', async ({ progress, compute }) => {
      if (letters.length > MADE_AT_ONCE) progress(0, letters.length);
      const result = await this.calls.lettersAsFiles(review, letters, choices.office, settings, delivery, compute);
      if (result.ok) made.push(result.value);
      else this.sayRefused(result.refusal.sentence);
    });
    if (ended === 'stopped') this.patch({ notice: { tone: 'info', text: saidStopped } });
    return made[0] ?? null;
  }

  private handAllOver({ files, problems }: PrintedLetters, said: string): void {
    if (files.length === 0) return;
    for (const file of files) this.calls.handOver(file);
    this.say([said, ...problems].join(''));
  }

  /** Does something of length for the letters, with progress and a way to stop it; null where it was stopped. */
  readonly making = async <Value>(
    count: number,
    job: (working: Working) => Promise<Value | null>,
  ): Promise<Value | null> => {
    let made: Value | null = null;
    const ended = await this.alone('make', async ({ progress, compute }) => {
      if (count > MADE_AT_ONCE) progress(0, count);
      made = await job(compute);
    });
    if (ended === 'stopped') this.patch({ notice: { tone: 'info', text: LETTERS_DONE.stoppedBefore } });
    return made;
  };

  /** Makes files of any kind and hands them over; nothing is handed over where the clerk stops it. */
  readonly handOverMade = async (
    make: (work: UnderWay) => Promise<readonly MadeFile[]>,
    said: (names: string) => string,
  ): Promise<void> => {
    this.patch({ notice: null });
    const ended = await this.alone('make', async (work) => {
      // What was pressed is drawn first.
      await this.timing.pause();
      const files = await make(work);
      for (const file of files) this.calls.handOver(file);
      this.say(said(files.map(({ name }) => name).join('、')));
    });
    if (ended === 'stopped') this.say(LETTERS_DONE.stopped);
  };

  /** Asks the host how it does things; what it answers stays on show till it is asked again. */
  readonly askHost = async (): Promise<void> => {
    this.patch({ notice: null });
    await this.alone('ask', async ({ progress }) => {
      const { runHostSelfTest } = await import('../../app/office/hostSelfTest');
      const tested = await runHostSelfTest({ today: this.clock.today(), at: this.clock.now() }, progress);
      if (tested.ok) this.patch({ hostReport: tested.value });
      else this.sayRefused(tested.refusal.sentence);
    });
  };

  readonly undo = async (entry: JournalEntry): Promise<void> => {
    if (this.view().work !== null) return;
    this.patch({ panel: 'none', preview: null });
    // An action cut off half-way is taken back whatever it put on record.
    if (entry.state === 'done' && !(await this.mayBeUndone(entry))) return;
    await this.together(async () => {
      const taken = await this.carryOut(
        () => this.calls.takeBack(entry, this.sheetsSeen()),
        DONE.takenBack(entry.summary),
        'undo',
      );
      if (taken) this.forgetIssued(entry);
      await this.readAgain();
    });
  };

  private sheetsSeen(): readonly string[] {
    return this.view().connecting?.survey.sheets.map(({ head }) => head.name) ?? [];
  }

  /** False where something is against it, which is said, or the clerk has stopped looking. */
  private async mayBeUndone(entry: JournalEntry): Promise<boolean> {
    let against: string | null = null;
    const looked = await this.computed<string | null>(
      () => {
        const { review } = this.view();
        return review === null ? ready(null) : this.calls.againstUndoingInPortions(review, entry);
      },
      (said) => (against = said),
    );
    if (against !== null) this.patch({ notice: { tone: 'warning', text: against } });
    return looked && against === null;
  }

  /** Takes the last action back; one that was cut off is put before the clerk. */
  readonly undoLast = async (): Promise<void> => {
    await this.rememberJournal();
    const last = this.view().journal.at(-1);
    if (last === undefined) return this.patch({ notice: { tone: 'info', text: UNDO.none } });
    if (last.state === 'pending') return this.patch({ panel: 'undo', preview: null });
    await this.undo(last);
  };

  /** Writes what is left of an action that was cut off. */
  readonly finish = async (entry: JournalEntry): Promise<void> => {
    this.patch({ panel: 'none', preview: null });
    await this.together(async () => {
      const finished = await this.carryOut(() => this.calls.finish(entry), DONE.finished(entry.summary), 'finish');
      await this.readAgain();
      if (finished) this.offerLetters(entry.plan);
    });
  };

  /** Takes the journal out of the file, or everything of the add-in's that no sheet shows. */
  readonly clearRecords = async (what: 'journal' | 'outside'): Promise<void> => {
    const { journal } = this.view();
    this.patch({ panel: 'none', preview: null });
    const deed = what === 'journal' ? this.calls.clearJournal : this.calls.clearForOutside;
    await this.together(async () => {
      await this.carryOut(() => deed(journal), what === 'journal' ? RECORDS.cleared : RECORDS.outsideDone);
      if (what === 'outside') await this.readAgain();
    });
  };

  /** Leaves an unfinished action for later; it stays in the undo menu. */
  readonly putOff = ({ id }: JournalEntry): void => this.patch({ putOff: new Set([...this.view().putOff, id]) });

  /** True where it is done: written now, or an action settled of which nothing was left to write. */
  protected async carryOut(
    deed: () => Promise<ApplyResult>,
    said: string,
    kind: 'write' | 'finish' | 'undo' = 'write',
    of: Preview | null = null,
  ): Promise<boolean> {
    let done = false;
    await this.alone(kind === 'finish' ? 'write' : kind, async () => {
      done = this.settle(await deed(), said, kind, of);
    });
    await this.rememberJournal();
    return done;
  }

  /** Says how a deed ended. `of`: what it was previewed as; once written its panel gives way to the next in one step. */
  private settle(
    result: ApplyResult,
    said: string,
    kind: 'write' | 'finish' | 'undo',
    of: Preview | null = null,
  ): boolean {
    if (!result.ok) {
      const { sentence, uncertain, code, cell } = result.refusal;
      const text = uncertain ? `${sentence}${DONE.uncertain}` : sentence;
      // Where cells moved, the cell is what helps: the ledger is read again in any case.
      const helps = cell === undefined ? { readAgain: true } : { cell };
      this.patch({ notice: { tone: 'error', text, ...helps } });
      // What was previewed is no longer so; any other refusal may be mended and tried again.
      if (code === 'Moved' || uncertain) this.patch({ preview: null });
      return false;
    }
    // An action cut off after its last cell leaves nothing to write, and is settled all the same.
    const settled = result.written || kind !== 'write';
    of?.written?.();
    this.patch({
      preview: null,
      ...(of === null ? {} : { panel: of.then ?? 'none' }),
      notice: {
        tone: 'done',
        text: settled ? said : DONE.unchanged,
        ...(result.entry === null ? {} : { undo: result.entry }),
      },
    });
    return settled;
  }

  /** Says more of what was just done; its 撤销 stays. */
  private say(text: string): void {
    const { notice } = this.view();
    this.patch({ notice: { ...notice, tone: 'done', text } });
  }
}
