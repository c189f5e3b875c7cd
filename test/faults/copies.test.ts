import fc from 'fast-check';
import { onCopies, type CopyDeed } from './clerksOnCopies';
import { openCopies } from './mergedCopies';

/** Interleavings here; `npm run test:clerks` runs more. */
const RUNS = 8;

test('两人各有一份副本，随时合并：发出的文书号不重，每份在登记簿里正好一行，各人打的字都在', async () => {
  const bench = openCopies();
  const deed: fc.Arbitrary<CopyDeed> = fc.record({
    kind: fc.constantFrom('send', 'send', 'draft', 'sendDraft', 'sign'),
    letter: fc.nat(5),
  });
  const deeds = fc.array(deed, { minLength: 1, maxLength: 2 });
  try {
    await fc.assert(
      fc.asyncProperty(deeds, deeds, fc.nat(), async (one, other, order) => {
        const { problems } = await onCopies(bench, [one, other], order);
        expect(problems).toEqual([]);
      }),
      { numRuns: RUNS, seed: 20261031, endOnFailure: true },
    );
  } finally {
    bench.close();
  }
});

test('等得太短，登记的行被别人的盖掉：少了哪一份都说得出来', async () => {
  const bench = openCopies();
  const send: readonly CopyDeed[] = [{ kind: 'send', letter: 0 }];
  let unrecorded = 0;
  try {
    for (let order = 1; order <= 12; order += 1) {
      const { problems, tooShort } = await onCopies(bench, [send, send], order, false);
      expect(problems).toEqual([]);
      unrecorded += tooShort.unrecorded;
    }
  } finally {
    bench.close();
  }
  expect(unrecorded).toBeGreaterThan(0);
});
