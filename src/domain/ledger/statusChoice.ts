import type { StatusMeaning } from '../matter';
import { statusMeaning } from './statusWords';

/** What a status cell may be set to. */
export type StatusWish = 'closed' | 'struckOff' | 'suspended' | 'resumed' | 'returned';

const MEANING: Readonly<Record<StatusWish, StatusMeaning>> = {
  closed: 'closed',
  struckOff: 'closed',
  suspended: 'suspended',
  resumed: 'open',
  returned: 'returned',
};
const WORD: Readonly<Record<StatusWish, string>> = {
  closed: '已办结',
  struckOff: '已销号',
  suspended: '暂缓办理',
  resumed: '正在办理',
  returned: '退回重报',
};
/** Of the many words for an open matter, those that say that work goes on. */
const GOING_ON = /^(正在|在办|办理中|推进中|进行中|落实中|恢复办理)/;

/**
 * The word a status column takes: the column's own most usual one of that meaning, else the plain one; 是 or 否 under a
 * yes-or-no header. Null where the column cannot say it (暂缓 under 是否办结).
 */
export function statusWordFor(wish: StatusWish, header: string, used: readonly string[]): string | null {
  const meaning = MEANING[wish];
  if (statusMeaning('是', header) !== 'unknown') {
    const yesOrNo = ['是', '否'].find((word) => statusMeaning(word, header) === meaning);
    return yesOrNo ?? (wish === 'returned' && statusMeaning('否', header) === 'open' ? '否' : null);
  }
  const counts = new Map<string, number>();
  for (const text of used) {
    if (statusMeaning(text, header) !== meaning) continue;
    if (wish === 'resumed' && !GOING_ON.test(text)) continue;
    if ((wish === 'struckOff') !== text.includes('销号')) continue;
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most?.[0] ?? WORD[wish];
}

/** Words a drop-down list of a status column offers: the column's own that are understood, then what it lacks. */
export function statusList(header: string, used: readonly string[]): readonly string[] {
  if (statusMeaning('是', header) !== 'unknown') return ['是', '否'];
  const counts = new Map<string, number>();
  for (const text of used) {
    const meaning = statusMeaning(text, header);
    if (meaning !== 'unknown' && meaning !== 'blank') counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const own = [...counts].sort((a, b) => b[1] - a[1]).map(([text]) => text);
  const said = new Set(own.map((text) => statusMeaning(text, header)));
  const lacking = (['open', 'closed', 'suspended', 'returned'] as const)
    .filter((meaning) => !said.has(meaning))
    .map((meaning) => WORD[meaning === 'open' ? 'resumed' : meaning]);
  return [...own, ...lacking];
}
