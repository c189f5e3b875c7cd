import { assess } from '../../domain/assess';
import type { MatterHistory } from '../../domain/assessment';
import { checksOfMatter } from '../../domain/checks/runChecks';
import type { CheckContext, Subject } from '../../domain/checks/checkContext';
import { orderFindings } from '../../domain/checks/orderFindings';
import type { Finding } from '../../domain/finding';
import { mayCarry } from '../../domain/ledger/carriedMatters';
import { prepareIdentity, type ChangedMatter } from '../../domain/ledger/identityIndex';
import type { LedgerReading } from '../../domain/ledger/readLedger';
import { firstWhere } from '../../domain/firstWhere';
import { COMPARING, readRowsAgain, replaced, type RowSpan } from '../../domain/ledger/readRowsAgain';
import { lastRowOf, type Matter } from '../../domain/matter';
import type { ChangedAssessment } from '../../domain/overview/overviewAfter';
import type { InPortions } from '../../domain/portions';
import { contradictions, historyOf } from '../../domain/registers/history';
import { namedIn } from '../../domain/registers/linkMatters';
import type { Registers } from '../../domain/registers/registers';
import { createUnitDirectory, type UnitDirectory } from '../../domain/registers/unitDirectory';
import type { Reading } from './readForReview';
import type { Review, ReviewRequest } from './review';

/** Rows of one sheet whose cells are not what they were. */
export interface ChangedRows extends RowSpan {
  readonly sheet: string;
}

/** What was read again: the whole reading, and the rows in which it differs from the one before. */
export interface ReadAgain {
  readonly reading: Reading;
  readonly rows: readonly ChangedRows[];
}

/**
 * The review of `again.reading`, made from the one before: equal to `review(again.reading, request)` at the cost of the
 * changed rows. `request` is the one `previous` was made for. Null where more than the matters of these rows may be
 * touched (`readRowsAgain`; another ledger or a register may mean another matter by them): then all is reviewed anew.
 */
export function reviewAgain(previous: Review, request: ReviewRequest, again: ReadAgain): Review | null {
  if (mayCarry(previous.ledgers)) return null;
  let now: Review | null = previous;
  for (const rows of again.rows) now = now === null ? null : withRows(now, request, again.reading, rows);
  return now === null || mayCarry(now.ledgers) ? null : { ...now, reading: again.reading };
}

/**
 * The matters in which a review differs from the one it was made again from; null where it was not made from it, or so
 * many differ that what is counted is counted anew as fast.
 */
export function changesBetween(before: Review, after: Review): readonly ChangedAssessment[] | null {
  if (before.registers !== after.registers || before.assessments.length !== after.assessments.length) return null;
  const changes: ChangedAssessment[] = [];
  for (let at = 0; at < after.assessments.length; at += 1) {
    const [was, is] = [before.assessments[at]!, after.assessments[at]!];
    if (was === is) continue;
    if (changes.push({ before: was, after: is }) > COUNTED_SINGLY) return null;
  }
  return changes;
}

const COUNTED_SINGLY = 50;

/** Makes ahead of time what the first change of a number, title, unit or assignment asks for. */
export function* prepareReviewAgain({ ledgers }: Review): InPortions<void> {
  for (const { matters } of ledgers) yield* prepareIdentity(matters);
}

