import { nextTurn } from '../../app/office/turns';
import type { InPortions, Portion } from '../../domain/portions';

/** Milliseconds of work before the sheet and the clerk have their turn. */
export const SLICE = 12;

/** How a slice is told, and how the others get their turn. */
export interface Turns {
  /** Milliseconds from any beginning. */
  readonly now: () => number;
  readonly pause: () => Promise<void>;
}

export const wallTurns: Turns = { now: () => performance.now(), pause: nextTurn };

export type Slice<Result> =
  { readonly done: true; readonly result: Result } | { readonly done: false; readonly portion: Portion | null };

/** Works for one slice, or `most` milliseconds; `portion`: how far it has come, where the work says so. */
export function oneSlice<Result>(work: InPortions<Result>, { now }: Turns, most = SLICE): Slice<Result> {
  const until = now() + most;
  let portion: Portion | null = null;
  do {
    const step = work.next();
    if (step.done === true) return { done: true, result: step.value };
    portion = step.value ?? portion;
  } while (now() < until);
  return { done: false, portion };
}

export interface Following {
  /** Aborted: the work is given up and the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  readonly progress?: (portion: Portion) => void;
}

/** The work in slices, everyone else having a turn after each. */
export async function inSlices<Result>(
  work: InPortions<Result>,
  turns: Turns = wallTurns,
  { signal, progress }: Following = {},
): Promise<Result> {
  try {
    for (;;) {
      signal?.throwIfAborted();
      const slice = oneSlice(work, turns);
      if (slice.done) return slice.result;
      if (slice.portion !== null) progress?.(slice.portion);
      await turns.pause();
    }
  } finally {
    work.return(undefined as never);
  }
}

/** The same from the next turn on: of several that begin at one moment none lengthens another's slice. */
export async function slicesLater<Result>(begin: () => InPortions<Result>, signal: AbortSignal): Promise<Result> {
  await wallTurns.pause();
  signal.throwIfAborted();
  return inSlices(begin(), wallTurns, { signal });
}
