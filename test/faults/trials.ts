import { isDeepStrictEqual } from 'node:util';
import { applyPlan, finish, journalEntries, takeBack, type ApplyResult } from '../../src/app/workbook';
import { AT } from '../app/reviewing';
import type { Bench, BenchRequest } from './bench';
import { FAULT_KINDS, type FaultKind } from './faultKinds';
import { bareBook, keptBook, tableBook } from './startBook';
import { wholeState } from './wholeState';
import type { WritingDeed } from './writingDeed';

const BOOKS = { bare: bareBook, kept: keptBook, table: tableBook } as const;

/** A deed done without a fault: where it starts, where it ends, and what it asks of Excel. */
export interface PlainRun {
  readonly deed: WritingDeed;
  readonly bytes: Uint8Array;
  readonly before: unknown;
  readonly after: unknown;
  /** Each request, reading and writing. */
  readonly requests: readonly BenchRequest[];
  /** Actions the journal held before. */
  readonly known: number;
}

/** What the clerk does once the fault is over. */
export type Way = 'onward' | 'back';

export interface Trial {
  /** Which request fails, from 1. */
  readonly request: number;
  readonly kind: FaultKind;
  /** Actions carried out, for partial faults. */
  readonly stop: number;
  readonly way: Way;
}

/** Does the deed: null where it is done, else the sentence it was refused with. */
async function attempt(deed: WritingDeed): Promise<string | null> {
  try {
    if ('run' in deed) return await deed.run();
    return sentenceOf(await applyPlan(await deed.plan(), { ...AT, summary: deed.name }));
  } catch (error) {
    // Reading was refused before anything was planned: the harness throws the sentence the pane would show.
    if (error instanceof Error && error.message.endsWith('。')) return error.message;
    throw error;
  }
}

const sentenceOf = (result: ApplyResult): string | null => (result.ok ? null : result.refusal.sentence);

export async function plainRun(bench: Bench, deed: WritingDeed): Promise<PlainRun> {
  bench.open(BOOKS[deed.book]());
  await deed.before?.();
  const bytes = bench.workbook.save();
  const known = (await journalEntries()).length;
  bench.open(bytes);
  const before = wholeState(bench.workbook);
  const refused = await attempt(deed);
  if (refused !== null) throw new Error(`${deed.name}：${refused}`);
  const requests = [...bench.requests];
  return { deed, bytes, before, after: wholeState(bench.workbook), requests, known };
}

/**
 * All trials of a deed: each request, each fault, each place a writing request may stop at, each way on. A request that
 * only reads leaves nothing wherever it stops: half-way stands for all.
 */
export function trialsOf({ requests }: PlainRun): readonly Trial[] {
  return requests.flatMap(({ actions, writes }, index) =>
    FAULT_KINDS.flatMap((kind): readonly Trial[] => {
      const everywhere = Array.from({ length: Math.max(0, actions - 1) }, (_, stop) => stop + 1);
      const stops = !kind.partial ? [0] : writes ? everywhere : [Math.floor(actions / 2)];
      return stops.flatMap((stop) =>
        (['onward', 'back'] as const).map((way): Trial => ({ request: index + 1, kind, stop, way })),
      );
    }),
  );
}

/** Runs one trial; null where the workbook came through, else what is wrong with it. */
export async function tried(bench: Bench, run: PlainRun, trial: Trial): Promise<string | null> {
  const { deed, before, after } = run;
  bench.open(run.bytes);
  bench.fail((ordinal) =>
    ordinal === trial.request
      ? trial.kind.fault(trial.stop)
      : trial.kind.lasting && ordinal > trial.request
        ? { when: 'before', error: 'lost' }
        : undefined,
  );
  const refused = await attempt(deed);
  const left = wholeState(bench.workbook);
  if (refused === null && !isDeepStrictEqual(left, after)) return '说已写好，实际没有写全';
  if (refused !== null && !/[\u4e00-\u9fff].*。$/s.test(refused)) return `说法不是一句话：${refused}`;
  if (refused?.includes('没有写入') === true && !('run' in deed) && !isDeepStrictEqual(left, before))
    return `说没有写入，实际写了一部分：${refused}`;
  if (trial.kind.lasting) bench.open(bench.workbook.save());
  bench.fail(null);
  return trial.way === 'onward' ? onward(bench, run, refused) : back(bench, run);
}

/** 接着写完 where it is offered; else, where it was refused, once more. */
async function onward(bench: Bench, { deed, after, known }: PlainRun, refused: string | null): Promise<string | null> {
  const own = (await journalEntries()).slice(known);
  for (const entry of own.filter(({ state }) => state === 'pending')) {
    const finished = sentenceOf(await finish(entry));
    if (finished !== null) return `接着写完被拒：${finished}`;
  }
  const settled = 'plan' in deed && own.length > 0;
  if (refused !== null && !settled) {
    const again = await attempt(deed);
    if (again !== null) return `再做一次被拒：${again}`;
  }
  if ((await journalEntries()).some(({ state }) => state === 'pending')) return '还有没写完的记录';
  if (!isDeepStrictEqual(wholeState(bench.workbook), after)) return '再做一次之后与没有出错时不同';
  if (deed.again !== undefined || refused === null) return null;
  // Whoever does not look and does it all again writes nothing twice.
  const twice = await attempt(deed);
  if (twice === null && !isDeepStrictEqual(wholeState(bench.workbook), after)) return '做了两遍，写了两次';
  return null;
}

/** 退回 or 撤销 of whatever it left, then once more. */
async function back(bench: Bench, { deed, before, after, known }: PlainRun): Promise<string | null> {
  for (const entry of [...(await journalEntries()).slice(known)].reverse()) {
    const undone = sentenceOf(await takeBack(entry));
    if (undone !== null) return `退回被拒：${undone}`;
  }
  if (!isDeepStrictEqual(wholeState(bench.workbook), before)) return '退回之后与原来不同';
  const again = await attempt(deed);
  if (again !== null) return `退回后再做被拒：${again}`;
  return isDeepStrictEqual(wholeState(bench.workbook), after) ? null : '退回后再做与没有出错时不同';
}
