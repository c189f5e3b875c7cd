import { planSettings, settingsInForce, type Connecting } from '../../app/connectLedger';
import { ruleSetFor, settingsOf } from '../../app/chosenRules';
import type { Reading } from '../../app/readForReview';
import type { ApplyResult, JournalEntry, SeenChange, Watching } from '../../app/workbook';
import type { CivilDate } from '../../domain/calendar/civilDate';
import type { CellRef } from '../../domain/cell';
import type { Finding, FindingLevel } from '../../domain/finding';
import type { LedgerConnection } from '../../domain/ledger/connection';
import type { Matter } from '../../domain/matter';
import { DEFAULT_SETTINGS, type RuleSetId } from '../../domain/ruleSet';
import type { Clock } from '../clock';
import { DONE, SUMMARY } from '../words';
import type { DeskCalls } from './calls';
import { DeskStore, type Timing, type UnderWay } from './DeskStore';
import { previewOfFixes, previewOfMarking, previewOfUnmarking } from './previews';
import { answerTo, correctionOf, openQuestions, settledLedgers, type Answer, type Question } from './questions';
import { keysOfRows } from './rowKeys';
import { firstView, NO_FILTER, type AsOf, type Choices, type Filter, type Notice, type Panel, type Room } from './view';

/** Changes are gathered this long before the ledger is read again, in milliseconds. */
const QUIET = 700;
/** Ledgers with more matters are not read again by themselves. */
const FOLLOW_TO = 20_000;

/** The clerk's desk: what the pane does, apart from how it looks. */
export class Desk extends DeskStore {
  private reading: Reading | null = null;
  private readonly answers = new Map<string, Answer>();
  private chosen: Choices | null = null;
  private seen: SeenChange[] = [];
  private callOffReading: () => void = () => undefined;
  private watching: Watching | null = null;
  private lookingAtSelection = false;

  constructor(
    private readonly calls: DeskCalls,
    private readonly clock: Clock,
    timing: Timing,
  ) {
    super(firstView(clock.today()), timing);
  }

  /** Looks the workbook over, asks what must be asked, reviews, and follows what happens in it from then on. */
  readonly open = async (): Promise<void> => {
    await this.readAgain();
    if (this.watching === null) {
      const watched = await this.calls.watchWorkbook(this.followChange, () => void this.followSelection());
      if (watched.ok) this.watching = watched.value;
    }
    await this.rememberJournal();
    const unfinished = this.view().journal.find(({ state }) => state === 'pending');
    if (unfinished !== undefined && this.view().notice === null) {
      this.patch({ notice: { tone: 'warning', text: DONE.unfinished(unfinished.summary), undo: unfinished } });
    }
  };

  /** Stops following the workbook. */
  readonly leave = async (): Promise<void> => {
    this.callOffReading();
    await this.watching?.stop();
    this.watching = null;
  };

  readonly readAgain = async (): Promise<void> => {
    this.callOffReading();
    const changes = this.seen;
    this.seen = [];
    const ended = await this.alone('read', async (work) => this.read(work));
    if (ended === 'busy') this.seen = [...changes, ...this.seen];
    if (ended === 'stopped' && this.view().review === null) this.patch({ phase: { kind: 'stopped' } });
    if (ended === 'stopped' && this.view().review !== null) this.patch({ stale: true });
    if (ended === 'done') this.sayRemote(changes);
  };

  private async read(work: UnderWay): Promise<void> {
    const looked = await this.calls.lookOver();
    if (!looked.ok) return this.failed(looked.refusal);
    const connecting = looked.value;
    this.patch({ connecting, today: this.clock.today(), choices: this.choicesIn(connecting) });
    work.goOn();
    const questions = openQuestions(connecting, this.answers);
    if (questions.length > 0) return this.patch({ phase: { kind: 'asking', questions } });
    const { connections } = settledLedgers(connecting, this.answers);
    if (connections.length === 0) return this.patch({ phase: { kind: 'noLedger' }, review: null });
    const read = await this.calls.readForReview(connecting.survey, connections, work.progress);
    if (!read.ok) return this.failed(read.refusal);
    work.goOn();
    this.reading = read.value;
    this.judge();
    this.patch({ phase: { kind: 'ready' }, stale: false });
  }

  /** A refusal leaves an earlier review on show. */
  private failed(refusal: { readonly code: string; readonly sentence: string; readonly uncertain: boolean }): void {
    if (this.view().review === null) this.patch({ phase: { kind: 'failed', refusal } });
    else this.patch({ stale: true, notice: { tone: 'error', text: refusal.sentence, readAgain: true } });
  }

  private choicesIn(connecting: Connecting): Choices {
    if (this.chosen !== null) return this.chosen;
    const kept = settingsInForce(connecting.settings);
    const own = ruleSetFor(kept.scheme);
    return { scheme: own.id as RuleSetId, settings: settingsOf(kept.settings) };
  }

  /** Decides anew over what was read; no request. */
  private judge(): void {
    const { connecting, asOf, choices, ledger, today } = this.view();
    if (this.reading === null || connecting === null) return;
    const { connections, doubts } = settledLedgers(connecting, this.answers);
    const review = this.calls.review(this.reading, {
      connections,
      doubts,
      asOf: asOf.kind === 'today' ? today : asOf.date,
      today,
      ruleSet: ruleSetFor(choices.scheme),
      settings: choices.settings,
    });
    const kept = ledger !== null && connections.some(({ sheet }) => sheet === ledger);
    this.patch({ review, ledger: kept ? ledger : null });
  }

  // What the clerk chooses

