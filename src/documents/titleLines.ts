import { widthOf } from './fitPage';

/** Characters of 2号 in a line of the 版心. */
const MOST = 20;

const NEVER_FIRST = '，。、；：？！）》」』”’〕】·…—的份号';
const NEVER_LAST = '（《「『“‘〔【第';
/** Words a title may well break after. */
const GOOD_END = /(?:关于|的|、|》|情况|工作|办公室|政府)$/;

/**
 * A title in lines of nearly the same length, at most 20 characters, whole words and dates where that can be told:
 * GB/T 9704-2012 7.3.1 asks for 词意完整，排列对称. Line breaks of the writer's own are kept.
 */
export function balancedTitle(title: string): readonly string[] {
  return title
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .flatMap(balance);
}

function balance(title: string): string[] {
  const width = widthOf(title);
  const lines = Math.ceil(width / MOST);
  if (lines <= 1) return [title];
  const characters = [...title];
  let best = 0;
  let bestCost = Infinity;
  let taken = 0;
  for (let at = 1; at < characters.length; at += 1) {
    taken += widthOf(characters[at - 1] as string);
    if (taken > MOST) break;
    const cost =
      Math.abs(taken - width / lines) + penalty(characters, at) + (width - taken > MOST * (lines - 1) ? 40 : 0);
    if (cost < bestCost) {
      best = at;
      bestCost = cost;
    }
  }
  return [characters.slice(0, best).join(''), ...balance(characters.slice(best).join(''))];
}

function penalty(characters: readonly string[], at: number): number {
  const before = characters[at - 1] ?? '';
  const after = characters[at] ?? '';
  if (NEVER_FIRST.includes(after) || NEVER_LAST.includes(before)) return 20;
  if (/[0-9A-Za-z.%]/.test(before) && /[0-9A-Za-z.%年月日号]/.test(after)) return 20;
  return GOOD_END.test(characters.slice(Math.max(0, at - 3), at).join('')) ? -3 : 0;
}
