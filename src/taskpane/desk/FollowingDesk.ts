import { settingsInForce, type Connecting } from '../../app/reading/connectLedger';
import { ruleSetFor, settingsOf } from '../../app/reading/chosenRules';
import { ledgerIdentity } from '../../app/reading/ledgerIdentity';
import { officeOf } from '../../app/office/officeSettings';
import type { ReadAfterChange } from '../../app/reading/readAgain';
import type { Reading } from '../../app/reading/readForReview';
import type { Review, ReviewRequest } from '../../app/reading/review';
import type { SeenChange, Watching } from '../../app/office/workbook';
import { prepareReviewAgain } from '../../app/reading/reviewAgain';
import { ready, type InPortions } from '../../domain/portions';
import { parseCivilDate, type CivilDate } from '../../domain/calendar/civilDate';
import type { CellRef } from '../../domain/cell';
import type { Matter } from '../../domain/matter';
import type { RuleSetId } from '../../domain/ruleSet';
import type { Clock } from '../clock';
import { DONE } from '../words';
import type { DeskCalls } from './calls';
import { DeskStore, type Timing, type UnderWay } from './DeskStore';
import { FIGURES, followCounts } from './figures';
import { inSlices } from './inSlices';
import { openQuestions, settledLedgers, type Answer } from './questions';
import { keysOfRows } from './rowKeys';
import { firstView, type AsOf, type Choices, type DeskView } from './view';

/** Changes are gathered this long before the ledger is read again, in milliseconds. */
const QUIET = 700;
/** Ledgers with more matters are not read again whole by themselves. */
const FOLLOW_TO = 20_000;

/** A review, and all that comes on show with it. */
interface Judged {
  readonly review: Review;
  readonly request: ReviewRequest;
}

/** What a review is made of. */
type ToJudge = Pick<DeskView, 'asOf' | 'choices' | 'today' | 'ledger'> & {
  readonly reading: Reading;
  readonly connecting: Connecting;
};

/** A desk that reads the workbook, judges what was read, and follows what happens in the sheet. */
export class FollowingDesk extends DeskStore {
  private reading: Reading | null = null;
  private judged: Judged | null = null;
  protected readonly answers = new Map<string, Answer>();
  protected chosen: Choices | null = null;
  protected seen: SeenChange[] = [];
  private callOffReading: () => void = () => undefined;
  private watching: Watching | null = null;
  private lookingAtSelection = false;
  private selectedSince = false;
  private sinceNoted = false;

  constructor(
    protected readonly calls: DeskCalls,
    protected readonly clock: Clock,
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
    this.noteSince();
  };

  /** Stops following the workbook. */
  readonly leave = async (): Promise<void> => {
    this.callOffReading();
    await this.watching?.stop();
    this.watching = null;
  };

  readonly readAgain = async (): Promise<void> => {
    this.callOffReading();
    this.stopFollowing();
    const ended = await this.alone('read', async (work) => this.readWithChanges(work));
    if (ended === 'stopped' && this.view().review === null) this.patch({ phase: { kind: 'stopped' } });
    if (ended === 'stopped' && this.view().review !== null) this.patch({ stale: true });
  };

  private async readWithChanges(work: UnderWay): Promise<void> {
    const changes = this.seen;
    this.seen = [];
    await this.read(work);
    this.sayRemote(changes);
  }

  /** Takes over what changed in the sheet while the clerk goes on. */
  private async followUp(): Promise<void> {
    const changes = this.seen;
    if (changes.length === 0) return;
    const ended = await this.aside(async (work) => {
      try {
        if (await this.takeChanges(work)) return;
        const { review } = this.view();
        if (review !== null && review.matters.length > FOLLOW_TO) this.patch({ stale: true });
        else await this.readWithChanges(work);
      } catch (error) {
        if (this.isStopped(error)) this.seen = [...changes, ...this.seen];
        throw error;
      }
    });
    const { work, preview } = this.view();
    if (ended === 'busy' || (ended === 'stopped' && preview !== null)) return this.readWhenQuiet();
    // A reading that the clerk asked for takes them over.
    if (ended === 'stopped' && work === null) this.patch({ stale: true });
  }

