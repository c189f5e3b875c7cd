import type { Assessment, MatterHistory } from './assessment';
import type { CivilDate } from './calendar/civilDate';
import type { WorkCalendar } from './calendar/workCalendar';
import { nextStepOf } from './nextStep';
import type { RuleSet, Settings } from './ruleSet';
import { stageOf } from './stage';
import { standingOf } from './state';

export interface AssessContext {
  readonly asOf: CivilDate;
  readonly ruleSet: Pick<RuleSet, 'ladder' | 'deadlines'>;
  readonly settings: Settings;
  readonly calendar: WorkCalendar;
}

/** State, stage and next step of one matter at asOf; register rows dated later are ignored. Never throws. */
export function assess(history: MatterHistory, context: AssessContext): Assessment {
  const { asOf, ruleSet, settings, calendar } = context;
  const standing = standingOf(history, { asOf, rules: ruleSet.deadlines, settings, calendar });
  const stage = stageOf(history, asOf);
  const due = nextStepOf(history, stage, standing, ruleSet.ladder, asOf);
  const { state, returned, deadline, overdueDays, closedOn } = standing;
  return {
    matter: history.matter,
    stage,
    state,
    returned,
    deadline,
    overdueDays,
    closedOn,
    nextStep: due.step,
    repeated: due.repeated,
  };
}
