import { cellText } from '../domain/cellText';
import {
  drawnRows,
  heldBy,
  heldRows,
  holderOf,
  type DrawnRows,
  type RegisterLine,
} from '../domain/notices/heldNumbers';
import { inverse, type Change, type Plan } from '../domain/plan';
import { endOf, takeBack, type ApplyResult } from './applyPlan';
import { checkPlan } from './checkPlan';
import { partlyRefusal, type HostRefusal } from './hostErrors';
import type { JournalEntry } from './journal';
import { Outgoing } from './outgoing';
import type { Overwritten } from './overwritten';
import { askHeldNumbers } from './registerLines';
import { talkToExcel } from './run';
import { writeChange } from './writeChange';
import { entryOf, Writing, type Occasion } from './writing';
import { sameValue } from './writtenValue';

export type Held =
  /** Nothing was written: nobody works on another copy, so the request that writes sees all there is. */
  | { readonly kind: 'oneCopy' }
  /** Nothing was written: there is no register yet whose rows could be held. */
  | { readonly kind: 'noRegister' }
  /** The rows stand as 拟稿 under the token; the action stands in the journal as unfinished. */
  | { readonly kind: 'held'; readonly entry: JournalEntry }
  | { readonly kind: 'refused'; readonly refusal: HostRefusal };

/**
 * Puts the rows of drawn numbers into the register, as held by `token`, and nothing else of the plan. Whether there may
 * be other copies the workbook itself says: with 自动保存 on, Excel merges co-authors' changes into this copy by and by.
 */
export async function holdNumbers(plan: Plan, occasion: Occasion, token: string): Promise<Held> {
  const whole = heldBy(plan, token);
  const writing = new Writing();
  const early: { held: Held | null } = { held: null };
  const result = await talkToExcel(async (context): Promise<ApplyResult> => {
    const workbook = context.workbook.load('autoSave');
    const checked = await checkPlan(context, whole);
    if (!workbook.autoSave) early.held = { kind: 'oneCopy' };
    else if (drawnRows(whole).length === 0) early.held = { kind: 'noRegister' };
    if (early.held !== null) return { ok: true, written: false, entry: null };
    if ('refusal' in checked) return { ok: false, refusal: checked.refusal };
    const entry = entryOf(whole, occasion, checked.found);
    const held = heldChanges(checked.open);
    await writing.write(context, checked, entry, held);
    if (writing.over !== null && held.every((change) => overHeldRows(change, writing.over!))) writing.over = null;
    return { ok: true, written: true, entry };
  });
  if (early.held !== null) return early.held;
  const ended = await endOf(result, writing);
  if (!ended.ok) return { kind: 'refused', refusal: ended.refusal };
  return { kind: 'held', entry: { ...writing.entry!, state: 'pending' } };
}

/**
 * Whether only rows were written over that a co-author holds: she reads them back before anything is final, finds them
 * gone and draws anew. To bring them back would be to bring back what she may have let go by then.
 */
function overHeldRows(change: Change, over: Overwritten): boolean {
  if (change.kind !== 'appendRows' || change.drawn === undefined) return true;
  const { sheet, drawn } = change;
  const found = over.plan.changes.flatMap((each) =>
    each.kind === 'setCell' && each.cell.sheet === sheet && each.before !== '' ? [each] : [],
  );
  const held = new Set(
    found
      .filter(({ cell, before }) => cell.column === drawn.note && holderOf(cellText(before)) !== null)
      .map(({ cell }) => cell.row),
  );
  return found.every(({ cell, before, after }) => held.has(cell.row) || before === after);
}

/** The drawn rows as they are held. */
const heldChanges = (changes: readonly Change[]): readonly Change[] =>
  changes.flatMap((change): readonly Change[] => {
    const rows = change.kind === 'appendRows' ? heldRows(change) : null;
    return change.kind === 'appendRows' && rows !== null ? [{ ...change, rows }] : [];
  });

