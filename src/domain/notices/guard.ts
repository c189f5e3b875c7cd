import { addDays } from '../calendar/civilDate';
import type { CivilDate } from '../calendar/civilDate';
import type { Assessment, MatterHistory, NextStep } from '../assessment';
import type { LadderStep, RuleSet } from '../ruleSet';
import { formOfStep, stepOfForm } from './notice';
import type { LetterForm } from './notice';

/** Why a letter is not given; words are made in the catalogue. */
export type RefusalReason =
  /** 涉密事项不得录入: it enters no document. */
  | { readonly code: 'classified' }
  /** 文书登记簿 lacks a column without which what went out before cannot be told. */
  | { readonly code: 'registerUnread' }
  | { readonly code: 'missingTitle' }
  | { readonly code: 'noAddressee' }
  | { readonly code: 'closed'; readonly closedOn: CivilDate | null }
  | { readonly code: 'suspended' }
  | { readonly code: 'notAssigned' }
  /** A 拟稿 of the same form for the same unit waits under that number; another may go out in its place, for a reason. */
  | { readonly code: 'alreadyDrafted'; readonly number: string | null }
  /** The matter was assigned to the unit by that letter. */
  | { readonly code: 'alreadyAssigned'; readonly number: string | null }
  /** Day 0 of the wait is `until`: due from the day after. */
  | { readonly code: 'limitRunning'; readonly until: CivilDate }
  | { readonly code: 'deadlineUndetermined' }
  | { readonly code: 'explanationOnRecord'; readonly on: CivilDate | null }
  /** The rule set's ladder has no such step. */
  | { readonly code: 'notOnLadder' }
  | { readonly code: 'otherStepDue'; readonly step: NextStep }
  /** 进度不理想 is for people to judge (004 一(五)). */
  | { readonly code: 'progressUnjudged' }
  | { readonly code: 'nothingDue' };

export interface Refusal {
  readonly form: LetterForm;
  readonly matter: string;
  readonly unit: string | null;
  readonly reason: RefusalReason;
  /** True where the rule set leaves it to people: a reason may be given, and goes on record. */
  readonly overridable: boolean;
}

export type GuardAnswer = { readonly reason: RefusalReason; readonly overridable: boolean } | null;

const firm = (reason: RefusalReason): GuardAnswer => ({ reason, overridable: false });
const open = (reason: RefusalReason): GuardAnswer => ({ reason, overridable: true });

const CLOSED: readonly Assessment['state'][] = ['closedOnTime', 'closedLate', 'closed'];

/** Whether a letter of that form may go to that unit on `asOf`; null where nothing is against it. */
export function guardLetter(
  form: LetterForm,
  unit: string,
  assessment: Assessment,
  history: MatterHistory,
  ruleSet: RuleSet,
  asOf: CivilDate,
): GuardAnswer {
  const { matter, state } = assessment;
  if (matter.classified) return firm({ code: 'classified' });
  if ((matter.title ?? '').trim() === '') return firm({ code: 'missingTitle' });
  if (CLOSED.includes(state)) return firm({ code: 'closed', closedOn: assessment.closedOn });
  if (state === 'suspended') return firm({ code: 'suspended' });
  const step = stepOfForm(form);
  if (step !== null && state === 'notAssigned') return firm({ code: 'notAssigned' });
  const ladder =
    step === null
      ? guardAssignment(form, unit, history)
      : guardStep(form, step, unit, assessment, history, ruleSet, asOf);
  if (ladder !== null && !ladder.overridable) return ladder;
  // After the ladder: a reason given for a second letter must not open what the ladder keeps shut.
  const drafted = history.notices.find((n) => n.form === form && n.unit === unit && n.status === 'draft');
  return drafted ? open({ code: 'alreadyDrafted', number: drafted.number }) : ladder;
}

function guardAssignment(form: LetterForm, unit: string, history: MatterHistory): GuardAnswer {
  const sent = history.notices.find((n) => n.form === form && n.unit === unit && n.status === 'sent');
  if (sent) return open({ code: 'alreadyAssigned', number: sent.number });
  const written = history.matter.assignmentNo?.trim() ?? '';
  const onRecord = history.notices.some((n) => n.form === form && n.status === 'sent');
  if (form === 'assignmentNotice' && written !== '' && !onRecord)
    return open({ code: 'alreadyAssigned', number: written });
  return null;
}

