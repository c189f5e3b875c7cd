import type { CellValue } from '../cell';
import { cellText, isBlank } from '../cellText';
import { PORTION, type InPortions } from '../portions';
import type { SheetSnapshot } from '../snapshot';
import type { LedgerConnection } from './connection';
import { DATE_FIELDS, type Field } from './fields';
import { headerBelow, headersOf } from './headersBelow';
import { indexMerges, type MergeIndex } from './mergeIndex';
import { preparedRows } from './preparedRows';
import {
  chapterLevel,
  filledCells,
  isChapterNumber,
  isChapterText,
  isFooterText,
  isTotalsText,
  numbersColumns,
  sectionName,
} from './rowKinds';

/** The rows of one matter, absolute, and the section it stands under. */
export interface RowGroup {
  readonly rows: readonly number[];
  readonly section: string | null;
  readonly category: string | null;
}

/** What stands between the matters and around them. */
export interface OtherRows {
  readonly sections: readonly { readonly row: number; readonly text: string }[];
  /** 合计, 小计, 总计. */
  readonly totalsRows: readonly number[];
  /** 填表人, 审核人, 备注： and what follows them. */
  readonly footerRows: readonly number[];
  /** Blank rows between filled ones, and rows made ready for matters; those below the last filled row are not counted. */
  readonly spacerRows: readonly number[];
  /** Header rows of tables with other columns; what stands below each is not the ledger's. */
  readonly otherTables: readonly number[];
}

/** The merges of the rows below a ledger's header. */
export const mergesBelow = (sheet: SheetSnapshot, { headerBottom }: LedgerConnection): MergeIndex =>
  indexMerges(sheet, headerBottom + 1, lastFilledRow(sheet));

/**
 * Sorts the rows below the header into matters, sections, totals and the lines under the table. Each matter is handed
 * on as soon as its rows are known, while they are at hand.
 */
export function* groupRows(
  sheet: SheetSnapshot,
  connection: LedgerConnection,
  merges: MergeIndex,
  take: (group: RowGroup) => void,
): InPortions<OtherRows> {
  const first = connection.headerBottom + 1;
  const last = lastFilledRow(sheet);
  const idColumn = connection.columns.id?.column ?? null;
  const titleColumn = connection.columns.title?.column ?? null;
  const leadColumn = connection.columns.leadUnit?.column ?? null;
  const headers = headersOf(connection);
  const stageColumns = stageColumnsOf(sheet, connection);
  const isPrepared = preparedRows(sheet, connection);
  const tableTotals = new Set(sheet.tables.filter((table) => table.totals).map((table) => table.area.bottom));
  const sections: { row: number; text: string }[] = [];
  const totalsRows: number[] = [];
  const footerRows: number[] = [];
  const spacerRows: number[] = [];
  const otherTables: number[] = [];
  let inOtherTable = false;
  let latest: { rows: number[]; section: string | null; category: string | null } | null = null;
  let current: { rows: number[] } | null = null;
  let chapter: string | null = null;
  let category: string | null = null;
  let section: string | null = null;
  let afterFooter = false;

  const startSection = (row: number, text: string): void => {
    sections.push({ row, text });
    if (chapterLevel(text) !== 2 || chapter === null) {
      chapter = text;
      category = sectionName(text);
    }
    section = text;
    current = null;
  };

  const at = (row: number, column: number | null): CellValue =>
    column === null ? '' : (sheet.values[row - sheet.top]?.[column - sheet.left] ?? '');
  const covered = (row: number, column: number | null): boolean => {
    const area = column === null || merges.inRow(row).length === 0 ? null : merges.at(row, column);
    return area !== null && area.top < row && area.top >= first;
  };

  for (let row = first; row <= last; row += 1) {
    if ((row - first) % PORTION === PORTION - 1) yield { stage: 'read', done: row - first, of: last - first + 1 };
    const values = sheet.values[row - sheet.top];
    if (values === undefined) continue;
    const { first: lead, count } = filledCells(values, 3);
    const ownId = !covered(row, idColumn) && !isBlank(at(row, idColumn));
    const continues = covered(row, idColumn) || (covered(row, titleColumn) && !ownId);
    if (continues && current !== null) {
      current.rows.push(row);
      continue;
    }
    if (count === 0) {
      spacerRows.push(row);
      current = null;
      continue;
    }
    if (isBlank(at(row, titleColumn)) && !covered(row, titleColumn) && isPrepared(values)) {
      spacerRows.push(row);
      if (ownId) current = null;
      continue;
    }
    const opening = values[lead]!;
    const text = typeof opening === 'string' ? cellText(opening) : '';
    if (tableTotals.has(row) || isTotalsText(text)) {
      totalsRows.push(row);
      current = null;
      continue;
    }
    if (text !== '' && (isFooterText(text) || (afterFooter && count === 1))) {
      footerRows.push(row);
      afterFooter = true;
      current = null;
      continue;
    }
    const header = typeof opening === 'string' ? headerBelow(values, sheet.left, headers) : null;
    if (header !== null) {
      inOtherTable = header === 'other';
      if (inOtherTable) otherTables.push(row);
      current = null;
      continue;
    }
    if (inOtherTable) continue;
    if (row === first && numbersColumns(values)) continue;
    const sectionText = sectionIn(sheet, row, values, lead, count, text, {
      idColumn,
      titleColumn,
      merges,
      stageColumns: current === null ? NO_COLUMNS : stageColumns,
    });
    if (sectionText !== null) {
      startSection(row, sectionText);
      continue;
    }
    const ownTitle = !isBlank(at(row, titleColumn));
    if (current !== null && !ownId && !ownTitle && (covered(row, leadColumn) || isBlank(at(row, leadColumn)))) {
      (current as { rows: number[] }).rows.push(row);
      continue;
    }
    afterFooter = false;
    if (latest !== null) take(latest);
    latest = { rows: [row], section, category };
    current = latest;
  }
  if (latest !== null) take(latest);
  return { sections, totalsRows, footerRows, spacerRows, otherTables };
}

