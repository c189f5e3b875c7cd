import { cellName, type CellRef } from '../domain/cell';
import { isHeld } from '../domain/notices/heldNumbers';
import { inverse, type Plan } from '../domain/plan';
import { ownPart } from './changeState';
import { checkPlan } from './checkPlan';
import { movedRefusal, partlyRefusal, unknownRefusal, type HostRefusal } from './hostErrors';
import { inTurns } from './inTurns';
import { journalXml, planPacked, readJournal, samePlan, withEntry, type JournalEntry } from './journal';
import { Outgoing } from './outgoing';
import type { Overwritten } from './overwritten';
import { askHeldNumbers } from './registerLines';
import { journalNow, keepEntries, oneOfEach } from './keepJournal';
import { longTextRefusal } from './longText';
import type { OwnPart } from './ownParts';
import { sparing } from './replacedSheet';
import { talkToExcel, type HostResult } from './run';
import { namesOf, stillOurs, type StillOurs } from './stillOurs';
import { writePart } from './writeChange';
import { entryOf, writeAll, Writing, type Occasion } from './writing';
import { bytesOf } from './wireBytes';

export type { Occasion } from './writing';

export type ApplyResult =
  /** `written`: false where everything was there already, so that nothing was sent. */
  | {
      readonly ok: true;
      readonly written: boolean;
      readonly entry: JournalEntry | null;
      /** 自动保存 is on: co-authors may have written into copies that have not come together with this one yet. */
      readonly copies?: true;
    }
  | { readonly ok: false; readonly refusal: HostRefusal };

/**
 * Carries a plan out in two requests: the first reads the cells as they are now and refuses where they are
 * not as previewed; the second writes, journal first and journal last, so that a stop at any point is found at
 * the next opening; what one request cannot carry goes in several. A change that is done already is left alone, so the
 * same plan may be applied again. Where writing fails, the journal is asked how far it came.
 */
export async function applyPlan(plan: Plan, occasion: Occasion): Promise<ApplyResult> {
  const long = longTextRefusal(plan);
  if (long !== null) return { ok: false, refusal: long };
  const writing = new Writing();
  const result = await talkToExcel(async (context): Promise<ApplyResult> => {
    const appends = plan.changes.some(({ kind }) => kind === 'appendRows');
    const workbook = appends ? context.workbook.load('autoSave') : null;
    const checked = await checkPlan(context, plan);
    if ('refusal' in checked) return { ok: false, refusal: checked.refusal };
    if (checked.open.length === 0) return { ok: true, written: false, entry: null };
    const entry = entryOf(plan, occasion, checked.found);
    await writing.write(context, checked, entry, 'whole');
    const done = { ...entry, state: 'done' } as const;
    return { ok: true, written: true, entry: done, ...(workbook?.autoSave === true ? { copies: true } : {}) };
  });
  return endOf(result, writing);
}

/** How a request that wrote ended: what another wrote in the same moment is given back, a failure is looked into. */
export async function endOf(result: HostResult<ApplyResult>, writing: Writing): Promise<ApplyResult> {
  if (writing.missed) await keepEntries(writing.others);
  if (result.ok && writing.entry !== null && writing.over !== null) return giveBack(writing.entry, writing.over);
  if (result.ok) return result.value;
  if (writing.entry === null) return { ok: false, refusal: { ...result.refusal, uncertain: false } };
  return cameTo(result.refusal, writing.entry, writing.over);
}

/** Another wrote between checking and writing: what was written is taken back, and the other's words stand again. */
async function giveBack(entry: JournalEntry, { plan, formulas, place, cell }: Overwritten): Promise<ApplyResult> {
  const { result: returned, left } = await returnedTo({ ...entry, plan });
  if (!returned.ok) return returned;
  const kept = new Set(left.map(cellName));
  const lost = formulas.filter((own) => !kept.has(cellName(own.cell)));
  if (lost.length > 0) {
    const restored = await talkToExcel(async (context) => {
      for (const own of lost) {
        const { sheet, row, column } = own.cell;
        context.workbook.worksheets.getItem(sheet).getRangeByIndexes(row, column, 1, 1).formulas = [[own.formula]];
      }
      await context.sync();
    });
    if (!restored.ok) return { ok: false, refusal: restored.refusal };
  }
  const still = left.length === 0 ? '' : `${namesOf(left)} 随后又有人改过，里面或许还有这次写的内容，没有动它。`;
  const sentence = `${place} 刚被别人改动，没有写入。${still}请核对后再试。`;
  return { ok: false, refusal: movedRefusal(sentence, cell ?? null) };
}

/** Tried again where the other was at the same parts just then, or a third has written into the cells since. */
async function returnedTo(
  entry: JournalEntry,
): Promise<{ readonly result: ApplyResult; readonly left: readonly CellRef[] }> {
  let result: ApplyResult = { ok: true, written: false, entry: null };
  let ours: StillOurs = { plan: entry.plan, left: [] };
  for (let go = 0; go < GOES; go += 1) {
    const healed = await talkToExcel((context) => oneOfEach(context, writtenParts(entry.plan)));
    result = healed.ok
      ? await takeBack({ ...entry, plan: ours.plan })
      : { ok: false, refusal: unknownRefusal(healed.refusal) };
    if (result.ok) break;
    if (result.refusal.code !== 'Moved') continue;
    const asked = await talkToExcel((context) => stillOurs(context, entry.plan));
    if (asked.ok) ours = asked.value;
  }
  return { result, left: ours.left };
}
const GOES = 3;

