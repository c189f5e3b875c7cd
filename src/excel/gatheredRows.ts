import type { Area } from '../domain/cell';
import { PIECE_BYTES } from './requestSizes';

/** One row of neighbouring columns that is asked for; `bytes`: what its answer takes. */
export interface RowAsked {
  readonly sheet: string;
  readonly row: number;
  readonly left: number;
  readonly right: number;
  readonly bytes: number;
}

/** Rows asked for by one question, from the first to the last. */
export interface Gathered<Row extends RowAsked> {
  readonly sheet: string;
  readonly area: Area;
  readonly bytes: number;
  readonly rows: readonly Row[];
}

/**
 * Rows between two that are asked for along with them: another question takes as much, and office.js goes through all
 * ranges there are for each one it lets go.
 */
const GAP = 40;

/** How the sheet is asked for: one that is gone ends the request at once, or gives null. */
export type SheetThere = 'required' | 'orNull';

export const sheetAt = (context: Excel.RequestContext, name: string, there: SheetThere): Excel.Worksheet =>
  there === 'required'
    ? context.workbook.worksheets.getItem(name)
    : context.workbook.worksheets.getItemOrNullObject(name);

export const isGone = (sheet: Excel.Worksheet, there: SheetThere): boolean => there === 'orNull' && sheet.isNullObject;

/** Rows of the same columns gathered into areas, each of them small against what an answer carries. */
export function gathered<Row extends RowAsked>(asked: readonly Row[]): readonly Gathered<Row>[] {
  const columns = new Map<string, Row[]>();
  for (const each of asked) {
    const key = `${each.left} ${each.right} ${each.sheet}`;
    const rows = columns.get(key);
    if (rows === undefined) columns.set(key, [each]);
    else rows.push(each);
  }
  const all: Gathered<Row>[] = [];
  for (const rows of columns.values()) {
    let open: Row[] = [];
    let bytes = 0;
    for (const each of rows.sort((one, other) => one.row - other.row)) {
      const last = open.at(-1);
      const more = last === undefined ? each.bytes : each.bytes * Math.max(1, each.row - last.row);
      if (last !== undefined && (each.row - last.row > GAP || bytes + more > PIECE_BYTES)) {
        all.push(areaOf(open, bytes));
        open = [];
        bytes = 0;
      }
      bytes += open.length === 0 ? each.bytes : more;
      open.push(each);
    }
    if (open.length > 0) all.push(areaOf(open, bytes));
  }
  return all;
}

function areaOf<Row extends RowAsked>(rows: readonly Row[], bytes: number): Gathered<Row> {
  const { sheet, row: top, left, right } = rows[0]!;
  return { sheet, area: { top, left, bottom: rows.at(-1)!.row, right }, bytes, rows };
}
