import type { RuleSetId } from '../../domain/ruleSet';
import type { FirstRunPlan } from '../../app/office/firstRun';
import { START } from '../words/start';
import type { Desk } from './Desk';
import { planLines } from './planInWords';

const load = () => import('../../app/office/firstRun');

/** Puts a blank ledger in that document's manner before the clerk, with its registers. */
export async function previewBlankLedger(desk: Desk, scheme: RuleSetId): Promise<void> {
  const { connecting, today, choices } = desk.view();
  if (connecting === null) return;
  const { planBlankLedger } = await load();
  propose(
    desk,
    planBlankLedger(connecting.survey, scheme, today),
    START.blankSummary,
    () => void desk.choose({ ...choices, scheme }),
  );
}

export async function previewSampleLedger(desk: Desk): Promise<void> {
  const { connecting, today } = desk.view();
  if (connecting === null) return;
  const { planSampleLedger } = await load();
  propose(desk, planSampleLedger(connecting.survey, today), START.sampleSummary);
}

function propose(desk: Desk, { plan }: FirstRunPlan, summary: string, written: () => void = () => undefined): void {
  desk.propose(
    {
      plan,
      deed: START.blankDeed(plan.changes.length),
      lines: planLines(plan),
      marks: new Map(),
      summary,
      readsAs: new Map(),
      notes: [START.kept],
      letters: [],
    },
    { written },
  );
}
