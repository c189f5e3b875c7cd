import { foldText } from '../foldText';

const OPEN_WORDS: ReadonlySet<string> = new Set([
  '',
  '非密',
  '无',
  '公开',
  '否',
  '不涉密',
  '非涉密',
  '未涉密',
  '无密级',
  '普通',
  '一般',
  '×',
  '-',
  '--',
  '—',
  '——',
  '/',
  'n',
  'no',
  'false',
]);

const GRADE = '(?:涉密|秘密|机密|绝密)';
const IN_BRACKETS = new RegExp(`[【〔\\[(（〈<「《]${GRADE}[^】〕\\])）〉>」》]{0,10}[】〕\\])）〉>」》]`);
const STARRED = new RegExp(`${GRADE}级?[★☆*]`);
const AT_START = new RegExp(`^${GRADE}(?:级|件|事项)?(?:[:：、，,—\\-·\\s]|$)`);
const AT_END = new RegExp(`[:：、，,—\\-·\\s★]${GRADE}(?:级|件|事项)?$`);

/** The 密级 cell names a grade: anything but a word for not classified. */
export const isClassifiedGrade = (text: string): boolean => !OPEN_WORDS.has(foldText(text).toLowerCase());

/** A title that carries a marking (`【机密】…`, `秘密★1年`), not one that speaks of secrecy work (涉密人员培训). */
export function isMarkedTitle(title: string): boolean {
  if (!title.includes('密')) return false;
  const text = title.trim();
  return IN_BRACKETS.test(text) || STARRED.test(text) || AT_START.test(text) || AT_END.test(text);
}

/** A note that says the matter is classified (`涉密，不公开`); `非涉密` and trade secrets do not. */
export function isMarkedNote(note: string): boolean {
  if (!note.includes('密')) return false;
  const text = foldText(note).replace(/(?:非|不|未|无)涉密|(?:商业|技术|个人)秘密|涉密(?:人员|载体|设备)/g, '');
  return new RegExp(GRADE).test(text);
}
