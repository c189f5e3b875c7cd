import type { CivilDate } from '../../domain/calendar/civilDate';
import { orderFindings } from '../../domain/checks/orderFindings';
import type { Finding } from '../../domain/finding';
import { isOwnSheet } from '../../domain/ledger/ownSheets';
import type { DraftOutcome } from '../../domain/notices/draft';
import type { Notice } from '../../domain/notices/notice';
import type { ScoreLine, UnitScore } from '../../domain/scoring/score';
import type { NamedFile } from '../../documents/letterFiles';
import { ruleSetFor, settingsOf } from '../reading/chosenRules';
import {
  connectionSentence,
  noLedgerSentence,
  protectedSentence,
  twoHeadersSentence,
} from '../reading/connectSentences';
import { lookOver, planSettings, settingsInForce, type Connecting, type LedgerFound } from '../reading/connectLedger';
import { draftLetters, planIssue } from '../letters/issueNotices';
import { writeLists, type ReviewLists } from '../scoring/lists';
import { markingSummary, planMarking } from '../ledger/markOverdue';
import { officeOf } from '../office/officeSettings';
import { printLetters } from '../letters/printLetters';
import { publishMonth } from '../bulletin/publishMonth';
import { readForReview } from '../reading/readForReview';
import { review, type Review } from '../reading/review';
import { applyPlan } from '../office/workbook';
import type { WorkbookSettings } from '../office/workbookSettings';
import { writeScores } from '../scoring/writeScores';

export interface MonthEndRequest {
  readonly asOf: CivilDate;
  readonly today: CivilDate;
  /** Local time of the run for the journal, `2026-10-31 09:12`. */
  readonly at: string;
  /** Only this sheet; null: every ledger of the workbook. */
  readonly sheet: string | null;
  /** null: the sheet 计分方案, else the scheme kept in the workbook, else `dengzhou-2018`. */
  readonly scheme: string | null;
  readonly annual: boolean;
  /** Issue every letter whose step is due, dated asOf, 已发. */
  readonly issueNotices: boolean;
  /** Write the month's result sheets anew where they are there already. */
  readonly replace: boolean;
}

export interface MonthEndOutcome {
  /** As things stand after issuing. */
  readonly review: Review;
  readonly findings: readonly Finding[];
  readonly scores: readonly UnitScore[];
  /** Lines of them that are 以前月份补记. */
  readonly late: ReadonlySet<ScoreLine>;
  readonly lists: ReviewLists;
  readonly notices: readonly Notice[];
  readonly documents: readonly NamedFile[];
}

export type MonthEndResult =
  | { readonly ok: true; readonly outcome: MonthEndOutcome }
  /** One Chinese sentence; nothing was written. */
  | { readonly ok: false; readonly sentence: string };

const refused = (sentence: string): MonthEndResult => ({ ok: false, sentence });

/**
 * The month's work that needs no person, over the workbook that is open: connect, review, mark, score, publish.
 * The same use cases as the pane; nothing is computed a second way.
 */
export async function runMonthEnd(request: MonthEndRequest, progress: (said: string) => void): Promise<MonthEndResult> {
  const looked = await lookOver();
  if (!looked.ok) return refused(looked.refusal.sentence);
  const chosen = ledgersFor(looked.value, request.sheet);
  if (typeof chosen === 'string') return refused(chosen);
  const settings = settingsInForce(looked.value.settings);

  progress(`读取${chosen.map(({ connection }) => `“${connection.sheet}”`).join('、')}`);
  const first = await readAndReview(looked.value, chosen, settings, request);
  if (!first.ok) return refused(first.sentence);
  const refusal = await keepConnections(looked.value, chosen, settings, request);
  if (refusal !== null) return refused(refusal);

  const issued = request.issueNotices ? await issueDue(first.review, settings, request, progress) : NOTHING_ISSUED;
  if (!issued.ok) return refused(issued.sentence);
  const last = issued.drafted.notices.length === 0 ? first : await lookAndReview(chosen, settings, request);
  if (!last.ok) return refused(last.sentence);

  const marking = planMarking(last.review);
  progress(markingSummary(marking));
  const marked = await applyPlan(marking, { at: request.at, summary: markingSummary(marking) });
  if (!marked.ok) return refused(marked.refusal.sentence);

  const scored = await writeScores(last.review, request, progress);
  if (!scored.ok) return refused(scored.sentence);
  const listed = await writeLists(last.review, request.at, progress);
  if (!listed.ok) return refused(listed.sentence);
  const published = await publishMonth(last.review, scored.scores, settings, request, progress);
  if (!published.ok) return refused(published.sentence);
  return {
    ok: true,
    outcome: {
      review: last.review,
      findings: orderFindings(
        [...last.review.findings, ...issued.drafted.findings, ...scored.findings, ...published.findings],
        last.review.reading.survey.sheets.map(({ head }) => head.name),
      ),
      scores: scored.scores,
      late: scored.late,
      lists: listed.lists,
      notices: issued.drafted.notices,
      documents: [...issued.documents, ...published.documents],
    },
  };
}

type Reviewed = { readonly ok: true; readonly review: Review } | { readonly ok: false; readonly sentence: string };

async function lookAndReview(
  chosen: readonly LedgerFound[],
  settings: WorkbookSettings,
  request: MonthEndRequest,
): Promise<Reviewed> {
  const looked = await lookOver();
  return looked.ok
    ? readAndReview(looked.value, chosen, settings, request)
    : { ok: false, sentence: looked.refusal.sentence };
}

