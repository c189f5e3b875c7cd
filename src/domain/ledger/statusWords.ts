import { foldText } from '../foldText';
import type { StatusMeaning } from '../matter';
import { ownHeader } from './headerText';

/** Status words over the whole cell (rules.md §4); a word inside a longer sentence decides nothing. */
export const STATUS_WORDS: Readonly<Record<Exclude<StatusMeaning, 'blank' | 'unknown'>, readonly string[]>> = {
  closed: [
    '已办结',
    '办结',
    '已完成',
    '完成',
    '销号',
    '已销号',
    '按时办结',
    '按期办结',
    '超时办结',
    '逾期办结',
    '超期办结',
    '按时完成',
    '按期完成',
    '逾期完成',
    '办结销号',
    '已办结销号',
    '已办结(销号)',
    '已按时办结',
    '已按期办结',
    '全部办结',
    '全部完成',
    '已全部完成',
    '已结',
    '已办',
  ],
  open: [
    '未办结',
    '未完成',
    '未销号',
    '未结',
    '未启动',
    '未开展',
    '基本完成',
    '部分完成',
    '基本办结',
    '已提交',
    '报结待审',
    '待审核',
    '待销号',
    '正在办理',
    '正在推进',
    '正在落实',
    '办理中',
    '推进中',
    '进行中',
    '落实中',
    '在办',
    '在建',
    '已交办',
    '已启动',
    '已立项',
    '待办',
    '待办理',
    '待反馈',
    '已反馈',
    '未反馈',
    '进展滞后',
    '进展缓慢',
    '滞后',
    '正常推进',
    '有序推进',
    '持续推进',
    '长期坚持',
    '延期',
    '已延期',
    '延期办理',
    '申请延期',
    '逾期',
    '已逾期',
    '超期',
    '临期',
    '超时未结',
    '逾期未结',
    '逾期未办结',
    '已催办',
    '已督办',
    '达到序时进度',
    '未达到序时进度',
    '达序时进度',
    '未达序时进度',
    '达进度',
    '超进度',
    '欠进度',
    '恢复办理',
  ],
  suspended: ['挂起', '已挂起', '暂缓办理', '暂缓', '已暂缓', '暂停', '暂停办理', '中止'],
  notAssigned: ['未交办', '待交办', '尚未交办', '拟交办'],
  returned: ['退回重报', '退回', '已退回', '退回重办', '退回重新查报', '退回重新办理', '退回补充'],
};

const MEANINGS: ReadonlyMap<string, StatusMeaning> = new Map(
  Object.entries(STATUS_WORDS).flatMap(([meaning, words]) =>
    words.map((word): [string, StatusMeaning] => [word, meaning as StatusMeaning]),
  ),
);

const YES: ReadonlySet<string> = new Set(['是', '√', '✓', '✔', '☑', 'y', 'yes', 'true', '已']);
const NO: ReadonlySet<string> = new Set(['否', '×', '✗', '✘', '☐', 'n', 'no', 'false', '未']);
const DASHES: ReadonlySet<string> = new Set(['-', '--', '—', '——', '/']);

/** What a yes means under this header, null where it is no yes-or-no column. */
function yesMeans(header: string): StatusMeaning | null {
  const own = ownHeader(header);
  if (/挂起|暂缓/.test(own)) return 'suspended';
  return /是否|与否|办结情况|销号情况/.test(own) ? 'closed' : null;
}

/** Reads a status cell under its header (是 counts under 是否办结 only). A dash is a blank. */
export function statusMeaning(text: string, header: string): StatusMeaning {
  const whole = foldText(text).toLowerCase();
  if (whole === '' || DASHES.has(whole)) return 'blank';
  const folded = whole.replace(/[。.!;,]+$/, '');
  const yes = yesMeans(header);
  if (yes !== null) {
    if (YES.has(folded)) return yes;
    if (NO.has(folded)) return yes === 'suspended' ? 'blank' : 'open';
  }
  return MEANINGS.get(folded) ?? 'unknown';
}

/** One meaning from several status columns: the one that changes most of what follows. */
export function combineStatus(meanings: readonly StatusMeaning[]): StatusMeaning {
  const order: readonly StatusMeaning[] = ['returned', 'suspended', 'closed', 'notAssigned', 'open', 'unknown'];
  return order.find((meaning) => meanings.includes(meaning)) ?? 'blank';
}
