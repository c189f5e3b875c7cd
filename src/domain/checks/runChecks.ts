import type { Assessment } from '../assessment';
import type { Finding } from '../finding';
import type { Matter } from '../matter';
import { atOnce, forEach, type InPortions } from '../portions';
import { historiesInTurn } from '../registers/history';
import { createUnitDirectory } from '../registers/unitDirectory';
import { calendarUnknown } from './calendarUnknown';
import type {
  CheckContext,
  CheckInput,
  ComparingCheck,
  LedgerCheck,
  MatterCheck,
  RegisterCheck,
  AssessmentOf,
  Subject,
} from './checkContext';
import { closedBeforeAssignment, closingInFuture, deadlineBeforeAssignment } from './dateOrder';
import { duplicateId, duplicateMatter } from './duplicates';
import { extensionLate, registeredExtensionUnapproved } from './extensionLate';
import { ambiguousColumn, hiddenRow, noDeadlineColumn, noUnitColumn, otherTable } from './ledgerShape';
import { noticeNumbering, noticeUnregistered } from './noticeNumbers';
import { orderWithoutReminder, reminderWithoutAssignment } from './noticeOrder';
import { orderInPortions } from './orderFindings';
import { plainChecks } from './plainChecks';
import { sameEvents } from './sameEvents';
import { staleProgress } from './staleProgress';
import { unitNames } from './unitNames';
import { noCategoryColumn, unknownCategory } from './unknownCategory';

const MATTER_CHECKS: readonly MatterCheck[] = [
  plainChecks,
  deadlineBeforeAssignment,
  closedBeforeAssignment,
  closingInFuture,
  unitNames,
  unknownCategory,
  extensionLate,
  registeredExtensionUnapproved,
  reminderWithoutAssignment,
  orderWithoutReminder,
  noticeUnregistered,
  staleProgress,
  calendarUnknown,
];

const COMPARING_CHECKS: readonly ComparingCheck[] = [duplicateId, duplicateMatter];

const LEDGER_CHECKS: readonly LedgerCheck[] = [
  hiddenRow,
  noUnitColumn,
  noDeadlineColumn,
  noCategoryColumn,
  ambiguousColumn,
  otherTable,
];

const REGISTER_CHECKS: readonly RegisterCheck[] = [noticeNumbering, sameEvents];

/** What the checks that look at one matter alone say of it. */
export const checksOfMatter = (subject: Subject, context: CheckContext): readonly Finding[] =>
  MATTER_CHECKS.flatMap((check) => check(subject, context));

/**
 * Every check of rules.md §7 over the workbook's ledgers, with what reading them found and what other parts found;
 * by sheet, row, column, code.
 */
export const runChecks = (input: CheckInput, assessments: readonly Assessment[]): readonly Finding[] =>
  atOnce(checksInPortions(input, byMatter(assessments)));

export function* checksInPortions(input: CheckInput, assessmentOf: AssessmentOf): InPortions<readonly Finding[]> {
  const context: CheckContext = { ...input, directory: createUnitDirectory(input.registers.directory) };
  const historyIn = historiesInTurn(input.histories);
  const findings: Finding[] = [...input.found];
  for (const check of REGISTER_CHECKS) {
    for (const finding of yield* check(context)) findings.push(finding);
  }
  for (const ledger of input.ledgers) {
    for (const finding of ledger.findings) findings.push(finding);
    for (const check of COMPARING_CHECKS) for (const finding of yield* check(ledger)) findings.push(finding);
    for (const check of LEDGER_CHECKS) for (const finding of check(ledger, context)) findings.push(finding);
    const lookOver = (matter: Matter): void => {
      const history = historyIn(matter);
      const assessment = assessmentOf(matter, history);
      const subject = { matter, ledger, history, assessment };
      for (const check of MATTER_CHECKS) {
        for (const finding of check(subject, context)) findings.push(finding);
      }
    };
    yield* forEach(ledger.matters, lookOver, 'check');
  }
  return yield* orderInPortions(findings, input.sheetNames ?? input.ledgers.map(({ sheet }) => sheet));
}

/** Assessments are mostly asked for in their own order: only where they are not are they looked up. */
function byMatter(assessments: readonly Assessment[]): AssessmentOf {
  let next = 0;
  let byKey: ReadonlyMap<string, Assessment> | null = null;
  return (matter) => {
    const inTurn = assessments[next];
    if (inTurn?.matter === matter || inTurn?.matter.key === matter.key) {
      next += 1;
      return inTurn;
    }
    byKey ??= new Map(assessments.map((assessment) => [assessment.matter.key, assessment]));
    return byKey.get(matter.key) ?? null;
  };
}
