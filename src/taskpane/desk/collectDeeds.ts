import type { CarryOver } from '../../app/carryOver';
import type { Plan } from '../../domain/plan';
import { PREVIEW } from '../words';
import { CARRY_OVER } from '../words/collect';
import type { Desk } from './Desk';
import { placesWritten, planLines } from './planInWords';
import type { Preview } from './view';

const previewOf = (plan: Plan, over: Partial<Preview> & Pick<Preview, 'summary'>): Preview => ({
  plan,
  deed: PREVIEW.deedWrite(placesWritten(plan)),
  lines: planLines(plan),
  marks: new Map(),
  readsAs: new Map(),
  notes: [],
  letters: [],
  ...over,
});

/** The new year's sheet; once it is written it is the ledger looked at, so that nothing counts twice. */
export function previewCarryOver(desk: Desk, { plan, name, carried, remarks }: Extract<CarryOver, { ok: true }>): void {
  desk.propose(
    previewOf(plan, {
      deed: CARRY_OVER.go(carried.length),
      summary: CARRY_OVER.summary(name, carried.length),
      notes: remarks,
    }),
    { under: 'carryOver', written: () => desk.chooseLedger(name) },
  );
}
