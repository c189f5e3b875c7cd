/** Words that refuse, wherever they stand in the cell of the approving leader. */
export const REFUSING_WORDS = ['不同意', '未同意', '不批', '未批', '不予', '驳回', '退回', '否决', '暂缓'] as const;
/** Words that put off, wherever they stand. 同意，待资金到位后办 puts nothing off: 待 by itself is none. */
export const PENDING_WORDS = [
  '待批',
  '待审',
  '待定',
  '拟同意',
  '审批中',
  '审核中',
  '报批中',
  '申请中',
  '未审',
  '未定',
] as const;
/** What a cell that puts off begins with: 待某市长批, 拟请示. */
export const PENDING_STARTS = '待拟';
/** Whole cells that name no one who approved. */
export const NO_APPROVAL_WORDS = ['否', '无', '没有', '未', '不', '-', '--', '—', '——', '/'] as const;

/**
 * What the cell of the approving leader says: `approved` (a name, 同意, 是), `refused` (不同意, 驳回, 否),
 * `pending` (待批, 待定) or `blank`. Only `approved` is an approval.
 */
export function readApproval(approver: string | null): 'approved' | 'refused' | 'pending' | 'blank' {
  if (approver === null || approver === '') return 'blank';
  const text = approver.normalize('NFKC').replace(/\s/g, '');
  if (text === '') return 'blank';
  if (REFUSING_WORDS.some((word) => text.includes(word))) return 'refused';
  if (PENDING_STARTS.includes(text.charAt(0)) || PENDING_WORDS.some((word) => text.includes(word))) return 'pending';
  return NO_APPROVAL_WORDS.some((word) => text === word) ? 'refused' : 'approved';
}
