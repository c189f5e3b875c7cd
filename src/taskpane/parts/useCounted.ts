import { useEffect, useReducer, useState } from 'react';
import type { Review } from '../../app/reading/review';
import { atOnce } from '../../domain/portions';
import type { Counted } from '../desk/figures';
import { inSlices } from '../desk/inSlices';

/** For reviews of so many matters what is counted is there at once. */
const AT_ONCE = 2000;

/** What is counted of a review; null while it is being counted. Nothing is counted any more once nobody looks at it. */
export function useCounted<Value>(counted: Counted<Value>, of: Review | null, ledger: string | null): Value | null {
  const [, redraw] = useReducer((times: number) => times + 1, 0);
  const [bug, setBug] = useState<{ readonly error: unknown } | null>(null);
  const small = of !== null && of.matters.length <= AT_ONCE;
  useEffect(() => {
    if (of === null || small || counted.known(of, ledger) !== null) return undefined;
    const leaving = new AbortController();
    inSlices(counted.count(of, ledger), undefined, { signal: leaving.signal }).then(redraw, (error: unknown) => {
      if (!leaving.signal.aborted) setBug({ error });
    });
    return () => leaving.abort();
  }, [counted, of, ledger, small]);
  if (bug !== null) throw bug.error;
  if (of === null) return null;
  return small ? atOnce(counted.count(of, ledger)) : counted.known(of, ledger);
}
