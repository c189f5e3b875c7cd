import type { Change, Plan } from '../domain/plan';
import type { Checked } from './checkPlan';
import { Incoming } from './incoming';
import { inTurns, nextTurn, turnTaking } from './inTurns';
import { journalXml, planPacked, readJournal, withEntry, type JournalEntry } from './journal';
import { withLined } from './linedRows';
import { Outgoing } from './outgoing';
import { askOverwritten, identitiesOf, type Overwritten } from './overwritten';
import { ourParts, type OwnPart } from './ownParts';
import { sparing } from './replacedSheet';
import { bytesOf } from './wireBytes';
import { writeChange, writePart, type Found } from './writeChange';

/** Who, when and in what words an action goes into the undo menu. */
export interface Occasion {
  /** Local time, `2026-10-31 09:12`: today is an argument, only the entry files read the clock. */
  readonly at: string;
  readonly summary: string;
}

/** The entry under which a plan goes into the journal, begun. */
export function entryOf(plan: Plan, occasion: Occasion, { parts, charts, lined }: Found): JournalEntry {
  return {
    ...occasion,
    id: entryId(readJournal(parts.get('journal')), occasion),
    action: plan.action,
    state: 'pending',
    // Of what was expected only the rows written into are kept: taking back must find the same matters there.
    plan: { ...sparing(withLined(plan, lined), charts), expectations: identitiesOf(plan) },
  };
}

/** Unique in the journal without a clock or chance: the time given and a count. */
function entryId(entries: readonly JournalEntry[], occasion: Occasion): string {
  const sameTime = entries.filter(({ at }) => at === occasion.at).length;
  return `${occasion.at}#${sameTime + 1}`;
}

/** Puts changes into the pending request, one after the other. */
export async function writeAll(outgoing: Outgoing, changes: readonly Change[], found: Found): Promise<void> {
  const turn = turnTaking();
  for (const change of changes) {
    await writeChange(outgoing, change, found);
    await turn();
  }
}

/** The request that writes, and what is known of it when it has failed or another wrote beside it. */
export class Writing {
  /** Done, as it ends; set once something may have been written. */
  entry: JournalEntry | null = null;
  over: Overwritten | null = null;
  /** Another wrote into the journal in the same moment; its entries. */
  missed = false;
  others: readonly JournalEntry[] = [];

  /** `held`: only these changes now, and the action stays unfinished in the journal. */
  async write(
    context: Excel.RequestContext,
    { open, found }: Exclude<Checked, { readonly refusal: unknown }>,
    entry: JournalEntry,
    held: 'whole' | readonly Change[],
  ): Promise<void> {
    const changes = held === 'whole' ? open : held;
    const done: JournalEntry = { ...entry, state: 'done' };
    const entries = readJournal(found.parts.get('journal'));
    await inTurns(planPacked(entry.plan));
    const begun = journalXml(withEntry(entries, { ...entry, state: 'pending' }));
    await nextTurn();
    const asking = new Incoming(context);
    const overwritten = await askOverwritten(asking, entry.plan, changes);
    const journal = ourParts(context.workbook, ['journal']);
    this.entry = done;
    const outgoing = new Outgoing(context, asking.asked);
    await outgoing.room(bytesOf(begun));
    await nextTurn();
    const rewrite = writePart(context, 'journal', begun, found.parts);
    let whole = false;
    try {
      await writeAll(outgoing, changes, found);
      if (held === 'whole') {
        const ended = journalXml(withEntry(entries, done));
        await nextTurn();
        await outgoing.room(bytesOf(ended));
        rewrite(ended);
      }
      await nextTurn();
      await context.sync();
      whole = true;
      // The answer was read just now, in one go.
      await nextTurn();
    } finally {
      // A request that stopped half-way still answers what it was asked before: another may have been there first.
      this.learn(overwritten, journal.xml, found, whole);
    }
  }

  private learn(
    overwritten: () => Overwritten | null,
    journal: () => ReadonlyMap<OwnPart, string>,
    found: Found,
    whole: boolean,
  ): void {
    try {
      this.over = overwritten();
      const xml = journal().get('journal');
      this.missed = xml !== found.parts.get('journal');
      this.others = readJournal(xml);
    } catch (error) {
      // No answer came at all.
      if (whole) throw error;
    }
  }
}
