/** Ranks by total, highest first, ties sharing a rank: 1, 2, 2, 4. Null totals are not ranked. */
export function ranks(totals: readonly (number | null)[]): readonly (number | null)[] {
  return totals.map((total) =>
    total === null ? null : 1 + totals.filter((other) => other !== null && other > total).length,
  );
}
