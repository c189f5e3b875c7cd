import type { ReadParagraph } from '../../app/letters/makeLetters';

/** A letter as it is shown: paragraphs, and tables by row and cell. */
export type LetterPart =
  | { readonly kind: 'text'; readonly text: string; readonly title: boolean }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] };

/** Gathers the paragraphs of tables into rows and cells; the rest stays as it is. */
export function letterRows(paragraphs: readonly ReadParagraph[]): readonly LetterPart[] {
  const parts: (Extract<LetterPart, { kind: 'text' }> | { kind: 'table'; rows: string[][] })[] = [];
  for (const { text, style, inTable, startsRow, startsCell } of paragraphs) {
    if (!inTable) {
      parts.push({ kind: 'text', text, title: TITLE.test(style) });
      continue;
    }
    const last = parts.at(-1);
    const table = last?.kind === 'table' ? last : { kind: 'table' as const, rows: [] };
    if (table !== last) parts.push(table);
    if (startsRow || table.rows.length === 0) table.rows.push([]);
    const row = table.rows.at(-1)!;
    if (startsCell || row.length === 0) row.push(text);
    else row[row.length - 1] = `${row.at(-1)!}\n${text}`;
  }
  return parts;
}

/** Styles set in the middle of the page. */
const TITLE = /^Gw(Title|Mark|Number)$/;
