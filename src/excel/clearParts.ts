import type { ApplyResult } from './applyPlan';
import { movedRefusal } from './hostErrors';
import { readJournal } from './journal';
import { OWN_PARTS, type OwnPart } from './ownParts';
import { talkToExcel } from './run';

/**
 * Takes parts of ours out of the file for good; the sheets are not touched. Refused where the journal is no longer as the
 * clerk saw it: another wrote meanwhile and may want to undo it.
 */
export async function clearParts(wanted: readonly OwnPart[], seen: readonly string[]): Promise<ApplyResult> {
  const result = await talkToExcel(async (context): Promise<ApplyResult> => {
    const all = context.workbook.customXmlParts.load('items/id,items/namespaceUri');
    await context.sync();
    const own = (part: OwnPart): readonly Excel.CustomXmlPart[] =>
      all.items.filter(({ namespaceUri }) => namespaceUri === OWN_PARTS[part]);
    const texts = own('journal').map((part) => part.getXml());
    await context.sync();
    const ids = texts.flatMap(({ value }) => readJournal(value)).map(({ id }) => id);
    if (ids.some((id) => !seen.includes(id))) {
      return { ok: false, refusal: movedRefusal('操作记录里又有了新的操作，没有清空。请看过以后再清空。', null) };
    }
    const leaving = wanted.flatMap(own);
    for (const part of leaving) part.delete();
    await context.sync();
    return { ok: true, written: leaving.length > 0, entry: null };
  });
  return result.ok ? result.value : { ok: false, refusal: result.refusal };
}
