import { assess } from '../../domain/assess';
import type { Assessment, MatterHistory, State } from '../../domain/assessment';
import type { CivilDate } from '../../domain/calendar/civilDate';
import { createWorkCalendar, type WorkCalendar } from '../../domain/calendar/workCalendar';
import { unreadLedgers } from '../../domain/checks/ledgerShape';
import { checksInPortions } from '../../domain/checks/runChecks';
import type { Finding } from '../../domain/finding';
import type { ColumnDoubt, LedgerConnection } from '../../domain/ledger/connection';
import { carriedInPortions } from '../../domain/ledger/carriedMatters';
import { ledgerInPortions, type LedgerReading } from '../../domain/ledger/readLedger';
import type { Matter } from '../../domain/matter';
import { atOnce, map, type InPortions } from '../../domain/portions';
import {
  historyAt,
  historiesInTurn,
  historiesOnRecord,
  joinInPortions,
  withoutRows,
} from '../../domain/registers/history';
import { registersInPortions } from '../../domain/registers/readRegisters';
import type { Registers } from '../../domain/registers/registers';
import type { RuleSet, Settings } from '../../domain/ruleSet';
import type { Connecting } from './connectLedger';
import { schemeInForce, type SchemeInForce } from './chosenRules';
import type { Reading } from './readForReview';

export interface ReviewRequest {
  readonly connections: readonly LedgerConnection[];
  /** Columns not taken because their header fits more than one field, by sheet: reported as findings. */
  readonly doubts: ReadonlyMap<string, readonly ColumnDoubt[]>;
  /** Sheets that were not taken for ledgers: one that looks like a ledger all the same is said. */
  readonly others?: Connecting['others'];
  readonly asOf: CivilDate;
  /** The day of the run: what lies after it is in the future. */
  readonly today: CivilDate;
  /** What is chosen; the sheet 计分方案 goes before it, unless `schemeAsked`. */
  readonly ruleSet: RuleSet;
  /** The rule set was named for this run. */
  readonly schemeAsked?: boolean;
  readonly settings: Settings;
}

/** How things stand at a date: every matter's state, everything noticed. Pure: the same reading gives the same review. */
export interface Review {
  readonly reading: Reading;
  readonly asOf: CivilDate;
  readonly ruleSet: RuleSet;
  readonly scheme: SchemeInForce;
  readonly settings: Settings;
  readonly calendar: WorkCalendar;
  readonly ledgers: readonly LedgerReading[];
  readonly matters: readonly Matter[];
  readonly registers: Registers;
  /** Of the matters that have register rows, by key. */
  readonly histories: ReadonlyMap<string, MatterHistory>;
  /** In ledger order. */
  readonly assessments: readonly Assessment[];
  readonly findings: readonly Finding[];
}

export const review = (reading: Reading, request: ReviewRequest): Review => atOnce(reviewInPortions(reading, request));

export function* reviewInPortions(reading: Reading, request: ReviewRequest): InPortions<Review> {
  const { snapshot } = reading;
  const { asOf, settings } = request;
  const scheme = schemeInForce(snapshot, { ruleSet: request.ruleSet, asked: request.schemeAsked === true });
  const { ruleSet } = scheme;
  const { registers, holidays, findings: registerFindings } = yield* registersInPortions(snapshot, asOf);
  const calendar = createWorkCalendar(holidays);
  const read: LedgerReading[] = [];
  for (const connection of request.connections) {
    const sheet = snapshot.sheets.find(({ name }) => name === connection.sheet);
    if (sheet === undefined) continue;
    const options = { directory: registers.directory, asOf, date1904: snapshot.date1904, workbookName: snapshot.name };
    read.push(yield* ledgerInPortions(sheet, connection, options));
  }
  const ledgers = yield* carriedInPortions(read, asOf);
  // One ledger's list is the list: what was kept for it serves.
  const matters = ledgers.length === 1 ? ledgers[0]!.matters : ledgers.flatMap((ledger) => ledger.matters);
  const { histories, findings: linkFindings } = yield* joinInPortions(matters, registers, asOf);
  const context = { asOf, ruleSet, settings, calendar };
  const assessments: Assessment[] = [];
  const standing = (matter: Matter, history: MatterHistory | null): Assessment => {
    const assessment = assess(history ?? withoutRows(matter), context);
    assessments.push(assessment);
    return assessment;
  };
  const found = [...unreadLedgers(request.others ?? []), ...scheme.findings, ...registerFindings, ...linkFindings];
  const findings = yield* checksInPortions(
    {
      ledgers,
      histories,
      registers,
      ruleSet,
      asOf,
      today: request.today,
      doubts: request.doubts,
      found,
      sheetNames: reading.survey.sheets.map(({ head }) => head.name),
    },
    standing,
  );
  return {
    reading,
    asOf,
    ruleSet,
    scheme,
    settings,
    calendar,
    ledgers,
    matters,
    registers,
    histories,
    assessments,
    findings,
  };
}

/** The same review's matters at another date, register rows after it ignored (scores compare months). */
export function* assessmentsInPortions(of: Review, date: CivilDate): InPortions<readonly Assessment[]> {
  if (date === of.asOf) return of.assessments;
  const { histories } = yield* historiesOnRecord(of.matters, of.registers, date);
  const context = { asOf: date, ruleSet: of.ruleSet, settings: of.settings, calendar: of.calendar };
  const [historyNow, historyThen] = [historiesInTurn(of.histories), historiesInTurn(histories)];
  const stateThen = (now: Assessment): Assessment => {
    const { matter, closedOn } = now;
    const onRecord = historyNow(matter) !== null;
    const history = historyThen(matter);
    // Nothing on record, and closed by that day: as it stands now.
    if (closedOn !== null && closedOn <= date && !onRecord) return now;
    return assess(history ?? withoutRows(matter), context);
  };
  return yield* map(of.assessments, stateThen);
}

/** The same of one matter. */
export function assessmentAt(of: Review, now: Assessment, date: CivilDate): Assessment {
  if (date === of.asOf) return now;
  const { matter, closedOn } = now;
  const onRecord = of.histories.get(matter.key);
  if (closedOn !== null && closedOn <= date && onRecord === undefined) return now;
  return assess(onRecord === undefined ? withoutRows(matter) : historyAt(onRecord, date), { ...of, asOf: date });
}

/** How many matters there are of each state. */
export function countStates(assessments: readonly Assessment[]): Readonly<Record<State, number>> {
  const counts = {
    closedOnTime: 0,
    closedLate: 0,
    closed: 0,
    suspended: 0,
    notAssigned: 0,
    overdue: 0,
    dueSoon: 0,
    recurring: 0,
    undetermined: 0,
    inProgress: 0,
  } satisfies Record<State, number>;
  for (const { state } of assessments) counts[state] += 1;
  return counts;
}
