import { planSettings, settingsInForce } from '../../app/reading/connectLedger';
import { officeOf } from '../../app/office/officeSettings';
import type { Review } from '../../app/reading/review';
import type { HostResult } from '../../app/office/workbook';
import type { Finding, FindingLevel } from '../../domain/finding';
import type { LedgerConnection } from '../../domain/ledger/connection';
import type { MonthStep } from '../../domain/monthSteps';
import type { Office } from '../../domain/notices/office';
import type { Plan } from '../../domain/plan';
import { ready, type InPortions } from '../../domain/portions';
import { DEFAULT_SETTINGS } from '../../domain/ruleSet';
import type { ProceedingKind } from '../../domain/registers/registers';
import { DONE, SUMMARY } from '../words';
import { FIGURES } from './figures';
import type { MadeFile } from './files';
import { previewOfFixes, previewOfMarking, previewOfScores, previewOfUnmarking } from './previews';
import { cameFrom } from './helpTopic';
import { answerTo, correctionOf, settledLedgers, type Question } from './questions';
import {
  NO_FILTER,
  type AsOf,
  type BulletinDesk,
  type Choices,
  type Collecting,
  type Filter,
  type LetterChoices,
  type Notice,
  type Panel,
  type Preview,
  type Room,
  type ScoresTab,
} from './view';
import { WritingDesk } from './WritingDesk';

/** The clerk's desk: what the pane does, apart from how it looks. */
export class Desk extends WritingDesk {
  /** Whether this host takes downloads; where it does not, letters go into worksheets. */
  readonly downloads = this.calls.canDownload();
  /** Hands a file over to the clerk. */
  readonly handOver = (file: MadeFile): void => this.calls.handOver(file);

  // What the clerk chooses

  readonly chooseDate = (asOf: AsOf): Promise<boolean> => {
    this.patch({ preview: null });
    return this.judgeBy({ asOf });
  };
  readonly chooseLedger = (ledger: string | null): Promise<boolean> =>
    this.computed(
      () => {
        const { review } = this.view();
        return review === null ? ready(null) : FIGURES.count(review, ledger);
      },
      () => this.patch({ ledger, filter: { ...this.view().filter, picked: null, only: null } }),
    );
  readonly enter = (room: Room, filter?: Partial<Filter>): void =>
    this.patch({
      room,
      panel: 'none',
      preview: null,
      notice: this.lasting(),
      ...(filter === undefined ? {} : { filter: { ...NO_FILTER, ...filter } }),
    });
  /** To what every letter carries of the office. */
  readonly toOffice = (): void => {
    this.enter('letters');
    this.patch({ letterChoices: { ...this.view().letterChoices, tab: 'office' } });
  };
  /** To the letters of one matter, its next step's; of all whose step is due where `matter` is null. */
  readonly wantLetters = (matter: string | null): void => {
    this.enter('letters');
    const { letterChoices } = this.view();
    this.patch({
      lettersFor: matter === null ? null : new Set([matter]),
      letterChoices: { ...letterChoices, tab: 'due', form: matter === null ? letterChoices.form : 'due' },
    });
  };
  readonly filter = (change: Partial<Filter>): void => this.patch({ filter: { ...this.view().filter, ...change } });
  readonly goOnCollecting = (change: Partial<Collecting>): void =>
    this.patch({ collecting: { ...this.view().collecting, ...change } });
  readonly dismissSince = (): void => this.patch({ since: null });
  readonly chooseLevel = (level: FindingLevel | 'all'): void => this.patch({ level });
  /** `proceeding`: what 办理登记 begins with. */
  readonly showPanel = (panel: Panel, proceeding: ProceedingKind = 'progress'): void =>
    this.patch({ panel, proceeding, preview: null, notice: this.lasting(), ...cameFrom(this.view(), panel) });
  readonly dismissNotice = (): void => this.patch({ notice: null });

  /** The notice that still matters when the clerk goes on: what was done is not repeated in every room. */
  private lasting(): Notice | null {
    const { notice } = this.view();
    return notice?.tone === 'done' || notice?.tone === 'info' ? null : notice;
  }

  readonly choose = (choices: Choices): Promise<boolean> => {
    const before = this.view().choices;
    if (before.scheme === choices.scheme && before.settings === choices.settings) {
      this.chosen = choices;
      this.patch({ choices });
      return Promise.resolve(true);
    }
    return this.judgeBy({ choices });
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
    await this.together(async () => {
      await this.carryOut(() => this.calls.applyPlan(plan, { at: this.clock.now(), summary }), DONE.written(summary));
      await this.readAgain();
    });
  };

