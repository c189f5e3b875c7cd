import type { MatterHistory, NextStep, Stage } from './assessment';
import { addDays, type CivilDate } from './calendar/civilDate';
import { explained, extensionApplied } from './extension';
import type { Ladder, LadderStep } from './ruleSet';
import { noticesOfStage } from './stage';
import type { Standing } from './state';

export interface DueStep {
  readonly step: NextStep | null;
  /** The step was taken before and is taken again (001 再次下达督办通知单). */
  readonly repeated: boolean;
}

const NOTHING: DueStep = { step: null, repeated: false };
const BEHIND =
  /(?<!未|无|不|没有)(?:进度|进展)?(?:滞后|落后|缓慢)|欠进度|未达到?(?:序时|时序|计划)?进度|进度不理想|低于(?:序时|时序|计划)进度/;

/**
 * The next step at asOf by the rule set's ladder (rules.md §4): the first of its steps that is due, or none.
 * Closed, suspended and unassigned matters and those that may enter no document (涉密) have none.
 */
export function nextStepOf(
  history: MatterHistory,
  stage: Stage,
  standing: Standing,
  ladder: Ladder,
  asOf: CivilDate,
): DueStep {
  if (history.matter.classified || !isUnderWay(standing)) return NOTHING;
  for (const step of ladder.steps) {
    if (step.at.includes(stage) && isDue(step, history, stage, standing, ladder, asOf)) {
      return { step: step.step, repeated: step.repeatable && step.when === 'overdueAfterExtension' };
    }
  }
  return NOTHING;
}

function isUnderWay(standing: Standing): boolean {
  switch (standing.state) {
    case 'closedOnTime':
    case 'closedLate':
    case 'closed':
    case 'suspended':
    case 'notAssigned':
      return false;
    case 'overdue':
    case 'dueSoon':
    case 'recurring':
    case 'undetermined':
    case 'inProgress':
      return true;
  }
}

function isDue(
  step: LadderStep,
  history: MatterHistory,
  stage: Stage,
  standing: Standing,
  ladder: Ladder,
  asOf: CivilDate,
): boolean {
  const overdue = standing.state === 'overdue';
  switch (step.when) {
    case 'overdue':
      return overdue;
    case 'overdueWithoutExplanation':
      return overdue && !explained(history, asOf) && !extensionApplied(history, asOf);
    case 'afterLimitOfStage':
      return isAfterLimit(history, stage, standing, ladder, asOf);
    case 'overdueAfterExtension':
      return overdue && isExtended(standing) && isAfterLimit(history, stage, standing, ladder, asOf);
    case 'progressBehind':
      return isBehind(history, asOf) && !isWaiting(history, stage, ladder, asOf);
    case 'byUrgency':
      return false;
  }
}

const isExtended = ({ deadline }: Standing): boolean => deadline.kind === 'date' && deadline.from === 'extension';

/** A letter of this stage gave a limit that still runs; an assignment gives none that the ladder waits for. */
function isWaiting(history: MatterHistory, stage: Stage, ladder: Ladder, asOf: CivilDate): boolean {
  const limit = stage === 'assigned' ? null : limitOf(history, stage, ladder, asOf);
  return limit !== null && asOf <= limit;
}

/** After the limit of every notice of this stage, and after the extension where one stands: the later of the two. */
function isAfterLimit(
  history: MatterHistory,
  stage: Stage,
  standing: Standing,
  ladder: Ladder,
  asOf: CivilDate,
): boolean {
  const limit = limitOf(history, stage, ladder, asOf);
  if (limit === null || asOf <= limit) return false;
  return !isExtended(standing) || standing.deadline.kind !== 'date' || asOf > standing.deadline.date;
}

/** The last day that any notice of this stage gives; null where none gives one. */
function limitOf(history: MatterHistory, stage: Stage, ladder: Ladder, asOf: CivilDate): CivilDate | null {
  let limit: CivilDate | null = null;
  for (const notice of noticesOfStage(history, stage, asOf)) {
    // 约谈 gives no days of its own: without a limit set there, no step follows from it.
    const due = notice.replyDue ?? (notice.form === 'interview' ? null : addDays(notice.date, ladder.replyDays));
    if (due !== null && (limit === null || due > limit)) limit = due;
  }
  return limit;
}

/**
 * 004 一(五) 进度不理想. Reading: the ledger's progress or status cell, or the last 进展 on record, says that the work is
 * behind (滞后, 欠进度, 未达到序时进度, 进度不理想); planned figures are not compared.
 */
function isBehind(history: MatterHistory, asOf: CivilDate): boolean {
  const { matter } = history;
  const reported = history.proceedings.findLast((row) => row.kind === 'progress' && row.date <= asOf);
  return [matter.progress, matter.statusText, reported?.content].some((text) => saysBehind(text ?? ''));
}

/** Words that the work is behind its plan. */
export const saysBehind = (text: string): boolean => BEHIND.test(text);
