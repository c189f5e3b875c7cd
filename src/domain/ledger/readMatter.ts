import type { CellRef, CellValue } from '../cell';
import { cellText, isErrorValue } from '../cellText';
import type { CivilDate } from '../calendar/civilDate';
import type { Finding, FindingCode } from '../finding';
import { findingOf } from '../findingLevels';
import { narrowLettersAndDigits } from '../foldText';
import type { DateCell, DateReading, Matter, MatterRow } from '../matter';
import type { UnitDirectory } from '../registers/unitDirectory';
import { valueAt, type ColumnFormats, type SheetSnapshot } from '../snapshot';
import { isClassifiedGrade, isMarkedNote, isMarkedTitle } from './classified';
import type { LedgerConnection } from './connection';
import {
  BLANK_DATE,
  NO_COLUMN,
  PlacedDate,
  createDateColumnReader,
  textDateFix,
  type DateColumnReader,
  type DatePlace,
} from './dateCells';
import { FIELDS, DATE_FIELDS, type Field } from './fields';
import type { RowGroup } from './groupRows';
import { MatterCells } from './matterCells';
import type { MergeIndex } from './mergeIndex';
import { dedupe, joinUnits } from './joinUnits';
import { createStatusReader } from './readStatus';
import { closingOfStages, latestOf, statusOfStages } from './stages';
import { needsLook, tidyText, type TextKind, type TidyReading } from './tidyText';
import { readUnitCell, type UnitCellReading } from './unitCell';
import { isVolatileFormula } from './volatileFormula';

export interface MatterReadingContext {
  readonly sheet: SheetSnapshot;
  readonly connection: LedgerConnection;
  readonly merges: MergeIndex;
  readonly directory: UnitDirectory;
  readonly asOf: CivilDate;
  readonly date1904: boolean;
  readonly titleYear: number | null;
  readonly hidden: (row: number) => boolean;
}

/** Fields tidied on sight, and how; dates are dealt with as dates, long prose is left alone. */
const TIDIED: Readonly<Partial<Record<Field, TextKind>>> = {
  id: 'short',
  title: 'prose',
  category: 'short',
  leadUnit: 'units',
  coUnits: 'units',
  person: 'short',
  phone: 'short',
  status: 'short',
  assignmentNo: 'short',
  reminderNo: 'short',
  orderNo: 'short',
  extensionApprover: 'short',
};

/** Fields whose answer must not change by itself overnight. */
const KEY_FIELDS: readonly Field[] = ['id', 'title', 'leadUnit', 'status', ...DATE_FIELDS];

interface MappedColumn {
  readonly field: Field;
  readonly column: number;
  readonly tidy: TextKind | null;
  readonly formulas: readonly CellValue[] | null;
}

interface DateColumn {
  readonly field: Field;
  readonly place: DatePlace;
  readonly volatilePlace: DatePlace;
  readonly reader: DateColumnReader;
  readonly formats: ColumnFormats;
  readonly formulas: readonly CellValue[] | null;
}

const ONE_ROW: readonly MatterRow[] = [];

/** Cells of cooperating units that are kept in mind: where more are different, nearly all are, and none is met again. */
const REMEMBERED = 2000;

/** A date written as text, or what is no date: most cells are neither. */
const worthSaying = (reading: DateReading): boolean => reading.kind !== 'date' || reading.text !== null;

/** `15天` and 长期 say when something is due; in the column of a day they are no day, and nobody would know. */
const isOutOfPlace = (
  reading: DateReading,
  field: Field,
): reading is Extract<DateReading, { kind: 'days' | 'recurring' }> =>
  (reading.kind === 'days' && field !== 'deadline' && field !== 'leaderDeadline') ||
  (reading.kind === 'recurring' && field !== 'deadline' && field !== 'reportedOn');

/** Reads matters of one ledger, remembering what equal cells said. */
export interface MatterReader {
  read(group: RowGroup): Matter;
  readonly findings: Finding[];
}

/**
 * The row a cell's value stands in: the top of its vertical merge; -1 where another column's merge covers it. Every
 * matter keeps it: made apart, it holds on to nothing else of the reading.
 */
