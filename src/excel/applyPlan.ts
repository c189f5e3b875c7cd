import { cellName, type CellRef } from '../domain/cell';
import { inverse, type Change, type Expectation, type Plan } from '../domain/plan';
import { askExpectation, askFormats, askStanding, ownPart, writtenBy, type Standing } from './changeState';
import { movedRefusal, type HostRefusal } from './hostErrors';
import { journalXml, readJournal, withEntry, type JournalEntry } from './journal';
import { Outgoing, bytesOf } from './outgoing';
import { ourParts, type OwnPart } from './ownParts';
import { talkToExcel } from './run';
import { writeChange, writePart, type Found } from './writeChange';

/** Who, when and in what words an action goes into the undo menu. */
export interface Occasion {
  /** Local time, `2026-10-31 09:12`: today is an argument, only the entry files read the clock. */
  readonly at: string;
  readonly summary: string;
}

export type ApplyResult =
  /** `written`: false where everything was there already, so that nothing was sent. */
  | { readonly ok: true; readonly written: boolean; readonly entry: JournalEntry | null }
  | { readonly ok: false; readonly refusal: HostRefusal };

/**
 * Carries a plan out in two requests: the first reads the cells as they are now and refuses where they are
 * not as previewed; the second writes, journal first and journal last, so that a stop at any point is found at
 * the next opening; what one request cannot carry goes in several. A change that is done already is left alone, so the same plan may be applied again.
 */
export async function applyPlan(plan: Plan, occasion: Occasion): Promise<ApplyResult> {
  const result = await talkToExcel(async (context): Promise<ApplyResult> => {
    const checked = await check(context, plan);
    if ('refusal' in checked) return { ok: false, refusal: checked.refusal };
    if (checked.open.length === 0) return { ok: true, written: false, entry: null };

    const entries = readJournal(checked.found.parts.get('journal'));
    // Taking back and finishing check the changes themselves: what was expected around them need not be kept.
    const kept = { ...plan, expectations: [] };
    const entry: JournalEntry = {
      ...occasion,
      id: entryId(entries, occasion),
      action: plan.action,
      state: 'pending',
      plan: kept,
    };
    const done: JournalEntry = { ...entry, state: 'done' };
    const begun = journalXml(withEntry(entries, entry));
    const outgoing = new Outgoing(context);
    await outgoing.room(bytesOf(begun));
    writePart(context, 'journal', begun, checked.found.parts);
    for (const change of checked.open) await writeChange(outgoing, change, checked.found);
    const ended = journalXml(withEntry(entries, done));
    await outgoing.room(bytesOf(ended));
    writePart(context, 'journal', ended, new Map([['journal', begun]]));
    await context.sync();
    return { ok: true, written: true, entry: done };
  });
  return result.ok ? result.value : { ok: false, refusal: result.refusal };
}

/**
 * Finishes an action whose writing was seen to begin and not to end (`pending` in the journal: Excel stops inside a
 * batch, it does not roll back). What it left half done is done again; what another changed since is refused.
 */
export async function finish(entry: JournalEntry): Promise<ApplyResult> {
  const result = await talkToExcel(async (context): Promise<ApplyResult> => {
    const checked = await check(context, entry.plan, true);
    if ('refusal' in checked) return { ok: false, refusal: checked.refusal };
    const done: JournalEntry = { ...entry, state: 'done' };
    const outgoing = new Outgoing(context);
    for (const change of checked.open) await writeChange(outgoing, change, checked.found);
    const ended = journalXml(withEntry(readJournal(checked.found.parts.get('journal')), done));
    await outgoing.room(bytesOf(ended));
    writePart(context, 'journal', ended, checked.found.parts);
    await context.sync();
    return { ok: true, written: checked.open.length > 0, entry: done };
  });
  return result.ok ? result.value : { ok: false, refusal: result.refusal };
}

/** Takes an action back, where the cells still are as it left them, and strikes it from the journal. */
export async function takeBack(entry: JournalEntry): Promise<ApplyResult> {
  const plan = inverse(entry.plan);
  const result = await talkToExcel(async (context): Promise<ApplyResult> => {
    const checked = await check(context, plan, entry.state === 'pending');
    if ('refusal' in checked) return { ok: false, refusal: checked.refusal };
    const entries = readJournal(checked.found.parts.get('journal'));
    const without = entries.filter(({ id }) => id !== entry.id);
    // Changes first: a stop in between leaves the entry, and taking it back again finishes the rest.
    const outgoing = new Outgoing(context);
    for (const change of checked.open) await writeChange(outgoing, change, checked.found);
    if (without.length !== entries.length) {
      const rest = without.length === 0 ? null : journalXml(without);
      await outgoing.room(bytesOf(rest));
      writePart(context, 'journal', rest, checked.found.parts);
    }
    await context.sync();
    return { ok: true, written: checked.open.length > 0, entry: null };
  });
  return result.ok ? result.value : { ok: false, refusal: result.refusal };
}

