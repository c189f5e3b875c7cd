import type { Assessment, MatterHistory, NextStep, State } from '../assessment';
import { addDays, weekday, type CivilDate } from '../calendar/civilDate';
import { keepsReports, lacksReport } from '../monthlyReport';
import type { LeaderRoll } from './leaders';
import type { Pace } from './plannedProgress';

/** Everywhere that one matter is counted. */
export interface Places {
  readonly state: State;
  readonly closed: boolean;
  readonly step: NextStep | null;
  /** Each once. */
  readonly units: readonly string[];
  readonly category: string;
  readonly leaders: readonly string[];
  readonly dueThisWeek: boolean;
  /** Whether the workbook keeps reports on it, and one is missing this month. */
  readonly keepsReports: boolean;
  readonly noProgress: boolean;
  readonly closingReported: boolean;
  readonly pace: Pace | null;
}

/** What tells the places of a matter, beside how it stands. */
export interface PlacesContext {
  readonly asOf: CivilDate;
  readonly roll: LeaderRoll;
  readonly proceedingsOf: (matter: Assessment['matter']) => MatterHistory['proceedings'];
  readonly paceOf: (matter: Assessment['matter']) => Pace | null;
}

export const CLOSED_STATES: ReadonlySet<State> = new Set(['closedOnTime', 'closedLate', 'closed']);
const UNDER_WAY: ReadonlySet<State> = new Set(['overdue', 'dueSoon', 'inProgress', 'undetermined']);
export const NO_CATEGORY = '未分类';

export function placesOf(assessment: Assessment, context: PlacesContext): Places {
  const { matter, state, nextStep } = assessment;
  const { asOf, roll, proceedingsOf, paceOf } = context;
  const proceedings = proceedingsOf(matter);
  return {
    state,
    closed: isClosed(assessment),
    step: nextStep,
    units: distinct(matter.leadUnits.map(({ unit }) => unit)),
    category: matter.category ?? NO_CATEGORY,
    leaders: distinct(roll.supervising(matter)),
    dueThisWeek: isDueBy(assessment, asOf, endOfWeek(asOf)),
    keepsReports: keepsReports([matter], proceedings),
    noProgress: UNDER_WAY.has(state) && lacksReport(matter, proceedings, asOf),
    closingReported: waitsForClosing(assessment, proceedings),
    pace: paceOf(matter),
  };
}

const distinct = (names: readonly string[]): readonly string[] => (names.length < 2 ? names : [...new Set(names)]);

export const isClosed = ({ state }: Assessment): boolean => CLOSED_STATES.has(state);

const endOfWeek = (date: CivilDate): CivilDate => addDays(date, (7 - weekday(date)) % 7);

const isDueBy = ({ state, deadline }: Assessment, from: CivilDate, to: CivilDate): boolean =>
  UNDER_WAY.has(state) && deadline.kind === 'date' && deadline.date >= from && deadline.date <= to;

function waitsForClosing(each: Assessment, proceedings: MatterHistory['proceedings']): boolean {
  if (proceedings.length === 0 || isClosed(each)) return false;
  const last = (kind: string): CivilDate | null =>
    proceedings.reduce<CivilDate | null>(
      (latest, row) => (row.kind === kind && (latest === null || row.date > latest) ? row.date : latest),
      null,
    );
  const [reported, returned] = [last('closingReport'), last('returned')];
  return reported !== null && (returned === null || returned < reported);
}
