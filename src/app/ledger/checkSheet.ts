import { checkSheetInPortions as contentInPortions, checkSheetName } from '../../domain/checks/checkSheet';
import { planDaySheet, type DaySheetOutcome } from '../office/daySheet';
import { atOnce, type InPortions } from '../../domain/portions';
import { mattersByKey } from '../reading/mattersByKey';
import type { Review } from '../reading/review';

export type CheckSheetOutcome = DaySheetOutcome;

/** The plan that writes 台账核对 of the review's day. */
export const planCheckSheet = (of: Review): CheckSheetOutcome => atOnce(checkSheetInPortions(of));

export function* checkSheetInPortions(of: Review): InPortions<CheckSheetOutcome> {
  const matters = mattersByKey(of);
  const idOf = (key: string): string | null => matters.get(key)?.id ?? null;
  const content = yield* contentInPortions({ findings: of.findings, idOf, asOf: of.asOf });
  return planDaySheet(of, 'checkSheet', checkSheetName(of.asOf), content);
}
