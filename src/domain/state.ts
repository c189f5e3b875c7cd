import type { EffectiveDeadline, MatterHistory, State } from './assessment';
import { daysBetween, type CivilDate } from './calendar/civilDate';
import { closingOf, type Closing } from './closing';
import { effectiveDeadline, stageDeadline, type DeadlineContext } from './deadline';
import type { MatterRow } from './matter';

/** What the ledger and the registers say of a matter at asOf, before the ladder is asked. */
export interface Standing {
  readonly state: State;
  readonly returned: boolean;
  readonly deadline: EffectiveDeadline;
  readonly overdueDays: number;
  readonly closedOn: CivilDate | null;
}

/** State at asOf, first that holds (rules.md §4). */
export function standingOf(history: MatterHistory, context: DeadlineContext): Standing {
  const { matter } = history;
  const stages = matter.rows.length > 1 ? stagesOf(history, context) : [];
  if (stages.length > 0) return standingOfStages(history, stages, context);
  const { closing, returned } = closingOf(history, matter, context.asOf);
  return standing(history, closing, returned, effectiveDeadline(history, context), context);
}

/** One stage of a matter that runs over several rows. */
interface StageStanding {
  readonly closing: Closing;
  readonly returned: boolean;
  readonly deadline: EffectiveDeadline;
}

/**
 * Rows that are stages: with a deadline of their own, or where no row has one, with a status or closing date.
 * An extension moves a stage only to a later day: it was given for the stage then due.
 */
function stagesOf(history: MatterHistory, context: DeadlineContext): readonly StageStanding[] {
  const { rows } = history.matter;
  const dated = rows.filter((row) => row.deadline.reading.kind !== 'blank');
  const stages = dated.length > 0 ? dated : rows.filter(speaksOfClosing);
  return stages.map((row) => ({
    ...closingOf(history, row, context.asOf),
    deadline:
      stages.length === 1
        ? stageDeadline(history, row.deadline, context)
        : laterOf(stageDeadline(history, row.deadline, context), row, history),
  }));
}

const speaksOfClosing = (row: MatterRow): boolean => row.status !== 'blank' || row.closedOn.reading.kind !== 'blank';

function laterOf(deadline: EffectiveDeadline, row: MatterRow, history: MatterHistory): EffectiveDeadline {
  if (deadline.kind !== 'date' || deadline.from !== 'extension') return deadline;
  const { reading, cell, volatile } = row.deadline;
  if (volatile || reading.kind !== 'date' || reading.date <= deadline.date) return deadline;
  const leader = history.matter.leaderDeadline;
  if (leader.reading.kind === 'date' && !leader.volatile) return deadline;
  return { kind: 'date', date: reading.date, from: 'cell', provisional: false, cell };
}

/**
 * One matter: closed when all its stages are, on the last closing day and measured by the last deadline; while any is
 * open, the earliest deadline among the open ones decides (a stage without one does not make it overdue).
 */
function standingOfStages(
  history: MatterHistory,
  stages: readonly StageStanding[],
  context: DeadlineContext,
): Standing {
  const returned = stages.some((stage) => stage.returned);
  const open = stages.filter((stage) => !stage.closing.closed);
  if (open.length > 0) {
    return standing(history, { closed: false }, returned, earliest(open.map((stage) => stage.deadline)), context);
  }
  let on: CivilDate | null = stages[0]?.closing.closed === true ? stages[0].closing.on : null;
  for (const { closing } of stages) {
    if (!closing.closed || closing.on === null) on = null;
    else if (on !== null && closing.on > on) on = closing.on;
  }
  return standing(history, { closed: true, on }, returned, last(stages.map((stage) => stage.deadline)), context);
}

const dates = (deadlines: readonly EffectiveDeadline[]) => deadlines.filter((each) => each.kind === 'date');
const none = (deadlines: readonly EffectiveDeadline[]): EffectiveDeadline =>
  deadlines.find((each) => each.kind === 'undetermined') ?? deadlines[0] ?? { kind: 'undetermined', cell: null };

const earliest = (deadlines: readonly EffectiveDeadline[]): EffectiveDeadline =>
  dates(deadlines).reduce<EffectiveDeadline | null>(
    (best, each) => (best?.kind === 'date' && best.date <= each.date ? best : each),
    null,
  ) ?? none(deadlines);

const last = (deadlines: readonly EffectiveDeadline[]): EffectiveDeadline =>
  dates(deadlines).reduce<EffectiveDeadline | null>(
    (best, each) => (best?.kind === 'date' && best.date >= each.date ? best : each),
    null,
  ) ?? none(deadlines);

function standing(
  history: MatterHistory,
  closing: Closing,
  returned: boolean,
  deadline: EffectiveDeadline,
  context: DeadlineContext,
): Standing {
  if (closing.closed) return closedStanding(closing.on, returned, deadline);
  const state = openState(history, deadline, context);
  const overdueDays = state === 'overdue' && deadline.kind === 'date' ? daysBetween(deadline.date, context.asOf) : 0;
  return { state, returned, deadline, overdueDays, closedOn: null };
}

function closedStanding(on: CivilDate | null, returned: boolean, deadline: EffectiveDeadline): Standing {
  if (on === null || deadline.kind !== 'date') {
    return { state: 'closed', returned, deadline, overdueDays: 0, closedOn: on };
  }
  if (on <= deadline.date) return { state: 'closedOnTime', returned, deadline, overdueDays: 0, closedOn: on };
  return { state: 'closedLate', returned, deadline, overdueDays: daysBetween(deadline.date, on), closedOn: on };
}

function openState(history: MatterHistory, deadline: EffectiveDeadline, context: DeadlineContext): State {
  if (isSuspended(history, context.asOf)) return 'suspended';
  if (!isAssigned(history, context.asOf)) return 'notAssigned';
  if (deadline.kind === 'recurring' || deadline.kind === 'undetermined') return deadline.kind;
  if (deadline.date < context.asOf) return 'overdue';
  return daysBetween(context.asOf, deadline.date) <= context.settings.dueSoonDays ? 'dueSoon' : 'inProgress';
}

/** The last 暂缓 or 恢复 in 办理登记, which are dated, else the ledger's status cell. */
function isSuspended(history: MatterHistory, asOf: CivilDate): boolean {
  let suspended = history.matter.status === 'suspended';
  for (const row of history.proceedings) {
    if (row.date <= asOf && (row.kind === 'suspended' || row.kind === 'resumed')) suspended = row.kind === 'suspended';
  }
  return suspended;
}

/** 未交办 in the status cell holds until a 交办单 is on record as sent. */
function isAssigned(history: MatterHistory, asOf: CivilDate): boolean {
  const { reading, volatile } = history.matter.assignedOn;
  if (reading.kind === 'date' && !volatile && reading.date > asOf) return false;
  if (history.matter.status !== 'notAssigned') return true;
  return history.notices.some(
    (notice) => notice.form === 'assignmentNotice' && notice.status === 'sent' && notice.date <= asOf,
  );
}
