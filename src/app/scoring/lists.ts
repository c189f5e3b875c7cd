import { cadencesInPortions, type CadenceOf } from '../../domain/lists/cadences';
import type { ListInput } from '../../domain/lists/listing';
import { listSheetInPortions, listSheetName } from '../../domain/lists/listSheet';
import { listsInPortions, type ListOf } from '../../domain/lists/listsOf';
import { plannedProgress } from '../../domain/overview/plannedProgress';
import { atOnce, type InPortions } from '../../domain/portions';
import { mattersByKeyInPortions } from '../reading/mattersByKey';
import { planDaySheet, type DaySheetOutcome } from '../office/daySheet';
import type { Review } from '../reading/review';
import { applyPlan } from '../office/workbook';

/** What the rule set in force asks for beside points or instead of them. */
export interface ReviewLists {
  readonly lists: readonly ListOf[];
  readonly cadences: readonly CadenceOf[];
}

/** The lists and cadences of a review at its date; both empty where the document has none. */
export const listsOfReview = (of: Review): ReviewLists => atOnce(reviewListsInPortions(of));

export function* reviewListsInPortions(of: Review): InPortions<ReviewLists> {
  const { ruleSet } = of;
  if (ruleSet.lists.length === 0 && ruleSet.cadences.length === 0) return { lists: [], cadences: [] };
  const input: ListInput = {
    assessments: of.assessments,
    histories: of.histories,
    registers: of.registers,
    progress: yield* plannedProgress(of.ledgers),
    asOf: of.asOf,
  };
  return { lists: yield* listsInPortions(ruleSet, input), cadences: yield* cadencesInPortions(ruleSet, input) };
}

/** The plan that writes 督查名单 of the review's day. */
export const planListSheet = (of: Review, lists: ReviewLists): DaySheetOutcome =>
  atOnce(planListSheetInPortions(of, lists));

export function* planListSheetInPortions(of: Review, { lists, cadences }: ReviewLists): InPortions<DaySheetOutcome> {
  const { asOf, ruleSet } = of;
  const matters = yield* mattersByKeyInPortions(of);
  const { date1904 } = of.reading.snapshot;
  const idOf = (key: string): string | null => matters.get(key)?.id ?? null;
  const content = yield* listSheetInPortions({ lists, cadences, ruleSet, asOf, date1904, idOf });
  return planDaySheet(of, 'lists', listSheetName(asOf), content);
}

export type ListsWritten =
  { readonly ok: true; readonly lists: ReviewLists } | { readonly ok: false; readonly sentence: string };

/** The month-end job's lists: written as a sheet where the document has any; one that people changed stays. */
export async function writeLists(of: Review, at: string, progress: (said: string) => void): Promise<ListsWritten> {
  const lists = listsOfReview(of);
  if (lists.lists.length === 0) return { ok: true, lists };
  const outcome = planListSheet(of, lists);
  if (outcome.kind === 'edited') {
    progress(outcome.sentence);
    return { ok: true, lists };
  }
  const summary = `写出${outcome.sheet}`;
  progress(summary);
  const written = await applyPlan(outcome.plan, { at, summary });
  return written.ok ? { ok: true, lists } : { ok: false, sentence: written.refusal.sentence };
}
