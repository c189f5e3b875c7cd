import { hostRefusal, type HostRefusal } from './hostErrors';

/** What every conversation with Excel ends in: its result, or why the host would not, as a sentence. */
export type HostResult<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: HostRefusal };

/**
 * Runs one conversation with Excel. Errors that a person can cause or mend (protected sheet, cell being
 * edited, lost connection) come back as a refusal; anything else is a bug and is thrown.
 * `delayForCellEdit` makes Excel wait until the clerk has left the cell she is typing in.
 */
export async function talkToExcel<T>(
  conversation: (context: Excel.RequestContext) => Promise<T>,
): Promise<HostResult<T>> {
  try {
    return { ok: true, value: await Excel.run({ delayForCellEdit: true }, conversation) };
  } catch (error) {
    const refusal = hostRefusal(error);
    if (refusal === null) throw error;
    return { ok: false, refusal };
  }
}
