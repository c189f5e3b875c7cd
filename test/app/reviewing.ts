import { ruleSetFor } from '../../src/app/reading/chosenRules';
import { lookOver } from '../../src/app/reading/connectLedger';
import { readForReview } from '../../src/app/reading/readForReview';
import { review, type Review } from '../../src/app/reading/review';
import type { ApplyResult } from '../../src/app/office/workbook';
import type { CivilDate } from '../../src/domain/calendar/civilDate';
import type { LedgerConnection } from '../../src/domain/ledger/connection';
import { DEFAULT_SETTINGS } from '../../src/domain/ruleSet';

export const AS_OF = '2026-10-31' as CivilDate;
export const AT = { at: '2026-10-31 09:00', summary: '登记' };
export const on = (date: string): CivilDate => date as CivilDate;

/** Connects, reads and reviews the open workbook as the pane does. */
export async function reviewed(
  scheme = 'dengzhou-2018',
  connect?: readonly LedgerConnection[],
  asOf: CivilDate = AS_OF,
): Promise<Review> {
  const looked = await lookOver();
  if (!looked.ok) throw new Error(looked.refusal.sentence);
  const connections = connect ?? looked.value.ledgers.map(({ connection }) => connection);
  const read = await readForReview(looked.value.survey, connections);
  if (!read.ok) throw new Error(read.refusal.sentence);
  return review(read.value, {
    connections,
    doubts: new Map(),
    asOf,
    today: asOf,
    ruleSet: ruleSetFor(scheme),
    settings: DEFAULT_SETTINGS,
  });
}

/** The result of an action that must succeed. */
export function done(result: ApplyResult): Extract<ApplyResult, { ok: true }> {
  if (!result.ok) throw new Error(result.refusal.sentence);
  return result;
}
