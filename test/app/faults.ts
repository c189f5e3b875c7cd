import type { Plan } from '../../src/domain/plan';
import { applyPlan, journalEntries, takeBack } from '../../src/app/office/workbook';
import type { Fault } from '../../src/host/session';
import { contentOf, type HostDesk } from '../hostDesk';
import { AT } from './reviewing';

const FAULTS: readonly Fault[] = [
  { when: 'before', error: { code: 'GeneralException', message: 'x' } },
  { when: 'after', error: { code: 'GeneralException', message: 'x' } },
  { when: 'after', error: 'lost' },
  { when: 'before', error: 'lost' },
];

async function allOrNothing(open: () => HostDesk, first: () => Promise<unknown>, action: () => Promise<unknown>) {
  const whole = open();
  await first();
  const before = contentOf(whole.workbook);
  const start = whole.requests();
  await action();
  const requests = whole.requests() - start;
  const after = contentOf(whole.workbook);
  whole.close();
  expect(after).not.toEqual(before);
  for (let ordinal = 1; ordinal <= requests; ordinal += 1) {
    for (const fault of FAULTS) {
      const desk = open();
      await first();
      desk.failNext((nth) => (nth === ordinal ? fault : undefined));
      await action();
      expect([before, after]).toContainEqual(contentOf(desk.workbook));
      desk.failNext(() => undefined);
      await action();
      expect(contentOf(desk.workbook)).toEqual(after);
      desk.close();
    }
  }
}

/**
 * Writes the plan with each of its requests failing in turn, and takes it back likewise: each time the workbook is as
 * before or as after, and doing it once more finishes it.
 */
export async function survivesFaults(open: () => HostDesk, plan: () => Promise<Plan>): Promise<void> {
  let planned: Plan | null = null;
  const write = async () => applyPlan((planned ??= await plan()), AT);
  await allOrNothing(
    open,
    async () => {
      planned = await plan();
    },
    write,
  );
  let kept = 0;
  await allOrNothing(
    open,
    async () => {
      const own = await plan();
      kept = (await journalEntries()).length;
      await applyPlan(own, AT);
    },
    async () => {
      const entries = await journalEntries();
      return entries.length > kept ? takeBack(entries.at(-1)!) : null;
    },
  );
}
