import { parseCivilDate } from '../../src/domain/calendar/civilDate';
import { cellAddress, type CellValue } from '../../src/domain/cell';
import { isBlank } from '../../src/domain/cellText';
import { detectLedger } from '../../src/domain/ledger/detectHeader';
import type { Field } from '../../src/domain/ledger/fields';
import { FIELD_NAMES } from '../../src/domain/ledger/fieldNames';
import { readLedger, type LedgerReading } from '../../src/domain/ledger/readLedger';
import { rowsOf, type DateCell, type Matter, type UnitMention } from '../../src/domain/matter';
import { valueAt, type SheetSnapshot } from '../../src/domain/snapshot';
import { sheetOf, type SheetOptions } from '../domain/sheetOf';

export interface Scenario {
  readonly rows: readonly (readonly (CellValue | null)[])[];
  readonly options?: SheetOptions;
}

export interface ScenarioReading {
  readonly sheet: SheetSnapshot;
  readonly reading: LedgerReading;
  /** `牵头单位` → column letter and header. */
  readonly columns: Readonly<Record<string, string>>;
  readonly doubts: readonly string[];
}

export function readScenario({ rows, options = {} }: Scenario): ScenarioReading {
  const sheet = sheetOf(rows, options);
  const found = detectLedger(sheet);
  if (found.kind !== 'ledger') throw new Error(`没有认出台账：${JSON.stringify(found)}`);
  const asOf = parseCivilDate('2026-10-31')!;
  const reading = readLedger(sheet, found.connection, { directory: null, asOf, date1904: false });
  const columns = Object.fromEntries(
    Object.entries(found.connection.columns).map(([field, { column }]) => [
      FIELD_NAMES[field as Field],
      cellAddress(0, column).replace(/\d+$/, ''),
    ]),
  );
  return { sheet, reading, columns, doubts: found.doubts.map(({ header }) => header) };
}

/** A date cell as a clerk says it: `2026-03-31`, `15个工作日`, `长期坚持`, `读不出：尽快`, `空`. */
export function said({ reading }: DateCell): string {
  switch (reading.kind) {
    case 'blank':
      return '空';
    case 'date':
      return reading.date;
    case 'days':
      return `${reading.days}个${reading.unit === 'working' ? '工作日' : '自然日'}`;
    case 'recurring':
      return `长期：${reading.text}`;
    case 'ambiguous':
      return `两可：${reading.candidates.join('或')}`;
    case 'unreadable':
      return `读不出：${reading.text}`;
  }
}

export const units = (mentions: readonly UnitMention[]): string => mentions.map(({ unit }) => unit).join('、');

/** One line a matter: `序号 | 事项 | 牵头 | 配合 | 时限 | 状态`. */
export const lines = (matters: readonly Matter[]): readonly string[] =>
  matters.map((matter) =>
    [
      matter.id ?? '无号',
      matter.title ?? '无事项',
      units(matter.leadUnits) || '无单位',
      units(matter.coUnits) || '—',
      said(matter.deadline),
      matter.status,
    ].join(' | '),
  );

/** Filled cells of mapped columns below the header that were neither read nor reported nor part of a plain row. */
export function silentCells({ sheet, reading }: ScenarioReading): readonly string[] {
  const plain = new Set([
    ...reading.sections.map(({ row }) => row),
    ...reading.totalsRows,
    ...reading.footerRows,
    ...reading.spacerRows,
  ]);
  const owner = new Map(reading.matters.flatMap((matter) => rowsOf(matter).map(({ row }) => [row, matter] as const)));
  const reported = new Set(reading.findings.map(({ cell }) => cellAddress(cell.row, cell.column)));
  const silent: string[] = [];
  const bottom = sheet.top + sheet.values.length;
  for (let row = reading.connection.headerBottom + 1; row < bottom; row += 1) {
    if (plain.has(row)) continue;
    for (const [field, mapped] of Object.entries(reading.connection.columns)) {
      if (isBlank(valueAt(sheet, row, mapped.column))) continue;
      const address = cellAddress(row, mapped.column);
      const matter = owner.get(row);
      if (!reported.has(address) && (matter === undefined || !holds(matter, field as Field, row))) silent.push(address);
    }
  }
  return silent;
}

function holds(matter: Matter, field: Field, row: number): boolean {
  const own = rowsOf(matter).find((each) => each.row === row);
  switch (field) {
    case 'leadUnit':
    case 'coUnits':
      return matter.leadUnits.length + matter.coUnits.length > 0;
    case 'deadline':
      return own?.deadline.reading.kind !== 'blank';
    case 'closedOn':
      return own?.closedOn.reading.kind !== 'blank';
    case 'status':
      return own?.status !== 'blank';
    case 'classification':
      return true;
    default: {
      const value = matter[field];
      if (value === null) return matter.rows.some((each) => each.row === row && each.text !== '');
      return typeof value === 'string' ? value !== '' : value.reading.kind !== 'blank';
    }
  }
}
