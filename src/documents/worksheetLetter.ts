import type { SheetCell, SheetContent } from '../domain/plan';
import { atOnce, type InPortions } from '../domain/portions';
import { widthOf } from './fitPage';
import type { MergedLetter } from './letterFiles';
import { CHARACTERS_PER_LINE, STANDARD_FONTS } from './page';
import type { Fonts } from './page';
import { readParagraphs } from './templateText';
import type { ReadParagraph } from './templateText';
import { STYLES } from './wordml';

/** A line of the page in points: 22 of them fill the 版心. */
const LINE = 28.5;
/** Excel rows are at most 409.5 points high. */
const MOST_LINES = 14;
/** 仿宋 of this size gives 28 characters in the column. */
const BODY_SIZE = 15.5;
/** The 版心, 441 points, in characters of the standard width. */
const COLUMN_CHARACTERS = 84;
/** Excel refuses more page breaks on a sheet. */
export const MOST_BREAKS = 1026;

/** Lines of the 版心. */
const PAGE_LINES = 22;
/** Letters of several pages that get a sheet each; more sheets than these nobody finds her way through. */
export const MOST_OWN_SHEETS = 20;

const MARGINS = { top: 104.88, bottom: 99.21, left: 79.37, right: 73.7, footer: 72.3 };
const FOOTERS = { oddRight: '&"宋体"&14— &P —　', evenLeft: '&"宋体"&14　— &P —' };

interface Row {
  readonly cell: SheetCell;
  readonly lines: number;
  readonly breakBefore: boolean;
}

/**
 * The letters as sheets that print like them: one column, no merged cells, each letter and each attachment from a new
 * page, the words exactly those of the .docx. A table stands as lines, column by column. Split over several contents
 * where a sheet would hold more than `most` letters, or more page breaks than Excel takes.
 *
 * Excel counts pages by sheet and cannot begin again at a page break. Reading: a letter alone on its sheet carries page
 * numbers from 1; letters of one page share sheets and carry none; letters of several pages follow on sheets of their
 * own, unless they are more than 20: then they share, and carry none either (`unnumberedPages`).
 */
export const letterSheets = (...asked: Parameters<typeof letterSheetsInPortions>): readonly SheetContent[] =>
  atOnce(letterSheetsInPortions(...asked)).sheets;

/** `unnumbered`: see `unnumberedPages`. */
export function* letterSheetsInPortions(
  letters: readonly MergedLetter[],
  fonts: Fonts = STANDARD_FONTS,
  most = Infinity,
): InPortions<{ readonly sheets: readonly SheetContent[]; readonly unnumbered: number }> {
  const [short, long, all]: [Row[][], Row[][], Row[][]] = [[], [], []];
  for (const letter of letters) {
    const rows = letterRows(letter, fonts);
    all.push(rows);
    (pagesOf(rows) > 1 ? long : short).push(rows);
    yield;
  }
  if (long.length > MOST_OWN_SHEETS) return { sheets: yield* shared(all, most), unnumbered: long.length };
  return {
    sheets: [...(yield* shared(short, most)), ...long.map((rows) => contentOf(rows, true))],
    unnumbered: 0,
  };
}

/** How many of the letters run over several pages and go without page numbers, because they are too many. */
export const unnumberedPages = (letters: readonly MergedLetter[]): number =>
  atOnce(letterSheetsInPortions(letters)).unnumbered;

function* shared(letters: readonly Row[][], most: number): InPortions<readonly SheetContent[]> {
  const sheets: { readonly rows: Row[]; letters: number; breaks: number }[] = [];
  for (const rows of letters) {
    const own = rows.filter((row) => row.breakBefore).length + 1;
    const last = sheets.at(-1);
    if (last === undefined || last.letters === most || last.breaks + own > MOST_BREAKS) {
      sheets.push({ rows: [...rows], letters: 1, breaks: own - 1 });
    } else {
      last.rows.push(...rows.map((row, index) => (index === 0 ? { ...row, breakBefore: true } : row)));
      last.letters += 1;
      last.breaks += own;
    }
  }
  const contents: SheetContent[] = [];
  for (const { rows, letters: count } of sheets) {
    contents.push(contentOf(rows, count === 1));
    yield;
  }
  return contents;
}

function pagesOf(rows: readonly Row[]): number {
  let pages = 1;
  let used = 0;
  for (const { lines, breakBefore } of rows) {
    if (used > 0 && (breakBefore || used + lines > PAGE_LINES)) {
      pages += 1;
      used = 0;
    }
    used += lines;
  }
  return pages;
}

function contentOf(rows: readonly Row[], numbered: boolean): SheetContent {
  return {
    rows: rows.map(({ cell }) => [cell]),
    columnWidths: [COLUMN_CHARACTERS],
    rowHeights: rows.map(({ lines }) => lines * LINE),
    print: {
      margins: MARGINS,
      ...(numbered ? { footers: FOOTERS, firstPage: 1 } : { footers: null }),
      breaksBefore: rows.flatMap(({ breakBefore }, index) => (breakBefore && index > 0 ? [index] : [])),
    },
  };
}

