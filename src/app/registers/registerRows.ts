import { isDateFormat } from '../../domain/calendar/dateFormat';
import type { CellValue } from '../../domain/cell';
import { cellText, isBlank } from '../../domain/cellText';
import type { RegisterSheet } from '../../domain/ledger/ownSheets';
import type { RegisterValue } from '../../domain/notices/registerRow';
import type { Change, DrawnNumbers, SheetContent } from '../../domain/plan';
import { NOTICE_HEADERS } from '../../domain/registers/readNotices';
import { layoutOf, registerSheet, type RegisterLayout } from '../../domain/registers/registerSheet';
import { formatAt, valueAt, type SheetSnapshot } from '../../domain/snapshot';
import { dateValue, PLAIN_DATE_FORMAT } from '../ledger/ledgerCells';
import type { Review } from '../reading/review';

/** What a register cell takes; numbers are for amounts (分值). */
export type RegisterCell = RegisterValue | { readonly number: number };

/** Rows for one of the add-in's registers, by header. */
export interface RegisterAppend<Header extends string> {
  readonly register: RegisterSheet;
  /** Every column the register may have, in the order of a new sheet. 台账 is left out where there is one ledger. */
  readonly headers: readonly Header[];
  readonly rows: readonly Readonly<Partial<Record<Header, RegisterCell>>>[];
  /** Widths in characters of a new sheet's columns; 13 where not given. */
  readonly widths: Readonly<Partial<Record<Header, number>>>;
}

const LEDGER_NAME = '台账';
const HEADER_LOOK = { bold: true, fill: '#E7E6E6', align: 'center' } as const;

/**
 * Puts rows under a register. Columns are found by their headers in any order; a column that is missing and has
 * something to say is added to the right, nothing is dropped. A workbook without the register gets a new sheet.
 */
export function appendToRegister<Header extends string>(of: Review, append: RegisterAppend<Header>): readonly Change[] {
  const { register, rows } = append;
  if (rows.length === 0) return [];
  const several = of.ledgers.length > 1;
  const headers = append.headers.filter((header) => header !== LEDGER_NAME || several);
  const sheet = registerSheet(of.reading.snapshot, register);
  const layout = sheet === undefined ? null : layoutOf(sheet, append.headers);
  if (sheet !== undefined && layout !== null) return appended(of, { ...append, headers }, sheet, layout);
  const named = of.reading.survey.sheets.find(({ head }) => head.name.trim() === register)?.head.name;
  if (named !== undefined && (sheet === undefined || sheet.values.every((row) => row.every(isBlank)))) {
    return [underNothing(of, { ...append, headers }, named)];
  }
  return [{ kind: 'addSheet', name: register, content: newRegister(of, { ...append, headers }) }];
}

function valueOf(of: Review, value: RegisterCell | undefined): CellValue {
  if (value === null || value === undefined) return '';
  if ('number' in value) return value.number;
  return 'text' in value ? value.text : dateValue(of, value.date);
}

const holdsDates = <Header extends string>({ rows }: RegisterAppend<Header>, header: Header): boolean =>
  rows.some((row) => {
    const value = row[header];
    return value !== null && value !== undefined && 'date' in value;
  });

function newRegister<Header extends string>(of: Review, append: RegisterAppend<Header>): SheetContent {
  const { headers, rows, widths } = append;
  return {
    columnWidths: headers.map((header) => widths[header] ?? 13),
    frozenRows: 1,
    rows: [
      headers.map((value) => ({ value, ...HEADER_LOOK })),
      ...rows.map((row) =>
        headers.map((header) => {
          const value = row[header];
          const isDate = value !== null && value !== undefined && 'date' in value;
          return { value: valueOf(of, value), ...(isDate ? { numberFormat: PLAIN_DATE_FORMAT } : {}) };
        }),
      ),
    ],
  };
}

