import type { BulletinBlock as TextBlock, BulletinTable } from '../domain/bulletin/bulletinText';
import type { CivilDate } from '../domain/calendar/civilDate';
import { letterDate } from '../domain/notices/letterDate';
import { docxFile } from './docxFile';
import { widthOf } from './fitPage';
import { signatureLines } from './formParts';
import { builtInPackage } from './packageParts';
import {
  CHARACTER,
  CHARACTERS_PER_LINE,
  markLine,
  markSize,
  STANDARD_LAYOUT,
  textHeight,
  textWidth,
  TITLE_LINE,
} from './page';
import type { Layout, PageFigures } from './page';
import { balancedTitle } from './titleLines';
import { cleanText, columnWidths, documentXml, framed, paragraph, section, table } from './wordml';
import type { Rule } from './wordml';

/** 一、 · （一） · a paragraph · a table in the text, whatever it comes from. */
export type BulletinBlock = WithoutOrigin<TextBlock>;
type WithoutOrigin<Block> = Block extends unknown ? Omit<Block, 'origin'> : never;

interface BulletinCommon {
  readonly title: string;
  /** Blank where it goes to everyone on the list. */
  readonly addressees: string;
  readonly issuedOn: CivilDate;
  readonly blocks: readonly BulletinBlock[];
  readonly attachments: readonly { readonly title: string; readonly table: BulletinTable }[];
  /** 抄送, as it is to stand; blank leaves it out. */
  readonly copies: string;
}

/**
 * 督查通报 in its two kinds. 简报式: a name and 第N期 over 编印单位 and date, no document number. 文件式: the full head with
 * 〔〕号, 署名 and date. Never both on one sheet.
 */
export type BulletinContent =
  | (BulletinCommon & {
      readonly kind: 'brief';
      /** 政务督查 */
      readonly name: string;
      readonly issue: number;
      /** 编印单位 */
      readonly editor: string;
    })
  | (BulletinCommon & {
      readonly kind: 'document';
      /** 河阳市人民政府办公室文件 */
      readonly mark: string;
      /** 河政办〔2026〕12号 */
      readonly number: string;
      /** 署名 */
      readonly signature: string;
      readonly sealed: boolean;
      /** 印发机关 */
      readonly printer: string;
      readonly printedOn: CivilDate;
    });

const RED = 'FF0000';

/** 35 mm from the top of the 版心 to the mark (GB/T 9704-2012 7.2.4). */
const MARK_DROP = 1984;

export const bulletinFile = (content: BulletinContent, layout: Layout = STANDARD_LAYOUT): Uint8Array =>
  docxFile(builtInPackage(bulletinXml(content, layout), layout));

/** `document.xml` of the bulletin. */
export function bulletinXml(content: BulletinContent, layout: Layout = STANDARD_LAYOUT): string {
  const { page } = layout;
  const body =
    (content.kind === 'brief' ? briefHead(content, page) : documentHead(content, page)) +
    titleXml(content.title, page) +
    mainText(content, page) +
    attachmentNote(content, page) +
    (content.kind === 'document' ? closingLines(content, page) : '') +
    attachments(content, page) +
    imprint(content, page);
  return documentXml(body, section(page));
}

const blankLine = ({ line }: PageFigures): string => paragraph('blank', '', { line });

function briefHead(content: Extract<BulletinContent, { kind: 'brief' }>, page: PageFigures): string {
  const size = markSize(Math.max(4, [...content.name].length));
  const { line } = page;
  return (
    paragraph('mark', content.name, { line: markLine(size), size }) +
    paragraph('addressee', `第${content.issue}期`, { line, align: 'center' }) +
    paragraph('addressee', `${content.editor}\t${letterDate(content.issuedOn)}`, {
      line,
      rule: { size: 12, space: 7, color: RED },
      tabs: [{ kind: 'right', at: textWidth(page) }],
    }) +
    blankLine(page)
  );
}

function documentHead(content: Extract<BulletinContent, { kind: 'document' }>, page: PageFigures): string {
  const size = markSize([...content.mark].length);
  const height = markLine(size);
  const { line } = page;
  // The line is a quarter taller than its characters: the drop is measured to their top.
  const drop = MARK_DROP - Math.round((height - size * 10) / 2);
  return (
    paragraph('mark', content.mark, { line: height, size, before: drop }) +
    blankLine(page) +
    blankLine(page) +
    paragraph('number', content.number, { line }) +
    blankLine(page) +
    blankLine(page)
  );
}

const titleXml = (title: string, page: PageFigures): string =>
  balancedTitle(cleanText(title))
    .map((line) => paragraph('title', line, { line: TITLE_LINE, keepNext: true }))
    .join('') + blankLine(page);

