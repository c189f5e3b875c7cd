import { cellName, type CellRef, type CellValue } from '../domain/cell';
import type { Change, Plan } from '../domain/plan';
import { Incoming } from './incoming';
import { askSingleCells } from './singleCells';
import { sameValue } from './writtenValue';

/** What can still be given back of a plan. */
export interface StillOurs {
  readonly plan: Plan;
  /** Cells that hold something else by now. */
  readonly left: readonly CellRef[];
}

/**
 * What can be given back where a third has written since: whoever read our words before they were taken away may have put
 * hers below them. Hers stay, and what was there before us stands above them again; a cell that she wrote otherwise is
 * left as it is.
 */
export async function stillOurs(context: Excel.RequestContext, plan: Plan): Promise<StillOurs> {
  const incoming = new Incoming(context);
  const single = await askSingleCells(incoming, plan.changes, 'values,numberFormat', 'orNull');
  await incoming.send();
  const left: CellRef[] = [];
  const changes = plan.changes.flatMap((change): readonly Change[] => {
    if (change.kind !== 'setCell') return [change];
    const now = single(change.cell)?.value ?? null;
    if (now !== null && (sameValue(now, change.after) || sameValue(now, change.before))) return [change];
    const below = now === null ? null : linesBelow(now, change.after);
    if (now === null || below === null) {
      left.push(change.cell);
      return [];
    }
    return [{ ...change, before: change.before === '' ? below : `${change.before}\n${below}`, after: now }];
  });
  return { plan: { ...plan, changes }, left };
}

/** What was added in lines of its own below a text; null where the text is another. */
function linesBelow(now: CellValue, ours: CellValue): string | null {
  const start = `${ours}\n`;
  return typeof now === 'string' && ours !== '' && now.startsWith(start) ? now.slice(start.length) : null;
}

/** `甲!B2、甲!B3等处`: the first of them. */
export const namesOf = (cells: readonly CellRef[]): string =>
  `${cells.slice(0, 3).map(cellName).join('、')}${cells.length > 3 ? '等处' : ''}`;
