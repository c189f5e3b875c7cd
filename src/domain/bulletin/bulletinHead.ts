import * as z from 'zod/mini';
import { OPEN_NAME, type Office } from '../notices/office';

/** How the office publishes bulletins; kept among its settings. Blank: the default made from the office's own names. */
export const bulletinHeadSchema = z.object({
  /** 简报式, or the full head with a document number. */
  bulletinKind: z.enum(['brief', 'document']),
  /** 政务督查 */
  bulletinName: z.string(),
  /** 第N期 of one bulletin; blank: the month. */
  bulletinIssue: z.string(),
  /** 编印单位, 署名, 印发机关: the general office. */
  bulletinEditor: z.string(),
  /** 〔2026〕 with the code before it and the number: 河政办〔2026〕52号; of one bulletin. */
  bulletinNumber: z.string(),
  bulletinAddressees: z.string(),
  bulletinCopies: z.string(),
});
export type BulletinHead = z.infer<typeof bulletinHeadSchema>;

export const DEFAULT_HEAD: BulletinHead = {
  bulletinKind: 'brief',
  bulletinName: '政务督查',
  bulletinIssue: '',
  bulletinEditor: '',
  bulletinNumber: '',
  bulletinAddressees: '',
  bulletinCopies: '',
};

/** Field by field; a damaged one has its default. */
export function readHead(kept: Readonly<Record<string, unknown>>): BulletinHead {
  const set = Object.entries(bulletinHeadSchema.shape).filter(
    ([field, schema]) => schema.safeParse(kept[field]).success,
  );
  return { ...DEFAULT_HEAD, ...Object.fromEntries(set.map(([field]) => [field, kept[field]])) };
}

/** 河阳市人民政府办公室; a blank to be filled by hand where nothing names the office. */
export function editorOf(head: BulletinHead, { issuingBody }: Pick<Office, 'issuingBody'>): string {
  if (head.bulletinEditor.trim() !== '') return head.bulletinEditor.trim();
  if (issuingBody === OPEN_NAME) return OPEN_NAME;
  return issuingBody.endsWith('办公室') ? issuingBody : `${issuingBody}办公室`;
}
