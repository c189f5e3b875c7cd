import { inTurns } from './inTurns';
import { journalInPortions, journalXml, readJournal, samePlan, type JournalEntry } from './journal';
import { OWN_PARTS, ourParts, type OwnPart } from './ownParts';
import { talkToExcel } from './run';

/** Actions on record, oldest first; null where Excel does not answer. */
export async function journalNow(): Promise<readonly JournalEntry[] | null> {
  const result = await talkToExcel(async (context) => {
    const parts = ourParts(context.workbook, ['journal']);
    const count = context.workbook.customXmlParts.getByNamespace(OWN_PARTS.journal).getCount();
    await context.sync();
    if (count.value > 1) return mergedJournal(context, []);
    return inTurns(journalInPortions(parts.xml().get('journal')));
  });
  return result.ok ? result.value : null;
}

const GOES = 3;

/** Puts entries another wrote at the same moment back into the journal, and makes one part of several. */
export async function keepEntries(others: readonly JournalEntry[]): Promise<void> {
  // The other may be doing the same just now.
  for (let go = 0; go < GOES; go += 1) {
    if ((await talkToExcel((context) => mergedJournal(context, others))).ok) return;
  }
}

/** Two panes may both find no part and add one: of settings and templates the first stays, of journals every entry. */
export async function oneOfEach(context: Excel.RequestContext, parts: readonly OwnPart[]): Promise<void> {
  const all = context.workbook.customXmlParts.load('items/id,items/namespaceUri');
  await context.sync();
  for (const part of parts) {
    if (part === 'journal') continue;
    for (const item of standingIn(all, part).slice(1)) item.delete();
  }
  await mergedJournal(context, []);
}

const standingIn = ({ items }: Excel.CustomXmlPartCollection, part: OwnPart): readonly Excel.CustomXmlPart[] =>
  items.filter(({ namespaceUri }) => namespaceUri === OWN_PARTS[part]);

async function mergedJournal(
  context: Excel.RequestContext,
  others: readonly JournalEntry[],
): Promise<readonly JournalEntry[]> {
  const all = context.workbook.customXmlParts.load('items/id,items/namespaceUri');
  await context.sync();
  const [first, ...more] = standingIn(all, 'journal');
  const texts = standingIn(all, 'journal').map((part) => part.getXml());
  await context.sync();
  const entries = merged([...others, ...texts.flatMap(({ value }) => readJournal(value))]);
  if (first !== undefined && entries.length > 0) first.setXml(journalXml(entries));
  for (const part of more) part.delete();
  await context.sync();
  return entries;
}

/** Each entry once, in the order of time; two of one id that are not the same keep both. */
function merged(all: readonly JournalEntry[]): readonly JournalEntry[] {
  const kept: JournalEntry[] = [];
  for (const entry of all) {
    const same = kept.findIndex((own) => own.id === entry.id && samePlan(own.plan, entry.plan));
    if (same >= 0) kept[same] = entry;
    else if (kept.some(({ id }) => id === entry.id)) kept.push({ ...entry, id: `${entry.id}*` });
    else kept.push(entry);
  }
  return kept.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
