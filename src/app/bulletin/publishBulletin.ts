import { bulletinSheet, bulletinSheetName } from '../../domain/bulletin/bulletinSheet';
import type { BulletinText } from '../../domain/bulletin/bulletinText';
import { choicesOf, type Decided } from '../../domain/bulletin/candidates';
import { composeBulletin, type BulletinChoices } from '../../domain/bulletin/composeBulletin';
import { figuresInPortions, type BulletinFigures } from '../../domain/bulletin/figures';
import { editorOf, type BulletinHead } from '../../domain/bulletin/bulletinHead';
import { dayBefore, periodOf, type BulletinPeriod } from '../../domain/bulletin/period';
import { publicationsOf, type Publication } from '../../domain/bulletin/publications';
import { publicTable } from '../../domain/bulletin/publicTable';
import { defaultWords, type BulletinWords } from '../../domain/bulletin/words';
import { monthOf, yearMonthOf, yearOf, type CivilDate } from '../../domain/calendar/civilDate';
import type { Finding } from '../../domain/finding';
import { findingOf } from '../../domain/findingLevels';
import type { Office } from '../../domain/notices/office';
import { overviewOf } from '../../domain/overview/overview';
import type { Plan } from '../../domain/plan';
import { atOnce, filter, type InPortions } from '../../domain/portions';
import { holds } from '../../domain/scoring/issuedSheets';
import { analysisInPortions } from '../../domain/scoring/monthlyAnalysis';
import type { UnitScore } from '../../domain/scoring/score';
import { scoresInPortions } from '../../domain/scoring/scoreUnits';
import { bulletinFile } from '../../documents/bulletin';
import type { NamedFile } from '../../documents/letterFiles';
import { writtenAnew } from '../office/daySheet';
import { alikeInPortions } from '../reading/readAlike';
import { saidBy, withBulletinEvents } from './recordBulletin';
import type { Review } from '../reading/review';
import { scoreInPortions, scoringInput } from '../scoring/scoreReview';

export interface DraftRequest {
  /** What is published; the monthly bulletin on all matters where not given. */
  readonly publication?: Publication['id'];
  /** Words the clerk changed; the rest are the defaults. */
  readonly words?: Partial<BulletinWords>;
  /** null: nothing decided yet, candidates are stated as facts. */
  readonly choices: BulletinChoices | null;
  /** What was decided, by unit; goes before `choices`. */
  readonly decided?: Decided;
  /** 成文日期; the review's date where not given. */
  readonly issuedOn?: CivilDate;
  /** Scores at the review's date, where they were worked out already. */
  readonly scores?: readonly UnitScore[];
}

/** A bulletin before it is written: facts tied to rows, words to be changed, and the text both make. */
export interface BulletinDraft {
  readonly publication: Publication;
  readonly period: BulletinPeriod;
  readonly figures: BulletinFigures;
  readonly words: BulletinWords;
  readonly choices: BulletinChoices | null;
  readonly issuedOn: CivilDate;
  readonly text: BulletinText;
}

/** Drafts a bulletin of a review's date; nothing is written. */
export const draftBulletin = (of: Review, request: DraftRequest): BulletinDraft =>
  atOnce(draftedInPortions(of, request));

export function* draftedInPortions(of: Review, request: DraftRequest): InPortions<BulletinDraft> {
  const publications = publicationsOf(of.ruleSet, of.asOf);
  const publication = publications.find(({ id }) => id === request.publication) ?? publications[0]!;
  const period = periodOf(publication.period, of.asOf);
  const assessments = yield* filter(of.assessments, ({ matter }) => publication.covers(matter));
  const { issuedOn = of.asOf, decided } = request;
  const unscored = { period, assessments, registers: of.registers, scores: null, before: [] };
  // Who may be named follows from the matters alone.
  const choices = decided === undefined ? request.choices : choicesOf(yield* figuresInPortions(unscored), decided);
  const says = saidBy(choices, issuedOn);
  // What this bulletin says itself is not told as news of the past.
  const events = of.registers.events?.filter((event) => !says(event)) ?? null;
  const told = { ...unscored, registers: { ...of.registers, events } };
  const words = { ...defaultWords(yield* figuresInPortions(told), ABOUT[publication.id]), ...request.words };
  const entered = choices === null ? of : withBulletinEvents(of, choices, { issuedOn, basis: words.title });
  const scores = publication.id === 'monthly' ? yield* scoresOf(entered, request) : null;
  const before = scores === null ? [] : yield* scoresBefore(of, period);
  const figures = yield* figuresInPortions({ ...told, scores, before });
  const analysis =
    scores === null
      ? []
      : (yield* analysisInPortions({
          scores,
          before,
          matters: new Map(of.matters.flatMap((matter) => (matter.classified ? [] : [[matter.key, matter]]))),
          ruleSet: of.ruleSet,
          asOf: of.asOf,
        })).filter((text) => !figures.units.some(({ unit }) => text.startsWith(`${unit}当月`)));
  const attached = publications.filter(({ form, due }) => publication.id === 'monthly' && form === 'table' && due);
  return {
    publication,
    period,
    figures,
    words,
    choices,
    issuedOn,
    text:
      publication.form === 'table'
        ? publicText(of, publication, period, words)
        : composeBulletin({
            figures,
            words,
            choices,
            analysis,
            attached: attached.map((table) => ({
              title: publicTitle(table, periodOf(table.period, of.asOf)),
              table: publicTableOf(of, table),
            })),
          }),
  };
}

