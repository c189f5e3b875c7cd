import { planMerge, type LedgerMerge } from '../../app/collecting/mergeLedgers';
import { openForm } from '../../app/ledger/registerMatter';
import { MERGE } from '../words/collect';
import { previewOf } from './previews';
import type { Desk } from './Desk';

/** Puts differences and new matters of other ledgers before the clerk, as one action; `written` after it is done. */
export async function previewMerge(
  desk: Desk,
  merge: LedgerMerge,
  files: readonly string[],
  written: () => void,
): Promise<void> {
  const { review, today, choices } = desk.view();
  if (review === null) return;
  const open = await desk.lookUp(() => openForm(review, merge.sheet, null));
  if (open === null) return;
  const { plan, added, refusals } = planMerge(review, merge, open, { today, handler: choices.office.handler });
  desk.propose(
    previewOf(plan, {
      deed: MERGE.go(merge.differences.length, added),
      summary: MERGE.summary(files.join('、')),
      notes: refusals.map(({ title, sentence }) => MERGE.refusedAddition(title, sentence)),
    }),
    { under: 'merge', written },
  );
}
