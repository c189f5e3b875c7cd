import { cellAddress } from '../domain/cell';
import {
  checkCodeInPortions,
  COMPLETIONS,
  FILL_IN_SHEET,
  identityLine,
  INPUT_COLUMNS,
  MARK_COLUMN,
  SENT_COLUMNS,
  titleLine,
  type FillIn,
  type FillInRow,
} from '../domain/collect/fillIn';
import { atOnce, map, type InPortions } from '../domain/portions';
import { newWorkbook, writtenCell, type CellStyle, type WorkbookModel } from '../host/xlsx';
import { packFile, packInPortions, readZip, writeZip, type PackedFile } from './zip';

export const FILL_IN_NAMESPACE = 'urn:duchataizhang:fill-in:1';
/** Rows from 0. */
export const HEADER_ROW = 3;
const WIDTHS = [6, 8, 30, 24, 12, 12, 12, 28, 36, 10, 26, 14, 4] as const;
const NOTE =
  '只填黄色的四列：进展写本月做了什么；完成情况选推进中或已完成；没有按时办结的写明说明；申请延期的写明新的日期，理由写在说明里。其他地方不要改动，不要增减行，填好后原样发回。';

const BASE: CellStyle = {
  numberFormat: 'General',
  font: { name: '宋体', size: 11 },
  fill: null,
  borders: {},
  alignment: { vertical: 'center', wrapText: true },
  locked: true,
  hiddenFormula: false,
};
const LINE = { style: 'thin', color: '#7F7F7F' } as const;
const FRAMED: CellStyle = { ...BASE, borders: { left: LINE, right: LINE, top: LINE, bottom: LINE } };

/** The fill-in workbook of one unit: protected but for four columns, its identity in a part of its own and in sight. */
export const fillInFile = (fillIn: FillIn): Uint8Array => atOnce(fillInFileInPortions(fillIn));

export function* fillInFileInPortions(fillIn: FillIn): InPortions<Uint8Array> {
  const { sheet, parts, styles } = (blank ??= newBlank());
  yield;
  const last = HEADER_ROW + fillIn.rows.length;
  const code = yield* checkCodeInPortions(fillIn);
  const rows = [
    ...headRows(fillIn, code, styles),
    ...(yield* map(fillIn.rows, (row, index) => rowXml(row, index, styles))),
  ];
  const written = `${sheet.before(last)}<sheetData>${rows.join('')}</sheetData>${sheet.after(last)}`;
  yield;
  const part = yield* partOf(fillIn);
  const files: PackedFile[] = [];
  for (const [name, shared] of parts) {
    if (name === SHEET_PART) files.push(yield* packInPortions(name, written));
    else files.push(name === OWN_PART ? yield* packInPortions(name, part) : shared);
    yield;
  }
  return writeZip(files);
}

const SHEET_PART = 'xl/worksheets/sheet1.xml';
const OWN_PART = 'customXml/item1.xml';

/** What all fill-in files have in common. */
interface Blank {
  /** The sheet's text around its rows, by the last of them. */
  readonly sheet: Readonly<Record<'before' | 'after', (last: number) => string>>;
  /** All parts in their order, packed; those of the sheet and of what was sent are each unit's own. */
  readonly parts: ReadonlyMap<string, PackedFile>;
  readonly styles: Readonly<Record<'title' | 'line' | 'head' | 'sent' | 'open', number>>;
}

let blank: Blank | null = null;

/** Made once: the workbook as the file engine writes it, without a row. */
function newBlank(): Blank {
  const workbook = newWorkbook();
  const sheet = workbook.sheets[0]!;
  sheet.name = FILL_IN_SHEET;
  const styles = stylesIn(workbook);
  WIDTHS.forEach((width, column) => sheet.setColumnWidth(column, width));
  sheet.setColumnHidden(WIDTHS.length - 1, true);
  sheet.setFrozen(HEADER_ROW + 1, 3);
  const merges = [0, 1, 2].map((row) => ({ top: row, left: 0, bottom: row, right: WIDTHS.length - 2 }));
  sheet.setMerges(merges);
  const first = { row: HEADER_ROW + 1, column: SENT_COLUMNS.length + INPUT_COLUMNS.indexOf('完成情况') };
  sheet.setDataValidations([
    {
      areas: [{ top: first.row, left: first.column, bottom: first.row, right: first.column }],
      type: 'list',
      formula1: `"${COMPLETIONS.join(',')}"`,
      allowBlank: true,
      showDropDown: true,
      error: { style: 'stop', title: '完成情况', message: `请选${COMPLETIONS.join('或')}`, show: true },
    },
  ]);
  sheet.setPageSetup({ ...sheet.pageSetup(), orientation: 'landscape', paperSize: 9, fitToWidth: 1, fitToHeight: 0 });
  sheet.setProtection({
    enabled: true,
    hasPassword: false,
    allowed: { allowFormatColumns: true, allowFormatRows: true },
  });
  workbook.addCustomXmlPart(`<data xmlns="${FILL_IN_NAMESPACE}"></data>`);
  const read = readZip(workbook.save());
  if (read.kind !== 'read') throw new Error('the blank fill-in file does not open');
  const parts = new Map([...read.files].map(([name, bytes]) => [name, packFile(name, bytes)]));
  const xml = new TextDecoder().decode(read.files.get(SHEET_PART));
  const [before, after] = cut(xml, '<sheetData/>');
  const [toArea, fromArea] = cut(before, '<dimension ref="A1"/>');
  const at = cellAddress(first.row, first.column);
  const [toList, fromList] = cut(after, `sqref="${at}"`);
  return {
    styles,
    parts,
    sheet: {
      before: (last) => `${toArea}<dimension ref="A1:${cellAddress(last, WIDTHS.length - 1)}"/>${fromArea}`,
      after: (last) =>
        `${toList}sqref="${last > first.row ? `${at}:${cellAddress(last, first.column)}` : at}"${fromList}`,
    },
  };
}

