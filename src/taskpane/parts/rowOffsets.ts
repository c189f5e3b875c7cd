import { forEach, type InPortions } from '../../domain/portions';

/** Where each row begins, and behind the last one where the list ends; in pixels. */
export function rowOffsets<Item>(items: readonly Item[], heightOf: (item: Item) => number): Float64Array {
  const offsets = new Float64Array(items.length + 1);
  for (let index = 0; index < items.length; index += 1) offsets[index + 1] = offsets[index]! + heightOf(items[index]!);
  return offsets;
}

/** Rows of a long list that are measured at once. */
const MEASURED = 200;

/**
 * The same for the first rows; the others are taken to be as high as those that stood there `before`, where there were
 * none as high as the first on the average.
 */
export function roughOffsets<Item>(
  items: readonly Item[],
  heightOf: (item: Item) => number,
  before: Float64Array | null,
): Float64Array {
  const offsets = new Float64Array(items.length + 1);
  const measured = Math.min(MEASURED, items.length);
  for (let index = 0; index < measured; index += 1) offsets[index + 1] = offsets[index]! + heightOf(items[index]!);
  const mean = Math.round(offsets[measured]! / Math.max(1, measured));
  const known = before === null ? 0 : before.length - 1;
  for (let index = measured; index < items.length; index += 1) {
    offsets[index + 1] = offsets[index]! + (index < known ? before![index + 1]! - before![index]! : mean);
  }
  return offsets;
}

/** As `rowOffsets`. */
export function* offsetsInPortions<Item>(
  items: readonly Item[],
  heightOf: (item: Item) => number,
): InPortions<Float64Array> {
  const offsets = new Float64Array(items.length + 1);
  yield* forEach(items, (item, index) => {
    offsets[index + 1] = offsets[index]! + heightOf(item);
  });
  return offsets;
}

/** The row that covers `position`; the last one where it lies beyond. */
export function indexAt(offsets: Float64Array, position: number): number {
  let low = 0;
  let high = Math.max(0, offsets.length - 2);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (offsets[middle]! <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The row that holds the focus: by its key, and where it stood when it got it. */
export interface HeldRow {
  readonly key: string;
  readonly index: number;
}

/** Where the held row stands now; once it is gone, the row in its place; the first where none is held. */
export function indexOfHeld<Item>(items: readonly Item[], keyOf: (item: Item) => string, held: HeldRow | null): number {
  if (held === null || items.length === 0) return 0;
  const there = items[held.index];
  if (there !== undefined && keyOf(there) === held.key) return held.index;
  const moved = items.findIndex((item) => keyOf(item) === held.key);
  return moved >= 0 ? moved : Math.min(held.index, items.length - 1);
}
