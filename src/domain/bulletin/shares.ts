/**
 * Parts of a whole as percentages with one decimal that add up to 100.0 (largest remainder; of equal remainders the
 * first). All `0.0` where the whole is nothing.
 */
export function shares(counts: readonly number[]): readonly string[] {
  const whole = counts.reduce((sum, count) => sum + count, 0);
  if (whole === 0) return counts.map(() => '0.0');
  // Tenths of a percent, in whole numbers: count × 1000 ÷ whole.
  const floors = counts.map((count) => Math.floor((count * 1000) / whole));
  const missing = 1000 - floors.reduce((sum, tenth) => sum + tenth, 0);
  const order = counts
    .map((count, index) => ({ index, remainder: (count * 1000) % whole }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of order.slice(0, missing)) floors[index] = floors[index]! + 1;
  return floors.map((tenths) => (tenths / 10).toFixed(1));
}

/** `part` of `whole` as a percentage with one decimal; `0.0` of nothing. */
export const shareOf = (part: number, whole: number): string => shares([part, whole - part])[0]!;