  /** Takes over what changed cells mean, at the cost of their rows; false where everything must be read for it. */
  private async takeChanges(work: UnderWay): Promise<boolean> {
    const { connecting, today, phase, stale } = this.view();
    const { reading, judged } = this;
    const changes = this.seen;
    if (reading === null || judged === null || connecting === null) return false;
    if (phase.kind !== 'ready' || stale || changes.length === 0 || today !== this.clock.today()) return false;
    if (this.view().review !== judged.review || changes.some(({ remote, inPlace }) => remote || !inPlace)) return false;
    this.seen = [];
    const read = await this.calls.readAgain(connecting, reading, changes);
    if (read.ok && read.value !== null) {
      await this.takeOver(read.value, judged, work);
      return true;
    }
    this.seen = [...changes, ...this.seen];
    return false;
  }

  private async takeOver(read: ReadAfterChange, { review, request }: Judged, work: UnderWay): Promise<void> {
    const { reading, connecting } = read;
    work.goOn();
    const again = this.calls.reviewAgain(review, request, read);
    if (again === null) return this.judge({ ...this.view(), reading, connecting }, work);
    followCounts(review, again);
    await work.compute(FIGURES.count(again, this.view().ledger));
    this.reading = reading;
    this.judged = { review: again, request };
    this.patch({ connecting, review: again });
  }

  private async read(work: UnderWay): Promise<void> {
    const looked = await this.calls.lookOver();
    if (!looked.ok) return this.failed(looked.refusal);
    const connecting = looked.value;
    const [today, choices] = [this.clock.today(), this.choicesIn(connecting)];
    // What is on show stays as it is until the new review is there.
    if (this.view().review === null) this.patch({ connecting, today, choices });
    work.goOn();
    const questions = openQuestions(connecting, this.answers);
    if (questions.length > 0) return this.patch({ connecting, today, choices, phase: { kind: 'asking', questions } });
    const { connections } = settledLedgers(connecting, this.answers);
    if (connections.length === 0)
      return this.patch({ connecting, today, choices, phase: { kind: 'noLedger' }, review: null });
    const read = await this.calls.readForReview(connecting.survey, connections, work.progress);
    if (!read.ok) return this.failed(read.refusal);
    work.goOn();
    await this.judge({ ...this.view(), reading: read.value, connecting, today, choices }, work);
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
    return { scheme: own.id as RuleSetId, settings: settingsOf(kept.settings), office: officeOf(kept) };
  }

  /** Decides anew, over what was read, with what the clerk chose; stopped, her choice is as it was. No request. */
  protected judgeBy(chosen: { readonly asOf: AsOf } | { readonly choices: Choices }): Promise<boolean> {
    const given = (): ToJudge | null => {
      const { reading } = this;
      const { connecting } = this.view();
      return reading === null || connecting === null ? null : { ...this.view(), reading, connecting, ...chosen };
    };
    return this.computed(
      () => {
        const of = given();
        return of === null ? ready(null) : this.judging(of);
      },
      (judged) => {
        const of = given();
        if ('choices' in chosen) this.chosen = chosen.choices;
        if (judged === null || of === null) this.patch(chosen);
        else this.show(of, judged);
      },
    );
  }

  private async judge(of: ToJudge, { compute }: UnderWay): Promise<void> {
    this.show(of, await compute(this.judging(of)));
  }

  private *judging({ reading, connecting, asOf, choices, ledger, today }: ToJudge): InPortions<Judged> {
    const { connections, doubts } = settledLedgers(connecting, this.answers);
    const request = {
      connections,
      doubts,
      others: connecting.others,
      asOf: asOf.kind === 'today' ? today : asOf.date,
      today,
      ruleSet: ruleSetFor(choices.scheme),
      settings: choices.settings,
    };
    const review = yield* this.calls.reviewInPortions(reading, request);
    yield* FIGURES.count(review, null);
    if (ledger !== null) yield* FIGURES.count(review, ledger);
    return { review, request };
  }

