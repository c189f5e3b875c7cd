import type { Area, CellValue } from '../domain/cell';
import type { SheetSnapshot } from '../domain/snapshot';
import { areasOf, type AreaOnWire } from './areasOnWire';
import { askMerges, mergesByBlocks, orNull } from './readMerges';
import { unlessTooLarge } from './hostErrors';
import { ourParts, type OwnPart } from './ownParts';

/** How many rows from the top are read to find a header. */
export const HEAD_ROWS = 40;
/** Wider sheets are read to this column when looking for a header: no ledger has more. */
const HEAD_COLUMNS = 200;
/** Rows that are looked at further down, from 0. */
const FURTHER_ROWS = [200, 1_000, 4_000] as const;
const FURTHER_AT_ONCE = 3;
/** Sheets asked for in one request: all that is asked of one takes some 6 kB of the 5 MB. */
const MOST_SHEETS = 300;

/** A sheet before its rows are read: its head, its extent, and what lies over it. */
export interface SurveyedSheet {
  /** The first rows, enough to find a header; formats of every column. */
  readonly head: SheetSnapshot;
  /** A few rows from further down and the last, in the columns of the head: what they hold tells how long rows are. */
  readonly further: readonly (readonly CellValue[])[];
  /** Area that holds values, absolute; null for an empty sheet. */
  readonly used: Area | null;
  /** Some rows inside are hidden or filtered away. */
  readonly someRowsHidden: boolean;
  /** Areas that hold formulas. */
  readonly formulaAreas: readonly Area[];
  readonly conditionalFormats: readonly { readonly id: string; readonly formula: string }[];
}

export interface Survey {
  readonly name: string;
  readonly date1904: boolean;
  readonly sheets: readonly SurveyedSheet[];
  readonly parts: ReadonlyMap<OwnPart, string>;
}

/**
 * Looks over the workbook in two requests, whatever its size: which sheets there are and what their first
 * rows say. The date system is probed, because no member tells it: DATE(2000,1,1) is 36526, or 35064 in a
 * workbook that counts from 1904.
 */
export async function surveyWorkbook(context: Excel.RequestContext): Promise<Survey> {
  const { workbook } = context;
  workbook.load('name');
  const sheets = workbook.worksheets.load('items/id,items/name,items/visibility');
  const tables = workbook.tables.load('items/name,items/showTotals');
  const probe = workbook.functions.date(2000, 1, 1).load('value');
  const parts = ourParts(workbook);
  await context.sync();

  const look = async (withMerges: boolean, withFurther: boolean) => {
    const tableAreas = tables.items.map((table) => ({
      table,
      range: table.getRange().load('rowIndex,columnIndex,rowCount,columnCount'),
      sheet: table.worksheet.load('id'),
    }));
    const asked: ReturnType<typeof ask>[] = [];
    for (const sheet of sheets.items) {
      // eslint-disable-next-line office-addins/no-context-sync-in-loop -- one request cannot carry them all
      if (asked.length > 0 && asked.length % MOST_SHEETS === 0) await context.sync();
      asked.push(ask(sheet, withMerges, withFurther));
    }
    await context.sync();
    return { tableAreas, asked };
  };
  const lookOver = async (withFurther: boolean) =>
    (await orNull(look(true, withFurther))) ?? (await look(false, withFurther));
  // Very long texts: rows further down only tell how long rows are.
  const { tableAreas, asked } = (await unlessTooLarge(() => lookOver(true))) ?? (await lookOver(false));
  const merges = new Map<string, readonly Area[]>();
  for (const { sheet, used, merges: answered } of asked) {
    if (answered !== null) merges.set(sheet.id, areasOf(answered));
    // More than 512 merged areas on a sheet: rare, and read block by block.
    else if (!used.isNullObject) merges.set(sheet.id, await mergesByBlocks(context, sheet, areaOf(used)));
  }

  return {
    name: workbook.name,
    date1904: probe.value === 35064,
    parts: parts.xml(),
    sheets: asked.map((answers) => {
      const ownTables = tableAreas
        .filter(({ sheet }) => sheet.id === answers.sheet.id)
        .map(({ table, range }) => ({ name: table.name, area: areaOf(range), totals: table.showTotals }));
      return surveyed(answers, ownTables, merges.get(answers.sheet.id) ?? []);
    }),
  };
}

function ask(sheet: Excel.Worksheet, withMerges: boolean, withFurther: boolean) {
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load('rowIndex,columnIndex,rowCount,columnCount,rowHidden');
  const head = used.getIntersectionOrNullObject(sheet.getRangeByIndexes(0, 0, HEAD_ROWS, HEAD_COLUMNS));
  head.load('rowIndex,columnIndex,values,numberFormat');
  const columns = sheet.getRangeByIndexes(0, 0, 1, HEAD_COLUMNS).getEntireColumn();
  const further = withFurther
    ? [
        ...FURTHER_ROWS.map((row) =>
          used.getIntersectionOrNullObject(sheet.getRangeByIndexes(row, 0, FURTHER_AT_ONCE, HEAD_COLUMNS)),
        ),
        used.getLastRow().getIntersectionOrNullObject(columns),
      ]
    : [];
  for (const rows of further) rows.load('values');
  const merges = withMerges ? askMerges(used) : null;
  const formulas = used.getSpecialCellsOrNullObject(Excel.SpecialCellType.formulas);
  formulas.load('areas/items/rowIndex,areas/items/columnIndex,areas/items/rowCount,areas/items/columnCount');
  const formats = sheet.getRange().conditionalFormats;
  formats.load('items/id,items/type,items/customOrNullObject/rule/formula');
  sheet.protection.load('protected');
  return { sheet, used, head, further, merges, formulas, formats };
}

function surveyed(
  answers: ReturnType<typeof ask>,
  tables: SheetSnapshot['tables'],
  merges: readonly Area[],
): SurveyedSheet {
  const { sheet, used, head, further, formulas, formats } = answers;
  const blank = head.isNullObject;
  return {
    used: used.isNullObject ? null : areaOf(used),
    further: further.flatMap((rows) => (rows.isNullObject ? [] : (rows.values as CellValue[][]))),
    someRowsHidden: !used.isNullObject && (used.rowHidden as boolean | null) !== false,
    formulaAreas: areasOf(formulas),
    conditionalFormats: formats.items
      .filter((format) => format.type === Excel.ConditionalFormatType.custom)
      .map((format) => ({ id: format.id, formula: String(format.customOrNullObject.rule.formula) })),
    head: {
      id: sheet.id,
      name: sheet.name,
      visible: sheet.visibility === Excel.SheetVisibility.visible,
      top: blank ? 0 : head.rowIndex,
      left: blank ? 0 : head.columnIndex,
      values: blank ? [] : head.values,
      formats: blank ? new Map() : formatsByColumn(head.columnIndex, head.numberFormat),
      formulas: new Map(),
      merges,
      hiddenRows: [],
      hiddenColumns: [],
      tables,
      protected: sheet.protection.protected,
    },
  };
}

const areaOf = (range: AreaOnWire): Area => ({
  top: range.rowIndex,
  left: range.columnIndex,
  bottom: range.rowIndex + range.rowCount - 1,
  right: range.columnIndex + range.columnCount - 1,
});

/** Number formats turned from rows into columns. */
export function formatsByColumn(left: number, formats: readonly (readonly string[])[]): SheetSnapshot['formats'] {
  const width = formats[0]?.length ?? 0;
  return new Map(
    Array.from({ length: width }, (_, offset) => [left + offset, formats.map((row) => row[offset] ?? 'General')]),
  );
}
