import type { Area } from '../domain/cell';
import { areasOf, rangeAt } from './areasOnWire';
import { hostRefusal } from './hostErrors';

/** Asks for the merged areas of a range; taken by `areasOf` after the next sync. */
export function askMerges(range: Excel.Range): Excel.RangeAreas {
  const merges = range.getMergedAreasOrNullObject();
  merges.load('areas/items/rowIndex,areas/items/columnIndex,areas/items/rowCount,areas/items/columnCount');
  return merges;
}

/** The result, or null where Excel answered with an error. */
export async function orNull<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (hostRefusal(error)?.code !== 'GeneralException') throw error;
    return null;
  }
}

/**
 * Merged areas of a large sheet. Excel fails where a range holds more than 512 of them
 * (learn.microsoft.com/javascript/api/excel/excel.range, getMergedAreasOrNullObject), so the area is halved until
 * each part answers. An area merged across the cut is answered by its upper part only.
 */
export async function mergesByBlocks(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  area: Area,
): Promise<readonly Area[]> {
  const merges = askMerges(rangeAt(sheet, area));
  const answered = await orNull(context.sync().then(() => areasOf(merges)));
  if (answered !== null) return answered;
  if (area.top === area.bottom) return [];
  const middle = Math.floor((area.top + area.bottom) / 2);
  const upper = await mergesByBlocks(context, sheet, { ...area, bottom: middle });
  const lower = await mergesByBlocks(context, sheet, { ...area, top: middle + 1 });
  const known = new Set(upper.map(({ top, left }) => `${top},${left}`));
  return [...upper, ...lower.filter(({ top, left }) => !known.has(`${top},${left}`))];
}
