import type { CivilDate } from '../calendar/civilDate';
import { addDays } from '../calendar/civilDate';
import type { CellRef, CellValue } from '../cell';
import { cellText, isBlank } from '../cellText';
import type { Finding } from '../finding';
import { findingOf } from '../findingLevels';
import { createDateColumnReader, type DateColumnReader } from '../ledger/dateCells';
import { foldHeader, withoutBrackets } from '../ledger/headerText';
import { indexMerges, type MergeIndex } from '../ledger/mergeIndex';
import type { RegisterSheet } from '../ledger/ownSheets';
import { formatAt, valueAt, type SheetSnapshot, type WorkbookSnapshot } from '../snapshot';
import { registerColumns } from './headerNames';
import type { MatterReference } from './registers';

const SEARCHED_ROWS = 10;

/** Where a register's columns stand, found by their headers in any order. Rows and columns are absolute. */
export interface RegisterLayout {
  readonly sheet: string;
  readonly headerRow: number;
  readonly columns: ReadonlyMap<string, number>;
  /** First row below the last filled one. */
  readonly nextRow: number;
}

/** Why a register row was not taken, or not whole. Facts of `register-row`: register, column, text, problem. */
export type RegisterProblem =
  /** A cell that must be filled is blank. */
  | 'blank'
  /** Not a date, not a number. */
  | 'unreadable'
  /** A word the register does not know (文书, 类型, 状态). */
  | 'unknownWord'
  /** The sheet has no such column. */
  | 'noColumn'
  /** Neither 事项编号 nor 事项 is given. */
  | 'noMatter'
  /** A name that is already another row's. */
  | 'repeated'
  /** 其他加减分 names nobody who proposed or approved it; it counts all the same (what it needs to count is 依据). */
  | 'nameMissing'
  /** Everything that tells an event apart is as in another row. */
  | 'sameEvent';

/** A register sheet by its exact name, spaces around it aside; undefined where the workbook has none. */
export const registerSheet = (workbook: WorkbookSnapshot, name: RegisterSheet): SheetSnapshot | undefined =>
  workbook.sheets.find((sheet) => sheet.name === name) ?? workbook.sheets.find((sheet) => sheet.name.trim() === name);

/** Finds the header row: the one that names most of the register's columns. Null where none names the first two. */
export function layoutOf(sheet: SheetSnapshot, headers: readonly string[]): RegisterLayout | null {
  let best: { row: number; columns: Map<string, number> } | null = null;
  for (let index = 0; index < Math.min(SEARCHED_ROWS, sheet.values.length); index += 1) {
    const texts = sheet.values[index]!.map((value) =>
      typeof value === 'string' && value !== '' ? withoutBrackets(foldHeader(value)) : '',
    );
    const found = registerColumns(texts, headers);
    if (found.size <= (best?.columns.size ?? 0)) continue;
    best = { row: sheet.top + index, columns: new Map([...found].map(([name, at]) => [name, sheet.left + at])) };
  }
  if (best === null) return null;
  let last = sheet.values.length - 1;
  while (last >= 0 && sheet.values[last]!.every(isBlank)) last -= 1;
  return { sheet: sheet.name, headerRow: best.row, columns: best.columns, nextRow: sheet.top + last + 1 };
}

/** Reads one register sheet row by row, noting what cannot be read. */
export class RegisterRows {
  readonly findings: Finding[] = [];
  private readonly merges: MergeIndex | null;

  private constructor(
    private readonly sheet: SheetSnapshot,
    private readonly layout: RegisterLayout,
    private readonly dates: DateColumnReader,
  ) {
    const { headerRow, nextRow } = layout;
    this.merges = sheet.merges.length === 0 ? null : indexMerges(sheet, headerRow + 1, nextRow);
  }

  /** Null with a finding where a column is missing without which no row can be read. */
  static open(
    sheet: SheetSnapshot,
    headers: readonly string[],
    needed: readonly string[],
    context: { readonly asOf: CivilDate; readonly date1904: boolean },
  ): { readonly rows: RegisterRows | null; readonly findings: readonly Finding[] } {
    const layout = layoutOf(sheet, headers);
    const missing = needed.filter((header) => !layout?.columns.has(header));
    if (layout !== null && missing.length === 0) {
      const dates = createDateColumnReader({ ...context, titleYear: null, bareNumberIsDays: null });
      return { rows: new RegisterRows(sheet, layout, dates), findings: [] };
    }
    if (sheet.values.every((row) => row.every(isBlank))) return { rows: null, findings: [] };
    const cell = { sheet: sheet.name, row: layout?.headerRow ?? sheet.top, column: sheet.left };
    return { rows: null, findings: missing.map((column) => finding(cell, sheet.name, column, '', 'noColumn')) };
  }

