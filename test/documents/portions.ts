import type { InPortions } from '../../src/domain/portions';

/** The work done, and in how many portions. */
export function inEachPortion<Result>(work: InPortions<Result>): {
  readonly result: Result;
  readonly portions: number;
} {
  for (let portions = 1; ; portions += 1) {
    const step = work.next();
    if (step.done === true) return { result: step.value, portions };
  }
}
