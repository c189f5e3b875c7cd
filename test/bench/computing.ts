/**
 * Run in a process of its own: `computing.ts SIZE FOLDER RUNS` prints times, `computing.ts SIZE FOLDER parse|all` the
 * peak memory of parsing alone or of the whole computing.
 */
import { review } from '../../src/app/review';
import { scoreReview } from '../../src/app/scoreReview';
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

/** Bytes above what the process held before. */
function peak(work: () => unknown): number {
  const before = process.resourceUsage().maxRSS;
  const kept = work();
  return kept === undefined ? 0 : (process.resourceUsage().maxRSS - before) * 1024;
}

console.log(
  how === 'parse'
    ? peak(() => parsed(given.json))
    : how === 'all'
      ? peak(() => {
          const reading = readingOf(given, parsed(given.json));
          const reviewed = review(reading, request);
          return [reading, reviewed, scoreReview(reviewed)];
        })
      : JSON.stringify(times(Number(how))),
);
