import { narrowLettersAndDigits } from '../foldText';
import type { Matter } from '../matter';
import { atOnce, forEach, type InPortions } from '../portions';

type Numbered = Pick<Matter, 'id'>;

const NUMBERED = /^(.*?)(\d+)([^\d]*)$/;

interface Parts {
  readonly before: string;
  readonly digits: string;
  readonly after: string;
}

function partsOf(id: string | null): Parts | null {
  const match = NUMBERED.exec(narrowLettersAndDigits(id ?? '').trim());
  return match === null ? null : { before: match[1]!, digits: match[2]!, after: match[3]! };
}

/**
 * The number that continues a ledger's own: the highest of the last number's pattern and one more, as wide as it
 * (`T-09` → `T-10`, `009` → `010`). Null where the ledger numbers nothing, or in a way that cannot be continued.
 *
 * Reading: where numbers start again under each section the section's own are continued, else the whole ledger's.
 * `inSection`: matters of the section the new one goes to, in ledger order.
 */
export const proposedNumber = (...asked: Parameters<typeof proposedInPortions>): string | null =>
  atOnce(proposedInPortions(...asked));

export function* proposedInPortions(
  all: readonly Numbered[],
  inSection: readonly Numbered[],
): InPortions<string | null> {
  if (all.length === 0) return '1';
  const ids = new Set<string>();
  let repeated = false;
  yield* forEach(all, ({ id }) => {
    if (id === null) return;
    repeated ||= ids.has(id);
    ids.add(id);
  });
  const counted = repeated && inSection.length > 0 ? inSection : all;
  const pattern = partsOf((inSection.length > 0 ? inSection : all).findLast(({ id }) => id !== null)?.id ?? null);
  if (pattern === null) return null;
  let highest = Number(pattern.digits);
  yield* forEach(counted, ({ id }) => {
    const own = partsOf(id);
    if (own === null || own.before !== pattern.before || own.after !== pattern.after) return;
    highest = Math.max(highest, Number(own.digits));
  });
  return `${pattern.before}${String(highest + 1).padStart(pattern.digits.startsWith('0') ? pattern.digits.length : 1, '0')}${pattern.after}`;
}
