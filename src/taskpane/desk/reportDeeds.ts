import { reportInPortions, type PlannedReport, type ReportRequest } from '../../app/bulletin/onePageReports';
import { planReceipt, type ReportReceived } from '../../app/bulletin/rectificationReports';
import type { Rectification } from '../../domain/bulletin/rectifications';
import { PREVIEW } from '../words';
import { RECTIFICATION, REPORTS } from '../words/bulletin';
import type { Desk } from './Desk';
import { planLines } from './planInWords';
import type { Preview } from './view';

const PLAIN = { notes: [], marks: new Map(), letters: [], readsAs: new Map() } satisfies Partial<Preview>;

/** Puts a report before the clerk. */
export function previewReport(desk: Desk, { name, pages, paper, plan }: PlannedReport): void {
  desk.propose({
    ...PLAIN,
    plan,
    deed: PREVIEW.deedSheets(1),
    summary: REPORTS.summary(name, paper),
    lines: planLines(plan),
    notes: plan.changes.length === 0 ? [] : [REPORTS.pagesNote(pages.length)],
  });
}

/** 一件一档 of these matters; a sentence where none may be told of. */
export async function previewMatterPages(desk: Desk, keys: ReadonlySet<string>): Promise<void> {
  const request: ReportRequest = { kind: 'matters', only: keys };
  const report = await desk.workOut((of) => reportInPortions(of, request));
  if (report === null) return;
  if (report.pages.length > 0) return previewReport(desk, report);
  desk.sayRefused(keys.size === 0 ? REPORTS.nothing.matters : REPORTS.classified);
}

/** Puts the receipt of a 整改报告 before the clerk; a sentence where it is refused. */
export function previewReceipt(
  desk: Desk,
  about: Rectification,
  received: Pick<ReportReceived, 'date' | 'content'>,
): string | null {
  const { review, today, choices } = desk.view();
  if (review === null) return null;
  const planned = planReceipt(review, about, { ...received, today, handler: choices.office.handler });
  if (!planned.ok) return planned.sentence;
  const { plan } = planned;
  desk.propose({
    ...PLAIN,
    plan,
    deed: RECTIFICATION.deed,
    summary: RECTIFICATION.summary(about.unit),
    lines: planLines(plan),
  });
  return null;
}
