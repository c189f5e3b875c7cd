import * as z from 'zod/mini';
import type { Plan } from '../domain/plan';
import { atOnce, type InPortions } from '../domain/portions';
import { jsonInPortions, parsedInPortions } from './jsonPortions';
import { partData, partXml } from './ownParts';
import { packedInPortions, unpackedInPortions } from './packedText';
import { planInPortions } from './planSchema';

/** The menu shows it whole. */
const LONGEST_SUMMARY = 1000;
const entrySchema = z.object({
  id: z.string(),
  /** Local time as the clerk's clock had it, `2026-10-31 09:12`. */
  at: z.string(),
  action: z.string(),
  /** What was done, in words for the undo menu. */
  summary: z.string().check(z.maxLength(LONGEST_SUMMARY)),
  /** `pending`: the writing had begun and was not seen to end. */
  state: z.enum(['pending', 'done']),
  plan: z.unknown(),
});
/** A plan as the part keeps it: a long one deflated, for a sheet written whole repeats its clauses row by row. */
const packedSchema = z.object({ packed: z.string() });
const journalSchema = z.object({ version: z.literal(1), entries: z.array(z.unknown()) });

type StoredPlan = Plan | z.infer<typeof packedSchema>;

/** One action that can be taken back. */
export interface JournalEntry extends z.infer<typeof entrySchema> {
  /** The plan as applied: its inverse takes it back, itself finishes it. */
  readonly plan: Plan;
}

/** The journal carries old cell text: it is bounded in entries and in size. */
const MOST_ENTRIES = 20;
const MOST_CHARACTERS = 512_000;

let lastRead: { readonly xml: string; readonly entries: readonly JournalEntry[] } | null = null;

/**
 * Entries of a journal part, oldest first; none where the part is missing or is not ours to read. The part comes with
 * the file: an entry that is not one of ours in every field is passed over.
 */
export const readJournal = (xml: string | undefined): readonly JournalEntry[] => atOnce(journalInPortions(xml));

/** The same; what was read so is at hand when it is asked for again. */
export function* journalInPortions(xml: string | undefined): InPortions<readonly JournalEntry[]> {
  if (xml === undefined) return [];
  // One action reads the same part several times.
  if (lastRead?.xml === xml) return lastRead.entries;
  const parsed = journalSchema.safeParse(partData(xml));
  yield;
  const entries: JournalEntry[] = [];
  for (const stored of (parsed.data?.entries ?? []).slice(-MOST_ENTRIES)) {
    const { data } = entrySchema.safeParse(stored);
    const plan = data === undefined ? null : yield* planOf(data.plan);
    if (data !== undefined && plan !== null) entries.push({ ...data, plan });
  }
  lastRead = { xml, entries };
  return entries;
}

/** The part's XML for these entries; the oldest are dropped where they would pass the bounds, the newest always stays. */
export function journalXml(entries: readonly JournalEntry[]): string {
  const kept: (Omit<JournalEntry, 'plan'> & { readonly plan: StoredPlan })[] = [];
  let characters = 0;
  for (const entry of [...entries].reverse()) {
    const stored = { ...entry, plan: storedAs(entry.plan) };
    characters += JSON.stringify(stored).length;
    if (kept.length > 0 && (kept.length >= MOST_ENTRIES || characters > MOST_CHARACTERS)) break;
    kept.unshift(stored);
  }
  return partXml('journal', { version: 1, entries: kept });
}

/** Plans of more characters are kept deflated. */
const PACKED_FROM = 20_000;
/** An entry is written twice an action, and again with every later one. */
const known = new WeakMap<Plan, StoredPlan>();
/** Plans as they were packed or unpacked last: an action is read back after it was written. */
const plans = new Map<string, Plan>();

function know(plan: Plan, stored: string): void {
  known.set(plan, { packed: stored });
  plans.delete(stored);
  plans.set(stored, plan);
  for (const oldest of plans.keys()) {
    if (plans.size <= MOST_ENTRIES) return;
    plans.delete(oldest);
  }
}

/** Packs a plan as the journal will keep it; then `journalXml` finds it done. */
export function* planPacked(plan: Plan): InPortions<void> {
  if (known.has(plan)) return;
  const pieces = yield* jsonInPortions(plan);
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  if (length < PACKED_FROM) known.set(plan, plan);
  else know(plan, yield* packedInPortions(pieces));
}

function storedAs(plan: Plan): StoredPlan {
  atOnce(planPacked(plan));
  return known.get(plan)!;
}

/** The plan that the part keeps; null where it is none of ours. */
function* planOf(stored: unknown): InPortions<Plan | null> {
  const { data } = packedSchema.safeParse(stored);
  if (data === undefined) return yield* planInPortions(stored);
  const before = plans.get(data.packed);
  if (before !== undefined) return before;
  const text = yield* unpackedInPortions(data.packed);
  const plan = text === null ? null : yield* planInPortions(yield* parsedOrNull(text));
  if (plan !== null) know(plan, data.packed);
  return plan;
}

function* parsedOrNull(text: string): InPortions<unknown> {
  try {
    return yield* parsedInPortions(text);
  } catch {
    return null;
  }
}

export const samePlan = (one: Plan, other: Plan): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other);

/** The journal with this entry put in, in place of one of the same id. */
export const withEntry = (entries: readonly JournalEntry[], entry: JournalEntry): readonly JournalEntry[] => [
  ...entries.filter(({ id }) => id !== entry.id),
  entry,
];