function lastFilledRow(sheet: SheetSnapshot): number {
  let index = sheet.values.length - 1;
  while (index >= 0 && filledCells(sheet.values[index]!, 1).count === 0) index -= 1;
  return sheet.top + index;
}

const NO_COLUMNS: ReadonlySet<number> = new Set();
/** Under the table a signature stands alone here: a unit, a day. */
const SIGNED: readonly Field[] = ['leadUnit', 'coUnits', ...DATE_FIELDS];

/** Right of the title, where a stage's own words stand. */
function stageColumnsOf(sheet: SheetSnapshot, { columns }: LedgerConnection): ReadonlySet<number> {
  const { title } = columns;
  if (title === undefined) return NO_COLUMNS;
  const signed = new Set(SIGNED.map((field) => columns[field]?.column));
  const right = sheet.left + (sheet.values[0]?.length ?? 0);
  const found = new Set<number>();
  for (let column = title.column + 1; column < right; column += 1) if (!signed.has(column)) found.add(column);
  return found;
}

interface SectionPlace {
  readonly idColumn: number | null;
  readonly titleColumn: number | null;
  readonly merges: MergeIndex;
  /** Where a lone text goes on with the matter above; empty where no matter stands there. */
  readonly stageColumns: ReadonlySet<number>;
}

/**
 * The section a row opens, or null. One filled text cell: merged over several columns, numbered as a chapter, or
 * standing where no title stands. Two: a Chinese number and its name. A lone plain title is a matter with gaps, and
 * words right of the title's column under a matter are of its next stage.
 */
function sectionIn(
  sheet: SheetSnapshot,
  row: number,
  values: readonly CellValue[],
  first: number,
  count: number,
  text: string,
  place: SectionPlace,
): string | null {
  if (text === '' || count > 2) return null;
  const column = sheet.left + first;
  if (count === 2) {
    const title = place.titleColumn === null ? '' : values[place.titleColumn - sheet.left];
    const numbered = column === place.idColumn && isChapterNumber(text);
    return numbered && typeof title === 'string' && cellText(title) !== '' ? `${text}、${cellText(title)}` : null;
  }
  const area = place.merges.at(row, column);
  const width = area === null ? 1 : area.right - area.left + 1;
  if (width >= Math.min(3, values.length)) return text;
  if (place.stageColumns.has(column)) return null;
  if (isChapterText(text)) return text;
  return column === place.titleColumn || isNumberText(text) ? null : text;
}

const isNumberText = (text: string): boolean => /^[\d０-９.\-A-Za-z]+$/.test(text);
