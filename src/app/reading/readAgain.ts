import type { CellValue } from '../../domain/cell';
import { READ_BY_ROWS } from '../../domain/registers/registersAgain';
import { registerSheet } from '../../domain/registers/registerSheet';
import type { SheetSnapshot, WorkbookSnapshot } from '../../domain/snapshot';
import { isOurMark } from '../../domain/marks';
import { askCellsAgain, type CellsNow } from '../../excel/readCellsAgain';
import { askMarks } from '../../excel/readMarks';
import { talkToExcel, type HostResult } from '../../excel/run';
import type { SeenChange } from '../../excel/selection';
import { HEAD_ROWS, type SurveyedSheet } from '../../excel/survey';
import { connecting as connectingOf, type Connecting } from './connectLedger';
import { READ_WHOLE_TO, type Reading } from './readForReview';
import type { ChangedRows, ReadAgain } from './reviewAgain';

/** What stands in the workbook after changes of some cells. */
export interface ReadAfterChange extends ReadAgain {
  readonly connecting: Connecting;
}

/**
 * Reads the changed cells, and what formulas make of them, into what was read before: one small request. Null where
 * that is not the whole of the change: then everything is read.
 */
export async function readAgain(
  before: Connecting,
  reading: Reading,
  changes: readonly SeenChange[],
): Promise<HostResult<ReadAfterChange | null>> {
  const { survey } = reading;
  return talkToExcel(async (context) => {
    const sheets = new Set(reading.snapshot.sheets.map(({ name }) => name));
    const asked = askCellsAgain(context, survey, sheets, changes, readByRows(reading.snapshot));
    if (asked === null) return null;
    const marks = askMarks(context, survey, isOurMark);
    await context.sync();
    const again = asked();
    if (again === null) return null;
    const { cells, longer } = again;
    return withCells(before, withRowsBelow({ ...reading, marks: marks() }, longer), cells);
  });
}

const readByRows = (snapshot: WorkbookSnapshot): ReadonlySet<string> =>
  new Set(READ_BY_ROWS.flatMap((name) => registerSheet(snapshot, name)?.name ?? []));

/** The reading with blank rows down to these. */
function withRowsBelow({ survey, snapshot, marks }: Reading, longer: ReadonlyMap<string, number>): Reading {
  if (longer.size === 0) return { survey, snapshot, marks };
  return {
    survey: {
      ...survey,
      sheets: survey.sheets.map((own) => {
        const bottom = longer.get(own.head.name);
        if (bottom === undefined || own.used === null) return own;
        const head = downTo(own.head, Math.min(bottom, HEAD_ROWS - 1));
        return { ...own, used: { ...own.used, bottom }, head };
      }),
    },
    snapshot: {
      ...snapshot,
      sheets: snapshot.sheets.map((sheet) => downTo(sheet, longer.get(sheet.name) ?? 0)),
    },
    marks,
  };
}

function downTo(sheet: SheetSnapshot, bottom: number): SheetSnapshot {
  const more = bottom - sheet.top - sheet.values.length + 1;
  if (more <= 0) return sheet;
  const width = sheet.values[0]?.length ?? 0;
  const rows = <Item>(item: () => Item): readonly Item[] => Array.from({ length: more }, item);
  const columns = <Own>(own: ReadonlyMap<number, Own>, longer: (column: Own) => Own): ReadonlyMap<number, Own> =>
    new Map([...own].map(([at, column]) => [at, longer(column)]));
  return {
    ...sheet,
    values: [...sheet.values, ...rows(() => Array.from({ length: width }, () => ''))],
    formats: columns(sheet.formats, (own) => (typeof own === 'string' ? own : [...own, ...rows(() => 'General')])),
    formulas: columns(sheet.formulas, (own) => [...own, ...rows(() => '')]),
  };
}