function mainText(content: BulletinContent, page: PageFigures): string {
  const { line } = page;
  const last = content.blocks.length - 1;
  // 署名 and date never stand alone on a page: the last paragraph goes with them.
  const signed = content.kind === 'document';
  const addressees = content.addressees === '' ? '' : paragraph('addressee', `${content.addressees}：`, { line });
  const blocks = content.blocks.map((block, at) => {
    if (block.kind === 'table') return tableXml(block, page);
    const style = block.kind === 'text' ? 'body' : block.kind;
    const heading = block.kind !== 'text';
    const lines = cleanText(block.text).split('\n');
    return lines
      .map((text, index) => {
        const kept = heading || (signed && at === last && index === lines.length - 1);
        return paragraph(style, text, { line, ...(kept ? { keepNext: true } : {}) });
      })
      .join('');
  });
  return addressees + blocks.join('');
}

const tableXml = ({ columns, rows }: BulletinTable, page: PageFigures): string => {
  const widths = columnWidths(
    page,
    columns.map((column) => column.part),
  );
  return table(
    columns.map(({ head, align }, index) => ({ head, align, width: widths[index] as number })),
    rows,
  );
};

/** 附件：XX, or numbered names under one another; no punctuation at the end. Kept with 署名 and date where there are. */
function attachmentNote({ kind, attachments: files }: BulletinContent, page: PageFigures): string {
  const { line } = page;
  const look = { line, ...(kind === 'document' ? { keepNext: true } : {}) };
  if (files.length === 0) return '';
  const space = paragraph('blank', '', look);
  if (files.length === 1) return space + paragraph('attachmentNote', `附件：${files[0]?.title ?? ''}`, look);
  const notes = files.map(({ title }, index) =>
    index === 0
      ? paragraph('attachmentNote', `附件：1.${title}`, {
          ...look,
          indent: { left: CHARACTER * 6, hanging: CHARACTER * 4 },
        })
      : paragraph('attachmentNote', `${index + 1}.${title}`, {
          ...look,
          indent: { left: CHARACTER * 6, hanging: CHARACTER },
        }),
  );
  return space + notes.join('');
}

function closingLines(content: Extract<BulletinContent, { kind: 'document' }>, page: PageFigures): string {
  const { line } = page;
  const space = paragraph('blank', '', { line, keepNext: true });
  const date = letterDate(content.issuedOn);
  if (!content.sealed) return space + space + signatureLines(content.signature, date, page);
  // 署名 stands centred over the date, the date 右空四字; a long 署名 moves both left.
  const centre = Math.min(
    CHARACTERS_PER_LINE - 4 - widthOf(date) / 2,
    CHARACTERS_PER_LINE - widthOf(content.signature) / 2,
  );
  const tabs = [{ kind: 'center', at: Math.round((centre * textWidth(page)) / CHARACTERS_PER_LINE) }] as const;
  return (
    space +
    space +
    paragraph('signature', `\t${content.signature}`, { line, tabs, keepNext: true }) +
    paragraph('signature', `\t${date}`, { line, tabs })
  );
}

/** Characters of 4号 in a line of the 版记, one character in on both sides. */
const IMPRINT_CHARACTERS = 29;

/** 版记 on the foot of the last page's 版心: heavy rules outside, a light one between (GB/T 9704-2012 7.4). */
function imprint(content: BulletinContent, page: PageFigures): string {
  const { line } = page;
  const width = textWidth(page);
  const lines: string[] = [];
  if (content.copies !== '') lines.push(`抄送：${content.copies}`);
  if (content.kind === 'document') lines.push(`${content.printer}\t${letterDate(content.printedOn)}印发`);
  if (lines.length === 0) return '';
  const tabs = [{ kind: 'right', at: width - 280 }] as const;
  const heights = lines.map((text) => Math.ceil(widthOf(text) / IMPRINT_CHARACTERS) * line);
  const rule = (size: number): Rule => ({ size, space: 0, color: '000000' });
  let top = textHeight(page) - heights.reduce((sum, height) => sum + height, 0);
  const frames = lines.map((text, index) => {
    const frame = { width, height: heights[index] as number, top };
    top += frame.height;
    const ends = index === lines.length - 1;
    return framed('imprint', text, frame, {
      line,
      tabs,
      rule: rule(ends ? 8 : 6),
      ...(index === 0 ? { ruleAbove: rule(8) } : {}),
    });
  });
  return frames.join('') + paragraph('blank', '', { line: 20 });
}

function attachments({ attachments: files }: BulletinContent, page: PageFigures): string {
  const { line } = page;
  return files
    .map(
      ({ title, table: content }, index) =>
        paragraph('attachmentMark', `附件${files.length > 1 ? index + 1 : ''}`, { line, pageBreakBefore: true }) +
        blankLine(page) +
        titleXml(title, page) +
        tableXml(content, page) +
        paragraph('blank', '', { line: 20 }),
    )
    .join('');
}
