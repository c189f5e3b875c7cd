import { bookStem } from '../office/bookStem';
import { publicationsOf } from '../../domain/bulletin/publications';
import { monthOf } from '../../domain/calendar/civilDate';
import type { Finding } from '../../domain/finding';
import type { UnitScore } from '../../domain/scoring/score';
import type { NamedFile } from '../../documents/letterFiles';
import { headInForce, issuedBulletin, standingDraft } from './issuedBulletins';
import { issuedText } from './issueBulletin';
import { officeOf } from '../office/officeSettings';
import {
  bulletinDocument,
  bulletinFindings,
  planBulletinSheet,
  type BulletinDraft,
  type BulletinSheet,
} from './publishBulletin';
import type { Review } from '../reading/review';
import { applyPlan } from '../office/workbook';
import type { WorkbookSettings } from '../office/workbookSettings';

export type MonthPublished =
  | { readonly ok: true; readonly documents: readonly NamedFile[]; readonly findings: readonly Finding[] }
  | { readonly ok: false; readonly sentence: string };

interface PublishRequest {
  readonly replace: boolean;
  /** Local time of the run. */
  readonly at: string;
}

/**
 * The month-end job's bulletins: that on all matters, and what the rule set has due this month (a table goes with it as
 * an attachment). Each as a sheet where it may be written, and always as a .docx; an issued one that is kept, as it was
 * issued.
 */
export async function publishMonth(
  of: Review,
  scores: readonly UnitScore[],
  settings: WorkbookSettings,
  request: PublishRequest,
  progress: (said: string) => void,
): Promise<MonthPublished> {
  const documents: NamedFile[] = [];
  const findings: Finding[] = [];
  const due = publicationsOf(of.ruleSet, of.asOf).filter(({ id, form, due: isDue }) =>
    id === 'monthly' ? true : isDue && form === 'bulletin',
  );
  for (const publication of due) {
    const draft = standingDraft(of, publication.id, scores);
    if (publication.id !== 'monthly' && draft.figures.all.length === 0) continue;
    const sheet = planBulletinSheet(of, draft, request);
    const summary = bulletinSummary(sheet);
    progress(sheet.plan.changes.length > 0 ? summary : `${sheet.name}已经印发，照原样保留`);
    const written = await applyPlan(sheet.plan, { at: request.at, summary });
    if (!written.ok) return { ok: false, sentence: written.refusal.sentence };
    documents.push(documentOf(of, draft, sheet, settings, request));
    if (!request.replace) findings.push(...bulletinFindings(of, sheet));
  }
  return { ok: true, documents, findings };
}

function documentOf(
  of: Review,
  draft: BulletinDraft,
  sheet: BulletinSheet,
  settings: WorkbookSettings,
  { replace }: PublishRequest,
): NamedFile {
  const stem = bookStem(of.reading.snapshot.name);
  const kept = issuedBulletin(of, sheet.name);
  const text = sheet.standing === 'differs' && !replace ? issuedText(of, draft) : null;
  return bulletinDocument(text === null ? draft : { text }, {
    office: officeOf(settings, of),
    head: kept?.head ?? headInForce(of, settings),
    issuedOn: draft.issuedOn,
    issue: monthOf(of.asOf),
    name: `${stem}-${draft.publication.id === 'monthly' ? '通报' : draft.publication.name}.docx`,
  });
}

/** What writing the sheet does, for the undo menu. */
export const bulletinSummary = ({ name, standing }: BulletinSheet): string =>
  `${standing === 'new' ? '生成' : '改写'}${name}`;
