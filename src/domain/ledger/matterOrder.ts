import type { Matter } from '../matter';

/** Compares matters as the ledgers have them. */
export type MatterOrder = (one: Matter, other: Matter) => number;

/** `sheets` as the ledgers come. */
export function matterOrder(sheets: Iterable<string>): MatterOrder {
  const places = new Map([...sheets].map((sheet, place) => [sheet, place]));
  return (one, other) => places.get(one.sheet)! - places.get(other.sheet)! || one.row - other.row;
}
