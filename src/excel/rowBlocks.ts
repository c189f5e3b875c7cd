import type { Area } from '../domain/cell';
import { PIECE_BYTES } from './requestSizes';

/** Rows that stand together in a piece of a request or response. */
export interface RowBlock {
  readonly first: number;
  readonly count: number;
  readonly bytes: number;
}

/** Rows of an area gathered into pieces of a request or response; rows nobody expected count as the average. */
export function blocksOf(rowBytes: readonly number[], top: number, count: number): readonly RowBlock[] {
  const average = rowBytes.reduce((sum, row) => sum + row, 0) / Math.max(1, rowBytes.length);
  const blocks: { first: number; count: number; bytes: number }[] = [];
  for (let row = top; row < top + count; row += 1) {
    const bytes = rowBytes[row] ?? average;
    const last = blocks.at(-1);
    if (last !== undefined && last.bytes + bytes <= PIECE_BYTES) {
      last.count += 1;
      last.bytes += bytes;
    } else blocks.push({ first: row, count: 1, bytes });
  }
  return blocks;
}

/** The same of an area all of whose rows are known, each piece with its place in the sheet. */
export const areaBlocks = (area: Area, rowBytes: readonly number[]): readonly (RowBlock & { readonly area: Area })[] =>
  blocksOf(rowBytes, 0, rowBytes.length).map((block) => {
    const top = area.top + block.first;
    return { ...block, area: { ...area, top, bottom: top + block.count - 1 } };
  });