function homeRows(merges: MergeIndex, headerBottom: number): (row: number, column: number) => number {
  return (row, column) => {
    if (merges.inRow(row).length === 0) return row;
    const area = merges.at(row, column);
    if (area === null) return row;
    if (area.left < column) return -1;
    return area.top > headerBottom ? area.top : row;
  };
}

export function createMatterReader(context: MatterReadingContext): MatterReader {
  const { sheet, connection, merges, directory } = context;
  const findings: Finding[] = [];
  const columns: MappedColumn[] = [];
  const columnOf: Partial<Record<Field, number>> = {};
  for (const field of FIELDS) {
    const column = connection.columns[field]?.column;
    if (column === undefined) continue;
    columnOf[field] = column;
    const formulas = KEY_FIELDS.includes(field) ? (sheet.formulas.get(column) ?? null) : null;
    columns.push({ field, column, tidy: TIDIED[field] ?? null, formulas });
  }
  const dates: Partial<Record<Field, DateColumn>> = {};
  for (const field of DATE_FIELDS) {
    const column = columnOf[field];
    if (column === undefined) continue;
    const reader = createDateColumnReader({
      titleYear: context.titleYear,
      asOf: context.asOf,
      date1904: context.date1904,
      bareNumberIsDays: field === 'deadline' ? connection.deadlineInDays : null,
    });
    const place = { sheet: sheet.name, column, volatile: false };
    dates[field] = {
      field,
      place,
      volatilePlace: { ...place, volatile: true },
      reader,
      formats: sheet.formats.get(column) ?? 'General',
      formulas: sheet.formulas.get(column) ?? null,
    };
  }
  const units = new Map<string, UnitCellReading>();
  const besides = new Map<string, UnitCellReading>();
  const tidied: Record<TextKind, Map<string, TidyReading | null>> = {
    short: new Map(),
    prose: new Map(),
    units: new Map(),
  };

  const homeRow = homeRows(merges, connection.headerBottom);
  const keyStart = `${sheet.name}!`;
  const layout = { sheet: sheet.name, columns: columnOf, homeRow };

  // The row that is being read: most rows have no merged cell, and of such a row every cell is its own.
  let turned = -1;
  let cells: readonly CellValue[] = [];
  let merged = false;
  function turnTo(row: number): void {
    if (row === turned) return;
    turned = row;
    cells = sheet.values[row - sheet.top] ?? [];
    merged = merges.inRow(row).length > 0;
  }
  function raw(row: number, column: number | undefined): CellValue {
    if (column === undefined) return '';
    turnTo(row);
    if (!merged) return cells[column - sheet.left] ?? '';
    const home = homeRow(row, column);
    return home < 0 ? '' : valueAt(sheet, home, column);
  }
  function say(code: FindingCode, cell: CellRef, matter: string, facts: Finding['facts'], fix?: Finding['fix']): void {
    findings.push(findingOf(code, cell, facts, { matter, fix }));
  }

  function lookOver(row: number, key: string, classified: boolean): void {
    const values = sheet.values[row - sheet.top]!;
    for (const { field, column, tidy, formulas } of columns) {
      const value = values[column - sheet.left] ?? '';
      if (value === '') continue;
      if (formulas !== null) {
        const formula = formulas[row - sheet.top];
        if (typeof formula === 'string' && formula.charCodeAt(0) === 61 && isVolatileFormula(formula)) {
          say('volatile-formula', { sheet: sheet.name, row, column }, key, { field });
        }
      }
      if (typeof value !== 'string') continue;
      if (isErrorValue(value)) {
        say('formula-error', { sheet: sheet.name, row, column }, key, { field, text: value });
        continue;
      }
      if (tidy === null || !needsLook(value)) continue;
      let reading = tidied[tidy].get(value);
      if (reading === undefined) tidied[tidy].set(value, (reading = tidyText(value, tidy)));
      if (reading === null) continue;
      const cell = { sheet: sheet.name, row, column };
      const fix = { cell, before: value, after: reading.after, shown: reading.after };
      const withheld = classified && field === 'title';
      say(reading.code, cell, key, { field }, withheld || formulaAt(row, column) ? undefined : fix);
    }
  }
  function formulaAt(row: number, column: number): boolean {
    const formula = sheet.formulas.get(column)?.[row - sheet.top];
    return typeof formula === 'string' && formula.charCodeAt(0) === 61;
  }

  function dateCell(mapped: DateColumn | undefined, row: number, key: string, assignedOn: CivilDate | null): DateCell {
    if (mapped === undefined) return NO_COLUMN;
    const { place, reader, formats, formulas } = mapped;
    const { column } = place;
    turnTo(row);
    const home = merged ? homeRow(row, column) : row;
    const at = home < 0 ? row : home;
    const value = home < 0 ? '' : home === row ? (cells[column - sheet.left] ?? '') : valueAt(sheet, home, column);
    if (value === '') return new PlacedDate(BLANK_DATE, at, place);
    const reading = reader.read(
      value,
      typeof formats === 'string' ? formats : (formats[at - sheet.top] ?? 'General'),
      assignedOn,
    );
    const formula = formulas === null ? '' : (formulas[at - sheet.top] ?? '');
    const isFormula = typeof formula === 'string' && formula.charCodeAt(0) === 61;
    const isVolatile = isFormula && isVolatileFormula(formula);
    const cell = new PlacedDate(reading, at, isVolatile ? mapped.volatilePlace : place);
    if (home === row && worthSaying(reading)) reportDate(mapped.field, cell.cell, value, reading, isFormula, key);
    return cell;
  }

  function reportDate(
    field: Field,
    cell: CellRef,
    value: CellValue,
    reading: DateReading,
    isFormula: boolean,
    key: string,
  ): void {
    if (reading.kind === 'date') {
      if (reading.text === null) return;
      const fix = isFormula ? null : textDateFix(cell, value, reading.date, context.date1904);
      say('text-date', cell, key, { field, text: reading.text, date: reading.date }, fix ?? undefined);
    } else if (reading.kind === 'ambiguous') {
      say('ambiguous-date', cell, key, { field, text: reading.text, candidates: reading.candidates });
    } else if (reading.kind === 'unreadable' && !isErrorValue(reading.text)) {
      say('unreadable-date', cell, key, { field, text: reading.text.slice(0, 60) });
    } else if (isOutOfPlace(reading, field)) {
      say('unreadable-date', cell, key, { field, text: reading.text.slice(0, 60) });
    }
  }

  const text = (row: number, column: number | undefined): string =>
    column === undefined ? '' : cellText(raw(row, column));
  const statusOf = createStatusReader(sheet, connection, { raw, homeRow });
  const textOrNull = (row: number, column: number | undefined): string | null => text(row, column) || null;

  function unitsOf(row: number): UnitCellReading {
    const written = text(row, columnOf.leadUnit);
    let reading = units.get(written);
    if (reading === undefined) units.set(written, (reading = readUnitCell(written, connection.leadReading, directory)));
    const beside = text(row, columnOf.coUnits);
    if (beside === '') return reading;
    return joinUnits(reading, besidesOf(beside));
  }

  function besidesOf(written: string): UnitCellReading {
    let reading = besides.get(written);
    if (reading === undefined) {
      reading = readUnitCell(written, 'allLead', directory);
      if (besides.size < REMEMBERED) besides.set(written, reading);
    }
    return reading;
  }

  function read(group: RowGroup): Matter {
    const row = group.rows[0]!;
    const key = keyStart + String(row + 1);
    const title = textOrNull(row, columnOf.title);
    const note = textOfRows(group.rows, columnOf.note);
    const classified = isClassified(row, title, note);
    for (const each of group.rows) lookOver(each, key, classified);
    const assignedOn = dateOfRows(dates.assignedOn, group.rows, key, null);
    const since = assignedOn.reading.kind === 'date' ? assignedOn.reading.date : null;
    const several = group.rows.length > 1;
    const rows = several ? group.rows.map((each) => matterRow(each, row, key, since)) : ONE_ROW;
    const deadline = several ? latestOf(rows.map((each) => each.deadline)) : dateCell(dates.deadline, row, key, since);
    const closedOn = several ? closingOfStages(rows) : dateCell(dates.closedOn, row, key, since);
    const { lead, co } = several ? unitsOfRows(group.rows) : unitsOf(row);
    const status = statusOf(row);
    const id = text(row, columnOf.id);
    return {
      key,
      sheet: sheet.name,
      row,
      id: id === '' ? null : needsLook(id) ? narrowLettersAndDigits(id).trim() : id,
      title,
      classified,
      category: textOfRows(group.rows, columnOf.category) ?? group.category,
      section: group.section,
      source: textOfRows(group.rows, columnOf.source),
      instructingLeader: textOfRows(group.rows, columnOf.instructingLeader),
      requirement: textOfRows(group.rows, columnOf.requirement),
      person: textOfRows(group.rows, columnOf.person),
      phone: textOfRows(group.rows, columnOf.phone),
      progress: textOfRows(group.rows, columnOf.progress),
      note,
      leadUnits: lead,
      coUnits: co,
      assignedOn,
      assignmentNo: textOfRows(group.rows, columnOf.assignmentNo),
      deadline,
      leaderDeadline: dateOfRows(dates.leaderDeadline, group.rows, key, since),
      extendedTo: dateOfRows(dates.extendedTo, group.rows, key, since),
      extensionApprover:
        columnOf.extensionApprover === undefined ? null : (textOfRows(group.rows, columnOf.extensionApprover) ?? ''),
      closedOn,
      reportedOn: dateOfRows(dates.reportedOn, group.rows, key, since),
      status: several ? statusOfStages(rows) : status.meaning,
      statusText: status.text,
      reminderNo: textOfRows(group.rows, columnOf.reminderNo),
      reminderOn: dateOfRows(dates.reminderOn, group.rows, key, since),
      orderNo: textOfRows(group.rows, columnOf.orderNo),
      orderOn: dateOfRows(dates.orderOn, group.rows, key, since),
      rows,
      distinct: true,
      hidden: context.hidden(row),
      cells: new MatterCells(row, layout),
    };
  }

  /** What the rows of a matter say in a text column, each text once. */
  function textOfRows(rows: readonly number[], column: number | undefined): string | null {
    if (column === undefined) return null;
    if (rows.length === 1) return textOrNull(rows[0]!, column);
    const texts = new Set(rows.map((each) => text(each, column)).filter((each) => each !== ''));
    return texts.size === 0 ? null : [...texts].join('\n');
  }
  /** The first filled cell of a matter's rows in a date column, else the first row's blank one; all are looked at. */
  function dateOfRows(
    column: DateColumn | undefined,
    rows: readonly number[],
    key: string,
    since: CivilDate | null,
  ): DateCell {
    if (rows.length === 1) return dateCell(column, rows[0]!, key, since);
    const cells = rows.map((each) => dateCell(column, each, key, since));
    return cells.find((each) => each.reading.kind !== 'blank') ?? cells[0]!;
  }

  function isClassified(row: number, title: string | null, note: string | null): boolean {
    return (
      (columnOf.classification !== undefined && isClassifiedGrade(text(row, columnOf.classification))) ||
      (title !== null && isMarkedTitle(title)) ||
      (note !== null && isMarkedNote(note))
    );
  }

  function matterRow(row: number, first: number, key: string, since: CivilDate | null): MatterRow {
    const status = statusOf(row);
    return {
      row,
      deadline: dateCell(dates.deadline, row, key, since),
      closedOn: dateCell(dates.closedOn, row, key, since),
      status: status.meaning,
      statusText: status.text,
      text: stageText(row, first),
    };
  }

  function stageText(row: number, first: number): string {
    const own = row === first ? '' : text(row, columnOf.title);
    return (
      text(row, columnOf.requirement) ||
      (own !== text(first, columnOf.title) ? own : '') ||
      text(row, columnOf.progress)
    );
  }

  function unitsOfRows(rows: readonly number[]): UnitCellReading {
    return rows.map(unitsOf).reduce((all, one) => {
      const others = connection.leadReading === 'firstLeads' && all.lead.length > 0;
      return others
        ? joinUnits(all, { lead: [...one.lead, ...one.co], co: [] })
        : joinUnits({ lead: dedupe([...all.lead, ...one.lead]), co: all.co }, { lead: one.co, co: [] });
    });
  }

  return { read, findings };
}
