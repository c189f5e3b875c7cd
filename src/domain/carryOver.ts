import type { Assessment } from './assessment';
import { isClosed } from './overview/overview';
import type { Area, CellValue } from './cell';
import { isBlank } from './cellText';
import { carriedNumber } from './ledger/carriedMatters';
import type { LedgerReading } from './ledger/readLedger';
import { rowsOf } from './matter';
import type { SheetCell, SheetContent } from './plan';
import { filter, forEach, map, sorted, type InPortions } from './portions';
import { formatAt, longestRow, valueAt } from './snapshot';

export interface CarriedYear {
  readonly content: SheetContent;
  /** Keys of the matters carried over. */
  readonly carried: readonly string[];
  /** Matters whose cells held formulas: they stand as values in the new sheet. */
  readonly formulas: boolean;
}

/**
 * A new year's ledger sheet with the unfinished matters of an old one: title lines with the new year, the header as it
 * is, section rows that still have matters, every row of each matter whole. The old sheet is left as it is.
 *
 * Reading: numbers begin anew each year and registers name matters by them, so a carried one is numbered
 * `2026年12号`; its original deadline stands, and it stays overdue where it was.
 */
export function* carriedYearInPortions(
  ledger: LedgerReading,
  assessments: readonly Assessment[],
  years: { readonly from: number; readonly to: number },
  formulaAreas: readonly Area[],
): InPortions<CarriedYear> {
  const { snapshot, connection } = ledger;
  const open = yield* filter(assessments, (each) => each.matter.sheet === ledger.sheet && !isClosed(each));
  const rows: number[] = Array.from({ length: connection.headerBottom + 1 }, (_, row) => row);
  const numbers = new Map<number, string>();
  let section: string | null = null;
  yield* forEach(yield* sorted(open, (a, b) => a.matter.row - b.matter.row), ({ matter }) => {
    const heading = ledger.sections.findLast(({ row }) => row < matter.row);
    if (heading !== undefined && heading.text !== section) {
      rows.push(heading.row);
      section = heading.text;
    }
    rows.push(...rowsOf(matter).map(({ row }) => row));
    if (matter.id !== null) numbers.set(matter.row, carriedNumber(years.from, matter.id));
  });
  const width = snapshot.left + Math.max(1, longestRow(snapshot));
  const idColumn = connection.columns.id?.column;
  const titleYear = new RegExp(String(years.from), 'g');
  const content = yield* map(rows, (row) =>
    Array.from({ length: width }, (_, column): SheetCell => {
      const value = valueAt(snapshot, row, column);
      if (row < connection.headerTop) return { value: renamed(value, titleYear, years.to), ...titleLook(row) };
      if (row <= connection.headerBottom) return { value, bold: true, align: 'center', fill: '#E7E6E6', wrap: true };
      if (column === idColumn && numbers.has(row)) return { value: numbers.get(row)!, align: 'center', wrap: true };
      const numberFormat = formatAt(snapshot, row, column);
      return { value, wrap: true, ...(numberFormat === 'General' ? {} : { numberFormat }) };
    }),
  );
  return {
    content: {
      rows: content,
      columnWidths: Array.from({ length: width }, (_, column) => widthOf(column, ledger)),
      merges: movedMerges(snapshot.merges, rows),
      frozenRows: connection.headerBottom + 1,
      landscape: true,
      titleRows: [connection.headerTop, connection.headerBottom],
      borders: { top: connection.headerTop, left: 0, bottom: rows.length - 1, right: width - 1 },
    },
    carried: open.map(({ matter }) => matter.key),
    formulas: formulaAreas.some(({ top, bottom }) =>
      rows.some((row) => row > connection.headerBottom && top <= row && row <= bottom),
    ),
  };
}

const titleLook = (row: number): Partial<SheetCell> => (row === 0 ? { bold: true, align: 'center', fontSize: 16 } : {});

const renamed = (value: CellValue, year: RegExp, to: number): CellValue =>
  typeof value === 'string' ? value.replace(year, String(to)) : value;

/** Merges whose rows were all taken and still stand below each other. */
function movedMerges(merges: readonly Area[], rows: readonly number[]): readonly Area[] {
  const places = new Map(rows.map((row, index) => [row, index]));
  return merges.flatMap((area) => {
    const top = places.get(area.top);
    const bottom = places.get(area.bottom);
    if (top === undefined || bottom === undefined || bottom - top !== area.bottom - area.top) return [];
    return [{ ...area, top, bottom }];
  });
}

/** Wide for prose, narrow for the rest: the old widths are not among what a review reads. */
function widthOf(column: number, { connection, snapshot }: LedgerReading): number {
  const own = Object.entries(connection.columns).find(([, mapped]) => mapped.column === column)?.[0];
  if (own === 'id') return 12;
  if (own === 'title' || own === 'requirement' || own === 'progress') return 34;
  const blank = snapshot.values.every((row) => isBlank(row[column - snapshot.left] ?? ''));
  return blank ? 6 : 14;
}
