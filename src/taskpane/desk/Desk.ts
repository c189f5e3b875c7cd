import { planSettings, settingsInForce } from '../../app/connectLedger';
import { officeOf } from '../../app/officeSettings';
import type { ApplyResult, HostResult, JournalEntry } from '../../app/workbook';
import type { Finding, FindingLevel } from '../../domain/finding';
import type { LedgerConnection } from '../../domain/ledger/connection';
import type { Notice as Letter } from '../../domain/notices/notice';
import type { Office } from '../../domain/notices/office';
import type { Plan } from '../../domain/plan';
import { DEFAULT_SETTINGS } from '../../domain/ruleSet';
import type { ProceedingKind } from '../../domain/registers/registers';
import { DONE, SUMMARY, UNDO } from '../words';
import { LETTERS_DONE } from '../words/letters';
import { letterName } from '../../domain/notices/remake';
import type { Following } from '../../app/makeLetters';
import type { PrintedLetters } from '../../app/printLetters';
import { lettersOfPlan } from '../../app/takeBackNotices';
import type { MadeFile } from './files';
import type { UnderWay } from './DeskStore';
import { FollowingDesk } from './FollowingDesk';
import { previewOfFixes, previewOfLetters, previewOfMarking, previewOfScores, previewOfUnmarking } from './previews';
import { answerTo, correctionOf, settledLedgers, type Question } from './questions';
import {
  NO_FILTER,
  type AsOf,
  type Choices,
  type Collecting,
  type FileDelivery,
  type Filter,
  type LetterChoices,
  type Notice,
  type Panel,
  type Preview,
  type Room,
  type ScoresTab,
} from './view';

/** Above this many letters progress is shown and the making may be stopped. */
const MADE_AT_ONCE = 50;
const NO_FILES: PrintedLetters = { files: [], problems: [] };
const namesOf = (files: readonly MadeFile[]): string => files.map(({ name }) => name).join('、');

/** The clerk's desk: what the pane does, apart from how it looks. */
export class Desk extends FollowingDesk {
  /** Whether this host takes downloads; where it does not, letters go into worksheets. */
  readonly downloads = this.calls.canDownload();
  /** Hands a file over to the clerk. */
  readonly handOver = (file: MadeFile): void => this.calls.handOver(file);

  // What the clerk chooses

  readonly chooseDate = (asOf: AsOf): void => {
    this.patch({ asOf, preview: null });
    this.judge();
  };
  readonly chooseLedger = (ledger: string | null): void =>
    this.patch({ ledger, filter: { ...this.view().filter, picked: null, only: null } });
  readonly enter = (room: Room, filter?: Partial<Filter>): void =>
    this.patch({
      room,
      panel: 'none',
      preview: null,
      notice: this.lasting(),
      ...(filter === undefined ? {} : { filter: { ...NO_FILTER, ...filter } }),
    });
  /** To the letters of one matter; of all whose step is due where `matter` is null. */
  readonly wantLetters = (matter: string | null): void => {
    this.enter('letters');
    this.patch({ lettersFor: matter === null ? null : new Set([matter]) });
  };
  readonly filter = (change: Partial<Filter>): void => this.patch({ filter: { ...this.view().filter, ...change } });
  readonly goOnCollecting = (change: Partial<Collecting>): void =>
    this.patch({ collecting: { ...this.view().collecting, ...change } });
  readonly dismissSince = (): void => this.patch({ since: null });
  readonly chooseLevel = (level: FindingLevel | 'all'): void => this.patch({ level });
  /** `proceeding`: what 办理登记 begins with. */
  readonly showPanel = (panel: Panel, proceeding: ProceedingKind = 'progress'): void =>
    this.patch({ panel, proceeding, preview: null, notice: this.lasting() });
  readonly dismissNotice = (): void => this.patch({ notice: null });

  /** The notice that still matters when the clerk goes on: what was done is not repeated in every room. */
  private lasting(): Notice | null {
    const { notice } = this.view();
    return notice?.tone === 'done' || notice?.tone === 'info' ? null : notice;
  }

  readonly choose = (choices: Choices): void => {
    this.chosen = choices;
    this.patch({ choices });
    this.judge();
  };

  /** Takes the clerk's answers about columns and goes on; `remember` keeps them in the file. */
  readonly answer = async (settled: ReadonlyMap<string, LedgerConnection | null>, remember: boolean): Promise<void> => {
    const { connecting, phase } = this.view();
    if (connecting === null) return;
    const asked = phase.kind === 'asking' ? phase.questions : [];
    for (const [sheet, connection] of settled) {
      const question = asked.find((own: Question) => own.sheet === sheet);
      const found = connecting.ledgers.find((ledger) => ledger.connection.sheet === sheet);
      if (question !== undefined) this.answers.set(sheet, answerTo(question, connection));
      else if (found !== undefined && connection !== null) this.answers.set(sheet, correctionOf(found, connection));
    }
    this.patch({ panel: 'none' });
    if (remember) await this.keep(SUMMARY.connect([...settled.keys()].join('、')));
    else await this.readAgain();
    this.noteSince();
  };

