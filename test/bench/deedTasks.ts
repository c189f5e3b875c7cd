/**
 * Run in a process of its own: `deedTasks.ts SIZE FOLDER` prints, as JSON, the processor time of every portion of what
 * the pane works out over a large ledger. What is not cut into portions counts as one.
 */
import { readFileSync } from 'node:fs';
import { scoreInPortions, type ReviewScores } from '../../src/app/scoring/scoreReview';
import { reviewInPortions, type Review } from '../../src/app/reading/review';
import { atOnce, type InPortions } from '../../src/domain/portions';
import { works } from './deeds';
import { handedOver, parsed, readingOf, requestOf } from './handedOver';

export interface WorkCost {
  readonly name: string;
  /** Milliseconds of each portion, the longest first. */
  readonly longest: readonly number[];
  readonly portions: number;
  readonly total: number;
}

/** Processor time of this thread so far, in milliseconds; only Linux tells it apart from the garbage collector's. */
function now(): number {
  try {
    return Number(readFileSync('/proc/thread-self/schedstat', 'latin1').split(' ')[0]) / 1e6;
  } catch {
    return performance.now();
  }
}

function costOf<Value>(
  name: string,
  begin: () => InPortions<Value>,
): { readonly cost: WorkCost; readonly value: Value } {
  const portions: number[] = [];
  const work = begin();
  for (;;) {
    const start = now();
    const step = work.next();
    portions.push(now() - start);
    if (step.done !== true) continue;
    const longest = [...portions].sort((one, other) => other - one).slice(0, 5);
    const total = portions.reduce((sum, own) => sum + own, 0);
    return { cost: { name, longest, portions: portions.length, total }, value: step.value };
  }
}

const [size, folder, only = ''] = process.argv.slice(2) as [string, string, string?];
const given = handedOver(Number(size), folder);
const costs: WorkCost[] = [];
const reading = readingOf(given, parsed(given.json));
const measured = <Value>(name: string, begin: () => InPortions<Value>): Value => {
  const { cost, value } = costOf(name, begin);
  costs.push(cost);
  return value;
};
const of: Review = measured('核对', () => reviewInPortions(reading, requestOf(given)));
const scores: ReviewScores = measured('计分', () => scoreInPortions(of));
// Once for the compiler; what is measured is the second time, as every later one in the pane.
for (const [name, begin] of works(of, scores)) {
  if (!name.includes(only)) continue;
  atOnce(begin());
  measured(name, begin);
}
console.log(JSON.stringify(costs));
