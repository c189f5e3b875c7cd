import type { CivilDate } from '../calendar/civilDate';
import type { Finding } from '../finding';
import type { Matter } from '../matter';
import { atOnce, type InPortions } from '../portions';
import type { DirectoryUnit } from '../registers/registers';
import { createUnitDirectory } from '../registers/unitDirectory';
import type { SheetSnapshot } from '../snapshot';
import type { LedgerConnection } from './connection';
import { groupRows, mergesBelow, type RowGroup } from './groupRows';
import { isTableHeader } from './headersBelow';
import { markIdentity } from './identity';
import { NamingOfMatters } from './namedMatters';
import { createMatterReader } from './readMatter';
import { titleYear } from './titleYear';

export interface ReadLedgerOptions {
  /** Rows of 单位名录; null where the workbook has none. */
  readonly directory: readonly DirectoryUnit[] | null;
  readonly asOf: CivilDate;
  readonly date1904: boolean;
  /** Name of the file, for the year where neither title lines nor the sheet name it. */
  readonly workbookName?: string;
}

/** A ledger sheet read into matters. Rows count from 0 in the sheet. */
export interface LedgerReading {
  readonly sheet: string;
  /** The sheet it was read from. */
  readonly snapshot: SheetSnapshot;
  readonly connection: LedgerConnection;
  readonly matters: readonly Matter[];
  readonly sections: readonly { readonly row: number; readonly text: string }[];
  /** 合计, 小计, 总计. */
  readonly totalsRows: readonly number[];
  /** 填表人, 审核人, 备注： lines. */
  readonly footerRows: readonly number[];
  /** Blank rows between filled ones. */
  readonly spacerRows: readonly number[];
  /** Header rows of tables with other columns, above or below: not read. */
  readonly otherTables: readonly number[];
  /** Rows of matters that are hidden or filtered away. */
  readonly hiddenCount: number;
  /** Last row of the last matter; the header's last row where there is none. A new matter goes below it. */
  readonly lastMatterRow: number;
  readonly titleYear: number | null;
  /** What reading alone can tell: dates, formulas, spaces, rows that cannot be told apart. */
  readonly findings: readonly Finding[];
}

/** Reads the rows below a ledger's header. Never throws on what cells hold. */
export const readLedger = (...asked: Parameters<typeof ledgerInPortions>): LedgerReading =>
  atOnce(ledgerInPortions(...asked));

export function* ledgerInPortions(
  sheet: SheetSnapshot,
  connection: LedgerConnection,
  options: ReadLedgerOptions,
): InPortions<LedgerReading> {
  const merges = mergesBelow(sheet, connection);
  const year = titleYear(sheet, connection.headerTop, options.workbookName ?? null);
  const hidden = hiddenRowTest(sheet);
  const reader = createMatterReader({
    sheet,
    connection,
    merges,
    directory: createUnitDirectory(options.directory),
    asOf: options.asOf,
    date1904: options.date1904,
    titleYear: year,
    hidden,
  });
  const naming = new NamingOfMatters();
  const read: Matter[] = [];
  let hiddenCount = 0;
  let lastMatterRow = connection.headerBottom;
  const readOne = (group: RowGroup): void => {
    const matter = reader.read(group);
    read.push(matter);
    naming.add(matter);
    if (sheet.hiddenRows.length > 0) hiddenCount += group.rows.filter(hidden).length;
    lastMatterRow = group.rows.at(-1)!;
  };
  const others = yield* groupRows(sheet, connection, merges, readOne);
  naming.doneFor(read);
  const { matters, findings } = yield* markIdentity(read);
  return {
    sheet: sheet.name,
    snapshot: sheet,
    connection,
    matters,
    ...others,
    otherTables: [...tablesAbove(sheet, connection), ...others.otherTables],
    hiddenCount,
    lastMatterRow,
    titleYear: year,
    findings: [...reader.findings, ...findings],
  };
}

/** Rows above the ledger's header that are headers too. */
const tablesAbove = (sheet: SheetSnapshot, { headerTop }: LedgerConnection): readonly number[] =>
  sheet.values
    .slice(0, Math.max(0, headerTop - sheet.top))
    .flatMap((values, index) => (isTableHeader(values) ? [sheet.top + index] : []));

function hiddenRowTest(sheet: SheetSnapshot): (row: number) => boolean {
  if (sheet.hiddenRows.length === 0) return () => false;
  const hidden = new Set<number>();
  const last = sheet.top + sheet.values.length - 1;
  for (const span of sheet.hiddenRows) {
    for (let row = Math.max(span.first, sheet.top); row <= Math.min(span.last, last); row += 1) hidden.add(row);
  }
  return (row) => hidden.has(row);
}