/** Actions on record in the workbook, oldest first. */
export async function journalEntries(): Promise<readonly JournalEntry[]> {
  const result = await talkToExcel(async (context) => {
    const parts = ourParts(context.workbook, ['journal']);
    await context.sync();
    return readJournal(parts.xml().get('journal'));
  });
  return result.ok ? result.value : [];
}

type Checked = { readonly open: readonly Change[]; readonly found: Found } | { readonly refusal: HostRefusal };

async function check(context: Excel.RequestContext, plan: Plan, resuming = false): Promise<Checked> {
  const standings = plan.changes.map((change) => ({ change, standing: askStanding(context, change, resuming) }));
  const markSheets = new Set(plan.changes.flatMap((change) => (change.kind === 'setMarks' ? [change.sheet] : [])));
  const formats = [...markSheets].map((sheet) => [sheet, askFormats(context, sheet)] as const);
  const written = plan.changes.flatMap((change) => (change.kind === 'setPart' ? [ownPart(change.namespace)] : []));
  const parts = ourParts(context.workbook, [...new Set<OwnPart>(['journal', ...written])]);
  const sheets = context.workbook.worksheets.load('items/name');
  const expectations: { readonly expectation: Expectation; readonly differs: () => CellRef | null }[] = [];
  const own = writtenBy(plan.changes);
  for (const batch of batchesOf(plan.expectations)) {
    expectations.push(
      ...batch.map((expectation) => ({ expectation, differs: askExpectation(context, expectation, own) })),
    );
    // One sync a batch: a batch is what one response can carry.
    // eslint-disable-next-line office-addins/no-context-sync-in-loop
    await context.sync();
  }

  const stood = standings.map(({ change, standing }) => ({ change, standing: standing() }));
  const open = stood.filter(({ standing }) => standing.is === 'before').map(({ change }) => change);
  const found: Found = {
    formats: new Map(formats.map(([sheet, ask]) => [sheet, ask()])),
    parts: parts.xml(),
    resuming,
    sheets: new Set(sheets.items.map(({ name }) => name)),
  };
  // What this plan has written itself may stand in the cells it expected: a plan that is done is no conflict.
  if (open.length === 0 && stood.every(({ standing }) => standing.is === 'after')) return { open, found };

  const other = stood
    .map(({ standing }) => standing)
    .find((standing): standing is Standing & { is: 'other' } => standing.is === 'other');
  const reachable = (cell: CellRef | undefined): CellRef | null =>
    cell !== undefined && found.sheets.has(cell.sheet) ? cell : null;
  if (other !== undefined) {
    const sentence = `${other.place} 已被改动，与预览时不同，没有写入。请核对后再试。`;
    return { refusal: movedRefusal(sentence, reachable(other.cell)) };
  }
  for (const { expectation, differs } of expectations) {
    const cell = differs();
    if (cell !== null) {
      return {
        refusal: movedRefusal(
          `${expectation.about}所在的行已移动或被改动（${cellName(cell)}），没有写入。请核对后再试。`,
          reachable(cell),
        ),
      };
    }
  }
  return { open, found };
}

/** Excel on the web takes 5 MB a response; room is left for the rest of the first request. */
const RESPONSE_BYTES = 4_000_000;

/** Expectations by what one response can carry; at least one batch, because the rest is asked with the first. */
function batchesOf(expectations: readonly Expectation[]): readonly (readonly Expectation[])[] {
  const batches: Expectation[][] = [[]];
  let bytes = 0;
  for (const expectation of expectations.flatMap(inParts)) {
    const own = bytesOf(expectation.values);
    if (bytes > 0 && bytes + own > RESPONSE_BYTES) {
      batches.push([]);
      bytes = 0;
    }
    batches.at(-1)!.push(expectation);
    bytes += own;
  }
  return batches;
}

/** An expectation too long for one response, cut by rows. */
function inParts(expectation: Expectation): readonly Expectation[] {
  const { area, values } = expectation;
  const parts = Math.ceil(bytesOf(values) / RESPONSE_BYTES);
  if (parts <= 1) return [expectation];
  const rows = Math.max(1, Math.floor(values.length / (parts + 1)));
  return Array.from({ length: Math.ceil(values.length / rows) }, (_, index) => {
    const first = index * rows;
    const own = values.slice(first, first + rows);
    return {
      ...expectation,
      area: { ...area, top: area.top + first, bottom: area.top + first + own.length - 1 },
      values: own,
    };
  });
}

/** Unique in the journal without a clock or chance: the time given and a count. */
function entryId(entries: readonly JournalEntry[], occasion: Occasion): string {
  const sameTime = entries.filter(({ at }) => at === occasion.at).length;
  return `${occasion.at}#${sameTime + 1}`;
}
