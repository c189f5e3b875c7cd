import { applyPlan, journalEntries, type ApplyResult } from '../../src/app/office/workbook';
import type { Plan } from '../../src/domain/plan';
import { AT } from '../app/reviewing';
import type { Bench, BenchRequest } from './bench';
import { bareBook, keptBook, tableBook } from './startBook';
import { wholeState } from './wholeState';
import type { WritingDeed } from './writingDeed';

const BOOKS = { bare: bareBook, kept: keptBook, table: tableBook } as const;

/** A deed done without a fault: where it starts, where it ends, and what it asks of Excel. */
export interface PlainRun {
  readonly deed: WritingDeed;
  /** The file before. */
  readonly bytes: Uint8Array;
  /** The file after. */
  readonly written: Uint8Array;
  readonly before: unknown;
  readonly after: unknown;
  /** Each request, reading and writing. */
  readonly requests: readonly BenchRequest[];
  /** What was planned, and by how many requests that only read; null for deeds that plan by themselves. */
  readonly planned: { readonly plan: Plan; readonly requests: number } | null;
  /** Actions the journal held before. */
  readonly known: number;
}

/** Does the deed: null where it is done, else the sentence it was refused with. */
export async function attempt(deed: WritingDeed): Promise<string | null> {
  try {
    if ('run' in deed) return await deed.run();
    return await carriedOut(deed, await deed.plan());
  } catch (error) {
    // Reading was refused before anything was planned: the harness throws the sentence the pane would show.
    if (error instanceof Error && error.message.endsWith('。')) return error.message;
    throw error;
  }
}

export const carriedOut = async (deed: WritingDeed, plan: Plan): Promise<string | null> =>
  sentenceOf(await applyPlan(plan, { ...AT, summary: deed.name }));

export const sentenceOf = (result: ApplyResult): string | null => (result.ok ? null : result.refusal.sentence);

export async function plainRun(bench: Bench, deed: WritingDeed): Promise<PlainRun> {
  bench.autoSave = deed.shared === true;
  bench.open(BOOKS[deed.book]());
  await deed.before?.();
  const bytes = bench.workbook.save();
  const known = (await journalEntries()).length;
  bench.open(bytes);
  const before = wholeState(bench.workbook);
  const planned = 'plan' in deed ? { plan: await deed.plan(), requests: bench.requests.length } : null;
  const refused = planned === null ? await attempt(deed) : await carriedOut(deed, planned.plan);
  if (refused !== null) throw new Error(`${deed.name}：${refused}`);
  const requests = [...bench.requests];
  const after = wholeState(bench.workbook);
  return { deed, bytes, written: bench.workbook.save(), before, after, requests, planned, known };
}