  readonly chooseLetters = (change: Partial<LetterChoices>): void =>
    this.patch({ letterChoices: { ...this.view().letterChoices, ...change } });
  readonly showScores = (scoresTab: ScoresTab): void => this.patch({ scoresTab });

  readonly atBulletin = (change: Partial<BulletinDesk>): void =>
    this.patch({ bulletin: { ...this.view().bulletin, ...change }, notice: this.lasting() });

  /** Goes to a step of 月度督查; null leaves the way. */
  readonly takeStep = (monthStep: MonthStep | null): void => this.patch({ monthStep });

  // Writing and taking back

  /** Writes what touches no sheet; taken back like any other deed. */
  readonly record = (plan: Plan, summary: string): Promise<boolean> =>
    this.together(async () => {
      const written = await this.carryOut(() => this.applied(plan, summary), DONE.written(summary));
      await this.readAgain();
      return written;
    });

  /**
   * Puts a plan before the clerk; what it was made from stays on show, so a reading under way gives way to it. `under`: panel
   * it lies over, which stays as it is and comes back on 取消.
   */
  readonly propose = (
    preview: Preview,
    { under = 'none', ...after }: { readonly under?: Panel } & Pick<Preview, 'then' | 'written'> = {},
  ): void => {
    this.stopFollowing();
    this.patch({ preview: { ...preview, ...after }, panel: under, notice: null });
  };

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

  /** Works something out of the review; null before a review, or where the clerk stopped it: then all is as it was. */
  readonly workOut = async <Value>(begin: (of: Review) => InPortions<Value>): Promise<Value | null> => {
    let found: Value | null = null;
    await this.computed<Value | null>(
      () => {
        const { review } = this.view();
        return review === null ? ready(null) : begin(review);
      },
      (value) => (found = value),
    );
    return found;
  };

  /** Works out what is to be put before the clerk and puts it there; stopped, nothing is. */
  readonly proposeComputed = (
    begin: (of: Review) => InPortions<Preview | null>,
    options: Parameters<Desk['propose']>[1] = {},
  ): Promise<boolean> =>
    this.computed(
      () => {
        const { review } = this.view();
        return review === null ? ready(null) : begin(review);
      },
      (preview) => {
        if (preview !== null) this.propose(preview, options);
      },
    );

  readonly previewMarking = (): Promise<boolean> => this.proposeComputed((of) => this.marking('mark', of));
  readonly previewUnmarking = (): Promise<boolean> => this.proposeComputed((of) => this.marking('unmark', of));

  private *marking(deed: 'mark' | 'unmark', of: Review): InPortions<Preview> {
    return deed === 'mark'
      ? previewOfMarking(yield* this.calls.markingInPortions(of), of.assessments)
      : previewOfUnmarking(yield* this.calls.unmarkingInPortions(of));
  }
  /** Marks or takes marks off with no preview, for the ribbon: only formats, and one click takes them back. */
  readonly markAtOnce = async (deed: 'mark' | 'unmark'): Promise<void> => {
    const preview = await this.workOut((of) => this.marking(deed, of));
    if (preview !== null) await this.record(preview.plan, preview.summary);
  };
  readonly previewFixes = (findings: readonly Finding[]): Promise<boolean> => {
    const { calls } = this;
    return this.proposeComputed(function* (of) {
      return previewOfFixes(yield* calls.fixesInPortions(of, findings));
    });
  };
  /** The month's score sheets; over issued ones only where `replace` says so. */
  readonly previewScores = async (replace: boolean): Promise<boolean> => {
    const { plannedSheets } = await import('./scoreFigures');
    return this.proposeComputed(function* (of) {
      const sheets = yield* plannedSheets(of, replace);
      return sheets === null ? null : previewOfScores(sheets);
    });
  };

  readonly closePreview = (): void => this.patch({ preview: null });
}

/** What the clerk wrote anew of the office; what a title names or nobody set is not frozen into the file. */
const changedFields = (before: Office, after: Office): Record<string, string | number | boolean> =>
  Object.fromEntries(
    Object.entries(after).flatMap(([name, value]): readonly (readonly [string, string | number | boolean])[] =>
      value === null || before[name as keyof Office] === value ? [] : [[name, value]],
    ),
  );
