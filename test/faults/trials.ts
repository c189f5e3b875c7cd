import { isDeepStrictEqual } from 'node:util';
import type { Act } from './acts';
import type { Bench, BenchRequest } from './bench';
import { FAULT_KINDS, type FaultKind } from './faultKinds';
import { digestOf } from './sameFile';
import { wholeState } from './wholeState';

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

/**
 * All trials of an act: each request, each fault, each place a writing request may stop at, each way on. A request that
 * only reads leaves nothing wherever it stops: half-way stands for all.
 */
export function trialsOf(requests: readonly BenchRequest[]): readonly Trial[] {
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

interface Left {
  readonly refused: string | null;
  /** The file as the fault left it. */
  readonly bytes: Uint8Array;
  readonly digest: string;
}

/**
 * Trials of one act. What follows the fault follows from the file it left: where two faults leave the same file, byte
 * for byte, the same way on is gone once and counts for both. A session that lives on and a file opened anew are two.
 */
export class Trials {
  /** Ways gone to their end. */
  gone = 0;
  private readonly ends = new Map<string, string | null>();
  private readonly verdicts = new Map<string, string | null>();
  /** The last fault's file; `open` while the session that met it has gone no further. */
  private last: { readonly of: string; readonly left: Left; open: boolean } | null = null;

  constructor(
    private readonly bench: Bench,
    private readonly act: Act,
  ) {}

  /** Runs one trial; null where the workbook came through, else what is wrong with it. */
  async tried(trial: Trial): Promise<string | null> {
    const { kind, way } = trial;
    const of = `${trial.request} ${kind.name} ${trial.stop}`;
    if (this.last?.of !== of) this.last = { of, left: await this.faulted(trial), open: true };
    const { refused, bytes, digest } = this.last.left;
    const unsaid = this.verdict(this.last.left);
    if (unsaid !== null) return unsaid;
    const key = `${way} ${kind.lasting} ${refused === null} ${digest}`;
    const known = this.ends.get(key);
    if (known !== undefined) return known;
    if (kind.lasting) this.bench.open(bytes);
    else if (!this.last.open) await this.faulted(trial);
    this.last.open = false;
    this.bench.fail(null);
    this.gone += 1;
    const end = await (way === 'onward' ? this.act.onward(refused) : this.act.back());
    this.ends.set(key, end);
    return end;
  }

  private async faulted({ request, kind, stop }: Trial): Promise<Left> {
    const { act, bench } = this;
    bench.open(act.bytes);
    const skipped = request > act.skippable ? act.skippable : 0;
    bench.fail((ordinal) =>
      ordinal + skipped === request
        ? kind.fault(stop)
        : kind.lasting && ordinal + skipped > request
          ? { when: 'before', error: 'lost' }
          : undefined,
    );
    const refused = await act.attempt(skipped > 0);
    const bytes = bench.workbook.save();
    return { refused, bytes, digest: digestOf(bytes) };
  }

  /** Whether what was said of the workbook is so. Where it is new, the session that met the fault is still open. */
  private verdict({ refused, digest }: Left): string | null {
    const key = `${refused ?? ''} ${digest}`;
    const known = this.verdicts.get(key);
    if (known !== undefined) return known;
    const verdict = this.said(refused, wholeState(this.bench.workbook));
    this.verdicts.set(key, verdict);
    return verdict;
  }

  private said(refused: string | null, left: unknown): string | null {
    const { done, untouched } = this.act;
    if (refused === null) return isDeepStrictEqual(left, done) ? null : '说已写好，实际没有写全';
    if (!/[\u4e00-\u9fff].*。$/s.test(refused)) return `说法不是一句话：${refused}`;
    if (refused.includes('没有写入') && untouched !== null && !isDeepStrictEqual(left, untouched))
      return `说没有写入，实际写了一部分：${refused}`;
    return null;
  }
}
