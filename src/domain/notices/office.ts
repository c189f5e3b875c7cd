import * as z from 'zod/mini';

/** What an office sets once and every letter carries; kept in the workbook. */
export const officeSchema = z.object({
  /** 发文机关, as in the heading of each form: 河阳市人民政府. */
  issuingBody: z.string().check(z.minLength(1)),
  /** The general office that units report to: 市政府办公室. */
  generalOffice: z.string().check(z.minLength(1)),
  /** Its supervision section: 政务监督室 (003), 督查室 (000). */
  supervisionOffice: z.string(),
  /** 科、办 named in the 交办单; blank leaves the form's own words （科、办）. */
  section: z.string(),
  contact: z.string(),
  phone: z.string(),
  /** 经办人 of the register. */
  handler: z.string(),
  /** Sealed letters carry no 署名 (003's forms); unsealed ones do. */
  sealed: z.boolean(),
  /** 答复期限; null: what the ladder of the rule set says. */
  replyDays: z.nullable(z.int().check(z.positive())),
  /** `working` counts 答复期限 in working days. */
  replyUnit: z.enum(['natural', 'working']),
  numberWithOrdinal: z.boolean(),
  numberDigits: z.int().check(z.minimum(1), z.maximum(6)),
  /** A 回执 to cut off under the letter. */
  receipt: z.boolean(),
});
export type Office = z.infer<typeof officeSchema>;

/** The blank a letter leaves for the issuing body, to be filled by hand, where neither setting nor ledger names it. */
export const OPEN_NAME = '＿＿＿＿＿＿';

/** An office nobody has named yet. */
export const DEFAULT_OFFICE: Office = {
  issuingBody: OPEN_NAME,
  generalOffice: '办公室',
  supervisionOffice: '政务监督室',
  section: '',
  contact: '',
  phone: '',
  handler: '',
  sealed: true,
  replyDays: null,
  replyUnit: 'natural',
  numberWithOrdinal: false,
  numberDigits: 1,
  receipt: false,
};
