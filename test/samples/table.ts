import type { Style } from 'excelize-wasm';
import type { CellContent, SampleWorkbook } from './sampleWorkbook';
import { columnName } from './sampleWorkbook';

/** 一列怎么写：表头、宽度（字符）、对齐、数字格式。 */
export interface ColumnLook {
  readonly header: string;
  readonly width: number;
  readonly align?: 'left' | 'center';
  readonly format?: string;
}

const BORDER = ['left', 'right', 'top', 'bottom'].map((Type) => ({ Type, Color: '000000', Style: 1 }));

export const DATE_FORMAT = 'yyyy-m-d';

export const TITLE_STYLE: Style = {
  Font: { Family: '方正小标宋简体', Size: 20 },
  Alignment: { Horizontal: 'center', Vertical: 'center' },
};

export const LINE_STYLE: Style = {
  Font: { Family: '仿宋', Size: 11 },
  Alignment: { Horizontal: 'left', Vertical: 'center' },
};

export const HEADER_STYLE: Style = {
  Font: { Family: '黑体', Size: 10, Bold: true },
  Fill: { Type: 'pattern', Pattern: 1, Color: ['DDEBF7'] },
  Border: BORDER,
  Alignment: { Horizontal: 'center', Vertical: 'center', WrapText: true },
};

export const SECTION_STYLE: Style = {
  Font: { Family: '楷体', Size: 11, Bold: true },
  Fill: { Type: 'pattern', Pattern: 1, Color: ['F2F2F2'] },
  Border: BORDER,
  Alignment: { Horizontal: 'left', Vertical: 'center' },
};

/** 数据格的样式。 */
export function bodyStyle(look: ColumnLook): Style {
  return {
    Font: { Family: '宋体', Size: 10 },
    Border: BORDER,
    Alignment: { Horizontal: look.align ?? 'center', Vertical: 'center', WrapText: true },
    ...(look.format === undefined ? {} : { CustomNumFmt: look.format }),
  };
}

/** 这一行要多高（磅）：按各格折行后的最多行数估，汉字算两个字符宽。 */
export function rowHeight(contents: readonly CellContent[], looks: readonly ColumnLook[]): number {
  let lines = 1;
  contents.forEach((content, index) => {
    if (typeof content !== 'string') return;
    const room = Math.max(2, Math.floor(((looks[index]?.width ?? 10) - 0.7) * 1.08));
    const needed = content
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil(displayWidth(line) / room)), 0);
    lines = Math.max(lines, needed);
  });
  return Math.min(409, Math.max(22, lines * 13.5 + 7));
}

function displayWidth(text: string): number {
  return [...text].reduce((sum, char) => sum + (char.charCodeAt(0) < 0x2000 ? 1 : 2), 0);
}

/** 写一行数据：内容、样式、行高。 */
export function writeRow(
  book: SampleWorkbook,
  sheet: string,
  row: number,
  contents: readonly CellContent[],
  looks: readonly ColumnLook[],
): void {
  looks.forEach((look, index) => {
    const cell = `${columnName(index + 1)}${String(row)}`;
    book.put(sheet, cell, contents[index] ?? null);
    book.style(sheet, cell, cell, bodyStyle(look));
  });
  book.height(sheet, row, rowHeight(contents, looks));
}

/** 写一张登记表：首行表头，其下逐行；真日期列给日期格式。 */
export function writeRegister(
  book: SampleWorkbook,
  sheet: string,
  looks: readonly ColumnLook[],
  rows: readonly (readonly CellContent[])[],
): void {
  book.addSheet(sheet);
  book.widths(
    sheet,
    looks.map((look) => look.width),
  );
  looks.forEach((look, index) => {
    const cell = `${columnName(index + 1)}1`;
    book.put(sheet, cell, look.header);
    book.style(sheet, cell, cell, HEADER_STYLE);
  });
  book.height(sheet, 1, 26);
  rows.forEach((contents, index) => writeRow(book, sheet, index + 2, contents, looks));
  book.freeze(sheet, 0, 1);
  book.printSetup(sheet, 1, 1);
}