/** The reading with these cells as they are now; null where a sheet was not read whole or its header means otherwise. */
export function withCells(before: Connecting, reading: Reading, cells: readonly CellsNow[]): ReadAfterChange | null {
  let { survey, snapshot } = reading;
  const rows: ChangedRows[] = [];
  for (const now of cells) {
    const sheet = snapshot.sheets.find(({ name }) => name === now.sheet);
    const surveyed = survey.sheets.find(({ head }) => head.name === now.sheet);
    if (sheet === undefined || surveyed === undefined || widthOf(surveyed) > READ_WHOLE_TO) return null;
    const own = changedRows(sheet, now);
    if (own.length === 0) continue;
    rows.push(...own);
    const [written, head] = [withCellsOf(sheet, now), withCellsOf(surveyed.head, now)];
    snapshot = { ...snapshot, sheets: snapshot.sheets.map((each) => (each === sheet ? written : each)) };
    survey = { ...survey, sheets: survey.sheets.map((each) => (each === surveyed ? { ...each, head } : each)) };
  }
  const touched = survey.sheets.some(({ head }, index) => head !== reading.survey.sheets[index]!.head);
  const connecting = touched ? connectingOf(survey) : { ...before, survey };
  const found = ({ ledgers, others, twoHeaders }: Connecting): string => JSON.stringify([ledgers, others, twoHeaders]);
  if (touched && found(connecting) !== found(before)) return null;
  return { connecting, reading: { ...reading, survey, snapshot }, rows: together(rows) };
}

const widthOf = ({ used }: SurveyedSheet): number => (used === null ? 0 : used.right - used.left + 1);

/** The rows that were written to, and those in which a formula gives another result. */
function changedRows(sheet: SheetSnapshot, { area, values, formats }: CellsNow): readonly ChangedRows[] {
  return values.flatMap((own, offset) => {
    const row = area.top + offset;
    const differs = own.some(
      (value, index) => value !== sheet.values[row - sheet.top]?.[area.left + index - sheet.left],
    );
    return formats !== null || differs ? [{ sheet: sheet.name, first: row, last: row }] : [];
  });
}

/** The sheet with these cells; itself where it holds none of them (a head is only the first rows). */
function withCellsOf(sheet: SheetSnapshot, { area, values, formats, formulas }: CellsNow): SheetSnapshot {
  const rows = values.flatMap((own, offset) => {
    const at = area.top + offset - sheet.top;
    return at < 0 || at >= sheet.values.length ? [] : [{ at, own, offset }];
  });
  if (rows.length === 0) return sheet;
  const all = [...sheet.values];
  for (const { at, own } of rows) {
    const row: CellValue[] = [...all[at]!];
    for (const [index, value] of own.entries()) {
      const column = area.left + index - sheet.left;
      if (column < row.length) row[column] = value;
    }
    all[at] = row;
  }
  const inColumns = <Item>(
    columns: ReadonlyMap<number, Item | readonly Item[]>,
    now: readonly (readonly Item[])[] | null,
  ): ReadonlyMap<number, readonly Item[]> => {
    const copies = new Map(columns) as Map<number, readonly Item[]>;
    for (let column = area.left; now !== null && column <= area.right; column += 1) {
      const before = columns.get(column);
      if (before === undefined) continue;
      const copy = Array.isArray(before) ? [...(before as readonly Item[])] : all.map(() => before as Item);
      for (const { at, offset } of rows) copy[at] = now[offset]![column - area.left]!;
      copies.set(column, copy);
    }
    return copies;
  };
  return {
    ...sheet,
    values: all,
    formats: inColumns(sheet.formats, formats),
    formulas: inColumns(sheet.formulas, formulas),
  };
}

/** Neighbouring rows of a sheet as one. */
function together(rows: readonly ChangedRows[]): readonly ChangedRows[] {
  const spans: { sheet: string; first: number; last: number }[] = [];
  for (const { sheet, first, last } of [...rows].sort((a, b) =>
    a.sheet === b.sheet ? a.first - b.first : a.sheet < b.sheet ? -1 : 1,
  )) {
    const before = spans.at(-1);
    if (before?.sheet === sheet && first <= before.last + 1) before.last = Math.max(before.last, last);
    else spans.push({ sheet, first, last });
  }
  return spans;
}
