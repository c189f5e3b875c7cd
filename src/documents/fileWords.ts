/** File systems take 255 bytes, and other words come after these. */
const MOST = 80;

/**
 * Words as they may stand in a file's name: without what file systems refuse, and without control and format characters,
 * which a reader does not see (zero width, right-to-left override).
 */
export const fileWords = (text: string): string =>
  text
    .replace(/[\\/:*?"<>|\t\r\n\v\f]+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}]/gu, '')
    .replace(/^[ .]+|[ .]+$/g, '')
    .slice(0, MOST);
