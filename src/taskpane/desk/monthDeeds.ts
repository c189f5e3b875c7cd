import { planStep } from '../../app/month/monthFlow';
import { yearMonthOf } from '../../domain/calendar/civilDate';
import { MONTH_STEPS, nextStepIn, type MonthStep, type StepState } from '../../domain/monthSteps';
import { MONTH } from '../words/month';
import type { Desk } from './Desk';
import { goToStep, monthSettings } from './monthWay';

/** Keeps a step's state in the file and leads on to the next one to do. Answers why it was refused. */
export async function settleStep(desk: Desk, step: MonthStep, state: StepState): Promise<string | null> {
  const view = desk.view();
  const settings = monthSettings(view);
  if (view.review === null) return null;
  if (settings === null) return MONTH.unreadable;
  const planned = planStep(view.review, settings, step, state);
  if (!planned.ok) return planned.sentence;
  const name = MONTH_STEPS[step];
  const summary = {
    todo: MONTH.summaryAgain(name),
    done: MONTH.summaryDone(name),
    skipped: MONTH.summarySkipped(name),
  }[state.state];
  const kept = await desk.record(planned.plan, summary);
  if (!kept) return null;
  if (state.state === 'todo') {
    goToStep(desk, step);
    return null;
  }
  const next = nextStepIn(planned.settings.months, yearMonthOf(view.review.asOf));
  if (next !== null && desk.view().panel !== 'month') goToStep(desk, next);
  if (next === null) {
    desk.takeStep(null);
    desk.showPanel('month');
  }
  return null;
}
