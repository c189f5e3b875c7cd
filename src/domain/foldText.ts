const SPACES = /[\s\u00a0\u200b\u3000\ufeff]+/g;

/** Text that folding leaves as it is; most numbers, names and titles are, and numbers of letters in 〔〕. */
const FOLDED = /^[\w\u4e00-\u9fff\u3001\u3002\u3008-\u3011\u3014-\u3017.()-]*$/;

export const isFolded = (text: string): boolean => FOLDED.test(text);

/** Text for comparing: full-width forms narrowed, every kind of space and line feed removed. */
export function foldText(text: string): string {
  if (isFolded(text)) return text;
  return text.normalize('NFKC').replace(SPACES, '');
}

/** Full-width digits, Latin letters and spaces narrowed; Chinese punctuation stays as it is. */
export function narrowLettersAndDigits(text: string): string {
  return text
    .replace(/[０-９Ａ-Ｚａ-ｚ]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ');
}