  /** Keeps connections, scheme and settings in the file. */
  readonly keep = async (summary: string): Promise<void> => {
    const { connecting, choices, review } = this.view();
    if (connecting === null || connecting.settings.kind === 'unreadable') return;
    const before = settingsInForce(connecting.settings);
    const { connections } = settledLedgers(connecting, this.answers);
    const others = before.ledgers.filter(({ sheet }) => !connections.some((own) => own.sheet === sheet));
    const changed = Object.entries(choices.settings).filter(
      ([name, value]) => DEFAULT_SETTINGS[name as keyof typeof DEFAULT_SETTINGS] !== value,
    );
    const plan = planSettings(connecting.survey, {
      ...before,
      ledgers: [...others, ...connections],
      scheme: choices.scheme,
      settings: Object.fromEntries(changed),
      office: { ...before.office, ...changedFields(officeOf(before, review ?? undefined), choices.office) },
    });
    await this.carryOut(() => this.calls.applyPlan(plan, { at: this.clock.now(), summary }), DONE.written(summary));
    await this.readAgain();
  };

  readonly chooseLetters = (change: Partial<LetterChoices>): void =>
    this.patch({ letterChoices: { ...this.view().letterChoices, ...change } });
  readonly showScores = (scoresTab: ScoresTab): void => this.patch({ scoresTab });

  // Writing and taking back

  /** Puts a plan before the clerk. `under`: panel it lies over, which stays as it is and comes back on 取消. */
  readonly propose = (
    preview: Preview,
    { under = 'none', ...after }: { readonly under?: Panel } & Pick<Preview, 'then' | 'written'> = {},
  ): void => this.patch({ preview: { ...preview, ...after }, panel: under, notice: null });

  /** Reads more of the workbook, alone; null where it could not be read (said) or another thing is under way. */
  readonly lookUp = async <Value>(read: () => Promise<HostResult<Value>>): Promise<Value | null> => {
    let found: Value | null = null;
    await this.alone('read', async () => {
      const result = await read();
      if (result.ok) found = result.value;
      else this.sayRefused(result.refusal.sentence);
    });
    return found;
  };

  readonly sayRefused = (sentence: string): void => this.patch({ notice: { tone: 'error', text: sentence } });

  private preview(preview: Preview): void {
    this.patch({ preview, panel: 'none', notice: null });
  }

  readonly previewMarking = (): void => {
    const { review } = this.view();
    if (review !== null) this.preview(previewOfMarking(this.calls.planMarking(review), review.assessments));
  };
  readonly previewUnmarking = (): void => {
    const { review } = this.view();
    if (review !== null) this.preview(previewOfUnmarking(this.calls.planUnmarking(review)));
  };
  /** Marks or takes marks off with no preview, for the ribbon: only formats, and one click takes them back. */
  readonly markAtOnce = async (deed: 'mark' | 'unmark'): Promise<void> => {
    const { review } = this.view();
    if (review === null) return;
    const { plan, summary } =
      deed === 'mark'
        ? previewOfMarking(this.calls.planMarking(review), review.assessments)
        : previewOfUnmarking(this.calls.planUnmarking(review));
    await this.carryOut(() => this.applied(plan, summary), DONE.written(summary));
    await this.readAgain();
  };
  readonly previewFixes = (findings: readonly Finding[]): void => {
    const { review } = this.view();
    if (review !== null) this.preview(previewOfFixes(this.calls.planFixes(review, findings)));
  };
  /** The month's score sheets; over issued ones only where `replace` says so. */
  readonly previewScores = (replace: boolean): void => {
    const { review } = this.view();
    const scored = review === null ? null : this.calls.scoreReview(review);
    if (review === null || scored?.kind !== 'scored') return;
    this.preview(previewOfScores(this.calls.planScoreSheets(review, scored, { replace })));
  };
  readonly previewLetters = (letters: readonly Letter[]): void => {
    const { review, choices } = this.view();
    if (review !== null)
      this.preview(previewOfLetters(this.calls.planIssue(review, letters, choices.office), letters, choices.office));
  };

  readonly closePreview = (): void => {
    this.patch({ preview: null });
    if (this.seen.length > 0) this.readWhenQuiet();
  };

