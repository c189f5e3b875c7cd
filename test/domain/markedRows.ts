import { createWorkCalendar } from '../../src/domain/calendar/workCalendar';
import type { CivilDate } from '../../src/domain/calendar/civilDate';
import { readDate } from '../../src/domain/calendar/readDate';
import { toSerial } from '../../src/domain/calendar/serialDate';
import { assess } from '../../src/domain/assess';
import type { Assessment, MatterHistory } from '../../src/domain/assessment';
import type { LedgerConnection } from '../../src/domain/ledger/connection';
import { statusMeaning } from '../../src/domain/ledger/statusWords';
import type { DateCell } from '../../src/domain/matter';
import { DEFAULT_SETTINGS, type RuleSetId } from '../../src/domain/ruleSet';
import { ruleSets } from '../../src/rules';
import { matter, notice } from './builders';

/** Columns of the ledger in these tests, A to K; 序号 and 事项 stand in A and B. */
export const COLUMNS = {
  title: 1,
  assignedOn: 2,
  deadline: 3,
  leaderDeadline: 4,
  extendedTo: 5,
  extensionApprover: 6,
  closedOn: 7,
  status: 8,
  reminderOn: 9,
  orderOn: 10,
} as const;
export type Column = keyof typeof COLUMNS;
export const SHEET = '督查台账';

export function connectionOf(columns: readonly Column[], statusHeader = '办理状态'): LedgerConnection {
  return {
    sheet: SHEET,
    headerTop: 0,
    headerBottom: 0,
    columns: Object.fromEntries(
      columns.map((column) => [
        column,
        { column: COLUMNS[column], header: column === 'status' ? statusHeader : column },
      ]),
    ),
    leadReading: 'firstLeads',
    deadlineInDays: null,
  };
}

/** A row as it stands in the sheet: serial numbers and text by column; what is left out is blank. */
export type SheetRow = Readonly<Partial<Record<Column, string | number>>>;

/** Serial number of a day. */
export const serial = (date: string): number => toSerial(date as CivilDate, false)!;

/** Reads a row as the ledger reader does and assesses it; the register has the notices its columns tell of. */
export function assessRow(
  row: number,
  cells: SheetRow,
  connection: LedgerConnection,
  asOf: CivilDate,
  by: RuleSetId,
  history: Partial<MatterHistory> = {},
): { readonly assessment: Assessment; readonly history: MatterHistory } {
  const dateCell = (field: Column, assignedOn: CivilDate | null = null): DateCell => {
    const mapped = connection.columns[field];
    if (mapped === undefined) return { reading: { kind: 'blank' }, cell: null, volatile: false };
    const context = { assignedOn, titleYear: null, asOf, date1904: false, bareNumberIsDays: null };
    const value = cells[field] ?? '';
    return {
      reading: readDate(value, typeof value === 'number' && value < 10_000 ? 'General' : 'yyyy/m/d', context),
      cell: { sheet: connection.sheet, row, column: mapped.column },
      volatile: false,
    };
  };
  const header = connection.columns.status?.header;
  const statusText = header === undefined ? '' : String(cells.status ?? '').trim();
  const [reminderOn, orderOn] = [dateCell('reminderOn'), dateCell('orderOn')];
  const one = matter({
    sheet: connection.sheet,
    row,
    assignedOn: dateCell('assignedOn'),
    deadline: dateCell('deadline'),
    leaderDeadline: dateCell('leaderDeadline'),
    extendedTo: dateCell('extendedTo'),
    extensionApprover: connection.columns.extensionApprover ? String(cells.extensionApprover ?? '').trim() : null,
    closedOn: dateCell('closedOn'),
    status: header === undefined ? 'blank' : statusMeaning(statusText, header),
    statusText,
    reminderOn,
    orderOn,
    cells: {},
  });
  const notices = [
    ...(reminderOn.reading.kind === 'date' ? [notice({ form: 'reminderNotice', date: reminderOn.reading.date })] : []),
    ...(orderOn.reading.kind === 'date' ? [notice({ form: 'supervisionOrder', date: orderOn.reading.date })] : []),
  ];
  const joined: MatterHistory = { matter: one, notices, proceedings: [], ...history };
  const context = { asOf, ruleSet: ruleSets[by], settings: DEFAULT_SETTINGS, calendar: createWorkCalendar() };
  return { assessment: assess(joined, context), history: joined };
}
