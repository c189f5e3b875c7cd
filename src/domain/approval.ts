/** Whole words that name no one who approved. */
const NO_APPROVAL = /^(?:否|无|没有|未|不|-+|—+|\/)$/;
/** Words that refuse or put off, wherever they stand in the cell. */
const REFUSED = /不同意|未同意|不批准|未批准|不予|未批|不批|驳回|退回|否决|暂缓/;
const PENDING = /待批|待审|待定|审批中|审核中|报批中|未审|未定/;

/**
 * What the cell of the approving leader says: `approved` (a name, 同意, 是), `refused` (不同意, 驳回, 否),
 * `pending` (待批, 待定) or `blank`. Only `approved` is an approval.
 */
export function readApproval(approver: string | null): 'approved' | 'refused' | 'pending' | 'blank' {
  const text = (approver ?? '').normalize('NFKC').replace(/\s/g, '');
  if (text === '') return 'blank';
  if (REFUSED.test(text)) return 'refused';
  if (PENDING.test(text)) return 'pending';
  return NO_APPROVAL.test(text) ? 'refused' : 'approved';
}
