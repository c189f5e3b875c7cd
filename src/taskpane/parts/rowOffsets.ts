/** Where each row begins, and behind the last one where the list ends; in pixels. */
export function rowOffsets<Item>(items: readonly Item[], heightOf: (item: Item) => number): Float64Array {
  const offsets = new Float64Array(items.length + 1);
  for (let index = 0; index < items.length; index += 1) offsets[index + 1] = offsets[index]! + heightOf(items[index]!);
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