  /** Absolute rows below the header that hold anything. */
  *filled(): Generator<number> {
    for (let row = this.layout.headerRow + 1; row < this.layout.nextRow; row += 1) {
      if (!this.sheet.values[row - this.sheet.top]!.every(isBlank)) yield row;
    }
  }

  /** Whether the row stands below the header and holds anything. */
  isFilled(row: number): boolean {
    const { headerRow, nextRow } = this.layout;
    return row > headerRow && row < nextRow && !this.sheet.values[row - this.sheet.top]!.every(isBlank);
  }

  cell(row: number, header: string): CellRef {
    const column = this.layout.columns.get(header) ?? Math.min(...this.layout.columns.values());
    return { sheet: this.sheet.name, row, column };
  }

  value(row: number, header: string): CellValue {
    const column = this.layout.columns.get(header);
    return column === undefined ? '' : valueAt(this.sheet, this.homeRow(row, header, column), column);
  }

  /** The row whose cell is seen here: a day or a kind may be merged over the rows it is said of; points never are. */
  private homeRow(row: number, header: string, column: number): number {
    const area = this.merges === null || header === '分值' ? null : this.merges.at(row, column);
    const isOfColumn = area !== null && area.left === column && area.right === column;
    return isOfColumn && area.top > this.layout.headerRow ? area.top : row;
  }

  text(row: number, header: string): string {
    return cellText(this.value(row, header));
  }

  textOrNull(row: number, header: string): string | null {
    return this.text(row, header) || null;
  }

  names(row: number, header: string): readonly string[] {
    return splitList(this.text(row, header));
  }

  /**
   * A date of the register; null where blank, and where it cannot be read (a finding then). `from`: the day a count
   * of days (`3日内`) or a date without a year starts from.
   */
  date(row: number, header: string, from: CivilDate | null = null): CivilDate | null {
    const value = this.value(row, header);
    const column = this.layout.columns.get(header);
    if (column === undefined || isBlank(value)) return null;
    const reading = this.dates.read(value, formatAt(this.sheet, this.homeRow(row, header, column), column), from);
    if (reading.kind === 'date' && (!reading.periodEnd || from !== null)) return reading.date;
    if (reading.kind === 'days' && reading.unit === 'natural' && from !== null) return addDays(from, reading.days);
    this.problem(row, header, 'unreadable');
    return null;
  }

  /** A date without which the row says nothing; a blank is a finding too. */
  neededDate(row: number, header: string): CivilDate | null {
    if (isBlank(this.value(row, header))) {
      this.problem(row, header, 'blank');
      return null;
    }
    return this.date(row, header);
  }

  /** A text without which the row says nothing. */
  neededText(row: number, header: string): string | null {
    const text = this.text(row, header);
    if (text === '') this.problem(row, header, 'blank');
    return text || null;
  }

  matters(row: number): MatterReference {
    return {
      ledger: this.textOrNull(row, '台账'),
      ids: splitList(this.text(row, '事项编号')),
      title: this.textOrNull(row, '事项'),
    };
  }

  problem(row: number, header: string, problem: RegisterProblem, level?: Finding['level']): void {
    const cell = this.cell(row, header);
    const found = finding(cell, this.sheet.name, header, String(this.value(row, header)).slice(0, 60), problem);
    this.findings.push(level === undefined ? found : { ...found, level });
  }
}

function finding(cell: CellRef, register: string, column: string, text: string, problem: RegisterProblem): Finding {
  return findingOf('register-row', cell, { register: register.trim(), column, text, problem });
}

/** `12、13` → `12`, `13`. */
export function splitList(text: string): readonly string[] {
  if (!SEPARATORS.test(text)) return text.trim() === '' ? [] : [text.trim()];
  return text
    .split(SEPARATORS)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

const SEPARATORS = /[、，,；;\r\n]+/;
