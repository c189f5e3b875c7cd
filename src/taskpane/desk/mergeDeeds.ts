import {
  mergeInPortions,
  mergePlanInPortions,
  takingOnlyInPortions,
  type LedgerMerge,
} from '../../app/collecting/mergeLedgers';
import { openForm } from '../../app/ledger/registerMatter';
import type { Review } from '../../app/reading/review';
import { ready, type InPortions } from '../../domain/portions';
import { MERGE } from '../words/collect';
import { previewOf } from './previews';
import type { Desk } from './Desk';
import type { TakenFile } from './view';

/** Files laid beside a ledger, and what came of it. */
export interface Compared {
  /** What they were compared with. */
  readonly of: Review | null;
  readonly sheet: string;
  readonly files: readonly TakenFile[];
  /** null: there are no files. */
  readonly merge: LedgerMerge | null;
}

/** Compares files with a ledger as it stands, with progress; null where the clerk stopped it or it gave way. */
export async function compareWith(desk: Desk, sheet: string, files: readonly TakenFile[]): Promise<Compared | null> {
  const { review } = desk.view();
  if (files.length === 0) return { of: review, sheet, files, merge: null };
  return desk.workOut((of) =>
    of.ledgers.some((own) => own.sheet === sheet) ? comparing(of, sheet, files) : ready(null),
  );
}

function* comparing(of: Review, sheet: string, files: readonly TakenFile[]): InPortions<Compared> {
  return { of, sheet, files, merge: yield* mergeInPortions(of, sheet, files) };
}

/**
 * Puts differences and new matters of other ledgers before the clerk, as one action; `written` after it is done. The
 * last: those of the comparison that she has left in.
 */
export async function previewMerge(
  desk: Desk,
  merge: LedgerMerge,
  files: readonly string[],
  written: () => void,
  { differences, additions }: Pick<LedgerMerge, 'differences' | 'additions'> = merge,
): Promise<void> {
  const { review, today, choices } = desk.view();
  if (review === null) return;
  const open = await desk.lookUp(() => openForm(review, merge.sheet, null));
  if (open === null) return;
  await desk.proposeComputed(
    function* () {
      const taken = yield* takingOnlyInPortions(review, merge, differences, additions);
      const by = { today, handler: choices.office.handler };
      const { plan, added, refusals } = yield* mergePlanInPortions(review, taken, open, by);
      return previewOf(plan, {
        deed: MERGE.go(differences.length, added),
        summary: MERGE.summary(files.join('、')),
        notes: refusals.map(({ title, sentence }) => MERGE.refusedAddition(title, sentence)),
      });
    },
    { under: 'merge', written },
  );
}
