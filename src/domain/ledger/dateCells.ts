import type { CellRef, CellValue } from '../cell';
import { isErrorValue } from '../cellText';
import type { CivilDate } from '../calendar/civilDate';
import { readDate, type DateContext } from '../calendar/readDate';
import { toSerial } from '../calendar/serialDate';
import type { CellFix } from '../finding';
import type { DateCell, DateReading } from '../matter';

export const BLANK_DATE: DateReading = { kind: 'blank' };

/** The cell of a column the ledger does not have. */
export const NO_COLUMN: DateCell = { reading: BLANK_DATE, cell: null, volatile: false };

/** A date column of one ledger; `volatile` where the formula of a cell is. */
export interface DatePlace {
  readonly sheet: string;
  readonly column: number;
  readonly volatile: boolean;
}

/** A date cell that makes its address when asked: a large ledger has hundreds of thousands and few are asked. */
export class PlacedDate implements DateCell {
  constructor(
    readonly reading: DateReading,
    private readonly row: number,
    private readonly place: DatePlace,
  ) {}

  get cell(): CellRef {
    return { sheet: this.place.sheet, row: this.row, column: this.place.column };
  }

  get volatile(): boolean {
    return this.place.volatile;
  }

  /** As a plain date cell, so that two can be compared as texts. */
  toJSON(): DateCell {
    return { reading: this.reading, cell: this.cell, volatile: this.volatile };
  }
}

/** Number format of a date written by a fix. */
export const DATE_FORMAT = 'yyyy-mm-dd';

/** Reads the cells of one date column; equal cells are read once. */
export interface DateColumnReader {
  read(value: CellValue, numberFormat: string, assignedOn: CivilDate | null): DateReading;
}

export function createDateColumnReader(context: Omit<DateContext, 'assignedOn'>): DateColumnReader {
  const numbers = new Map<string, Map<number, DateReading>>();
  const texts = new Map<string, Map<string, DateReading>>();
  // Of one column nearly all cells have the same format.
  let format: string | null = null;
  let ofFormat = new Map<number, DateReading>();
  function numbersIn(numberFormat: string): Map<number, DateReading> {
    if (numberFormat === format) return ofFormat;
    let known = numbers.get(numberFormat);
    if (known === undefined) numbers.set(numberFormat, (known = new Map()));
    format = numberFormat;
    return (ofFormat = known);
  }
  return {
    read(value, numberFormat, assignedOn) {
      if (value === '') return BLANK_DATE;
      if (typeof value === 'number') {
        const known = numbersIn(numberFormat);
        let reading = known.get(value);
        if (reading === undefined) {
          reading = readDate(value, numberFormat, { ...context, assignedOn });
          // 5.1 and the like take their year from the assignment: only whole dates may be kept.
          if (reading.kind !== 'date' || reading.text === null) known.set(value, reading);
        }
        return reading;
      }
      if (typeof value === 'boolean') return { kind: 'unreadable', text: value ? 'TRUE' : 'FALSE' };
      if (isErrorValue(value)) return { kind: 'unreadable', text: value };
      const since = assignedOn ?? '';
      let known = texts.get(since);
      if (known === undefined) texts.set(since, (known = new Map()));
      let reading = known.get(value);
      if (reading === undefined) {
        reading = readDate(value, numberFormat, { ...context, assignedOn });
        known.set(value, reading);
      }
      return reading;
    },
  };
}

/** The fix that makes a date written as text a real date; null where the workbook's date system has no such day. */
export function textDateFix(cell: CellRef, before: CellValue, date: CivilDate, date1904: boolean): CellFix | null {
  const after = toSerial(date, date1904);
  return after === null ? null : { cell, before, after, numberFormat: DATE_FORMAT, shown: date };
}
