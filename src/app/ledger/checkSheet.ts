import { checkSheet, checkSheetName } from '../../domain/checks/checkSheet';
import { planDaySheet, type DaySheetOutcome } from '../office/daySheet';
import type { Review } from '../reading/review';

export type CheckSheetOutcome = DaySheetOutcome;

/** The plan that writes 台账核对 of the review's day. */
export function planCheckSheet(of: Review): CheckSheetOutcome {
  const ids = new Map(of.matters.map(({ key, id }) => [key, id]));
  const content = checkSheet({ findings: of.findings, idOf: (key) => ids.get(key) ?? null, asOf: of.asOf });
  return planDaySheet(of, 'checkSheet', checkSheetName(of.asOf), content);
}