/** The text before and after what stands in it once. */
function cut(text: string, at: string): readonly [string, string] {
  const [before, after, ...more] = text.split(at);
  if (before === undefined || after === undefined || more.length > 0) throw new Error(`${at} is not there once`);
  return [before, after];
}

function stylesIn(workbook: WorkbookModel): Blank['styles'] {
  return {
    title: workbook.styleIndexOf({
      ...BASE,
      font: { name: '黑体', size: 16 },
      alignment: { horizontal: 'center', vertical: 'center' },
    }),
    line: workbook.styleIndexOf(BASE),
    head: workbook.styleIndexOf({
      ...FRAMED,
      fill: '#D9E2F3',
      font: { ...FRAMED.font, bold: true },
      alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
    }),
    // As text, so that a number or a date comes back as it was sent.
    sent: workbook.styleIndexOf({ ...FRAMED, numberFormat: '@' }),
    open: workbook.styleIndexOf({ ...FRAMED, fill: '#FFF2CC', locked: false }),
  };
}

function headRows(fillIn: FillIn, code: string, { title, line, head }: Blank['styles']): readonly string[] {
  const heads = [...SENT_COLUMNS, ...INPUT_COLUMNS, MARK_COLUMN].map((text) => ({ text, style: head }));
  return [
    writtenRow(0, [{ text: titleLine(fillIn), style: title }], 30),
    writtenRow(1, [{ text: identityLine(fillIn, code), style: line }], 33),
    writtenRow(2, [{ text: NOTE, style: line }], 36),
    writtenRow(HEADER_ROW, heads, null),
  ];
}

function rowXml({ mark, cells }: FillInRow, index: number, { sent, open }: Blank['styles']): string {
  const lines = Math.max(2, ...cells.map((text, column) => Math.ceil((text.length * 2) / (WIDTHS[column]! - 1))));
  const texts = [
    ...cells.map((text) => ({ text, style: sent })),
    ...INPUT_COLUMNS.map(() => ({ text: '', style: open })),
    { text: mark, style: sent },
  ];
  return writtenRow(HEADER_ROW + 1 + index, texts, Math.min(400, lines * 15 + 4));
}

/** `height` in points; null: the sheet's own. */
function writtenRow(
  row: number,
  cells: readonly { readonly text: string; readonly style: number }[],
  height: number | null,
): string {
  const written = cells.map(({ text, style }, column) =>
    writtenCell({ row, column, style, value: text === '' ? null : text, formula: null }, ''),
  );
  return `<row r="${row + 1}"${height === null ? '' : ` ht="${height}" customHeight="1"`}>${written.join('')}</row>`;
}

/** JSON in plain ASCII inside one element: any text of a cell survives it. */
function* partOf({ rows, ...of }: FillIn): InPortions<string> {
  const head = asciiJson({ unit: of.unit, month: of.month, ledger: of.ledger }).slice(0, -1);
  const sent = yield* map(rows, asciiJson);
  return `<data xmlns="${FILL_IN_NAMESPACE}">${head},"rows":[${sent.join()}]}</data>`;
}

const asciiJson = (value: unknown): string => JSON.stringify(value).replace(/[&<>]|[^ -~]/g, escaped);

const escapes = new Map<string, string>();

function escaped(sign: string): string {
  const known = escapes.get(sign);
  if (known !== undefined) return known;
  const escape = `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
  escapes.set(sign, escape);
  return escape;
}