  /** Writes what is previewed. Files are made before their letters go on record: till then all may be called off. */
  readonly write = async (): Promise<void> => {
    const { preview } = this.view();
    if (preview === null) return;
    const { plan, summary, letters, further = [], delivery = 'joined' } = preview;
    const made = letters.length === 0 ? NO_FILES : await this.filesOf(letters, delivery, LETTERS_DONE.stoppedBefore);
    if (made === null) return;
    let whole = await this.carryOut(() => this.applied(plan, summary), DONE.written(summary));
    if (whole) {
      this.patch({ panel: preview.then ?? 'none' });
      preview.written?.();
      this.handAllOver(made, DONE.lettersMade(letters.length, namesOf(made.files)));
      whole = await this.writeFurther(further, summary);
    }
    await this.readAgain();
    if (!whole) this.offerLetters(plan);
  };

  private applied(plan: Plan, summary: string): Promise<ApplyResult> {
    return this.calls.applyPlan(plan, { at: this.clock.now(), summary });
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
    const ended = await this.alone('make', async ({ progress }) => {
      if (letters.length > MADE_AT_ONCE) progress(0, letters.length);
      const following = { progress, stopped: () => false };
      const result = await this.calls.lettersAsFiles(review, letters, choices.office, settings, delivery, following);
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
    job: (following: Following) => Promise<Value | null>,
  ): Promise<Value | null> => {
    let made: Value | null = null;
    const ended = await this.alone('make', async ({ progress }) => {
      if (count > MADE_AT_ONCE) progress(0, count);
      made = await job({ progress, stopped: () => false });
    });
    if (ended === 'stopped') this.patch({ notice: { tone: 'info', text: LETTERS_DONE.stoppedBefore } });
    return made;
  };

  /** Makes files of any kind and hands them over; nothing is handed over where the clerk stops it. */
  readonly handOverMade = async (
    make: (progress: UnderWay['progress']) => Promise<readonly MadeFile[]>,
    said: (names: string) => string,
  ): Promise<void> => {
    this.patch({ notice: null });
    const ended = await this.alone('make', async ({ progress }) => {
      const files = await make(progress);
      for (const file of files) this.calls.handOver(file);
      this.say(said(files.map(({ name }) => name).join('、')));
    });
    if (ended === 'stopped') this.say(LETTERS_DONE.stopped);
  };

  readonly undo = async (entry: JournalEntry): Promise<void> => {
    const { review } = this.view();
    this.patch({ panel: 'none', preview: null });
    // An action cut off half-way is taken back whatever it put on record.
    const against = review === null || entry.state === 'pending' ? null : this.calls.againstUndoing(review, entry);
    if (against !== null) return this.patch({ notice: { tone: 'warning', text: against } });
    await this.carryOut(() => this.calls.takeBack(entry), DONE.takenBack(entry.summary), 'undo');
    await this.readAgain();
  };

  /** Takes the last action back; one that was cut off is put before the clerk. */
  readonly undoLast = async (): Promise<void> => {
    await this.rememberJournal();
    const last = this.view().journal.at(-1);
    if (last === undefined) return this.patch({ notice: { tone: 'info', text: UNDO.none } });
    if (last.state === 'pending') return this.showPanel('undo');
    await this.undo(last);
  };

  /** Writes what is left of an action that was cut off. */
  readonly finish = async (entry: JournalEntry): Promise<void> => {
    this.patch({ panel: 'none', preview: null });
    const finished = await this.carryOut(() => this.calls.finish(entry), DONE.finished(entry.summary), 'finish');
    await this.readAgain();
    if (finished) this.offerLetters(entry.plan);
  };

  /** Leaves an unfinished action for later; it stays in the undo menu. */
  readonly putOff = ({ id }: JournalEntry): void => this.patch({ putOff: new Set([...this.view().putOff, id]) });

  /** True where it is done: written now, or an action settled of which nothing was left to write. */
  private async carryOut(
    deed: () => Promise<ApplyResult>,
    said: string,
    kind: 'write' | 'finish' | 'undo' = 'write',
  ): Promise<boolean> {
    let done = false;
    await this.alone(kind === 'finish' ? 'write' : kind, async () => {
      done = this.settle(await deed(), said, kind);
    });
    await this.rememberJournal();
    return done;
  }

  /** Says how a deed ended. */
  private settle(result: ApplyResult, said: string, kind: 'write' | 'finish' | 'undo'): boolean {
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
    this.patch({
      preview: null,
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

/** What the clerk wrote anew of the office; what a title names or nobody set is not frozen into the file. */
const changedFields = (before: Office, after: Office): Record<string, string | number | boolean> =>
  Object.fromEntries(
    Object.entries(after).flatMap(([name, value]): readonly (readonly [string, string | number | boolean])[] =>
      value === null || before[name as keyof Office] === value ? [] : [[name, value]],
    ),
  );