function guardStep(
  form: LetterForm,
  step: NextStep,
  unit: string,
  assessment: Assessment,
  history: MatterHistory,
  ruleSet: RuleSet,
  asOf: CivilDate,
): GuardAnswer {
  const steps = ruleSet.ladder.steps.filter((candidate) => candidate.step === step);
  if (steps.length === 0) return firm({ code: 'notOnLadder' });
  if (assessment.nextStep !== null) {
    if (stepOfForm(form) === assessment.nextStep) return null;
    if (leftToPeople(steps, assessment)) return open({ code: 'otherStepDue', step: assessment.nextStep });
    return firm({ code: 'otherStepDue', step: assessment.nextStep });
  }
  if (sameDayRunLeftOut(form, unit, history, asOf)) return null;
  if (assessment.state !== 'overdue') return guardBeforeDeadline(steps, assessment);
  const running = limitOfLast(history, ruleSet);
  if (running !== null && running >= asOf) return firm({ code: 'limitRunning', until: running });
  if (steps.some((candidate) => candidate.when === 'overdueWithoutExplanation')) {
    const explained = history.proceedings.findLast((p) => p.kind === 'explanation' || p.kind === 'extension');
    return open({ code: 'explanationOnRecord', on: explained?.date ?? null });
  }
  // 004 一(五) judges progress, whether the deadline has passed or not.
  if (leftToPeople(steps, assessment) && steps.some(({ when }) => when === 'progressBehind'))
    return open({ code: 'progressUnjudged' });
  return firm({ code: 'nothingDue' });
}

function guardBeforeDeadline(steps: readonly LadderStep[], assessment: Assessment): GuardAnswer {
  const { deadline } = assessment;
  if (leftToPeople(steps, assessment)) {
    if (steps.some((step) => step.when === 'progressBehind')) return open({ code: 'progressUnjudged' });
    return deadline.kind === 'date'
      ? open({ code: 'limitRunning', until: deadline.date })
      : open({ code: 'deadlineUndetermined' });
  }
  return deadline.kind === 'date'
    ? firm({ code: 'limitRunning', until: deadline.date })
    : firm({ code: 'deadlineUndetermined' });
}

/** 000 四(三) 区分轻重缓急 and 004 一(五) 进度不理想: the document leaves the moment to people. */
function leftToPeople(steps: readonly LadderStep[], assessment: Assessment): boolean {
  return steps.some(
    (step) => (step.when === 'byUrgency' || step.when === 'progressBehind') && step.at.includes(assessment.stage),
  );
}

/** Last day of the limit set by the latest letter sent; null where none was. */
function limitOfLast(history: MatterHistory, ruleSet: RuleSet): CivilDate | null {
  const last = history.notices.findLast(
    (n) => n.status === 'sent' && n.form !== 'assignmentNotice' && n.form !== 'supervisionNotice',
  );
  if (last === undefined) return null;
  return last.replyDue ?? addDays(last.date, ruleSet.ladder.replyDays);
}

/**
 * A matter led by several units, of which only some have this day's letter: a run that stopped half-way,
 * or one letter drawn by hand. The others are still owed theirs.
 */
function sameDayRunLeftOut(form: LetterForm, unit: string, history: MatterHistory, asOf: CivilDate): boolean {
  if (history.matter.leadUnits.length < 2) return false;
  const today = history.notices.filter((n) => n.form === form && n.date === asOf && n.status !== 'void');
  return today.length > 0 && today.every((n) => n.unit !== unit);
}

/** The form due for a matter, or null where no letter is. */
export function formDue(assessment: Assessment, ruleSet: RuleSet): LetterForm | null {
  if (assessment.nextStep === null) return null;
  const steps = ruleSet.ladder.steps.filter((step) => step.step === assessment.nextStep);
  return steps.length > 0 && steps.every((step) => step.proposalOnly) ? null : formOfStep(assessment.nextStep, ruleSet);
}
