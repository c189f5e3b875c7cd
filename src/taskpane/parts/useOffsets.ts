import { useEffect, useMemo, useState } from 'react';
import { slicesLater } from '../desk/inSlices';
import { offsetsInPortions, roughOffsets, rowOffsets } from './rowOffsets';

/** Lists of more rows are measured in slices. */
const AT_ONCE = 2000;

interface Offsets {
  readonly offsets: Float64Array;
  /** Rows further down are not measured yet: where they begin is an estimate. */
  readonly rough: boolean;
}

interface Measured<Item> extends Offsets {
  readonly items: readonly Item[];
  readonly heightOf: (item: Item) => number;
}

/**
 * Where each row of a list begins; of a long list the first rows at once, the others soon after. What was measured last
 * stands for them meanwhile, so that rows keep their places where little has changed.
 */
export function useOffsets<Item>(items: readonly Item[], heightOf: (item: Item) => number): Offsets {
  const [last, setLast] = useState<Measured<Item> | null>(null);
  const [bug, setBug] = useState<{ readonly error: unknown } | null>(null);
  const now = useMemo((): Offsets => {
    if (items.length <= AT_ONCE) return { offsets: rowOffsets(items, heightOf), rough: false };
    if (last !== null && last.items === items && last.heightOf === heightOf) return last;
    return { offsets: roughOffsets(items, heightOf, last?.offsets ?? null), rough: true };
  }, [items, heightOf, last]);
  const { rough } = now;
  useEffect(() => {
    if (!rough) return undefined;
    const leaving = new AbortController();
    slicesLater(() => offsetsInPortions(items, heightOf), leaving.signal).then(
      (offsets) => setLast({ items, heightOf, offsets, rough: false }),
      (error: unknown) => {
        if (!leaving.signal.aborted) setBug({ error });
      },
    );
    return () => leaving.abort();
  }, [rough, items, heightOf]);
  if (bug !== null) throw bug.error;
  return now;
}
