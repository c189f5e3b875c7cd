/** What Univer reads in a text that may be a number, a date or a time; null where it is none. */
export type ReadAsNumber = (text: string) => object | null;

/** Texts remembered; a screen shows some hundreds. */
const MOST = 20_000;

/** The same, but a text that was no number is not read again. */
export function rememberingPlainTexts(read: ReadAsNumber): ReadAsNumber {
  const plain = new Set<string>();
  return (text) => {
    if (plain.has(text)) return null;
    const found = read(text);
    if (found === null && typeof text === 'string') {
      if (plain.size >= MOST) plain.clear();
      plain.add(text);
    }
    return found;
  };
}

/**
 * Univer 0.25.1 tries to read every text on the screen as a number, several times for every frame, to mark numbers that
 * are stored as text: half of what a frame of scrolling takes. Called once, before Univer starts.
 */
export function readPlainTextsOnce(): void {
  const { UniverCore } = window as unknown as { readonly UniverCore: { getNumfmtParseValueFilter: ReadAsNumber } };
  UniverCore.getNumfmtParseValueFilter = rememberingPlainTexts(UniverCore.getNumfmtParseValueFilter);
}
