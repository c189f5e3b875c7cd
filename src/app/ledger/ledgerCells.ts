import { isDateFormat } from '../../domain/calendar/dateFormat';
import type { CivilDate } from '../../domain/calendar/civilDate';
import { toSerial } from '../../domain/calendar/serialDate';
import type { CellRef, CellValue } from '../../domain/cell';
import type { Change } from '../../domain/plan';
import { formatAt, valueAt, type SheetSnapshot } from '../../domain/snapshot';
import type { Review } from '../reading/review';

/** Number format of a written date where a column shows none yet. */
export const PLAIN_DATE_FORMAT = 'yyyy-m-d';

export const sheetOf = (of: Review, name: string): SheetSnapshot | undefined =>
  of.reading.snapshot.sheets.find((sheet) => sheet.name === name);

/** A cell whose value a formula gives: never written over. */
export function holdsFormula(of: Review, { sheet, row, column }: CellRef): boolean {
  const surveyed = of.reading.survey.sheets.find(({ head }) => head.name === sheet);
  return (surveyed?.formulaAreas ?? []).some(
    (area) => area.top <= row && row <= area.bottom && area.left <= column && column <= area.right,
  );
}

const common = new WeakMap<SheetSnapshot, Map<number, string>>();

/** The date format most real dates of a column have; `yyyy-m-d` where it has none. */
export function dateFormatOf(sheet: SheetSnapshot, column: number): string {
  let known = common.get(sheet);
  if (known === undefined) common.set(sheet, (known = new Map()));
  let format = known.get(column);
  if (format === undefined) known.set(column, (format = mostCommonFormat(sheet, column)));
  return format;
}

function mostCommonFormat(sheet: SheetSnapshot, column: number): string {
  const counts = new Map<string, number>();
  for (let row = sheet.top; row < sheet.top + sheet.values.length; row += 1) {
    if (typeof valueAt(sheet, row, column) !== 'number') continue;
    const format = formatAt(sheet, row, column);
    counts.set(format, (counts.get(format) ?? 0) + 1);
  }
  const [most] = [...counts].filter(([format]) => isDateFormat(format)).sort((a, b) => b[1] - a[1]);
  return most?.[0] ?? PLAIN_DATE_FORMAT;
}

/** A date as the workbook keeps it; as text where its date system has no such day. */
export const dateValue = (of: Review, date: CivilDate): CellValue =>
  toSerial(date, of.reading.snapshot.date1904) ?? date;

/** The change that puts a date or a text into a ledger cell; none where it stands there already. */
export function cellChange(
  of: Review,
  cell: CellRef,
  value: { readonly date: CivilDate } | { readonly text: string },
): readonly Change[] {
  const sheet = sheetOf(of, cell.sheet);
  if (sheet === undefined) return [];
  const before = valueAt(sheet, cell.row, cell.column);
  if ('text' in value) return before === value.text ? [] : [{ kind: 'setCell', cell, before, after: value.text }];
  const after = dateValue(of, value.date);
  const formatBefore = formatAt(sheet, cell.row, cell.column);
  if (before === after && isDateFormat(formatBefore)) return [];
  const numberFormat = isDateFormat(formatBefore) ? formatBefore : dateFormatOf(sheet, cell.column);
  return [{ kind: 'setCell', cell, before, after, numberFormat, formatBefore }];
}
