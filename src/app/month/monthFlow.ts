import { yearMonthOf } from '../../domain/calendar/civilDate';
import {
  stepsOf,
  withStep,
  type MonthStep,
  type Months,
  type StepState,
  type StepStanding,
} from '../../domain/monthSteps';
import { atOnce, type InPortions } from '../../domain/portions';
import type { Plan } from '../../domain/plan';
import { planSettings } from '../reading/connectLedger';
import { unitsNotReported } from '../collecting/collectReports';
import { listsOfReview, planListSheet } from '../scoring/lists';
import { markingInPortions, markingSummary } from '../ledger/markOverdue';
import { standingInPortions } from '../bulletin/issuedBulletins';
import { sheetInPortions } from '../bulletin/publishBulletin';
import type { Review } from '../reading/review';
import { scoreInPortions, type ReviewScores } from '../scoring/scoreReview';
import { scoreSheetsInPortions } from '../scoring/scoreSheets';
import type { WorkbookSettings } from '../office/workbookSettings';

/** A step with what it finds in the workbook as it stands. */
export interface FlowStep extends StepStanding {
  /** One sentence: what was found, what would be written. */
  readonly found: string;
  /** Nothing is left to do, whatever the clerk ticked. */
  readonly settled: boolean;
}

/** 月度督查 of the month of a review: each step's own state, and what it would do now. */
export const monthFlow = (of: Review, months: Months | undefined): readonly FlowStep[] =>
  atOnce(flowInPortions(of, months));

export function* flowInPortions(of: Review, months: Months | undefined): InPortions<readonly FlowStep[]> {
  const steps: FlowStep[] = [];
  for (const step of stepsOf(months, yearMonthOf(of.asOf))) {
    steps.push({ ...step, ...(yield* FOUND[step.step](of)) });
  }
  return steps;
}

export type Found = Pick<FlowStep, 'found' | 'settled'>;

/** What one step finds now. */
export const foundAt = (of: Review, step: MonthStep): InPortions<Found> => FOUND[step](of);

const FOUND: Readonly<Record<MonthStep, (of: Review) => InPortions<Found>>> = {
  *check({ findings }) {
    yield;
    const of = (level: string): number => findings.filter((finding) => finding.level === level).length;
    const [errors, warnings] = [of('error'), of('warning')];
    const found = errors + warnings === 0 ? '没有要改的问题' : `要改的${errors}处，要核对的${warnings}处`;
    return { found, settled: errors === 0 };
  },
  *mark(of) {
    const plan = yield* markingInPortions(of);
    return { found: markingSummary(plan), settled: plan.changes.length === 0 };
  },
  *collect(of) {
    const notReported = yield* unitsNotReported(of, yearMonthOf(of.asOf));
    const found = notReported.length === 0 ? '本月各单位都有进展在案' : `还有${notReported.length}个单位没有报送`;
    return { found, settled: notReported.length === 0 };
  },
  *remind({ assessments }) {
    yield;
    const due = assessments.filter(({ nextStep }) => nextStep !== null).length;
    return { found: due === 0 ? '没有要催办、督办的事项' : `要催办、督办的${due}件`, settled: due === 0 };
  },
  *score(of) {
    const outcome = yield* scoreInPortions(of);
    if (outcome.kind !== 'scored') return unscored(of, outcome);
    const { standing, changes, names } = yield* scoreSheetsInPortions(of, outcome, { replace: false });
    const found = {
      new: `还没有计分，将写入${names.join('、')}`,
      same: '已计分，没有变化',
      differs: `已计分，现有${changes.length}处不同`,
    }[standing];
    return { found, settled: standing !== 'new' };
  },
  *publish(of) {
    const { standing, name } = yield* sheetInPortions(of, yield* standingInPortions(of), { replace: false });
    const found = {
      new: `还没有通报，将写入${name}`,
      same: '已写通报，没有变化',
      differs: '已写通报，现在的数字或文字与它不同',
    }[standing];
    return { found, settled: standing !== 'new' };
  },
};

/** Without points the month's lists stand in their place. */
function unscored(of: Review, outcome: Exclude<ReviewScores, { kind: 'scored' }>): Found {
  if (outcome.kind === 'sheetRefused') return { found: '“计分方案”表有要改正的行，改正前不计分', settled: false };
  const why = outcome.kind === 'noScheme' ? '本方案没有分值，不计分' : '本方案没有写明分值，填好“计分方案”表再计分';
  const lists = listsOfReview(of);
  if (lists.lists.length === 0) return { found: why, settled: true };
  const sheet = planListSheet(of, lists);
  if (sheet.kind === 'edited') return { found: `${why}；${sheet.sentence}`, settled: true };
  const same = sheet.plan.changes.length === 0;
  const says = same ? `已写${sheet.sheet}，没有变化` : `将${sheet.replaces ? '改写' : '写入'}${sheet.sheet}`;
  return { found: `${why}；${says}`, settled: same };
}

export type StepPlanned =
  | { readonly ok: true; readonly plan: Plan; readonly settings: WorkbookSettings }
  | { readonly ok: false; readonly sentence: string };

/** Keeps a step's state in the workbook's own part; the sheets are not touched. */
export function planStep(of: Review, settings: WorkbookSettings, step: MonthStep, state: StepState): StepPlanned {
  const answer = withStep(settings.months, yearMonthOf(of.asOf), step, state);
  if (!answer.ok) return answer;
  const next: WorkbookSettings = { ...settings, months: answer.months, lastSeen: of.asOf };
  return {
    ok: true,
    plan: { ...planSettings(of.reading.survey, next), action: 'monthStep', asOf: of.asOf },
    settings: next,
  };
}
