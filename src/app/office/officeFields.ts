import { officeSchema, OPEN_NAME, type Office } from '../../domain/notices/office';

/** A setting of the office as the form shows it. */
export interface OfficeField {
  readonly field: keyof Office;
  readonly word: string;
  readonly kind: 'text' | 'flag' | 'count' | 'replyUnit';
  /** What it is for, or what stands where it is blank. */
  readonly hint: string;
}

export const OFFICE_FIELDS: readonly OfficeField[] = [
  { field: 'issuingBody', word: '发文机关', kind: 'text', hint: '印在文书标题上，如××市人民政府' },
  { field: 'generalOffice', word: '办公室', kind: 'text', hint: '各单位向它报送，如市政府办公室' },
  { field: 'supervisionOffice', word: '督查机构', kind: 'text', hint: '如政务监督室、督查室' },
  { field: 'section', word: '承办科室', kind: 'text', hint: '交办单上的科、办；不填印“科、办”' },
  { field: 'contact', word: '联系人', kind: 'text', hint: '不填则文书上留空' },
  { field: 'phone', word: '联系电话', kind: 'text', hint: '不填则文书上留空' },
  { field: 'handler', word: '经办人', kind: 'text', hint: '记在文书登记簿里' },
  { field: 'sealed', word: '加盖印章', kind: 'flag', hint: '盖章的不署名，只写日期' },
  { field: 'replyDays', word: '答复天数', kind: 'count', hint: '不填按方案的规定' },
  { field: 'replyUnit', word: '答复天数按', kind: 'replyUnit', hint: '自然日或工作日' },
  { field: 'numberWithOrdinal', word: '编号带“第”字', kind: 'flag', hint: '〔2026〕第12号' },
  { field: 'numberDigits', word: '编号最少位数', kind: 'count', hint: '3位印成〔2026〕012号' },
  { field: 'receipt', word: '附回执', kind: 'flag', hint: '文书下方附收件回执' },
];

export interface OfficeProblem {
  readonly field: keyof Office;
  readonly sentence: string;
}

export type OfficeAnswer =
  { readonly ok: true; readonly office: Office } | { readonly ok: false; readonly problems: readonly OfficeProblem[] };

const MOST_CHARACTERS = 40;

const SENTENCES: Readonly<Partial<Record<keyof Office, string>>> = {
  issuingBody: '请填写发文机关，如××市人民政府。',
  generalOffice: '请填写办公室，如市政府办公室。',
  replyDays: '答复天数要填1到365的整数，不填则按方案的规定。',
  replyUnit: '答复天数按自然日还是工作日，请选一个。',
  numberDigits: '编号最少位数要填1到6的整数。',
};

/** Takes what was typed into the form, blanks around it aside; one sentence for each field that will not do. */
export function checkOffice(typed: Readonly<Record<keyof Office, unknown>>): OfficeAnswer {
  const tidy = Object.fromEntries(
    Object.entries(typed).map(([field, value]) => [field, typeof value === 'string' ? value.trim() : value]),
  ) as Record<keyof Office, unknown>;
  const problems = OFFICE_FIELDS.flatMap(({ field, word }): readonly OfficeProblem[] => {
    const value = tidy[field];
    if (typeof value === 'string' && [...value].length > MOST_CHARACTERS) {
      return [{ field, sentence: `${word}最多${MOST_CHARACTERS}个字。` }];
    }
    if (typeof value === 'string' && /[\r\n\t]/.test(value)) return [{ field, sentence: `${word}要写在一行里。` }];
    const open = field === 'issuingBody' && value === OPEN_NAME;
    const tooLong = field === 'replyDays' && typeof value === 'number' && value > 365;
    if (!open && !tooLong && officeSchema.shape[field].safeParse(value).success) return [];
    return [{ field, sentence: SENTENCES[field] ?? `${word}填得不对，请重新填写。` }];
  });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, office: officeSchema.parse(tidy) };
}
