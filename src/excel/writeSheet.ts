import type { Area } from '../domain/cell';
import type { SheetContent } from '../domain/plan';
import { rangeAt } from './areasOnWire';
import type { Outgoing } from './outgoing';
import { COMMAND_BYTES } from './requestSizes';
import { addCharts } from './sheetCharts';
import { dressCells, setRowHeights } from './sheetLooks';
import { setUpPage } from './sheetPage';
import { writeValidation } from './validations';
import { writtenValue } from './writtenValue';
import { bytesOf } from './wireBytes';

/** Points a character of the standard width takes: Excel's API gives column widths in points. */
export const POINTS_PER_CHARACTER = 5.25;

/** Puts a whole new sheet at the end of the workbook: formats before values, so that text stays text; then looks, then page set-up. */
export async function writeSheet(outgoing: Outgoing, name: string, content: SheetContent): Promise<void> {
  const sheet = outgoing.context.workbook.worksheets.add(name);
  await writeCells(outgoing, sheet, content.rows, widthOf(content));
  await outgoing.room(LOOKS_BYTES);
  content.columnWidths.forEach((characters, column) => {
    sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = characters * POINTS_PER_CHARACTER;
  });
  setRowHeights(sheet, content.rowHeights ?? []);
  if (content.print !== undefined && content.rows.length > 0) {
    wholeRange(sheet, content).format.verticalAlignment = Excel.VerticalAlignment.center;
  }
  dressCells(sheet, content.rows);
  await writeLinks(outgoing, sheet, content);
  mergeCells(sheet, content.merges ?? []);
  if (content.borders !== undefined) border(rangeAt(sheet, content.borders));
  if (content.frozenRows !== undefined && content.frozenRows > 0) sheet.freezePanes.freezeRows(content.frozenRows);
  setUpPage(sheet, content);
  for (const { area, validation } of content.validations ?? []) writeValidation(rangeAt(sheet, area), validation);
  addCharts(sheet, content);
}

export const widthOf = ({ rows }: SheetContent): number => Math.max(1, ...rows.map((row) => row.length));

const wholeRange = (sheet: Excel.Worksheet, content: SheetContent): Excel.Range =>
  rangeAt(sheet, { top: 0, left: 0, bottom: content.rows.length - 1, right: widthOf(content) - 1 });

/** Of a command's envelope and path, for formats and values together. */
const ENVELOPE_BYTES = 1_500;
/** Of one link, its cell's path included, beside its own words. */
const LINK_BYTES = 580;
/** Of widths, heights and looks together: they go by ranges, not by cells. */
export const LOOKS_BYTES = 200_000;

/** Number formats and values of the rows that are `wanted`, over `width` columns: a row's cells beyond its end are blank. */
export async function writeCells(
  outgoing: Outgoing,
  sheet: Excel.Worksheet,
  rows: SheetContent['rows'],
  width: number,
  wanted: (row: number) => boolean = () => true,
): Promise<void> {
  const columns = Array.from({ length: width }, (_, column) => column);
  const waiting = { top: 0, bytes: 0, formats: [] as string[][], values: [] as ReturnType<typeof writtenValue>[][] };
  const put = async (): Promise<void> => {
    const { top, bytes, formats, values } = waiting;
    if (values.length === 0) return;
    await outgoing.room(bytes + ENVELOPE_BYTES);
    const range = rangeAt(sheet, { top, left: 0, bottom: top + values.length - 1, right: columns.length - 1 });
    range.numberFormat = formats;
    range.values = values;
    Object.assign(waiting, { bytes: 0, formats: [], values: [] });
  };
  for (const [index, row] of rows.entries()) {
    if (!wanted(index)) {
      await put();
      continue;
    }
    const formats = columns.map((column) => row[column]?.numberFormat ?? 'General');
    const values = columns.map((column) => writtenValue(row[column]?.value ?? ''));
    const bytes = bytesOf(formats) + bytesOf(values) + 2;
    if (waiting.bytes + bytes > COMMAND_BYTES) await put();
    if (waiting.values.length === 0) waiting.top = index;
    waiting.bytes += bytes;
    waiting.formats.push(formats);
    waiting.values.push(values);
  }
  await put();
}

export async function writeLinks(
  outgoing: Outgoing,
  sheet: Excel.Worksheet,
  { rows }: SheetContent,
  wanted: (row: number) => boolean = () => true,
): Promise<void> {
  for (const [rowIndex, row] of rows.entries()) {
    if (!wanted(rowIndex)) continue;
    for (const [column, { link, value }] of row.entries()) {
      if (link === undefined) continue;
      await outgoing.room(LINK_BYTES + bytesOf(link) + bytesOf(value));
      const range = sheet.getRangeByIndexes(rowIndex, column, 1, 1);
      range.hyperlink = { documentReference: link, textToDisplay: String(value) };
    }
  }
}

const EDGES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideHorizontal', 'InsideVertical'] as const;

export function border(range: Excel.Range): void {
  for (const edge of EDGES) {
    const line = range.format.borders.getItem(edge);
    line.style = Excel.BorderLineStyle.continuous;
    line.color = '#7F7F7F';
  }
}

export function mergeCells(sheet: Excel.Worksheet, merges: readonly Area[]): void {
  for (const { area, across } of mergeRuns(merges)) rangeAt(sheet, area).merge(across);
}

/** Merges in as few commands as Excel has them: like rows below each other are merged across together. */
function mergeRuns(merges: readonly Area[]): readonly { readonly area: Area; readonly across: boolean }[] {
  const runs: { area: { -readonly [K in keyof Area]: Area[K] }; across: boolean }[] = [];
  const open = new Map<string, (typeof runs)[number]>();
  for (const merge of [...merges].sort((a, b) => a.top - b.top || a.left - b.left)) {
    const run = open.get(`${merge.left},${merge.right}`);
    if (merge.top === merge.bottom && run?.across === true && run.area.bottom === merge.top - 1) {
      run.area.bottom = merge.top;
      continue;
    }
    const next = { area: { ...merge }, across: merge.top === merge.bottom };
    open.set(`${merge.left},${merge.right}`, next);
    runs.push(next);
  }
  return runs;
}
