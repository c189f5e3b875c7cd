import type { PrintSetup, SheetCell, SheetContent } from '../domain/plan';
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

const PAGE: Omit<PrintSetup, 'breaksBefore'> = {
  margins: { top: 104.88, bottom: 99.21, left: 79.37, right: 73.7, footer: 72.3 },
  footers: { oddRight: '&"宋体"&14— &P —　', evenLeft: '&"宋体"&14　— &P —' },
};

interface Row {
  readonly cell: SheetCell;
  readonly lines: number;
  readonly breakBefore: boolean;
}

/**
 * The letters as sheets that print like them: one column, no merged cells, each letter and each attachment from a new
 * page, the words exactly those of the .docx. A table stands as lines, column by column. Split over several contents
 * where the page breaks of one sheet would not do.
 */
export function letterSheets(letters: readonly MergedLetter[], fonts: Fonts = STANDARD_FONTS): readonly SheetContent[] {
  const sheets: Row[][] = [];
  let breaks = Infinity;
  for (const letter of letters) {
    const rows = letterRows(letter, fonts);
    const own = rows.filter((row) => row.breakBefore).length + 1;
    const last = sheets.at(-1);
    if (last === undefined || breaks + own > MOST_BREAKS) {
      sheets.push([...rows]);
      breaks = own - 1;
    } else {
      last.push(...rows.map((row, index) => (index === 0 ? { ...row, breakBefore: true } : row)));
      breaks += own;
    }
  }
  return sheets.map(contentOf);
}

function contentOf(rows: readonly Row[]): SheetContent {
  return {
    rows: rows.map(({ cell }) => [cell]),
    columnWidths: [COLUMN_CHARACTERS],
    rowHeights: rows.map(({ lines }) => lines * LINE),
    print: {
      ...PAGE,
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
