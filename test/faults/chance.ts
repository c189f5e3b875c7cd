/** Numbers from 0 to below 1 that follow from a seed alone (mulberry32). */
export function chanceOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** So many of them, each at most once, in their order. */
export function picked<Item>(items: readonly Item[], count: number, chance: () => number): readonly Item[] {
  if (items.length <= count) return items;
  const order = items.map((_, index) => ({ index, weight: chance() }));
  const chosen = new Set(
    order
      .sort((a, b) => a.weight - b.weight)
      .slice(0, count)
      .map(({ index }) => index),
  );
  return items.filter((_, index) => chosen.has(index));
}
