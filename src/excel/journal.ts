import { z } from 'zod';
import type { Plan } from '../domain/plan';
import { partData, partXml } from './ownParts';
import { packed, unpacked } from './packedText';
import { isPlan } from './planSchema';

/** A plan as the part keeps it: a long one deflated, for a sheet written whole repeats its clauses row by row. */
const storedPlan = z
  .union([z.object({ packed: z.string() }), z.custom<Plan>(isPlan)])
  .transform((stored, context): Plan => {
    if (!('packed' in stored)) return stored;
    const plan = readPacked(stored.packed);
    if (plan !== null) return plan;
    context.addIssue({ code: 'custom', message: 'packed plan' });
    return z.NEVER;
  });

/** The menu shows it whole. */
const LONGEST_SUMMARY = 1000;
const entrySchema = z.object({
  id: z.string(),
  /** Local time as the clerk's clock had it, `2026-10-31 09:12`. */
  at: z.string(),
  action: z.string(),
  /** What was done, in words for the undo menu. */
  summary: z.string().max(LONGEST_SUMMARY),
  /** `pending`: the writing had begun and was not seen to end. */
  state: z.enum(['pending', 'done']),
  /** The plan as applied: its inverse takes it back, itself finishes it. */
  plan: storedPlan,
});
const journalSchema = z.object({ version: z.literal(1), entries: z.array(z.unknown()) });

type StoredPlan = z.input<typeof storedPlan>;
type StoredEntry = z.input<typeof entrySchema>;

/** One action that can be taken back. */
export type JournalEntry = z.infer<typeof entrySchema>;

/** The journal carries old cell text: it is bounded in entries and in size. */
const MOST_ENTRIES = 20;
const MOST_CHARACTERS = 512_000;

let lastRead: { readonly xml: string; readonly entries: readonly JournalEntry[] } | null = null;

/**
 * Entries of a journal part, oldest first; none where the part is missing or is not ours to read. The part comes with
 * the file: an entry that is not one of ours in every field is passed over.
 */
export function readJournal(xml: string | undefined): readonly JournalEntry[] {
  if (xml === undefined) return [];
  // One action reads the same part several times.
  if (lastRead?.xml === xml) return lastRead.entries;
  const parsed = journalSchema.safeParse(partData(xml));
  const kept = (parsed.data?.entries ?? []).slice(-MOST_ENTRIES).map((entry) => entrySchema.safeParse(entry));
  lastRead = { xml, entries: kept.flatMap(({ data }) => data ?? []) };
  return lastRead.entries;
}

/** The part's XML for these entries; the oldest are dropped where they would pass the bounds, the newest always stays. */
export function journalXml(entries: readonly JournalEntry[]): string {
  const kept: StoredEntry[] = [];
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

function storedAs(plan: Plan): StoredPlan {
  const before = known.get(plan);
  if (before !== undefined) return before;
  const text = JSON.stringify(plan);
  const stored = text.length < PACKED_FROM ? plan : { packed: packed(text) };
  known.set(plan, stored);
  return stored;
}

function readPacked(stored: string): Plan | null {
  const text = unpacked(stored);
  if (text === null) return null;
  try {
    const plan: unknown = JSON.parse(text);
    if (!isPlan(plan)) return null;
    known.set(plan, { packed: stored });
    return plan;
  } catch {
    return null;
  }
}

/** The journal with this entry put in, in place of one of the same id. */
export const withEntry = (entries: readonly JournalEntry[], entry: JournalEntry): readonly JournalEntry[] => [
  ...entries.filter(({ id }) => id !== entry.id),
  entry,
];
