import { leaderRoll } from '../../domain/overview/leaders';
import type { Plan, SheetContent } from '../../domain/plan';
import {
  chiefPages,
  leaderPages,
  SUPERVISION_COLUMNS,
  supervisionPages,
  unitPages,
} from '../../domain/reports/listReports';
import { atOnce, filter, map, type InPortions } from '../../domain/portions';
import { historyOf } from '../../domain/registers/history';
import { LIST_COLUMNS, type ReportedMatter } from '../../domain/reports/matterList';
import { matterPages, RECORD_COLUMNS } from '../../domain/reports/matterPages';
import { sheetInPortions, type ReportPage } from '../../domain/reports/reportSheet';
import { holds } from '../../domain/scoring/issuedSheets';
import { writtenAnew } from '../office/daySheet';
import { alikeInPortions } from '../reading/readAlike';
import type { Review } from '../reading/review';

export const REPORT_NAMES = {
  leaders: '分管领导专报',
  chief: '主要领导专报',
  units: '一单位一清单',
  supervision: '督办专项台账',
  matters: '一件一档',
} as const;
export type ReportKind = keyof typeof REPORT_NAMES;

export interface ReportRequest {
  readonly kind: ReportKind;
  /** Leaders or units by name, matters by key; null: all. 主要领导专报 and 督办专项台账 take no choice. */
  readonly only: ReadonlySet<string> | null;
}

/** A report as a sheet that prints page by page. */
export interface PlannedReport {
  /** `分管领导专报 2026-10-31`; a report of the same day is written anew. */
  readonly name: string;
  readonly pages: readonly ReportPage[];
  /** Printed pages of A4: a long report takes several. */
  readonly paper: number;
  /** Empty where there is nothing to report, or the sheet stands so already. */
  readonly plan: Plan;
}

export const planReport = (of: Review, request: ReportRequest): PlannedReport => atOnce(reportInPortions(of, request));

export function* reportInPortions(of: Review, request: ReportRequest): InPortions<PlannedReport> {
  const { asOf } = of;
  const name = `${REPORT_NAMES[request.kind]} ${asOf}`;
  const pages = yield* pagesOf(of, request);
  const standing = of.reading.snapshot.sheets.find((sheet) => sheet.name === name);
  const nothing: Plan = { action: 'report', asOf, expectations: [], changes: [] };
  if (pages.length === 0) return { name, pages, paper: 0, plan: nothing };
  const columns =
    request.kind === 'matters' ? RECORD_COLUMNS : request.kind === 'supervision' ? SUPERVISION_COLUMNS : LIST_COLUMNS;
  const content: SheetContent = yield* sheetInPortions(columns, pages, request.kind !== 'matters');
  const paper = (content.print?.breaksBefore.length ?? 0) + 1;
  if (standing !== undefined && holds(standing, content)) return { name, pages, paper, plan: nothing };
  const changes: Plan['changes'] =
    standing === undefined ? [{ kind: 'addSheet', name, content }] : [writtenAnew(of, standing, content)];
  return { name, pages, paper, plan: { ...nothing, expectations: yield* alikeInPortions(of), changes } };
}

/** Names a report may be asked for: leaders, or units with open matters. */
export function* namesInPortions(of: Review, kind: 'leaders' | 'units'): InPortions<readonly string[]> {
  const pages = yield* pagesOf(of, { kind, only: null });
  return kind === 'leaders'
    ? pages.map(({ title }) => title.slice(`${REPORT_NAMES.leaders}（`.length, -1))
    : pages.map(({ title }) => title.replace(/督查事项清单$/, ''));
}

function* pagesOf(of: Review, { kind, only }: ReportRequest): InPortions<readonly ReportPage[]> {
  const { asOf, ledgers, registers } = of;
  const matters = yield* map(of.assessments, (assessment): ReportedMatter => ({
    assessment,
    history: historyOf(of.histories, assessment.matter),
  }));
  const roll = leaderRoll(ledgers, registers.directory);
  switch (kind) {
    case 'leaders':
      return yield* leaderPages(matters, roll, asOf, only);
    case 'chief':
      return yield* chiefPages(matters, roll, asOf);
    case 'units':
      return yield* unitPages(matters, asOf, only);
    case 'supervision':
      return yield* supervisionPages(matters, asOf);
    case 'matters':
      return matterPages(
        yield* filter(matters, ({ assessment }) => only === null || only.has(assessment.matter.key)),
        asOf,
      );
  }
}
