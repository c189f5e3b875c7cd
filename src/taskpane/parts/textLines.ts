/** Latin letters, digits and half-width marks are a little over half as wide as a Chinese character. */
const HALF_WIDTH = 0.6;

/**
 * How many lines a text takes at a font size, both in pixels, without asking the browser: an upper estimate, so that
 * nothing is cut that would have had room.
 */
export function textLines(text: string, width: number, fontSize: number): number {
  let length = 0;
  for (let at = 0; at < text.length; at += 1) length += text.charCodeAt(at) < 0x2000 ? HALF_WIDTH : 1;
  const perLine = Math.max(1, Math.floor(width / fontSize));
  return Math.max(1, Math.ceil(length / perLine));
}
