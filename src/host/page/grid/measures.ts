/** Screen measures of the file's units, as Excel shows them at 100 % (96 pixels an inch). */

export const pixelsOfPoints = (points: number): number => Math.round((points * 4) / 3);
export const pointsOfPixels = (pixels: number): number => Math.round(((pixels * 3) / 4) * 100) / 100;

/** Widest digit of the default font (宋体 11, Calibri 11) in pixels: ECMA-376 18.3.1.13. */
const DIGIT_PIXELS = 7;

export const pixelsOfCharacters = (characters: number): number =>
  Math.trunc(((256 * characters + Math.trunc(128 / DIGIT_PIXELS)) / 256) * DIGIT_PIXELS);
export const charactersOfPixels = (pixels: number): number => Math.round((pixels / DIGIT_PIXELS) * 100) / 100;
