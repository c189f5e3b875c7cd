import * as z from 'zod/mini';

/** 月度督查 in its order. */
export const MONTH_STEPS = {
  check: '台账核对',
  mark: '标记逾期',
  collect: '收表',
  remind: '催办督办',
  score: '计分',
  publish: '通报',
} as const;
export type MonthStep = keyof typeof MONTH_STEPS;
const STEPS = Object.keys(MONTH_STEPS) as [MonthStep, ...MonthStep[]];

const civilDate = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const stateSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('done'), on: civilDate }),
  z.object({ state: z.literal('skipped'), on: civilDate, reason: z.string().check(z.minLength(1)) }),
]);

/** Steps done or skipped, by month (`2026-10`); what is not named is still to do. */
export const monthsSchema = z.record(
  z.string().check(z.regex(/^\d{4}-\d{2}$/)),
  z.partialRecord(z.enum(STEPS), stateSchema),
);
export type Months = z.infer<typeof monthsSchema>;

export type StepState =
  | { readonly state: 'todo' }
  | { readonly state: 'done'; readonly on: string }
  | { readonly state: 'skipped'; readonly on: string; readonly reason: string };

export interface StepStanding {
  readonly step: MonthStep;
  readonly name: string;
  readonly standing: StepState;
}

/** The steps of a month as they stand. */
export const stepsOf = (months: Months | undefined, month: string): readonly StepStanding[] =>
  STEPS.map((step) => ({ step, name: MONTH_STEPS[step], standing: months?.[month]?.[step] ?? { state: 'todo' } }));

/** The first step still to do; null where the month is through. */
export const nextStepIn = (months: Months | undefined, month: string): MonthStep | null =>
  stepsOf(months, month).find(({ standing }) => standing.state === 'todo')?.step ?? null;

/** Months kept; older ones are let go. */
const MOST_MONTHS = 24;

export type StepAnswer =
  { readonly ok: true; readonly months: Months } | { readonly ok: false; readonly sentence: string };

/** A step done, skipped with a reason, or taken up again. Steps may be done in any order. */
export function withStep(months: Months | undefined, month: string, step: MonthStep, state: StepState): StepAnswer {
  if (state.state === 'skipped' && state.reason.trim() === '') {
    return { ok: false, sentence: `跳过“${MONTH_STEPS[step]}”要写明原因，请补上。` };
  }
  const others = Object.entries(months?.[month] ?? {}).filter(([name]) => name !== step);
  const own: Months[string] = Object.fromEntries(
    state.state === 'todo'
      ? others
      : [...others, [step, state.state === 'skipped' ? { ...state, reason: state.reason.trim() } : state]],
  );
  const all = Object.entries({ ...months, [month]: own }).sort(([a], [b]) => (a < b ? -1 : 1));
  return { ok: true, months: Object.fromEntries(all.slice(-MOST_MONTHS)) };
}
