import { LETTER_TITLES } from '../domain/notices/notice';
import type { LetterForm } from '../domain/notices/notice';
import type { Office } from '../domain/notices/office';
import { CHARACTER, CHARACTERS_PER_LINE, markLine, markSize } from './page';
import type { Layout, PageFigures } from './page';
import { paragraph } from './wordml';
import type { ParagraphOptions } from './wordml';

/** 单据式 head: the name at the top of the type area, two blank lines, the number over the red rule. */
export function formHead(form: LetterForm, office: Office, layout: Layout): string {
  const size = markSize([...office.issuingBody, ...LETTER_TITLES[form]].length);
  const { line } = layout.page;
  const blank = paragraph('blank', '', { line });
  return (
    // As a placeholder: a body whose name holds braces is no template.
    paragraph('mark', `{发文机关}${LETTER_TITLES[form]}`, { line: markLine(size), size }) +
    blank +
    blank +
    paragraph('number', '{编号}', { line }) +
    blank
  );
}

/** Sealed: the date alone, 右空四字. Unsealed: 署名, and the date two characters to the right of it. */
export function closing(office: Office, { page }: Layout): string {
  if (office.sealed) return paragraph('date', '{日期}', { line: page.line });
  return signatureLines('{发文机关}', '{日期}', page, [...office.issuingBody].length);
}

/** 署名 and date without a seal; `count` is the length of the 署名 where it stands as a placeholder. */
export function signatureLines(
  signature: string,
  date: string,
  { line }: PageFigures,
  count = [...signature].length,
): string {
  const start = signatureStart(count);
  // Room to the right of the 版心: the date may reach its very edge, and must not break there.
  const at = (characters: number): NonNullable<ParagraphOptions['indent']> => ({
    left: Math.round(characters * CHARACTER),
    right: -2 * CHARACTER,
  });
  return (
    paragraph('signature', signature, { line, indent: at(start), keepNext: true }) +
    paragraph('signature', date, { line, indent: at(start + 2) })
  );
}

/** Widest date, `2026年12月31日`, in characters: figures are half as wide. */
const DATE_CHARACTERS = 7;

/**
 * Where an unsealed 署名 of `count` characters begins: it ends two characters from the right; a 署名 shorter than the
 * date moves left, so that the date ends there (GB/T 9704-2012 7.3.5.2).
 */
const signatureStart = (count: number): number =>
  CHARACTERS_PER_LINE - 2 - (count < DATE_CHARACTERS ? DATE_CHARACTERS + 2 : count);