function letterRows({ body }: MergedLetter, fonts: Fonts): Row[] {
  const rows: Row[] = [];
  const paragraphs = readParagraphs(body);
  for (let index = 0; index < paragraphs.length; index += 1) {
    const paragraph = paragraphs[index] as ReadParagraph;
    if (!paragraph.inTable) {
      rows.push(...paragraphRows(paragraph, fonts));
      continue;
    }
    let end = index;
    while (end + 1 < paragraphs.length && paragraphs[end + 1]?.inTable === true) end += 1;
    rows.push(...tableLines(paragraphs.slice(index, end + 1)).flatMap((text) => bodyRows(text, fonts, false)));
    index = end;
  }
  return rows;
}

function paragraphRows({ style, text, pageBreakBefore }: ReadParagraph, fonts: Fonts): Row[] {
  const single = (cell: Omit<SheetCell, 'value' | 'numberFormat'>, lines = 1, shown = text): Row[] => [
    {
      cell: { value: shown, numberFormat: '@', fontName: fonts.body, fontSize: BODY_SIZE, ...cell },
      lines,
      breakBefore: pageBreakBefore,
    },
  ];
  switch (style) {
    case STYLES.mark: {
      const size = Math.min(52, Math.floor(430 / Math.max([...text].length, 1)));
      return single({ fontName: fonts.title, fontSize: size, color: '#FF0000', align: 'center' }, 2);
    }
    case STYLES.number:
      return single({ align: 'center', ruleBelow: '#FF0000' });
    case STYLES.title:
      return single(
        { fontName: fonts.title, fontSize: 22, align: 'center', wrap: true },
        Math.max(1, Math.ceil(widthOf(text) / 20)),
      );
    case STYLES.date:
      return single({ align: 'right' }, 1, `${text}\u3000\u3000\u3000\u3000`);
    case STYLES.signature:
      return single({ align: 'right' }, 1, `${text}\u3000\u3000`);
    case STYLES.attachmentMark:
      return single({ fontName: fonts.hei });
    case STYLES.blank:
      return single({}, 1, '');
    default: {
      const [first, ...rest] = bodyRows(text, fonts, style === STYLES.body || style === STYLES.attachmentNote);
      return first === undefined ? [] : [{ ...first, breakBefore: pageBreakBefore }, ...rest];
    }
  }
}

/** A paragraph in rows of at most 14 lines; each row but the last is filled, so that the text runs on. */
function bodyRows(text: string, fonts: Fonts, indented: boolean): Row[] {
  return text.split('\n').flatMap((line, part) =>
    pieces(indented && part === 0 ? `\u3000\u3000${line}` : line).map(({ piece, lines }) => ({
      cell: {
        value: piece,
        numberFormat: '@',
        fontName: fonts.body,
        fontSize: BODY_SIZE,
        wrap: true,
        ...(lines > 1 ? { spread: true } : {}),
      },
      lines,
      breakBefore: false,
    })),
  );
}

function pieces(text: string): { readonly piece: string; readonly lines: number }[] {
  const room = CHARACTERS_PER_LINE * MOST_LINES;
  const cut: { piece: string; lines: number }[] = [];
  let piece = '';
  let width = 0;
  for (const character of text) {
    const own = widthOf(character);
    if (width + own > room) {
      cut.push({ piece, lines: MOST_LINES });
      piece = '';
      width = 0;
    }
    piece += character;
    width += own;
  }
  return [...cut, { piece, lines: Math.max(1, Math.ceil(width / CHARACTERS_PER_LINE)) }];
}

/** Rows under a head as `1. 工作事项：…；工作要求：…`; rows that begin with a label as `督查事项：…`. */
function tableLines(cells: readonly ReadParagraph[]): readonly string[] {
  const rows: ReadParagraph[][] = [];
  for (const cell of cells) {
    const row = rows.at(-1);
    const last = row?.at(-1);
    if (cell.startsRow || row === undefined) rows.push([cell]);
    else if (!cell.startsCell && last) row[row.length - 1] = { ...last, text: `${last.text}${cell.text}` };
    else row.push(cell);
  }
  const head = rows[0]?.every((cell) => cell.style === STYLES.cellHead) === true ? rows[0] : null;
  if (head === null) {
    return rows.flatMap((row) => {
      const line = pairs(row).join('　');
      return row.length === 2 && row[1]?.text === '' ? [line, '', ''] : [line];
    });
  }
  return rows.slice(1).map((row) => {
    const facts = row.slice(1).map((cell, index) => ({ name: head[index + 1]?.text ?? '', text: cell.text }));
    const told = facts.filter(({ text }) => text !== '').map(({ name, text }) => `${name}：${text}`);
    return `${row[0]?.text ?? ''}. ${told.join('；')}`;
  });
}

function pairs(row: readonly ReadParagraph[]): string[] {
  const told: string[] = [];
  for (let index = 0; index < row.length; index += 2)
    told.push(`${row[index]?.text ?? ''}：${row[index + 1]?.text ?? ''}`);
  return told;
}
