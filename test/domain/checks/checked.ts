import { assess } from '../../../src/domain/assess';
import { parseCivilDate } from '../../../src/domain/calendar/civilDate';
import { createWorkCalendar } from '../../../src/domain/calendar/workCalendar';
import { cellAddress, type CellValue } from '../../../src/domain/cell';
import { runChecks } from '../../../src/domain/checks/runChecks';
import type { Finding, FindingCode } from '../../../src/domain/finding';
import { detectLedgers } from '../../../src/domain/ledger/detectHeader';
import { readLedger } from '../../../src/domain/ledger/readLedger';
import { historyOf, joinHistories } from '../../../src/domain/registers/history';
import { readRegisters } from '../../../src/domain/registers/readRegisters';
import { DEFAULT_SETTINGS, type RuleSetId } from '../../../src/domain/ruleSet';
import { ruleSets } from '../../../src/rules';
import { sheetOf, type SheetOptions } from '../sheetOf';

export type Rows = readonly (readonly (CellValue | null)[])[];

export interface Workbook {
  readonly ledger: Rows;
  readonly options?: SheetOptions;
  /** Registers by sheet name, header row first. */
  readonly registers?: Readonly<Record<string, Rows>>;
  readonly scheme?: RuleSetId;
  readonly asOf?: string;
  readonly today?: string;
}

/** Everything the checks say of a workbook written as rows. */
export function checked({ ledger, options, registers = {}, scheme = 'dengzhou-2018', ...days }: Workbook) {
  const asOf = parseCivilDate(days.asOf ?? '2026-10-31')!;
  const sheets = [
    sheetOf(ledger, options),
    ...Object.entries(registers).map(([name, rows]) => sheetOf(rows, { name })),
  ];
  const snapshot = { name: '台账.xlsx', date1904: false, sheets, customXml: new Map<string, string>() };
  const read = readRegisters(snapshot, asOf);
  const detected = detectLedgers(snapshot);
  const ledgers = detected.flatMap((found) => {
    if (found.kind !== 'ledger') return [];
    const sheet = sheets.find(({ name }) => name === found.connection.sheet)!;
    return [readLedger(sheet, found.connection, { directory: read.registers.directory, asOf, date1904: false })];
  });
  const matters = ledgers.flatMap((each) => each.matters);
  const { histories, findings } = joinHistories(matters, read.registers, asOf);
  const ruleSet = ruleSets[scheme];
  const calendar = createWorkCalendar(read.holidays);
  const assessments = matters.map((matter) =>
    assess(historyOf(histories, matter), { asOf, ruleSet, settings: DEFAULT_SETTINGS, calendar }),
  );
  return runChecks(
    {
      ledgers,
      histories,
      registers: read.registers,
      ruleSet,
      asOf,
      today: parseCivilDate(days.today ?? '2026-10-31')!,
      doubts: new Map(
        detected.flatMap((found) => (found.kind === 'ledger' ? [[found.connection.sheet, found.doubts]] : [])),
      ),
      found: [...read.findings, ...findings],
      sheetNames: sheets.map(({ name }) => name),
    },
    assessments,
  );
}

/** Cells (`D2`) at which a code is said, in order. */
export const cellsOf = (findings: readonly Finding[], code: FindingCode): readonly string[] =>
  findings.filter((finding) => finding.code === code).map(({ cell }) => cellAddress(cell.row, cell.column));