  readonly chooseDate = (asOf: AsOf): void => {
    this.patch({ asOf, preview: null });
    this.judge();
  };
  readonly chooseLedger = (ledger: string | null): void =>
    this.patch({ ledger, filter: { ...this.view().filter, unit: null } });
  readonly enter = (room: Room, filter?: Partial<Filter>): void =>
    this.patch({
      room,
      panel: 'none',
      preview: null,
      notice: this.lasting(),
      ...(filter === undefined ? {} : { filter: { ...NO_FILTER, ...filter } }),
    });
  readonly filter = (change: Partial<Filter>): void => this.patch({ filter: { ...this.view().filter, ...change } });
  readonly chooseLevel = (level: FindingLevel | 'all'): void => this.patch({ level });
  readonly showPanel = (panel: Panel): void => this.patch({ panel, preview: null, notice: this.lasting() });
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
    await this.readAgain();
  };

  /** Keeps connections, scheme and settings in the file. */
  readonly keep = async (summary: string): Promise<void> => {
    const { connecting, choices } = this.view();
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
      settings: { ...Object.fromEntries(changed) },
    });
    await this.carryOut(() => this.calls.applyPlan(plan, { at: this.clock.now(), summary }), DONE.written(summary));
  };

  // Writing and taking back

  readonly previewMarking = (): void => {
    const { review } = this.view();
    if (review !== null)
      this.patch({ preview: previewOfMarking(this.calls.planMarking(review), review.assessments), notice: null });
  };
  readonly previewUnmarking = (): void => {
    const { review } = this.view();
    if (review !== null) this.patch({ preview: previewOfUnmarking(this.calls.planUnmarking(review)), notice: null });
  };
  readonly previewFixes = (findings: readonly Finding[]): void => {
    const { review } = this.view();
    if (review !== null) this.patch({ preview: previewOfFixes(findings, review.asOf), notice: null });
  };
  readonly closePreview = (): void => {
    this.patch({ preview: null });
    if (this.seen.length > 0) this.readWhenQuiet();
  };

  /** Writes what is previewed. */
  readonly write = async (): Promise<void> => {
    const { preview } = this.view();
    if (preview === null) return;
    const { plan, summary } = preview;
    await this.carryOut(() => this.calls.applyPlan(plan, { at: this.clock.now(), summary }), DONE.written(summary));
    await this.readAgain();
  };

  readonly undo = async (entry: JournalEntry): Promise<void> => {
    this.patch({ panel: 'none', preview: null });
    await this.carryOut(() => this.calls.takeBack(entry), DONE.takenBack(entry.summary), 'undo');
    await this.readAgain();
  };

  private async carryOut(
    deed: () => Promise<ApplyResult>,
    said: string,
    kind: 'write' | 'undo' = 'write',
  ): Promise<void> {
    await this.alone(kind, async () => {
      const result = await deed();
      if (!result.ok) {
        const { sentence, uncertain, code } = result.refusal;
        const text = uncertain ? `${sentence}${DONE.uncertain}` : sentence;
        this.patch({ notice: { tone: 'error', text, readAgain: true } });
        // What was previewed is no longer so; any other refusal may be mended and tried again.
        if (code === 'Moved' || uncertain) this.patch({ preview: null });
        return;
      }
      const text = result.written ? said : DONE.unchanged;
      this.patch({
        preview: null,
        notice: { tone: 'done', text, ...(result.entry === null ? {} : { undo: result.entry }) },
      });
    });
    await this.rememberJournal();
  }

  private async rememberJournal(): Promise<void> {
    this.patch({ journal: [...(await this.calls.journalEntries())] });
  }

  // The sheet and the list, each following the other

  readonly selectMatter = async (matter: Matter): Promise<void> => {
    this.patch({ selected: new Set([matter.key]) });
    await this.selectCell(matter.cells.title ?? { sheet: matter.sheet, row: matter.row, column: 0 });
  };

  readonly selectCell = async (cell: CellRef): Promise<void> => {
    this.patch({ cell });
    const selected = await this.calls.selectCell(cell);
    if (!selected.ok) this.patch({ notice: { tone: 'warning', text: selected.refusal.sentence } });
  };

  private async followSelection(): Promise<void> {
    if (this.lookingAtSelection || this.view().review === null) return;
    this.lookingAtSelection = true;
    try {
      const rows = await this.calls.selectedRows();
      const { review } = this.view();
      if (rows.ok && review !== null) this.patch({ selected: keysOfRows(review.matters, rows.value) });
    } finally {
      this.lookingAtSelection = false;
    }
  }

  private readonly followChange = (change: SeenChange): void => {
    this.seen = [...this.seen, change];
    const { review, preview } = this.view();
    if (review !== null && review.matters.length > FOLLOW_TO) return this.patch({ stale: true });
    if (preview === null) this.readWhenQuiet();
  };

  private readWhenQuiet(): void {
    this.callOffReading();
    this.callOffReading = this.timing.after(QUIET, () => {
      if (this.view().work === null && this.view().preview === null) void this.readAgain();
      else this.readWhenQuiet();
    });
  }

  private sayRemote(changes: readonly SeenChange[]): void {
    const remote = changes.filter((change) => change.remote);
    const [first] = remote;
    if (first === undefined) return;
    const sheet = this.view().connecting?.survey.sheets.find(({ head }) => head.id === first.sheetId)?.head.name;
    const place = sheet === undefined ? first.address : `${sheet}!${first.address}`;
    const text = remote.length === 1 ? DONE.seenRemote(place) : DONE.seenRemoteMany(remote.length);
    this.patch({ notice: { tone: 'info', text } });
  }

  /** The date the review is made for. */
  readonly asOfDate = (): CivilDate => {
    const { asOf, today } = this.view();
    return asOf.kind === 'today' ? today : asOf.date;
  };
}
