import { handmade, mainNamespace, type Handmade } from '../host/xlsx/handmade';

const HEADER = ['序号', '督查事项', '牵头单位', '交办时间', '办结时限', '办理状态', '进展情况'];
const MATTERS = [
  [1, '道路修缮', '交通局', 46082, 46112, '', '正在推进'],
  [2, '校舍加固', '教育局', 46082, 46173, '', ''],
  [3, '水质整治', '生态环境局', 46082, 46234, '已办结', '已完成'],
] as const;

export const letters = (column: number): string => {
  let text = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    text = String.fromCharCode(65 + ((rest - 1) % 26)) + text;
  return text;
};

const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

export const cell = (row: number, column: number, value: string | number, style = 0): string => {
  const start = `<c r="${letters(column)}${row + 1}"${style > 0 ? ` s="${style}"` : ''}`;
  if (value === '') return `${start}/>`;
  if (typeof value === 'number') return `${start}><v>${value}</v></c>`;
  return `${start} t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
};

export const row = (index: number, cells: string): string => `<row r="${index + 1}">${cells}</row>`;

const dated = (column: number): number => (column === 3 || column === 4 ? 1 : 0);

/** Rows of a small ledger that month-end reads and marks: a header and three matters, one of them overdue. */
export const ledgerRows = (change: (row: number, column: number, value: string | number) => string | number = keep) =>
  [HEADER, ...MATTERS].map((values, r) =>
    row(r, values.map((value, c) => cell(r, c, change(r, c, value), r === 0 ? 0 : dated(c))).join('')),
  );

function keep(_row: number, _column: number, value: string | number): string | number {
  return value;
}

export const sheetData = (rows: readonly string[]): string => `<sheetData>${rows.join('')}</sheetData>`;

/** The small ledger as a file; `sheet` replaces what is inside `<worksheet>`, the rest as in `handmade`. */
export function ledgerFile({ sheet, ...rest }: Partial<Handmade> & { readonly sheet?: string } = {}): Uint8Array {
  return handmade({ sheets: [sheet ?? sheetData(ledgerRows())], names: ['督查台账'], ...rest });
}

export const worksheetXml = (body: string, prolog = '<?xml version="1.0" encoding="UTF-8"?>'): string =>
  `${prolog}<worksheet xmlns="${mainNamespace}">${body}</worksheet>`;