  private show({ reading, connecting, asOf, choices, ledger, today }: ToJudge, judged: Judged): void {
    const { review } = judged;
    const { connections } = judged.request;
    this.reading = reading;
    this.judged = judged;
    this.timing.after(QUIET, () => {
      if (this.judged === judged) void inSlices(prepareReviewAgain(review), this.timing);
    });
    const kept = ledger !== null && connections.some(({ sheet }) => sheet === ledger);
    // The lines above the ledger may name the issuing body: known once the ledger is read.
    const office = this.chosen?.office ?? officeOf(settingsInForce(connecting.settings), review);
    this.patch({ connecting, asOf, today, review, ledger: kept ? ledger : null, choices: { ...choices, office } });
    void this.reviewed(review);
  }

  /** Called with each review that has come on show. */
  protected async reviewed(_of: Review): Promise<void> {}

  /** The workbook as it is now, judged as what is on show was; what is on show stays. A sentence where it cannot be read. */
  protected async judgedNow(): Promise<Review | string> {
    const looked = await this.calls.lookOver();
    if (!looked.ok) return looked.refusal.sentence;
    const { request } = this.judged!;
    const read = await this.calls.readForReview(looked.value.survey, request.connections);
    return read.ok
      ? await inSlices(this.calls.reviewInPortions(read.value, request), this.timing)
      : read.refusal.sentence;
  }

  protected async rememberJournal(): Promise<void> {
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
    // What is selected while the last look is under way is looked at after it.
    this.selectedSince = true;
    if (this.lookingAtSelection || this.view().review === null) return;
    this.lookingAtSelection = true;
    try {
      while (this.selectedSince) {
        this.selectedSince = false;
        await this.takeSelection();
      }
    } finally {
      this.lookingAtSelection = false;
    }
  }

  /** Takes over which matters' rows are selected in the sheet now. */
  readonly takeSelection = async (): Promise<void> => {
    const rows = await this.calls.selectedRows();
    const { review } = this.view();
    if (rows.ok && review !== null) this.patch({ selected: keysOfRows(review.matters, rows.value) });
  };

  private readonly followChange = (change: SeenChange): void => {
    this.seen = [...this.seen, change];
    this.readWhenQuiet();
  };

  protected readWhenQuiet(): void {
    this.callOffReading();
    this.callOffReading = this.timing.after(QUIET, () => {
      const { work, following, preview } = this.view();
      if (work === null && following === null && preview === null) void this.followUp();
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
    // What was said of the clerk's own deed stays, with its button.
    const { notice } = this.view();
    const own = notice !== null && notice.tone !== 'info';
    this.patch({ notice: own ? { ...notice, text: DONE.andThen(notice.text, text) } : { tone: 'info', text } });
  }

  /** The last day before today on which the workbook was looked over or written, asked once: for what became due since. */
  protected noteSince(): void {
    const { review, connecting, journal, today } = this.view();
    if (this.sinceNoted || review === null || connecting === null) return;
    this.sinceNoted = true;
    const days = [
      this.calls.seenBefore(ledgerIdentity(review), today),
      settingsInForce(connecting.settings).lastSeen ?? null,
      ...journal.map(({ at }) => at.slice(0, 10)),
    ].flatMap((day) => (day === null ? [] : (parseCivilDate(day) ?? [])));
    this.patch({
      since:
        days
          .filter((day) => day < today)
          .sort()
          .at(-1) ?? null,
    });
  }

  /** The date the review is made for. */
  readonly asOfDate = (): CivilDate => {
    const { asOf, today } = this.view();
    return asOf.kind === 'today' ? today : asOf.date;
  };
}
