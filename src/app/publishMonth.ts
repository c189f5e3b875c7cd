import { monthOf } from '../domain/calendar/civilDate';
import type { Finding } from '../domain/finding';
import type { UnitScore } from '../domain/scoring/score';
import type { NamedFile } from '../documents/letterFiles';
import { headInForce, issuedBulletin, standingDraft } from './issuedBulletins';
import { issuedText } from './issueBulletin';
import { officeOf } from './officeSettings';
import { bulletinDocument, bulletinFindings, planBulletinSheet, type BulletinSheet } from './publishBulletin';
import type { Review } from './review';
import { applyPlan } from './workbook';
import type { WorkbookSettings } from './workbookSettings';

export type MonthPublished =
  | { readonly ok: true; readonly document: NamedFile; readonly findings: readonly Finding[] }
  | { readonly ok: false; readonly sentence: string };

/**
 * The month-end job's bulletin: the month's sheet where it may be written, and always the .docx; of an issued bulletin that
 * is kept, as it was issued.
 */
export async function publishMonth(
  of: Review,
  scores: readonly UnitScore[],
  settings: WorkbookSettings,
  request: { readonly replace: boolean; readonly at: string },
  progress: (said: string) => void,
): Promise<MonthPublished> {
  const draft = standingDraft(of, 'monthly', scores);
  const sheet = planBulletinSheet(of, draft, request);
  const summary = bulletinSummary(sheet);
  progress(sheet.plan.changes.length > 0 ? summary : `${sheet.name}已经印发，照原样保留`);
  const written = await applyPlan(sheet.plan, { at: request.at, summary });
  if (!written.ok) return { ok: false, sentence: written.refusal.sentence };
  const stem = of.reading.snapshot.name.replace(/\.[^.]*$/, '');
  const kept = issuedBulletin(of, sheet.name);
  const text = sheet.standing === 'differs' && !request.replace ? issuedText(of, draft) : null;
  const document = bulletinDocument(text === null ? draft : { text }, {
    office: officeOf(settings, of),
    head: kept?.head ?? headInForce(of, settings),
    issuedOn: draft.issuedOn,
    issue: monthOf(of.asOf),
    name: `${stem}-通报.docx`,
  });
  return { ok: true, document, findings: request.replace ? [] : bulletinFindings(of, sheet) };
}

/** What writing the sheet does, for the undo menu. */
export const bulletinSummary = ({ name, standing }: BulletinSheet): string =>
  `${standing === 'new' ? '生成' : '改写'}${name}`;
