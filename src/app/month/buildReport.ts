import type { Assessment } from '../../domain/assessment';
import type { CivilDate } from '../../domain/calendar/civilDate';
import { cellName, columnLetters } from '../../domain/cell';
import type { Finding } from '../../domain/finding';
import { findingSentence } from '../../domain/findingSentence';
import type { LedgerConnection } from '../../domain/ledger/connection';
import { FIELDS } from '../../domain/ledger/fields';
import type { Matter } from '../../domain/matter';
import type { Notice } from '../../domain/notices/notice';
import type { ScoreLine, UnitScore } from '../../domain/scoring/score';
import { remarkOf } from '../../domain/scoring/scoreTable';
import type { ReviewLists } from '../scoring/lists';
import type { Report } from './report';
import type { Review } from '../reading/review';

export interface ReportParts {
  readonly asOf: CivilDate;
  readonly workbook: string;
  readonly documents: readonly string[];
  readonly review: Review;
  readonly findings: readonly Finding[];
  readonly scores: readonly UnitScore[];
  /** Lines that are 以前月份补记: said in the remark, as in 考核计分. */
  readonly late: ReadonlySet<ScoreLine>;
  readonly lists: ReviewLists;
  readonly notices: readonly Notice[];
  readonly wire: Report['wire'];
}

/** The month-end report in the shape of `reportSchema`; the title of a classified matter stays in its row. */
export function buildReport(parts: ReportParts): Report {
  const { review } = parts;
  return {
    asOf: parts.asOf,
    scheme: review.ruleSet.id,
    workbook: parts.workbook,
    documents: [...parts.documents],
    ledgers: review.ledgers.map(({ connection, matters }) => ledgerOf(connection, matters.length)),
    matters: review.assessments.map(matterOf),
    findings: parts.findings.map((finding) => ({
      code: finding.code,
      level: finding.level,
      cell: cellName(finding.cell),
      message: findingSentence(finding),
      fix: finding.fix?.shown ?? null,
    })),
    scores: parts.scores.map((score) => ({
      unit: score.unit,
      total: score.total,
      month: score.month,
      rank: score.rank,
      remark: remarkOf(score, parts.late) || null,
      lines: score.lines.map(({ rule, points, date, clause, source, message }) => ({
        rule,
        points,
        date,
        clause,
        source: source === null ? null : cellName(source),
        message,
      })),
    })),
    ...listsIn(parts),
    notices: parts.notices.map(noticeOf),
    wire: parts.wire,
  };
}

function ledgerOf(connection: LedgerConnection, matters: number): Report['ledgers'][number] {
  const columns: Report['ledgers'][number]['columns'] = {};
  for (const field of FIELDS) {
    const mapped = connection.columns[field];
    if (mapped !== undefined) columns[field] = columnLetters(mapped.column);
  }
  const height = connection.headerBottom - connection.headerTop + 1;
  return {
    sheet: connection.sheet,
    headerRows: Array.from({ length: height }, (_, index) => connection.headerTop + index + 1),
    columns,
    matters,
  };
}

/** The ledger's number as text, `row:17` where it has none. */
export const reportId = ({ id, row }: Pick<Matter, 'id' | 'row'>): string => id ?? `row:${row + 1}`;

function matterOf({ matter, ...assessed }: Assessment): Report['matters'][number] {
  const { deadline } = assessed;
  const units = (mentions: Matter['leadUnits']): string[] => mentions.map(({ unit }) => unit);
  return {
    id: reportId(matter),
    sheet: matter.sheet,
    row: matter.row + 1,
    title: matter.classified ? null : matter.title,
    leadUnit: matter.leadUnits.length === 0 ? null : units(matter.leadUnits).join('、'),
    coUnits: units(matter.coUnits),
    state: assessed.state,
    stage: assessed.stage,
    returned: assessed.returned,
    deadline: deadline.kind === 'date' ? deadline.date : null,
    deadlineFrom: deadline.kind === 'date' ? deadline.from : deadline.kind === 'recurring' ? 'recurring' : 'none',
    deadlineProvisional: deadline.kind === 'date' && deadline.provisional,
    overdueDays: assessed.overdueDays,
    nextStep: assessed.nextStep,
  };
}

function listsIn({ review, lists: { lists, cadences } }: ReportParts): Pick<Report, 'lists' | 'cadences'> {
  const ids = new Map(review.matters.map((matter) => [matter.key, reportId(matter)]));
  const idsOf = (keys: readonly string[]): string[] => keys.flatMap((key) => ids.get(key) ?? []);
  return {
    lists: lists.map(({ rule, clause, note, entries }) => ({
      list: rule.id,
      name: rule.name,
      clause,
      note,
      lines: entries.map(({ unit, matter, date, cell, message }) => ({
        unit,
        matter: matter === null ? null : (ids.get(matter) ?? null),
        date,
        cell: cellName(cell),
        message,
      })),
    })),
    cadences: cadences.map(({ rule, clause, period, until, due, matters, overdue, behind }) => ({
      cadence: rule.id,
      name: rule.name,
      clause,
      every: rule.every,
      period,
      until,
      due,
      matters: idsOf(matters),
      overdue: idsOf(overdue),
      behind: idsOf(behind),
    })),
  };
}

function noticeOf(notice: Notice): Report['notices'][number] {
  return {
    form: notice.form,
    number: notice.number,
    unit: notice.unit,
    matters: notice.matters.map(reportId),
    issuedOn: notice.issuedOn,
    replyDue: notice.replyDue,
    previous: notice.previous,
  };
}
