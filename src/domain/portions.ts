/** What a long work is at: files opened, rows read, the matters judged and checked, or compared; units scored; files made. */
export type Stage = 'open' | 'read' | 'check' | 'compare' | 'score' | 'make';

/** How far a stage has come; of files, of rows, of matters, or of units where they are scored. */
export interface Portion {
  readonly stage: Stage;
  readonly done: number;
  readonly of: number;
}

/**
 * Work written down once and done in portions of a few milliseconds each: in one go (`atOnce`), or with pauses between
 * them by whoever must not be held up. A portion may say how far the work has come. Giving it up half-way leaves
 * nothing behind.
 */
export type InPortions<Result> = Generator<Portion | undefined, Result, void>;

export function atOnce<Result>(work: InPortions<Result>): Result {
  let step = work.next();
  while (step.done !== true) step = work.next();
  return step.value;
}

/** Rows to a portion. */
export const PORTION = 200;

/** The same for each item. */
export function* forEach<Item>(
  items: readonly Item[],
  job: (item: Item, index: number) => void,
  stage?: Stage,
): InPortions<void> {
  for (let from = 0; from < items.length; from += PORTION) {
    const to = Math.min(from + PORTION, items.length);
    for (let index = from; index < to; index += 1) job(items[index]!, index);
    yield stage === undefined ? undefined : { stage, done: to, of: items.length };
  }
}

/** As `items.map(job)`. */
export function* map<Item, Made>(
  items: readonly Item[],
  job: (item: Item, index: number) => Made,
  stage?: Stage,
): InPortions<Made[]> {
  const made: Made[] = [];
  yield* forEach(items, (item, index) => void made.push(job(item, index)), stage);
  return made;
}

/** Items to one run of a sort that `Array.sort` does in one go. */
const RUN = 2048;

/** As `[...items].sort(compare)`: equal items stay in their order. */
export function* sorted<Item>(items: readonly Item[], compare: (one: Item, other: Item) => number): InPortions<Item[]> {
  let from: Item[] = [];
  for (let at = 0; at < items.length; at += RUN) {
    for (const item of items.slice(at, at + RUN).sort(compare)) from.push(item);
    yield;
  }
  for (let width = RUN; width < items.length; width *= 2) {
    const merged: Item[] = [];
    for (let start = 0; start < items.length; start += width * 2) {
      const [middle, end] = [Math.min(start + width, items.length), Math.min(start + width * 2, items.length)];
      let [left, right] = [start, middle];
      while (left < middle || right < end) {
        const takesLeft = right >= end || (left < middle && compare(from[left]!, from[right]!) <= 0);
        merged.push(takesLeft ? from[left]! : from[right]!);
        if (takesLeft) left += 1;
        else right += 1;
        if (merged.length % RUN === 0) yield;
      }
    }
    from = merged;
  }
  return from;
}

/** As `items.filter(test)`. */
export function* filter<Item>(items: readonly Item[], test: (item: Item) => boolean): InPortions<Item[]> {
  const kept: Item[] = [];
  yield* forEach(items, (item) => {
    if (test(item)) kept.push(item);
  });
  return kept;
}

/** Work that is done already. */
export function* ready<Result>(result: Result): InPortions<Result> {
  yield;
  return result;
}
