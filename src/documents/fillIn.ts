import {
  COMPLETIONS,
  FILL_IN_SHEET,
  identityLine,
  INPUT_COLUMNS,
  MARK_COLUMN,
  SENT_COLUMNS,
  titleLine,
  type FillIn,
} from '../domain/collect/fillIn';
import { newWorkbook, type CellStyle, type SheetModel, type WorkbookModel } from '../host/xlsx';

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
export function fillInFile(fillIn: FillIn): Uint8Array {
  const workbook = newWorkbook();
  const sheet = workbook.sheets[0]!;
  sheet.name = FILL_IN_SHEET;
  putHead(workbook, sheet, fillIn);
  putRows(workbook, sheet, fillIn);
  const last = HEADER_ROW + fillIn.rows.length;
  const marks = WIDTHS.length - 1;
  WIDTHS.forEach((width, column) => sheet.setColumnWidth(column, width));
  sheet.setColumnHidden(marks, true);
  sheet.setFrozen(HEADER_ROW + 1, 3);
  const completion = SENT_COLUMNS.length + INPUT_COLUMNS.indexOf('完成情况');
  sheet.setDataValidations([
    {
      areas: [{ top: HEADER_ROW + 1, left: completion, bottom: Math.max(last, HEADER_ROW + 1), right: completion }],
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
  workbook.addCustomXmlPart(partOf(fillIn));
  return workbook.save();
}

function putHead(workbook: WorkbookModel, sheet: SheetModel, fillIn: FillIn): void {
  const right = WIDTHS.length - 2;
  const lines: readonly (readonly [string, CellStyle, number])[] = [
    [
      titleLine(fillIn),
      { ...BASE, font: { name: '黑体', size: 16 }, alignment: { horizontal: 'center', vertical: 'center' } },
      30,
    ],
    [identityLine(fillIn), BASE, 33],
    [NOTE, BASE, 36],
  ];
  lines.forEach(([text, style, height], row) => {
    sheet.setValue(row, 0, text);
    sheet.setStyleIndex(row, 0, workbook.styleIndexOf(style));
    sheet.setRowHeight(row, height);
  });
  sheet.setMerges(lines.map((_, row) => ({ top: row, left: 0, bottom: row, right })));
  const head = workbook.styleIndexOf({
    ...FRAMED,
    fill: '#D9E2F3',
    font: { ...FRAMED.font, bold: true },
    alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  });
  [...SENT_COLUMNS, ...INPUT_COLUMNS, MARK_COLUMN].forEach((text, column) => {
    sheet.setValue(HEADER_ROW, column, text);
    sheet.setStyleIndex(HEADER_ROW, column, head);
  });
}

function putRows(workbook: WorkbookModel, sheet: SheetModel, { rows }: FillIn): void {
  // As text, so that a number or a date comes back as it was sent.
  const sent = workbook.styleIndexOf({ ...FRAMED, numberFormat: '@' });
  const open = workbook.styleIndexOf({ ...FRAMED, fill: '#FFF2CC', locked: false });
  rows.forEach(({ mark, cells }, index) => {
    const row = HEADER_ROW + 1 + index;
    cells.forEach((text, column) => {
      if (text !== '') sheet.setValue(row, column, text);
      sheet.setStyleIndex(row, column, sent);
    });
    INPUT_COLUMNS.forEach((_, offset) => sheet.setStyleIndex(row, SENT_COLUMNS.length + offset, open));
    sheet.setValue(row, WIDTHS.length - 1, mark);
    sheet.setStyleIndex(row, WIDTHS.length - 1, sent);
    const lines = Math.max(2, ...cells.map((text, column) => Math.ceil((text.length * 2) / (WIDTHS[column]! - 1))));
    sheet.setRowHeight(row, Math.min(400, lines * 15 + 4));
  });
}

/** JSON in plain ASCII inside one element: any text of a cell survives it. */
function partOf(fillIn: FillIn): string {
  const json = JSON.stringify(fillIn)
    .replace(/[&<>]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replace(/[^ -~]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return `<data xmlns="${FILL_IN_NAMESPACE}">${json}</data>`;
}
