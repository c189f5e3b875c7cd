import { z } from 'zod';
import type { Plan } from '../domain/plan';
import { partData, partXml } from './ownParts';

const entrySchema = z.object({
  id: z.string(),
  /** Local time as the clerk's clock had it, `2026-10-31 09:12`. */
  at: z.string(),
  action: z.string(),
  /** What was done, in words for the undo menu. */
  summary: z.string(),
  /** `pending`: the writing had begun and was not seen to end. */
  state: z.enum(['pending', 'done']),
  /** The plan as applied: its inverse takes it back, itself finishes it. */
  plan: z.custom<Plan>((value) => typeof value === 'object' && value !== null && 'changes' in value),
});
const journalSchema = z.object({ version: z.literal(1), entries: z.array(entrySchema) });

/** One action that can be taken back. */
export type JournalEntry = z.infer<typeof entrySchema>;

/** The journal carries old cell text: it is bounded in entries and in size. */
const MOST_ENTRIES = 20;
const MOST_CHARACTERS = 512_000;

/** Entries of a journal part, oldest first; none where the part is missing or is not ours to read. */
export function readJournal(xml: string | undefined): readonly JournalEntry[] {
  if (xml === undefined) return [];
  const parsed = journalSchema.safeParse(partData(xml));
  return parsed.success ? parsed.data.entries : [];
}

/** The part's XML for these entries; the oldest are dropped where they would pass the bounds, the newest always stays. */
export function journalXml(entries: readonly JournalEntry[]): string {
  const kept: JournalEntry[] = [];
  let characters = 0;
  for (const entry of [...entries].reverse()) {
    characters += JSON.stringify(entry).length;
    if (kept.length > 0 && (kept.length >= MOST_ENTRIES || characters > MOST_CHARACTERS)) break;
    kept.unshift(entry);
  }
  return partXml('journal', { version: 1, entries: kept });
}

/** The journal with this entry put in, in place of one of the same id. */
export const withEntry = (entries: readonly JournalEntry[], entry: JournalEntry): readonly JournalEntry[] => [
  ...entries.filter(({ id }) => id !== entry.id),
  entry,
];
