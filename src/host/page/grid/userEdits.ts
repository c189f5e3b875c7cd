import { charactersOfPixels, pointsOfPixels } from './measures';

/** What a person did in the grid, in the host's terms. */
export type UserEdit =
  | {
      readonly kind: 'cell';
      readonly sheetId: string;
      readonly row: number;
      readonly column: number;
      /** null empties the cell. */
      readonly content: null | string | number | boolean | { readonly formula: string };
      /** Typed with an apostrophe before it: text, whatever it looks like. */
      readonly forcedText: boolean;
    }
  /** A format that typed text brought along (a date, a percentage); comes after its cells. */
  | {
      readonly kind: 'numberFormat';
      readonly sheetId: string;
      readonly row: number;
      readonly column: number;
      readonly numberFormat: string;
    }
  | { readonly kind: 'rowHeight'; readonly sheetId: string; readonly row: number; readonly points: number }
  | { readonly kind: 'columnWidth'; readonly sheetId: string; readonly column: number; readonly characters: number }
  | { readonly kind: 'rowHidden'; readonly sheetId: string; readonly row: number; readonly hidden: boolean }
  | { readonly kind: 'columnHidden'; readonly sheetId: string; readonly column: number; readonly hidden: boolean };

interface GridCell {
  readonly v?: string | number | boolean | null;
  readonly t?: number | null;
  readonly f?: string | null;
  readonly p?: { readonly body?: { readonly dataStream?: string } } | null;
}

const BOOLEAN = 3;
const FORCED_TEXT = 4;

function contentOf(cell: GridCell): (UserEdit & { kind: 'cell' })['content'] | undefined {
  if (typeof cell.f === 'string' && cell.f !== '') return { formula: cell.f.replace(/^=/, '') };
  const rich = cell.p?.body?.dataStream;
  if (typeof rich === 'string') return rich.replace(/\r\n$/, '').replace(/\r/g, '\n');
  if (cell.v === undefined) return undefined;
  if (cell.v === null || cell.v === '') return null;
  if (cell.t === BOOLEAN) return cell.v === true || cell.v === 1 || cell.v === '1' || cell.v === 'TRUE';
  return cell.v;
}

type Matrix = Readonly<Record<string, Readonly<Record<string, GridCell | null>>>>;

function cellEdits(sheetId: string, matrix: Matrix): readonly UserEdit[] {
  return Object.entries(matrix).flatMap(([row, line]) =>
    Object.entries(line).flatMap(([column, cell]): readonly UserEdit[] => {
      const place = { kind: 'cell' as const, sheetId, row: Number(row), column: Number(column) };
      if (cell === null) return [{ ...place, content: null, forcedText: false }];
      const content = contentOf(cell);
      if (content === undefined) return [];
      return [{ ...place, content, forcedText: cell.t === FORCED_TEXT }];
    }),
  );
}

interface Formats {
  readonly values?: Readonly<Record<string, Ranges>>;
  readonly refMap?: Readonly<Record<string, { readonly pattern?: string } | undefined>>;
}

/** Univer writes months as MM; the file has no capital letters in dates. */
const fileFormat = (pattern: string): string => pattern.replace(/M(?=[^"]*(?:"[^"]*"[^"]*)*$)/g, 'm');

function formatEdits(sheetId: string, { values = {}, refMap = {} }: Formats): readonly UserEdit[] {
  return Object.entries(values).flatMap(([id, ranges]) => {
    const pattern = refMap[id]?.pattern;
    if (pattern === undefined) return [];
    return rowsOf(ranges).flatMap((row) =>
      columnsOf(ranges).map((column) => ({
        kind: 'numberFormat' as const,
        sheetId,
        row,
        column,
        numberFormat: fileFormat(pattern),
      })),
    );
  });
}

interface Ranges {
  readonly ranges?: readonly {
    readonly startRow: number;
    readonly endRow: number;
    readonly startColumn: number;
    readonly endColumn: number;
  }[];
}

const span = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);
const rowsOf = ({ ranges = [] }: Ranges): readonly number[] =>
  ranges.flatMap(({ startRow, endRow }) => span(startRow, endRow));
const columnsOf = ({ ranges = [] }: Ranges): readonly number[] =>
  ranges.flatMap(({ startColumn, endColumn }) => span(startColumn, endColumn));

const measure = (value: number | Readonly<Record<string, number>>, index: number): number | undefined =>
  typeof value === 'number' ? value : value[String(index)];

/** Turns one mutation of Univer into the host's terms; mutations that are none of these give nothing. */
export function userEditsOf(mutation: string, params: object): readonly UserEdit[] {
  const { subUnitId: sheetId = '', ...rest } = params as { subUnitId?: string } & Ranges;
  switch (mutation) {
    case 'sheet.mutation.set-range-values':
      return cellEdits(sheetId, (rest as { cellValue?: Matrix }).cellValue ?? {});
    case 'sheet.mutation.set.numfmt':
      return formatEdits(sheetId, rest as Formats);
    case 'sheet.mutation.set-worksheet-row-height': {
      const { rowHeight } = rest as { rowHeight: number | Readonly<Record<string, number>> };
      return rowsOf(rest).flatMap((row) => {
        const pixels = measure(rowHeight, row);
        return pixels === undefined
          ? []
          : [{ kind: 'rowHeight' as const, sheetId, row, points: pointsOfPixels(pixels) }];
      });
    }
    case 'sheet.mutation.set-worksheet-col-width': {
      const { colWidth } = rest as { colWidth: number | Readonly<Record<string, number>> };
      return columnsOf(rest).flatMap((column) => {
        const pixels = measure(colWidth, column);
        return pixels === undefined
          ? []
          : [{ kind: 'columnWidth' as const, sheetId, column, characters: charactersOfPixels(pixels) }];
      });
    }
    case 'sheet.mutation.set-row-hidden':
    case 'sheet.mutation.set-row-visible':
      return rowsOf(rest).map((row) => ({
        kind: 'rowHidden' as const,
        sheetId,
        row,
        hidden: mutation.endsWith('hidden'),
      }));
    case 'sheet.mutation.set-col-hidden':
    case 'sheet.mutation.set-col-visible':
      return columnsOf(rest).map((column) => ({
        kind: 'columnHidden' as const,
        sheetId,
        column,
        hidden: mutation.endsWith('hidden'),
      }));
    default:
      return [];
  }
}