/** The sheet is there and blank: headers and rows from its first row on. */
function underNothing<Header extends string>(of: Review, append: RegisterAppend<Header>, name: string): Change {
  const { headers, rows } = append;
  return {
    kind: 'appendRows',
    sheet: name,
    at: 0,
    rows: [[...headers], ...rows.map((row) => headers.map((header) => valueOf(of, row[header])))],
    formats: headers.map((header) => (holdsDates(append, header) ? PLAIN_DATE_FORMAT : null)),
  };
}

function appended<Header extends string>(
  of: Review,
  append: RegisterAppend<Header>,
  sheet: SheetSnapshot,
  layout: RegisterLayout,
): readonly Change[] {
  const { headers, rows } = append;
  const columns = new Map<number, Header>();
  for (const header of headers) {
    const column = layout.columns.get(header);
    if (column !== undefined) columns.set(column, header);
  }
  const missing = headers.filter(
    (header) => !layout.columns.has(header) && rows.some((row) => valueOf(of, row[header]) !== ''),
  );
  const firstFree = firstFreeColumn(sheet, layout);
  missing.forEach((header, index) => columns.set(firstFree + index, header));
  const width = Math.max(...columns.keys()) + 1;
  const above = layout.nextRow - 1 > layout.headerRow ? layout.nextRow - 1 : null;
  const at = Array.from({ length: width }, (_, column) => columns.get(column));
  return [
    ...missing.map((header, index): Change => ({
      kind: 'setCell',
      cell: { sheet: sheet.name, row: layout.headerRow, column: firstFree + index },
      before: '',
      after: header,
    })),
    {
      kind: 'appendRows',
      sheet: sheet.name,
      at: layout.nextRow,
      rows: rows.map((row) => at.map((header) => (header === undefined ? '' : valueOf(of, row[header])))),
      formats: at.map((header, column) => {
        const continued = above === null ? null : formatAt(sheet, above, column);
        if (header !== undefined && holdsDates(append, header)) {
          return continued !== null && isDateFormat(continued) ? continued : PLAIN_DATE_FORMAT;
        }
        return continued === 'General' ? null : continued;
      }),
      ...(above === null ? {} : { like: above }),
    },
  ];
}

/** The rows that record letters, with the columns by which their numbers are settled with co-authors. */
export function withDrawn(changes: readonly Change[], of: Review, register: RegisterSheet): readonly Change[] {
  const sheet = registerSheet(of.reading.snapshot, register);
  return changes.map((change) => {
    if (change.kind !== 'appendRows') return change;
    const blank = change.at === 0;
    const columns = blank
      ? new Map((change.rows[0] ?? []).map((header, column) => [header, column]))
      : sheet === undefined
        ? undefined
        : layoutOf(sheet, NOTICE_HEADERS)?.columns;
    const drawn = columns === undefined ? null : drawnColumns(columns, blank ? 1 : 0);
    return drawn === null ? change : { ...change, drawn };
  });
}

/** Null where the office's register has no column that a reservation could be told by. */
function drawnColumns(columns: ReadonlyMap<unknown, number>, from: number): DrawnNumbers | null {
  const form = columns.get('文书');
  const number = columns.get('编号');
  const status = columns.get('状态');
  const note = columns.get('备注') ?? columns.get('经办人');
  if (form === undefined || number === undefined || status === undefined || note === undefined) return null;
  return { form, number, status, note, from };
}

/** Right of everything in the header's row and below it. */
export function firstFreeColumn(sheet: SheetSnapshot, { headerRow, nextRow }: RegisterLayout): number {
  let last = sheet.left;
  for (let row = headerRow; row < nextRow; row += 1) {
    const width = sheet.values[row - sheet.top]?.length ?? 0;
    for (let column = sheet.left + width - 1; column > last; column -= 1) {
      if (cellText(valueAt(sheet, row, column)) !== '') last = column;
    }
  }
  return last + 1;
}