async function readAndReview(
  { survey, others }: Connecting,
  chosen: readonly LedgerFound[],
  settings: WorkbookSettings,
  request: MonthEndRequest,
): Promise<Reviewed> {
  const connections = chosen.map(({ connection }) => connection);
  const read = await readForReview(survey, connections);
  if (!read.ok) return { ok: false, sentence: read.refusal.sentence };
  return {
    ok: true,
    review: review(read.value, {
      connections,
      doubts: new Map(chosen.map(({ connection, doubts }) => [connection.sheet, doubts] as const)),
      others: request.sheet === null ? others : [],
      asOf: request.asOf,
      today: request.today,
      ruleSet: ruleSetFor(request.scheme ?? settings.scheme),
      schemeAsked: request.scheme !== null,
      settings: { ...settingsOf(settings.settings), annual: request.annual },
    }),
  };
}

/** Keeps what was taken for what in the workbook; settings of a newer add-in are left as they are. */
async function keepConnections(
  { survey, settings: reading }: Connecting,
  chosen: readonly LedgerFound[],
  settings: WorkbookSettings,
  request: MonthEndRequest,
): Promise<string | null> {
  if (reading.kind === 'unreadable') return null;
  const connections = chosen.map(({ connection }) => connection);
  const others = settings.ledgers.filter(({ sheet }) => !connections.some((own) => own.sheet === sheet));
  const plan = planSettings(survey, { ...settings, ledgers: [...others, ...connections] });
  const kept = await applyPlan(plan, { at: request.at, summary: '记住台账的表头和列' });
  return kept.ok ? null : kept.refusal.sentence;
}

type Issued =
  | { readonly ok: true; readonly drafted: DraftOutcome; readonly documents: readonly NamedFile[] }
  | { readonly ok: false; readonly sentence: string };

const NOTHING_ISSUED: Issued = { ok: true, drafted: { notices: [], refusals: [], findings: [] }, documents: [] };

async function issueDue(
  of: Review,
  settings: WorkbookSettings,
  request: MonthEndRequest,
  progress: (said: string) => void,
): Promise<Issued> {
  const office = officeOf(settings, of);
  const asked = {
    form: 'due',
    matters: null,
    issuedOn: request.asOf,
    office,
    grouping: 'perMatter',
    status: 'sent',
  } as const;
  // A 拟稿 that never went out moves no stage: the step is due all the same, and the job issues every step that is due.
  const { refusals } = draftLetters(of, asked);
  if (refusals.some(({ reason }) => reason.code === 'registerUnread')) {
    progress('“文书登记簿”缺列，看不出以前发过什么，没有生成文书；请先把缺的列补上');
  }
  const waiting = refusals.filter(({ reason }) => reason.code === 'alreadyDrafted');
  const overrides = new Map(waiting.map(({ matter }) => [matter, '登记簿中的拟稿没有发出，月末另发']));
  const drafted = draftLetters(of, { ...asked, overrides });
  if (drafted.notices.length === 0) return { ok: true, drafted, documents: [] };
  const summary = `生成文书 ${drafted.notices.length} 份`;
  progress(summary);
  const printed = await printLetters(of, drafted.notices, office, settings);
  if (!printed.ok) return { ok: false, sentence: printed.refusal.sentence };
  printed.value.problems.forEach(progress);
  const written = await applyPlan(planIssue(of, drafted.notices, office), { at: request.at, summary });
  if (!written.ok) return { ok: false, sentence: written.refusal.sentence };
  return { ok: true, drafted, documents: printed.value.files };
}

/** The ledgers to work on, or why there are none. Headless, nothing can be asked: what is in doubt is left out and said. */
function ledgersFor(connecting: Connecting, sheet: string | null): readonly LedgerFound[] | string {
  const named = <T extends { readonly sheet: string }>(entries: readonly T[]): readonly T[] =>
    entries.filter((entry) => sheet === null || entry.sheet === sheet);
  if (sheet !== null && !connecting.survey.sheets.some(({ head }) => head.name === sheet)) {
    const names = connecting.survey.sheets.map(({ head }) => head.name).join('、');
    return `没有名为“${sheet}”的工作表。本文件的工作表有：${names}。`;
  }
  if (sheet !== null && isOwnSheet(sheet))
    return `“${sheet}”是登记簿或结果表，不是台账。请用 --sheet 写台账所在的工作表。`;
  const [ambiguous] = named(connecting.twoHeaders);
  if (ambiguous !== undefined) return twoHeadersSentence(ambiguous);
  const ledgers = connecting.ledgers.filter(({ connection }) => sheet === null || connection.sheet === sheet);
  if (ledgers.length === 0) return noLedgerSentence(named(connecting.others));
  const changed = ledgers.find(({ check }) => check.kind !== 'same' && check.kind !== 'moved');
  if (changed !== undefined) return connectionSentence(changed);
  const locked = ledgers.find(({ connection }) =>
    connecting.survey.sheets.some(({ head }) => head.name === connection.sheet && head.protected),
  );
  if (locked !== undefined) return protectedSentence(locked.connection.sheet);
  return ledgers.map((found) =>
    found.check.kind === 'moved' ? { ...found, connection: found.check.proposed } : found,
  );
}
