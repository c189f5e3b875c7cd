import fc from 'fast-check';
import { CLERK_DEEDS } from './clerks';
import { openRelay } from './interleaving';
import { interleaved } from './twoClerks';

/** Interleavings here; `npm run test:clerks` runs more. */
const RUNS = 6;

test('两人同时写同一个文件，请求任意交错：号不重，谁的话都在，被抢先的重做', async () => {
  const relay = openRelay();
  const deeds = fc.array(fc.nat(CLERK_DEEDS.length - 1), { minLength: 1, maxLength: 2 });
  try {
    await fc.assert(
      fc.asyncProperty(deeds, deeds, fc.nat(), async (one, other, order) => {
        const { problems } = await interleaved(relay, [one, other], order);
        expect(problems).toEqual([]);
      }),
      { numRuns: RUNS, seed: 20261031, endOnFailure: true },
    );
  } finally {
    relay.close();
  }
});
