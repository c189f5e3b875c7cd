import { LETTER_TITLES } from '../domain/notices/notice';
import type { LetterForm } from '../domain/notices/notice';
import type { Office } from '../domain/notices/office';
import { CHARACTER, CHARACTERS_PER_LINE, markLine, markSize } from './page';
import type { Layout } from './page';
import { paragraph } from './wordml';
import type { ParagraphOptions } from './wordml';

/** 单据式 head: the name at the top of the type area, two blank lines, the number over the red rule. */
export function formHead(form: LetterForm, office: Office, layout: Layout): string {
  const name = `${office.issuingBody}${LETTER_TITLES[form]}`;
  const size = markSize([...name].length);
  const { line } = layout.page;
  const blank = paragraph('blank', '', { line });
  return (
    paragraph('mark', name, { line: markLine(size), size }) +
    blank +
    blank +
    paragraph('number', '{编号}', { line }) +
    blank
  );
}

/** Sealed: the date alone, 右空四字. Unsealed: 署名, and the date two characters to the right of it. */
export function closing(office: Office, { page: { line } }: Layout): string {
  if (office.sealed) return paragraph('date', '{日期}', { line });
  const start = signatureStart([...office.issuingBody].length);
  // Room to the right of the 版心: the date may reach its very edge, and must not break there.
  const at = (characters: number): NonNullable<ParagraphOptions['indent']> => ({
    left: Math.round(characters * CHARACTER),
    right: -2 * CHARACTER,
  });
  return (
    paragraph('signature', '{发文机关}', { line, indent: at(start), keepNext: true }) +
    paragraph('signature', '{日期}', { line, indent: at(start + 2) })
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
