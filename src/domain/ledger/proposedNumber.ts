import { narrowLettersAndDigits } from '../foldText';
import type { Matter } from '../matter';

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
export function proposedNumber(all: readonly Numbered[], inSection: readonly Numbered[]): string | null {
  if (all.length === 0) return '1';
  const ids = all.flatMap(({ id }) => id ?? []);
  const startsAgain = new Set(ids).size < ids.length && inSection.length > 0;
  const counted = startsAgain ? inSection : all;
  const pattern = partsOf(
    [...(inSection.length > 0 ? inSection : all)].reverse().find(({ id }) => id !== null)?.id ?? null,
  );
  if (pattern === null) return null;
  const serials = counted.flatMap(({ id }) => {
    const own = partsOf(id);
    return own !== null && own.before === pattern.before && own.after === pattern.after ? [Number(own.digits)] : [];
  });
  const next = Math.max(Number(pattern.digits), ...serials) + 1;
  return `${pattern.before}${String(next).padStart(pattern.digits.startsWith('0') ? pattern.digits.length : 1, '0')}${pattern.after}`;
}
