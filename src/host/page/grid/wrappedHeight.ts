/** Line height over font size, as Excel sets 宋体 and Calibri. */
const LINE_PER_POINT = 1.35;
const DEFAULT_POINTS = 11;

/** Width of a text in half-width characters: East Asian characters take two. */
const halfWidths = (text: string): number => {
  let width = 0;
  for (const character of text) width += character.codePointAt(0)! > 0x2e7f ? 2 : 1;
  return width;
};

/**
 * Points a row needs so that a wrapped text shows whole, for rows whose height the file leaves to the application.
 * `columnCharacters`: the cell's width in characters of the default font.
 */
export function wrappedHeight(text: string, columnCharacters: number, fontPoints: number = DEFAULT_POINTS): number {
  const room = Math.max(2, (columnCharacters * DEFAULT_POINTS) / fontPoints);
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(halfWidths(line) / room)), 0);
  return Math.ceil(lines * fontPoints * LINE_PER_POINT);
}
