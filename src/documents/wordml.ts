import type { PageFigures } from './page';
import { textWidth } from './page';

export const WORD_NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Paragraph styles of the built-in documents; the ids are kept by Word and Writer when a template is edited. */
export const STYLES = {
  mark: 'GwMark',
  number: 'GwNumber',
  title: 'GwTitle',
  addressee: 'GwAddressee',
  body: 'GwBody',
  heading1: 'GwHeading1',
  heading2: 'GwHeading2',
  attachmentNote: 'GwAttachmentNote',
  signature: 'GwSignature',
  date: 'GwDate',
  blank: 'GwBlank',
  attachmentMark: 'GwAttachmentMark',
  cell: 'GwCell',
  cellHead: 'GwCellHead',
  imprint: 'GwImprint',
  footer: 'GwFooter',
} as const;
export type StyleKey = keyof typeof STYLES;

/** Text as XML: characters XML cannot carry and halves of surrogate pairs are dropped, the rest is escaped. */
export function xmlText(text: string): string {
  return cleanText(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** What XML 1.0 can carry, line ends as `\n`; U+000B, which Excel and Word use for a line break, becomes one. */
export function cleanText(text: string): string {
  return (
    text
      .replace(/\r\n?|\v/g, '\n')
      // eslint-disable-next-line no-control-regex -- these are the characters XML 1.0 forbids
      .replace(/[\u0000-\u0008\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '')
  );
}

/** Size in eighths of a point, space to the text in points. */
export interface Rule {
  readonly size: number;
  readonly space: number;
  readonly color: string;
}

export interface ParagraphOptions {
  /** Exact line height in twips; 0 leaves the height to the text, off the line grid (table cells). */
  readonly line: number;
  /** Twips above; needs an exact line. */
  readonly before?: number;
  readonly keepNext?: boolean;
  readonly pageBreakBefore?: boolean;
  /** Attributes of `w:ind`, in twips. */
  readonly indent?: Readonly<Partial<Record<'left' | 'right' | 'firstLine' | 'hanging', number>>>;
  /** Tab stops in twips from the left. */
  readonly tabs?: readonly { readonly kind: 'left' | 'center' | 'right'; readonly at: number }[];
  readonly align?: 'left' | 'center' | 'right' | 'both';
  /** A rule under the paragraph, and one above it. */
  readonly rule?: Rule;
  readonly ruleAbove?: Rule;
  /** Half points; where it differs from the style. */
  readonly size?: number;
}

/** Lines of a height of their own: Writer rounds even exact lines up to the grid. */
const OFF_GRID: readonly StyleKey[] = ['mark', 'title', 'imprint'];

/** A paragraph of one run. `content` is text; `\t` becomes a tab, a line end a line break. */
export function paragraph(style: StyleKey, content: string, options: ParagraphOptions): string {
  return `<w:p>${paragraphProperties(style, options)}${content === '' ? '' : run(content, options.size)}</w:p>`;
}

function paragraphProperties(style: StyleKey, options: ParagraphOptions): string {
  const { keepNext, pageBreakBefore, rule, ruleAbove, tabs, line, indent, align } = options;
  const borders =
    (ruleAbove === undefined ? '' : `<w:top ${border(ruleAbove)}/>`) +
    (rule === undefined ? '' : `<w:bottom ${border(rule)}/>`);
  const above = options.before === undefined ? '' : ` w:before="${options.before}"`;
  const stops = tabs?.map((tab) => `<w:tab w:val="${tab.kind}" w:pos="${tab.at}"/>`).join('');
  const sides = indent && Object.entries(indent).map(([side, twips]) => ` w:${side}="${twips}"`);
  return (
    `<w:pPr><w:pStyle w:val="${STYLES[style]}"/>` +
    (keepNext === true ? '<w:keepNext/>' : '') +
    (pageBreakBefore === true ? '<w:pageBreakBefore/>' : '') +
    (borders === '' ? '' : `<w:pBdr>${borders}</w:pBdr>`) +
    (stops === undefined ? '' : `<w:tabs>${stops}</w:tabs>`) +
    (OFF_GRID.includes(style) || line === 0 ? '<w:snapToGrid w:val="0"/>' : '') +
    (line === 0 ? '' : `<w:spacing${above} w:line="${line}" w:lineRule="exact"/>`) +
    (sides === undefined ? '' : `<w:ind${sides.join('')}/>`) +
    (align === undefined ? '' : `<w:jc w:val="${align}"/>`) +
    '</w:pPr>'
  );
}

const border = (rule: Rule): string =>
  `w:val="single" w:sz="${rule.size}" w:space="${rule.space}" w:color="${rule.color}"`;

/** A paragraph in a frame of its own, `top` twips below the top of the 版心. */
export function framed(
  style: StyleKey,
  content: string,
  frame: { readonly width: number; readonly height: number; readonly top: number },
  options: ParagraphOptions,
): string {
  const properties =
    `<w:framePr w:w="${frame.width}" w:h="${frame.height}" w:hRule="exact" w:wrap="around" w:vAnchor="margin" ` +
    `w:hAnchor="margin" w:x="1" w:y="${frame.top}"/>`;
  return paragraph(style, content, options).replace(/<w:pStyle [^>]*\/>/, (tag) => tag + properties);
}

/** `w:hint` on every run: else Word sets Chinese quotation marks in the Western font. */
export function run(content: string, size?: number): string {
  const properties =
    '<w:rPr><w:rFonts w:hint="eastAsia"/>' +
    (size === undefined ? '' : `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`) +
    '</w:rPr>';
  const inside = (piece: string): string =>
    piece === '\t' ? '<w:tab/>' : piece === '\n' ? '<w:br/>' : `<w:t xml:space="preserve">${xmlText(piece)}</w:t>`;
  return cleanText(content)
    .split(/([\t\n])/)
    .map((piece) => (piece === '' ? '' : `<w:r>${properties}${inside(piece)}</w:r>`))
    .join('');
}

export interface TableColumn {
  readonly head: string;
  /** Twips. */
  readonly width: number;
  readonly align: 'left' | 'center' | 'right';
}

/** A ruled table as wide as its columns; the head repeats on every page, rows do not split. */
export function table(columns: readonly TableColumn[], rows: readonly (readonly string[])[]): string {
  const head = columns.map((column) => cell(column.width, paragraph('cellHead', column.head, { line: 0 })));
  const body = rows.map((row) =>
    tableRow(
      columns.map((column, index) =>
        cell(
          column.width,
          cellLines(row[index] ?? '', (line) => paragraph('cell', line, { line: 0, align: column.align })),
        ),
      ),
    ),
  );
  return tableFrame(
    columns.map((column) => column.width),
    tableRow(head, { head: true }) + body.join(''),
  );
}

const cellLines = (text: string, make: (line: string) => string): string =>
  cleanText(text).split('\n').map(make).join('');

export function tableFrame(widths: readonly number[], rows: string): string {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'];
  const rules = sides.map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`).join('');
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="${total}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>${rules}</w:tblBorders>` +
    '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="57" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar>' +
    `</w:tblPr><w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>${rows}</w:tbl>`
  );
}

export function tableRow(
  cells: readonly string[],
  options: { readonly head?: boolean; readonly height?: number } = {},
): string {
  const height = options.height === undefined ? '' : `<w:trHeight w:val="${options.height}" w:hRule="atLeast"/>`;
  const head = options.head === true ? '<w:tblHeader/>' : '';
  return `<w:tr><w:trPr><w:cantSplit/>${height}${head}</w:trPr>${cells.join('')}</w:tr>`;
}

export function cell(width: number, content: string, span = 1): string {
  const over = span > 1 ? `<w:gridSpan w:val="${span}"/>` : '';
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${over}<w:vAlign w:val="center"/></w:tcPr>${content}</w:tc>`;
}

/** Widths in parts of the 版心, as whole twips that sum to it. */
export function columnWidths(page: PageFigures, parts: readonly number[]): number[] {
  const total = parts.reduce((sum, part) => sum + part, 0);
  const widths = parts.map((part) => Math.floor((textWidth(page) * part) / total));
  const rest = textWidth(page) - widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width, index) => (index === widths.length - 1 ? width + rest : width));
}

/** The section of a built-in document: page, footers odd and even, 22 lines. */
export function section(page: PageFigures): string {
  return (
    '<w:sectPr><w:footerReference w:type="default" r:id="rIdOdd"/><w:footerReference w:type="even" r:id="rIdEven"/>' +
    `<w:pgSz w:w="${page.width}" w:h="${page.height}"/>` +
    `<w:pgMar w:top="${page.top}" w:right="${page.right}" w:bottom="${page.bottom}" w:left="${page.left}" ` +
    `w:header="851" w:footer="${page.footer}" w:gutter="0"/><w:pgNumType w:start="1"/>` +
    `<w:docGrid w:type="lines" w:linePitch="${page.line}"/></w:sectPr>`
  );
}

export const documentXml = (body: string, sectionXml: string): string =>
  `${XML_HEAD}<w:document ${WORD_NAMESPACES}><w:body>${body}${sectionXml}</w:body></w:document>`;