const writtenParts = ({ changes }: Plan): readonly OwnPart[] =>
  changes.flatMap((change) => (change.kind === 'setPart' ? [ownPart(change.namespace)] : []));

/** How far a request came whose answer was a failure: the journal is written first and last. */
async function cameTo(refusal: HostRefusal, done: JournalEntry, over: Overwritten | null = null): Promise<ApplyResult> {
  const entries = await journalNow();
  if (entries === null) return { ok: false, refusal: unknownRefusal(refusal) };
  const own = entries.find(({ id, plan }) => id === done.id && samePlan(plan, done.plan));
  if (own === undefined) return { ok: false, refusal: { ...refusal, uncertain: false } };
  if (own.state === 'done') return { ok: true, written: true, entry: done };
  return refusal.code === 'ItemAlreadyExists'
    ? leftToOther(refusal, own, over)
    : { ok: false, refusal: partlyRefusal(refusal) };
}

/** Another made the same sheet in the same moment: theirs stays, and what was written before it is taken back. */
async function leftToOther(refusal: HostRefusal, entry: JournalEntry, over: Overwritten | null): Promise<ApplyResult> {
  const withoutSheets = (plan: Plan): Plan => ({
    ...plan,
    changes: plan.changes.filter(({ kind }) => kind !== 'addSheet'),
  });
  if (over !== null) return giveBack(entry, { ...over, plan: withoutSheets(over.plan) });
  const returned = await takeBack({ ...entry, plan: withoutSheets(entry.plan) });
  if (!returned.ok) return { ok: false, refusal: partlyRefusal(refusal) };
  return { ok: false, refusal: { ...refusal, uncertain: false } };
}

const TAKEN = '编号已被别人占用，没有写入。请退回这次操作，重新生成文书。';

/**
 * Finishes an action whose writing was seen to begin and not to end (`pending` in the journal: Excel stops inside a
 * batch, it does not roll back). What it left half done is done again; what another changed since is refused.
 */
export async function finish(entry: JournalEntry): Promise<ApplyResult> {
  const done: JournalEntry = { ...entry, state: 'done' };
  const writing = { begun: false };
  const result = await talkToExcel(async (context): Promise<ApplyResult> => {
    const held = askHeldNumbers(context, entry.plan);
    const checked = await checkPlan(context, entry.plan, true);
    if ('refusal' in checked) return { ok: false, refusal: checked.refusal };
    if (isHeld(entry.plan) && held().settlement !== 'settled') return { ok: false, refusal: movedRefusal(TAKEN, null) };
    writing.begun = true;
    const outgoing = new Outgoing(context);
    await writeAll(outgoing, checked.open, checked.found);
    const ended = journalXml(withEntry(readJournal(checked.found.parts.get('journal')), done));
    await outgoing.room(bytesOf(ended));
    writePart(context, 'journal', ended, checked.found.parts);
    await context.sync();
    return { ok: true, written: checked.open.length > 0, entry: done };
  });
  if (result.ok) return result.value;
  if (!writing.begun) return { ok: false, refusal: { ...result.refusal, uncertain: false } };
  return cameTo(result.refusal, done);
}

/**
 * Takes an action back, where the cells still are as it left them, and strikes it from the journal. While it is being
 * taken back it stands there as unfinished: a stop half-way is settled as any other. `seen`: sheets known to be there.
 */
export async function takeBack(entry: JournalEntry, seen: readonly string[] = []): Promise<ApplyResult> {
  const plan = inverse(entry.plan);
  const writing = { begun: false };
  const result = await talkToExcel(async (context): Promise<ApplyResult> => {
    const checked = await checkPlan(context, plan, entry.state === 'pending', seen);
    if ('refusal' in checked) return { ok: false, refusal: checked.refusal };
    const { open, found } = checked;
    const entries = readJournal(found.parts.get('journal'));
    const without = entries.filter(({ id }) => id !== entry.id);
    const struck = without.length !== entries.length;
    // What was cut off before has the charts on record that stood there then; one more may be its own.
    const spared = entry.state === 'pending' ? entry.plan : sparing(entry.plan, found.charts);
    await inTurns(planPacked(spared));
    const begun = journalXml(
      entries.map((own) => (own.id === entry.id ? { ...own, plan: spared, state: 'pending' } : own)),
    );
    writing.begun = true;
    const outgoing = new Outgoing(context);
    await outgoing.room(bytesOf(begun));
    if (struck) writePart(context, 'journal', begun, found.parts);
    await writeAll(outgoing, open, found);
    const left = without.length === 0 ? null : journalXml(without);
    await outgoing.room(bytesOf(left));
    if (struck) writePart(context, 'journal', left, found.parts);
    await context.sync();
    return { ok: true, written: open.length > 0, entry: null };
  });
  if (result.ok) return result.value;
  if (!writing.begun) return { ok: false, refusal: { ...result.refusal, uncertain: false } };
  const entries = await journalNow();
  if (entries === null) return { ok: false, refusal: unknownRefusal(result.refusal) };
  const own = entries.find(({ id }) => id === entry.id);
  if (own === undefined) return { ok: true, written: true, entry: null };
  return {
    ok: false,
    refusal: own.state === 'pending' ? partlyRefusal(result.refusal) : { ...result.refusal, uncertain: false },
  };
}

/** Actions on record in the workbook, oldest first. */
export async function journalEntries(): Promise<readonly JournalEntry[]> {
  return (await journalNow()) ?? [];
}
