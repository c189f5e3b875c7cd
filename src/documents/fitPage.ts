import { CHARACTERS_PER_LINE, textHeight } from './page';
import type { PageFigures } from './page';
import { STYLES } from './wordml';

const PARAGRAPH = /<w:p(?:\s[^>]*)?>[\s\S]*?<\/w:p>/g;
const BLANK = `<w:pStyle w:val="${STYLES.blank}"/>`;

/** Space and weight of the red rule under a number, in twips. */
const RULE = 170;
/** Tighter lines tried, in twips, before a letter is let run over. */
const TIGHTER = [560, 540];

/**
 * A letter that would spill its last lines over the page is drawn together: blank lines are dropped to one at a place,
 * then the lines tightened. Longer ones stay as they are: their closing lines are kept together.
 */
export function fitOnePage(body: string, page: PageFigures): string {
  const firstPage = body.split('<w:pageBreakBefore/>')[0] as string;
  if (firstPage.includes('<w:tbl>')) return body;
  const room = textHeight(page);
  if (heightOf(firstPage) <= room) return body;
  const fewer = dropBlanks(body);
  for (const candidate of [fewer, ...TIGHTER.map((line) => tighten(fewer, page.line, line))]) {
    if (heightOf(candidate.split('<w:pageBreakBefore/>')[0] as string) <= room) return candidate;
  }
  return body;
}

/** Height in twips of paragraphs with exact lines, as estimated from their characters. */
function heightOf(content: string): number {
  let height = 0;
  for (const [paragraph] of content.matchAll(PARAGRAPH)) {
    const line = Number(/w:line="(\d+)"/.exec(paragraph)?.[1] ?? 0);
    height += linesOf(paragraph) * line + (paragraph.includes(STYLES.number) ? RULE : 0);
  }
  return height;
}

function linesOf(paragraph: string): number {
  const indented = paragraph.includes(`"${STYLES.body}"`) ? 2 : 0;
  const text = paragraph
    .replace(/<w:br\/>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&\w+;/g, '&');
  return text
    .split('\n')
    .reduce(
      (lines, piece, index) =>
        lines + Math.max(1, Math.ceil((widthOf(piece) + (index === 0 ? indented : 0)) / CHARACTERS_PER_LINE)),
      0,
    );
}

/** Width in full characters: Western letters and figures are half as wide. */
export function widthOf(text: string): number {
  let width = 0;
  // eslint-disable-next-line no-control-regex -- the ASCII range is meant
  for (const character of text) width += /[\u0000-\u007f]/.test(character) ? 0.5 : 1;
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
