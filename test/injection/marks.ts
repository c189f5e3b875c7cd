/** Whether a refusal is a sentence for people. */
export const saysSo = (sentence: string): boolean => /[。？]$/.test(sentence) && /\p{Script=Han}/u.test(sentence);