const ABOUT: Readonly<Record<Publication['id'], string>> = {
  monthly: '政务督查',
  governmentReport: '《政府工作报告》目标任务督查',
  livelihood: '民生实事督查',
  livelihoodTable: '民生实事进展',
};

function* scoresOf(of: Review, { scores, ...decision }: DraftRequest): InPortions<readonly UnitScore[] | null> {
  const undecided = decision.choices === null && decision.decided === undefined;
  if (scores !== undefined && undecided) return scores.length === 0 ? null : scores;
  const outcome = yield* scoreInPortions(of);
  return outcome.kind === 'scored' ? outcome.scores : null;
}

/** Scores begin anew each year: before a period that begins with it there are none. */
function* scoresBefore(of: Review, period: BulletinPeriod): InPortions<readonly UnitScore[]> {
  const date = dayBefore(period);
  if (yearOf(date) !== yearOf(of.asOf)) return [];
  const outcome = yield* scoresInPortions(scoringInput(of, date));
  return outcome.kind === 'scored' ? outcome.scores : [];
}

const publicTitle = ({ name }: Publication, { title }: BulletinPeriod): string =>
  `${title}${name.replace(/季度公示表$/, '进展情况公示表')}`;

function publicTableOf(of: Review, { covers }: Publication): BulletinText['attachments'][number]['table'] {
  const covered = of.assessments.filter(({ matter }) => covers(matter));
  const { histories, ledgers, registers, asOf } = of;
  const { progress } = overviewOf({ assessments: covered, histories, ledgers, directory: registers.directory, asOf });
  return publicTable(covered, progress, asOf);
}

/** 季度公示: the table alone under its title. */
function publicText(of: Review, publication: Publication, period: BulletinPeriod, words: BulletinWords): BulletinText {
  const table = publicTableOf(of, publication);
  return {
    title: publicTitle(publication, period),
    addressees: '',
    blocks: [{ kind: 'table', ...table, origin: { kind: 'facts', keys: [] } }],
    attachments: [],
    copies: words.copies,
  };
}

export interface DocumentRequest {
  readonly office: Office;
  readonly head: BulletinHead;
  readonly issuedOn: CivilDate;
  /** 第N期 where the head gives none; the month where not given, so that a month written again keeps its number. */
  readonly issue?: number;
  readonly name: string;
}

/** The bulletin as a .docx; the same draft gives the same bytes. */
export function bulletinDocument({ text }: Pick<BulletinDraft, 'text'>, request: DocumentRequest): NamedFile {
  const { office, head, issuedOn, name } = request;
  const issue = Number(head.bulletinIssue) || request.issue || monthOf(issuedOn);
  const editor = editorOf(head, office);
  const common = {
    title: text.title,
    addressees: text.addressees === '' ? '' : head.bulletinAddressees.trim() || text.addressees,
    issuedOn,
    blocks: text.blocks,
    attachments: text.attachments,
    copies: text.copies || head.bulletinCopies.trim(),
  };
  const bytes =
    head.bulletinKind === 'brief'
      ? bulletinFile({ ...common, kind: 'brief', name: head.bulletinName, issue, editor })
      : bulletinFile({
          ...common,
          kind: 'document',
          mark: `${editor}文件`,
          number: head.bulletinNumber.trim() || `〔${yearOf(issuedOn)}〕\u3000号`,
          signature: editor,
          sealed: office.sealed,
          printer: editor,
          printedOn: issuedOn,
        });
  return { name, bytes };
}

/** 督查通报 of the month as a sheet. */
export interface BulletinSheet {
  readonly name: string;
  /** `new`: none yet; `same`: issued and the same today; `differs`: issued, and other figures or words today. */
  readonly standing: 'new' | 'same' | 'differs';
  /** Writes the sheet where there is none; over an issued one only when asked to replace. Else it changes nothing. */
  readonly plan: Plan;
}

export const planBulletinSheet = (...asked: Parameters<typeof sheetInPortions>): BulletinSheet =>
  atOnce(sheetInPortions(...asked));

export function* sheetInPortions(
  of: Review,
  { text, period, publication }: BulletinDraft,
  { replace }: { readonly replace: boolean },
): InPortions<BulletinSheet> {
  const name = bulletinSheetName(period, publication.id);
  const content = bulletinSheet(text);
  const standing = of.reading.snapshot.sheets.find((sheet) => sheet.name === name);
  const how = standing === undefined ? 'new' : holds(standing, content) ? 'same' : 'differs';
  const changes: Plan['changes'] =
    standing === undefined
      ? [{ kind: 'addSheet', name, content }]
      : how === 'differs' && replace
        ? [writtenAnew(of, standing, content)]
        : [];
  return {
    name,
    standing: how,
    plan: {
      action: 'bulletin',
      asOf: of.asOf,
      expectations: changes.length === 0 ? [] : yield* alikeInPortions(of),
      changes,
    },
  };
}

/** The issued bulletin is kept and differs from what would be written now. */
export function bulletinFindings(of: Review, { name, standing }: BulletinSheet): readonly Finding[] {
  if (standing !== 'differs') return [];
  const facts = { month: yearMonthOf(of.asOf), kind: 'bulletin', sheet: name };
  return [findingOf('month-issued-differs', { sheet: name, row: 0, column: 0 }, facts)];
}
