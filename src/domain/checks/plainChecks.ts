import { readApproval } from '../approval';
import type { CellRef } from '../cell';
import { cellText, isErrorValue } from '../cellText';
import type { Finding, FindingCode } from '../finding';
import { findingOf } from '../findingLevels';
import { isClassifiedGrade } from '../ledger/classified';
import type { Field } from '../ledger/fields';
import { cellOf } from '../ledger/identity';
import { statusMeaning } from '../ledger/statusWords';
import { rowsOf, type LedgerRow } from '../matter';
import { valueAt } from '../snapshot';
import { NOTHING, type CheckContext, type MatterCheck, type Subject } from './checkContext';
import { countsUnapproved, unapproved } from './extensionLate';

interface PlainCheck {
  readonly code: FindingCode;
  /** The column the ledger must have for the check to say anything; null where it needs none. */
  readonly needs: Field | null;
  readonly holds: (subject: Subject, context: CheckContext) => boolean;
  readonly facts?: (subject: Subject, context: CheckContext) => Finding['facts'];
}

const onRecord = ({ history }: Subject, kinds: readonly string[]): boolean =>
  history?.proceedings.some((row) => kinds.includes(row.kind)) ?? false;

/** The first row with a status word nobody knows. A known word that a volatile formula gives is said as that. */
const strangeStatus = ({ matter }: Subject): LedgerRow | undefined =>
  rowsOf(matter).find((row) => row.status === 'unknown' && statusMeaning(row.statusText, '') === 'unknown');

/** Checks that look at one cell and say one thing. */
export const PLAIN_CHECKS: readonly PlainCheck[] = [
  { code: 'missing-title', needs: 'title', holds: ({ matter }) => matter.title === null },
  {
    code: 'missing-lead-unit',
    needs: 'leadUnit',
    holds: ({ matter }) => matter.leadUnits.length === 0,
  },
  { code: 'missing-id', needs: 'id', holds: ({ matter }) => matter.id === null },
  {
    code: 'missing-assignment',
    needs: 'assignedOn',
    holds: ({ matter }) => matter.assignedOn.reading.kind === 'blank' && matter.status !== 'notAssigned',
  },
  {
    code: 'missing-deadline',
    needs: 'deadline',
    holds: ({ matter, assessment }) =>
      matter.deadline.reading.kind === 'blank' && (assessment === null || assessment.deadline.kind === 'undetermined'),
  },
  {
    code: 'closed-without-date',
    needs: 'closedOn',
    holds: (subject) =>
      subject.matter.status === 'closed' &&
      subject.matter.closedOn.reading.kind === 'blank' &&
      !onRecord(subject, ['closed', 'struckOff']),
  },
  {
    code: 'date-without-closed-status',
    needs: 'closedOn',
    holds: ({ matter, ledger }, { today }) =>
      ledger.connection.columns.status !== undefined &&
      matter.closedOn.reading.kind === 'date' &&
      matter.closedOn.reading.date <= today &&
      (matter.status === 'open' || matter.status === 'blank'),
    facts: ({ matter }) => ({ status: matter.statusText }),
  },
  {
    code: 'unknown-status',
    needs: 'status',
    holds: (subject) => strangeStatus(subject) !== undefined,
    facts: (subject) => ({ status: strangeStatus(subject)?.statusText.slice(0, 60) ?? '' }),
  },
  { code: 'classified', needs: null, holds: ({ matter }) => matter.classified },
  {
    code: 'extension-unapproved',
    needs: 'extendedTo',
    holds: ({ matter }, { ruleSet }) =>
      ruleSet.deadlines.extensionNeeds !== 'reasonReported' &&
      matter.extendedTo.reading.kind === 'date' &&
      readApproval(matter.extensionApprover) !== 'approved',
    facts: ({ matter }, { ruleSet }) => unapproved(matter.extensionApprover, countsUnapproved(matter, ruleSet)),
  },
];

const WHERE: Partial<Record<FindingCode, Field>> = {
  'missing-title': 'title',
  'missing-lead-unit': 'leadUnit',
  'missing-id': 'id',
  'missing-assignment': 'assignedOn',
  'missing-deadline': 'deadline',
  'closed-without-date': 'closedOn',
  'date-without-closed-status': 'status',
  'unknown-status': 'status',
  'extension-unapproved': 'extensionApprover',
};

/** Runs the table. A cell that shows an error of a formula is not called blank as well. */
export const plainChecks: MatterCheck = (subject, context) => {
  const { matter, ledger } = subject;
  let findings = NOTHING;
  for (const { code, needs, holds, facts } of PLAIN_CHECKS) {
    if (!holds(subject, context)) continue;
    if (needs !== null && matter.cells[needs] === undefined) continue;
    const field = WHERE[code];
    const cell = place(subject, code, field);
    if (code.startsWith('missing-') && isErrorValue(valueAt(ledger.snapshot, cell.row, cell.column))) continue;
    findings = [...findings, findingOf(code, cell, facts?.(subject, context) ?? {}, { matter: matter.key })];
  }
  return findings;
};

function place(subject: Subject, code: FindingCode, field: Field | undefined): CellRef {
  const { matter, ledger } = subject;
  if (code === 'classified' && matter.cells['classification'] !== undefined) {
    const grade = matter.cells['classification'];
    if (isClassifiedGrade(cellText(valueAt(ledger.snapshot, grade.row, grade.column)))) return grade;
  }
  const own = field === undefined ? undefined : matter.cells[field];
  if (code === 'unknown-status' && own) {
    return { ...own, row: strangeStatus(subject)?.row ?? own.row };
  }
  if (code === 'extension-unapproved') return own ?? matter.cells['extendedTo'] ?? cellOf(matter);
  return own ?? cellOf(matter);
}
