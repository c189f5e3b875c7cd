import { CHARACTERS_PER_LINE, textHeight } from './page';
import type { PageFigures } from './page';
import { unescapeXml } from './templateText';
import { STYLES } from './wordml';

const TABLE = /<w:tbl>[\s\S]*?<\/w:tbl>/g;
const ROW = /<w:tr[ >][\s\S]*?<\/w:tr>/g;
const CELL = /<w:tc>[\s\S]*?<\/w:tc>/g;
const PARAGRAPH = /<w:p(?:\s[^>]*)?>[\s\S]*?<\/w:p>/g;
const BLANK = `<w:pStyle w:val="${STYLES.blank}"/>`;

/** Space and weight of the red rule under a number, in twips. */
const RULE = 170;
/** Space above and under the text of a cell, and the rule. */
const CELL_MARGINS = 100;
/** Tighter lines tried, in twips, before a letter is let run over. */
const TIGHTER = [560, 540];

/**
 * A letter that would spill its last lines over the page is drawn together: blank lines are dropped to one at a place,
 * then the lines tightened. Longer ones stay as they are: their closing lines are kept together.
 */
export function fitOnePage(body: string, page: PageFigures): string {
  const room = textHeight(page);
  if (firstPageHeight(body) <= room) return body;
  const fewer = dropBlanks(body);
  const candidates = [fewer, ...TIGHTER.map((line) => tighten(fewer, page.line, line))];
  return candidates.find((candidate) => firstPageHeight(candidate) <= room) ?? body;
}

/** Height in twips, as estimated from the characters, of what stands before the first page break. */
function firstPageHeight(body: string): number {
  const content = body.split('<w:pageBreakBefore/>')[0] as string;
  const tables = content.match(TABLE) ?? [];
  return textHeightOf(content.replace(TABLE, '')) + tables.reduce((sum, table) => sum + tableHeight(table), 0);
}

function textHeightOf(content: string): number {
  let height = 0;
  for (const [paragraph] of content.matchAll(PARAGRAPH)) {
    const line = numberIn(paragraph, /w:line="(\d+)"/);
    const indented = paragraph.includes(`"${STYLES.body}"`) ? 2 : 0;
    height += linesOf(paragraph, CHARACTERS_PER_LINE, indented) * line + (paragraph.includes(STYLES.number) ? RULE : 0);
  }
  return height;
}

function tableHeight(table: string): number {
  return (table.match(ROW) ?? []).reduce((sum, row) => {
    const cells = (row.match(CELL) ?? []).map((cell) => {
      const points = (numberIn(cell, /<w:sz w:val="(\d+)"/) || 24) / 2;
      const characters = Math.max(1, (numberIn(cell, /<w:tcW w:w="(\d+)"/) - 114) / (points * 20));
      const lines = (cell.match(PARAGRAPH) ?? []).reduce((count, text) => count + linesOf(text, characters, 0), 0);
      return lines * points * 20 * 1.35;
    });
    return sum + CELL_MARGINS + Math.max(numberIn(row, /<w:trHeight w:val="(\d+)"/), ...cells);
  }, 0);
}

const numberIn = (xml: string, pattern: RegExp): number => Number(pattern.exec(xml)?.[1] ?? 0);

function linesOf(paragraph: string, characters: number, indented: number): number {
  const text = unescapeXml(paragraph.replace(/<w:br\/>/g, '\n').replace(/<[^>]*>/g, ''));
  return text.split('\n').reduce((lines, piece, index) => {
    const width = widthOf(piece, STAND_IN_FIGURE) + (index === 0 ? indented : 0);
    return lines + Math.max(1, Math.ceil(width / characters));
  }, 0);
}

/** Figures of a stand-in font, with the space some programs put around them, are wider than half a character. */
const STAND_IN_FIGURE = 0.65;

/** Width in full characters: Western letters and figures of the Chinese fonts are half as wide. */
export function widthOf(text: string, figure = 0.5): number {
  let width = 0;
  for (const character of text) width += character <= '\u007f' ? figure : 1;
  return width;
}

function dropBlanks(body: string): string {
  let before = false;
  return body.replace(PARAGRAPH, (paragraph) => {
    const blank = paragraph.includes(BLANK);
    const drop = blank && before;
    before = blank;
    return drop ? '' : paragraph;
  });
}

const tighten = (body: string, from: number, to: number): string =>
  body.replaceAll(`w:line="${from}"`, `w:line="${to}"`);
