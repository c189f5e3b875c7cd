import type { Area } from '../cell';
import { yearMonthOf } from '../calendar/civilDate';
import type { SheetCell, SheetContent } from '../plan';
import { rowHeights } from '../scoring/sheetWords';
import type { BulletinTable, BulletinText } from './bulletinText';
import type { BulletinPeriod } from './period';
import type { Publication } from './publications';

const COPIES: Readonly<Record<Publication['id'], string>> = {
  monthly: '',
  governmentReport: ' (2)',
  livelihood: ' (3)',
  livelihoodTable: ' (4)',
};

/** `督查通报 2026-10`; the further publications of a month (004) are numbered, so that none is written over another. */
export const bulletinSheetName = ({ asOf }: BulletinPeriod, id: Publication['id']): string =>
  `督查通报 ${yearMonthOf(asOf)}${COPIES[id]}`;

/** Characters over which a table's parts are laid out. */
const WIDTH = 84;
const PRINT = {
  margins: { top: 72, bottom: 72, left: 57, right: 57, footer: 36 },
  footers: { oddRight: '— &P —', evenLeft: '— &P —' },
} as const;

/** The bulletin as a sheet that prints: text over the whole width, tables on a grid that all of them share. */
export function bulletinSheet(text: BulletinText): SheetContent {
  const tables = [
    ...text.blocks.flatMap((each) => (each.kind === 'table' ? [each] : [])),
    ...text.attachments.map(({ table }) => table),
  ];
  const grid = Math.max(1, ...tables.map(({ columns }) => columns.length));
  const widths = gridWidths(tables, grid);
  const rows: SheetCell[][] = [];
  const merges: Area[] = [];
  const breaks: number[] = [];
  const line = (value: string, look: Omit<SheetCell, 'value'> = {}): void => {
    if (grid > 1) merges.push({ top: rows.length, left: 0, bottom: rows.length, right: grid - 1 });
    rows.push([{ value, wrap: true, ...look }]);
  };
  const put = (table: BulletinTable): void => {
    const across = spread(table.columns, widths);
    const row = (cells: readonly string[], look: (column: number) => Omit<SheetCell, 'value'>): void => {
      const all: SheetCell[] = Array.from({ length: grid }, () => ({ value: '' }));
      across.forEach(({ left, right }, column) => {
        all[left] = { ...numberOrText(cells[column] ?? ''), ...look(column) };
        if (right > left) merges.push({ top: rows.length, left, bottom: rows.length, right });
      });
      rows.push(all);
    };
    row(
      table.columns.map(({ head }) => head),
      () => ({ bold: true, align: 'center', fill: '#D9E2F3', wrap: true }),
    );
    for (const cells of table.rows) {
      row(cells, (column) => ({ align: table.columns[column]!.align, wrap: true }));
    }
  };

  line(text.title, { bold: true, align: 'center', fontSize: 16 });
  if (text.addressees !== '') line(`${text.addressees}：`);
  for (const block of text.blocks) {
    if (block.kind === 'table') put(block);
    else if (block.kind === 'text') for (const part of block.text.split('\n')) line(`\u3000\u3000${part}`);
    else line(`\u3000\u3000${block.text}`, { bold: true });
  }
  if (text.copies !== '') line(`抄送：${text.copies}`);
  text.attachments.forEach(({ title, table }, index) => {
    breaks.push(rows.length);
    line(`附件${text.attachments.length > 1 ? index + 1 : ''}`);
    line(title, { bold: true, align: 'center', fontSize: 14 });
    put(table);
  });
  return {
    rows,
    columnWidths: widths,
    rowHeights: heights(rows, widths, merges),
    merges,
    print: { ...PRINT, breaksBefore: breaks },
  };
}

/** Columns of a shared grid from the table with most columns. */
function gridWidths(tables: readonly BulletinTable[], grid: number): readonly number[] {
  const widest = tables.find(({ columns }) => columns.length === grid);
  if (widest === undefined) return [WIDTH];
  const whole = widest.columns.reduce((sum, { part }) => sum + part, 0);
  return widest.columns.map(({ part }) => Math.max(6, Math.round((WIDTH * part) / whole)));
}

interface Span {
  readonly left: number;
  readonly right: number;
}

/** Which columns of the grid each column of a table takes, so that its widths come nearest to its parts. */
function spread(columns: BulletinTable['columns'], widths: readonly number[]): readonly Span[] {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const parts = columns.reduce((sum, { part }) => sum + part, 0);
  const between = (left: number, right: number): number =>
    widths.slice(left, right + 1).reduce((sum, width) => sum + width, 0);
  const best = new Map<string, { readonly cost: number; readonly spans: readonly Span[] }>();
  const from = (column: number, left: number): { readonly cost: number; readonly spans: readonly Span[] } => {
    if (column === columns.length) return { cost: left === widths.length ? 0 : Infinity, spans: [] };
    const known = best.get(`${column} ${left}`);
    if (known !== undefined) return known;
    const wanted = (columns[column]!.part / parts) * whole;
    let found: { cost: number; spans: readonly Span[] } = { cost: Infinity, spans: [] };
    for (let right = left; right < widths.length; right += 1) {
      const rest = from(column + 1, right + 1);
      const cost = (between(left, right) - wanted) ** 2 / wanted + rest.cost;
      if (cost < found.cost) found = { cost, spans: [{ left, right }, ...rest.spans] };
    }
    best.set(`${column} ${left}`, found);
    return found;
  };
  return from(0, 0).spans;
}

/** Counts stay numbers that read as they were told, so that a clerk can go on computing; anything else is text. */
function numberOrText(text: string): Pick<SheetCell, 'value' | 'numberFormat'> {
  const decimals = /^-?(?:0|[1-9]\d{0,8})(?:\.(\d+))?$/.exec(text);
  if (decimals === null) return { value: text };
  const places = decimals[1]?.length ?? 0;
  return places === 0 ? { value: Number(text) } : { value: Number(text), numberFormat: `0.${'0'.repeat(places)}` };
}

function heights(
  rows: readonly (readonly SheetCell[])[],
  widths: readonly number[],
  merges: readonly Area[],
): readonly number[] {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const byRow = new Map<number, Area[]>();
  for (const merge of merges) byRow.set(merge.top, [...(byRow.get(merge.top) ?? []), merge]);
  return rows.map((row, index) => {
    const own = byRow.get(index) ?? [];
    if (row.length === 1) {
      const larger = (row[0]!.fontSize ?? 11) / 11;
      return (rowHeights([row], [whole / larger])[0] ?? 0) * larger + 3;
    }
    const spans = row.map((_, column) => {
      const merge = own.find(({ left }) => left === column);
      return widths.slice(column, (merge?.right ?? column) + 1).reduce((sum, width) => sum + width, 0);
    });
    return (rowHeights([row], spans)[0] ?? 0) + 3;
  });
}
