/**
 * Run in a process of its own: `computing.ts SIZE FOLDER RUNS` prints times, `computing.ts SIZE FOLDER text|parse|all`
 * the heap that nothing beside the text, parsing alone or the whole computing keeps (`node --expose-gc`).
 */
import { review } from '../../src/app/reading/review';
import { scoreReview } from '../../src/app/scoring/scoreReview';
import { handedOver, parsed, readingOf, requestOf } from './handedOver';
import { timed } from './timing';

export interface ComputingTimes {
  readonly floor: readonly number[];
  readonly whole: readonly number[];
}

const [size, folder, how] = process.argv.slice(2) as [string, string, string];
const given = handedOver(Number(size), folder);
const request = requestOf(given);
const whole = (): unknown => scoreReview(review(readingOf(given, parsed(given.json)), request));

function times(runs: number): ComputingTimes {
  const floor: number[] = [];
  const cost: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    floor.push(timed(() => parsed(given.json)));
    cost.push(timed(whole));
  }
  return { floor, whole: cost };
}

/** Bytes of heap kept by the result above what was there before, garbage collected first on both sides. */
function kept(work: () => unknown): number {
  const held = (): number => {
    globalThis.gc?.();
    return process.memoryUsage().heapUsed;
  };
  const before = held();
  const result = work();
  const after = held();
  return result === undefined ? 0 : after - before;
}

const keeping: Readonly<Record<string, () => unknown>> = {
  text: () => given.json.length,
  parse: () => parsed(given.json),
  all: () => {
    const reading = readingOf(given, parsed(given.json));
    const reviewed = review(reading, request);
    return [reading, reviewed, scoreReview(reviewed)];
  },
};

const kind = keeping[how];
console.log(kind === undefined ? JSON.stringify(times(Number(how))) : kept(kind));