export type Settled =
  | { readonly kind: 'written'; readonly entry: JournalEntry }
  /** Another holds one of the numbers and will yield: to be asked again. */
  | { readonly kind: 'waits' }
  /** The numbers are another's, or rows were written over; `standing`: some of ours still are there. */
  | { readonly kind: 'taken'; readonly standing: boolean }
  /** Called off before anything was final. */
  | { readonly kind: 'calledOff' }
  /** `begun`: part of it may be written, and the journal tells. */
  | { readonly kind: 'refused'; readonly refusal: HostRefusal; readonly begun: boolean };

/**
 * Reads held rows back and, where the numbers are ours, makes them final with all the rest of the plan. `made` is
 * called in between, when the numbers are settled and nothing is final yet; false calls it off.
 */
export async function settleNumbers(entry: JournalEntry, made: () => Promise<boolean>): Promise<Settled> {
  const writing = new Writing();
  const early: { settled: Settled | null } = { settled: null };
  const result = await talkToExcel(async (context): Promise<ApplyResult> => {
    const held = askHeldNumbers(context, entry.plan);
    const checked = await checkPlan(context, entry.plan);
    const { settlement, stands, own } = held();
    if (!stands || settlement === 'yields') early.settled = { kind: 'taken', standing: own.length > 0 };
    else if (settlement === 'waits') early.settled = { kind: 'waits' };
    else if ('refusal' in checked) early.settled = { kind: 'refused', refusal: checked.refusal, begun: false };
    else if (!(await made())) early.settled = { kind: 'calledOff' };
    if (early.settled !== null || 'refusal' in checked) return { ok: true, written: false, entry: null };
    // Rows of an earlier go that another brought back after they were let go.
    const strayed = own.filter(
      ({ change, line }) => line.row < change.at || line.row >= change.at + change.rows.length,
    );
    const outgoing = new Outgoing(context);
    for (const { change, line } of strayed) {
      for (const removed of inverse({ ...entry.plan, changes: ownCellsOf(change, line) }).changes)
        await writeChange(outgoing, removed, checked.found);
    }
    await writing.write(context, checked, entry, 'whole');
    return { ok: true, written: true, entry: { ...entry, state: 'done' } };
  });
  if (early.settled !== null) return early.settled;
  const ended = await endOf(result, writing);
  if (!ended.ok) return { kind: 'refused', refusal: ended.refusal, begun: writing.entry !== null };
  return { kind: 'written', entry: { ...entry, state: 'done' } };
}

/** Takes held rows away, those that still carry their token, wherever they stand now. */
export async function letGo(entry: JournalEntry): Promise<ApplyResult> {
  const found = await talkToExcel(async (context) => {
    const held = askHeldNumbers(context, entry.plan);
    await context.sync();
    return held().own;
  });
  if (!found.ok) return { ok: false, refusal: partlyRefusal(found.refusal) };
  const changes = found.value.flatMap(({ change, line }) => ownCellsOf(change, line));
  return takeBack({ ...entry, plan: { ...entry.plan, expectations: [], changes } });
}

/** A held row to be taken off; where another's words got into it, only the cells that are ours. */
function ownCellsOf(change: DrawnRows, { row, values }: RegisterLine): readonly Change[] {
  const held = heldRows(change) ?? [];
  const now = values.slice(0, Math.max(...held.map((own) => own.length)));
  const own = now.map((value, column) => value === '' || held.some((each) => sameValue(value, each[column] ?? '')));
  if (own.every((is) => is)) {
    const before = change.lined?.formats[row - change.at];
    const lined = before === undefined ? {} : { lined: { formats: [before] } };
    return [{ kind: 'appendRows', sheet: change.sheet, at: row, rows: [now], formats: change.formats, ...lined }];
  }
  return now.flatMap((after, column): readonly Change[] =>
    own[column] !== true || after === ''
      ? []
      : [{ kind: 'setCell', cell: { sheet: change.sheet, row, column }, before: '', after }],
  );
}
