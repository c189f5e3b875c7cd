import { parseCivilDate, type CivilDate } from '../../domain/calendar/civilDate';

const keyOf = (ledger: string): string => `duchataizhang.seen.${fingerprint(ledger)}`;

/** The ledger's name itself does not leave the workbook. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16);
}

/**
 * Keeps on this computer that the ledger is looked over today, and answers the day before today on which it was; null
 * where that is not known, or the host lets nothing be kept. The workbook is not touched.
 */
export function seenBefore(ledger: string, today: CivilDate): CivilDate | null {
  try {
    const key = keyOf(ledger);
    const [last = '', before = ''] = (localStorage.getItem(key) ?? '').split(' ');
    const earlier = parseCivilDate(last === today ? before : last);
    localStorage.setItem(key, `${today} ${earlier ?? ''}`);
    return earlier !== null && earlier < today ? earlier : null;
  } catch {
    return null;
  }
}
