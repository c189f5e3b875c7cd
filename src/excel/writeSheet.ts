import type { Area } from '../domain/cell';
import type { SheetContent } from '../domain/plan';
import { rangeAt } from './areasOnWire';
import { nextTurn, turnTaking } from './inTurns';
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
  await setRowHeights(sheet, content.rowHeights ?? []);
  if (content.print !== undefined && content.rows.length > 0) {
    wholeRange(sheet, content).format.verticalAlignment = Excel.VerticalAlignment.center;
  }
  await dressCells(sheet, content.rows);
  await writeLinks(outgoing, sheet, content);
  await mergeCells(sheet, content.merges ?? []);
  if (content.borders !== undefined) border(rangeAt(sheet, content.borders));
  if (content.frozenRows !== undefined && content.frozenRows > 0) sheet.freezePanes.freezeRows(content.frozenRows);
  setUpPage(sheet, content);
  for (const { area, validation } of content.validations ?? []) writeValidation(rangeAt(sheet, area), validation);
  addCharts(sheet, content);
}

export const widthOf = ({ rows }: SheetContent): number =>
  rows.reduce((widest, row) => Math.max(widest, row.length), 1);

const wholeRange = (sheet: Excel.Worksheet, content: SheetContent): Excel.Range =>
  rangeAt(sheet, { top: 0, left: 0, bottom: content.rows.length - 1, right: widthOf(content) - 1 });

/** Cells put into words in a step. */
const STEP_CELLS = 10;
/** Of a command's envelope and path. */
const ENVELOPE_BYTES = 800;
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
    const runs = formatRuns(formats);
    const worded = runs.reduce((sum, run) => sum + ENVELOPE_BYTES + (run.each === null ? 0 : bytesOf(run.each)), 0);
    await outgoing.room(bytes + ENVELOPE_BYTES + worded);
    const bottom = top + values.length - 1;
    for (const { left, right, all, each } of runs) {
      const range = rangeAt(sheet, { top, left, bottom, right });
      // A single value is taken for every cell of the range: the typings know grids only.
      if (each === null) Object.assign(range, { numberFormat: all });
      else range.numberFormat = each;
    }
    rangeAt(sheet, { top, left: 0, bottom, right: width - 1 }).values = values;
    Object.assign(waiting, { bytes: 0, formats: [], values: [] });
    await nextTurn();
  };
  const turn = turnTaking();
  for (const [index, row] of rows.entries()) {
    if (!wanted(index)) {
      await put();
      continue;
    }
    const formats = columns.map((column) => row[column]?.numberFormat ?? 'General');
    const values = columns.map((column) => writtenValue(row[column]?.value ?? ''));
    const bytes = bytesOf(values) + 2;
    if (waiting.bytes + bytes > COMMAND_BYTES) await put();
    if (waiting.values.length === 0) waiting.top = index;
    waiting.bytes += bytes;
    waiting.formats.push(formats);
    waiting.values.push(values);
    await turn(width / STEP_CELLS);
  }
  await put();
}

/** Fewer rows have their formats cell by cell: a command by itself is longer. */
const FEW_ROWS = 20;

/** Neighbouring columns and their formats: one for `all` their cells, or `each` cell its own. */
interface FormatRun {
  readonly left: number;
  right: number;
  readonly all: string;
  readonly each: string[][] | null;
}

function formatRuns(formats: readonly string[][]): readonly FormatRun[] {
  const [first = []] = formats;
  const right = first.length - 1;
  if (formats.length < FEW_ROWS) return [{ left: 0, right, all: '', each: [...formats] }];
  const runs: FormatRun[] = [];
  for (const [column, all] of first.entries()) {
    const last = runs.at(-1);
    if (formats.some((row) => row[column] !== all)) {
      runs.push({ left: column, right: column, all, each: formats.map((row) => [row[column]!]) });
    } else if (last?.each === null && last.all === all) last.right = column;
    else runs.push({ left: column, right: column, all, each: null });
  }
  return runs;
}

/** Linked cells below each other. */
interface LinkRun {
  readonly top: number;
  readonly links: Excel.RangeHyperlink[];
  bytes: number;
}

/** Links, those below each other in one command: a range by itself is several commands, and one more to let it go. */
export async function writeLinks(
  outgoing: Outgoing,
  sheet: Excel.Worksheet,
  { rows }: SheetContent,
  wanted: (row: number) => boolean = () => true,
): Promise<void> {
  const turn = turnTaking();
  const runs = new Map<number, LinkRun>();
  const put = async (column: number, { top, links, bytes }: LinkRun): Promise<void> => {
    await outgoing.room(ENVELOPE_BYTES + bytes);
    const range = rangeAt(sheet, { top, left: column, bottom: top + links.length - 1, right: column });
    if (links.length === 1) range.hyperlink = links[0]!;
    else range.setCellProperties(links.map((hyperlink) => [{ hyperlink }]));
    await turn(links.length);
  };
  for (const [rowIndex, row] of rows.entries()) {
    if (!wanted(rowIndex)) continue;
    await turn(row.length / STEP_CELLS);
    for (const [column, { link, value }] of row.entries()) {
      if (link === undefined) continue;
      const hyperlink = { documentReference: link, textToDisplay: String(value) };
      const bytes = bytesOf([{ hyperlink }]) + 1;
      const run = runs.get(column);
      if (run !== undefined && run.top + run.links.length === rowIndex && run.bytes + bytes <= COMMAND_BYTES) {
        run.links.push(hyperlink);
        run.bytes += bytes;
      } else {
        if (run !== undefined) await put(column, run);
        runs.set(column, { top: rowIndex, links: [hyperlink], bytes });
      }
    }
  }
  for (const [column, run] of runs) await put(column, run);
}

const EDGES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideHorizontal', 'InsideVertical'] as const;

export function border(range: Excel.Range): void {
  for (const edge of EDGES) {
    const line = range.format.borders.getItem(edge);
    line.style = Excel.BorderLineStyle.continuous;
    line.color = '#7F7F7F';
  }
}

export async function mergeCells(sheet: Excel.Worksheet, merges: readonly Area[]): Promise<void> {
  const turn = turnTaking();
  for (const { area, across } of mergeRuns(merges)) {
    rangeAt(sheet, area).merge(across);
    await turn(MERGE_STEPS);
  }
}
const MERGE_STEPS = 4;

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
