import { useEffect, useMemo, useState } from 'react';
import type { Review } from '../../app/reading/review';
import { atOnce, type InPortions } from '../../domain/portions';
import { SLICE, oneSlice, slicesLater, wallTurns, type Slice } from '../desk/inSlices';

/** For reviews of so many matters all is there at once. */
const AT_ONCE = 2000;

/** What the first slices of this turn took: all that comes on show together shares one. */
let spent = 0;

function firstSlice<Value>(begin: () => InPortions<Value>): Slice<Value> {
  if (spent >= SLICE) return { done: false, portion: null };
  if (spent === 0) void wallTurns.pause().then(() => (spent = 0));
  const began = wallTurns.now();
  const slice = oneSlice(begin(), wallTurns, SLICE - spent);
  spent += wallTurns.now() - began;
  return slice;
}

/**
 * What is worked out of a review; null while it is being worked out. Nothing is worked out any more once nobody looks
 * at it, or for another `begin` (a function that stays the same as long as it does the same).
 */
export function useComputed<Value>(of: Review | null, begin: (of: Review) => InPortions<Value>): Value | null {
  const first = useMemo((): Slice<Value> | null => {
    if (of === null) return null;
    return of.matters.length <= AT_ONCE ? { done: true, result: atOnce(begin(of)) } : firstSlice(() => begin(of));
  }, [of, begin]);
  const [later, setLater] = useState<{ readonly of: typeof first; readonly value: Value } | null>(null);
  const [bug, setBug] = useState<{ readonly error: unknown } | null>(null);
  useEffect(() => {
    if (of === null || first?.done !== false) return undefined;
    const leaving = new AbortController();
    slicesLater(() => begin(of), leaving.signal).then(
      (value) => setLater({ of: first, value }),
      (error: unknown) => {
        if (!leaving.signal.aborted) setBug({ error });
      },
    );
    return () => leaving.abort();
  }, [of, begin, first]);
  if (bug !== null) throw bug.error;
  if (first?.done === true) return first.result;
  return later !== null && later.of === first ? later.value : null;
}