function withRows(of: Review, request: ReviewRequest, reading: Reading, rows: ChangedRows): Review | null {
  const place = of.ledgers.findIndex(({ sheet }) => sheet === rows.sheet);
  const before = of.ledgers[place];
  const sheet = reading.snapshot.sheets.find(({ name }) => name === rows.sheet);
  if (before === undefined || sheet === undefined) return null;
  const directory = directoryOf(of.registers);
  const { date1904, name: workbookName } = reading.snapshot;
  const read = readRowsAgain(before, sheet, rows, { directory, asOf: of.asOf, date1904, workbookName });
  if (read === null) return null;
  const { ledger, changes } = read;
  if (changes.some((change) => !linksStand(of.registers, change))) return null;

  const histories = new Map(of.histories);
  const context = checkContextOf(of, request, directory);
  const started = of.ledgers.slice(0, place).reduce((sum, { matters }) => sum + matters.length, 0) + read.at;
  const assessments = changes.map(({ after }) => {
    const history: MatterHistory = { ...historyOf(histories, after), matter: after };
    if (histories.has(after.key)) histories.set(after.key, history);
    return assess(history, of);
  });
  let findings = of.findings;
  for (const [index, { before: matter, after }] of changes.entries()) {
    const was = said(
      {
        matter,
        ledger: before,
        history: historyOf(of.histories, matter),
        assessment: of.assessments[started + index]!,
      },
      context,
    );
    const is = said(
      { matter: after, ledger, history: historyOf(histories, after), assessment: assessments[index]! },
      context,
    );
    // What is said in a register's row may be said there of several matters, once.
    if (JSON.stringify(was.elsewhere) !== JSON.stringify(is.elsewhere)) return null;
    findings = withOwnFindings(findings, context.sheetNames, after, (kept) => [
      ...is.contradicting,
      ...read.findings.filter((finding) => finding.matter === after.key),
      ...kept,
      ...is.checked,
    ]);
  }
  return {
    ...of,
    ledgers: replaced(of.ledgers, place, [ledger]),
    matters: replaced(
      of.matters,
      started,
      changes.map(({ after }) => after),
    ),
    histories,
    assessments: replaced(of.assessments, started, assessments),
    findings,
  };
}

const directories = new WeakMap<Registers, UnitDirectory>();

function directoryOf(registers: Registers): UnitDirectory {
  let directory = directories.get(registers);
  if (directory === undefined) directories.set(registers, (directory = createUnitDirectory(registers.directory)));
  return directory;
}

function checkContextOf(
  { ledgers, histories, registers, ruleSet, asOf, reading }: Review,
  { today, doubts }: ReviewRequest,
  directory: UnitDirectory,
): CheckContext & { readonly sheetNames: readonly string[] } {
  const sheetNames = reading.survey.sheets.map(({ head }) => head.name);
  return { ledgers, histories, registers, ruleSet, asOf, today, doubts, found: [], directory, sheetNames };
}

/** The rows of registers lead to the same matters as before. */
const linksStand = ({ notices, proceedings }: Registers, { before, after }: ChangedMatter): boolean =>
  (before.id === after.id && before.title === after.title) ||
  [notices, proceedings].every((rows) => rows === null || !(namedIn(rows, before) || namedIn(rows, after)));

/** What is said of one matter, comparing aside: in its own rows, and elsewhere. */
function said(
  subject: Subject & { readonly history: MatterHistory; readonly ledger: LedgerReading },
  context: CheckContext,
): Record<'contradicting' | 'checked' | 'elsewhere', readonly Finding[]> {
  const own = ({ cell }: Finding): boolean => isIn(subject.matter, cell);
  const contradicting = contradictions(subject.history, context.asOf);
  const checked = checksOfMatter(subject, context);
  return {
    contradicting: contradicting.filter(own),
    checked: checked.filter(own),
    elsewhere: [...contradicting, ...checked].filter((finding) => !own(finding)),
  };
}

const isIn = (matter: Matter, cell: Finding['cell']): boolean =>
  cell.sheet === matter.sheet && matter.row <= cell.row && cell.row <= lastRowOf(matter);

/** Findings in order, those in the matter's rows made anew; what comparing said of it is kept. */
function withOwnFindings(
  findings: readonly Finding[],
  sheetNames: readonly string[],
  matter: Matter,
  own: (kept: readonly Finding[]) => readonly Finding[],
): readonly Finding[] {
  const place = new Map(sheetNames.map((name, index) => [name, index]));
  const tab = place.get(matter.sheet)!;
  const tabOf = (finding: Finding): number => place.get(finding.cell.sheet) ?? sheetNames.length;
  const from = firstWhere(
    findings,
    (finding) => tabOf(finding) > tab || (tabOf(finding) === tab && finding.cell.row >= matter.row),
  );
  const last = lastRowOf(matter);
  const to = firstWhere(
    findings,
    (finding) => tabOf(finding) > tab || (tabOf(finding) === tab && finding.cell.row > last),
  );
  const kept = findings.slice(from, to).filter(({ code }) => COMPARING.has(code));
  return [...findings.slice(0, from), ...orderFindings(own(kept), sheetNames), ...findings.slice(to)];
}
