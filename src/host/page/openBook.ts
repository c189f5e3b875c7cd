import { ApiError } from '../api/ApiError';
import { createHostSession, type HostSession } from '../session';
import { openXlsxInSlices, unpackAhead } from '../xlsx';
import { EngineRefusal, type Area, type WorkbookModel } from '../xlsx/model';
import { serialInFile } from './grid/dateSystem';
import { ModelWatch, type ModelChanges } from './grid/ModelWatch';
import type { UserEdit } from './grid/userEdits';
import { WORDS } from './pageWords';
import type { BridgeEvent, BridgeSession } from './win32Bridge';
import { withPauses } from './withPauses';

type CellEdit = Extract<UserEdit, { kind: 'cell' }>;
type FormatEdit = Extract<UserEdit, { kind: 'numberFormat' }>;
type SizeEdit = Exclude<UserEdit, CellEdit | FormatEdit>;

export type OpenBookResult =
  { readonly ok: true; readonly book: OpenBook } | { readonly ok: false; readonly sentence: string };

/** One open file: its workbook, the session that answers the pane, and what the grid has not yet drawn. */
export class OpenBook implements BridgeSession {
  private readonly session: HostSession;
  private readonly watch: ModelWatch;
  private readonly listeners = new Set<() => void>();
  private charts: ReadonlyMap<string, number> = new Map();

  constructor(
    readonly workbook: WorkbookModel,
    readonly fileName: string,
  ) {
    this.session = createHostSession(workbook, { name: fileName, payloadLimits: false });
    this.watch = new ModelWatch(workbook);
    this.newCharts();
  }

  get readOnly(): boolean {
    return this.workbook.readOnly;
  }

  get cautions(): readonly string[] {
    return this.workbook.cautions;
  }

  get unsaved(): boolean {
    return this.watch.unsaved;
  }

  async execute(requestJson: string): Promise<string> {
    const answer = await this.session.execute(requestJson);
    this.listeners.forEach((listener) => listener());
    return answer;
  }

  onEvents(listener: (entries: readonly BridgeEvent[]) => void): () => void {
    return this.session.subscribe(listener);
  }

  /** Called after every request of the pane. */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  drain(): ModelChanges {
    return this.watch.drain();
  }

  /** Names of sheets that got a chart since the last call. */
  newCharts(): readonly string[] {
    const now = new Map(this.workbook.sheets.map((sheet) => [sheet.id, sheet.charts().length]));
    const grown = this.workbook.sheets.filter(({ id }) => now.get(id)! > (this.charts.get(id) ?? 0));
    this.charts = now;
    return grown.map(({ name }) => name);
  }

  selection(): { readonly sheetId: string; readonly areas: readonly Area[] } {
    const { sheetId, areas } = this.session.document.selection();
    return { sheetId, areas };
  }

  /** Writes a person's edits; answers a sentence for each that was refused. The cells are drawn again either way. */
  userEdits(edits: readonly UserEdit[]): readonly string[] {
    const sizes = edits.filter((edit): edit is SizeEdit => edit.kind !== 'cell' && edit.kind !== 'numberFormat');
    const formats = edits.filter((edit) => edit.kind === 'numberFormat');
    if (sizes.length > 0) {
      sizes.forEach((edit) => this.resize(edit));
      /* The grid shows its own sizes already; drawing the sheet anew would only lose the place. */
      this.watch.drain();
    }
    const dated = edits.map((edit) => (edit.kind === 'cell' ? this.inFileDates(edit, formats) : edit));
    const refusals = bySheet(dated.filter((edit) => edit.kind === 'cell')).flatMap((cells) => this.write(cells));
    if (refusals.length === 0) formats.forEach((edit) => this.format(edit));
    return refusals;
  }

  userSelects(sheetId: string, areas: readonly Area[]): void {
    this.session.userSelects(sheetId, ...areas);
  }

  userActivates(sheetId: string): void {
    this.session.userActivates(sheetId);
  }

  /** The file's bytes as it stands now; what is written meanwhile is not saved. Pauses so that the page answers. */
  async save(): Promise<Uint8Array> {
    const writes = this.watch.writesSoFar;
    const bytes = await withPauses(this.workbook.saveInSlices(), () => true);
    this.watch.markSaved(writes);
    return bytes!;
  }

  private write(cells: readonly CellEdit[]): readonly string[] {
    const { sheetId } = cells[0]!;
    const whole = rectangle(cells);
    const writes = whole === null ? cells.map((cell) => rectangle([cell])!) : [whole];
    const refusals = writes.flatMap(({ area, contents }) => {
      try {
        this.session.userEdits(sheetId, area, contents);
        return [];
      } catch (error) {
        return [sentenceOf(error)];
      }
    });
    this.watch.redraw(sheetId, cells);
    return refusals;
  }

  /** A typed date or percentage formats its cell, unless the clerk had formatted it before. */
  private format({ sheetId, row, column, numberFormat }: FormatEdit): void {
    const sheet = this.workbook.sheets.find(({ id }) => id === sheetId);
    if (sheet === undefined) return;
    this.watch.redraw(sheetId, [{ row, column }]);
    const index = sheet.styleIndex(row, column);
    const style = this.workbook.style(index);
    if (style.numberFormat !== 'General') return;
    sheet.setStyleIndex(row, column, this.workbook.styleIndexOf({ ...style, numberFormat }, index));
  }

  private inFileDates(edit: CellEdit, formats: readonly FormatEdit[]): CellEdit {
    const sheet = this.workbook.sheets.find(({ id }) => id === edit.sheetId);
    if (!this.workbook.date1904 || typeof edit.content !== 'number' || sheet === undefined) return edit;
    const own = this.workbook.style(sheet.styleIndex(edit.row, edit.column)).numberFormat;
    const brought = formats.find(({ row, column }) => row === edit.row && column === edit.column)?.numberFormat;
    return { ...edit, content: serialInFile(edit.content, own === 'General' ? (brought ?? own) : own, true) };
  }

  private resize(edit: SizeEdit): void {
    const sheet = this.workbook.sheets.find(({ id }) => id === edit.sheetId);
    if (sheet === undefined) return;
    switch (edit.kind) {
      case 'rowHeight':
        return sheet.setRowHeight(edit.row, edit.points);
      case 'columnWidth':
        return sheet.setColumnWidth(edit.column, edit.characters);
      case 'rowHidden':
        return sheet.setRowHidden(edit.row, edit.hidden);
      case 'columnHidden':
        return sheet.setColumnHidden(edit.column, edit.hidden);
    }
  }
}

function sentenceOf(error: unknown): string {
  const code = error instanceof ApiError || error instanceof EngineRefusal ? error.code : null;
  switch (code) {
    case 'AccessDenied':
      return WORDS.refusals.protected;
    case 'InvalidOperation':
    case 'UnsupportedOperation':
      return WORDS.refusals.partOfWhole;
    case null:
      throw error;
    default:
      return WORDS.refusals.invalid;
  }
}

function bySheet(edits: readonly CellEdit[]): readonly (readonly CellEdit[])[] {
  const sheets = new Map<string, CellEdit[]>();
  for (const edit of edits) sheets.set(edit.sheetId, [...(sheets.get(edit.sheetId) ?? []), edit]);
  return [...sheets.values()];
}

/** As Excel's API takes it: text that looks like something else is kept text by an apostrophe. */
function written({ content, forcedText }: CellEdit): unknown {
  if (content === null) return '';
  if (typeof content === 'object') return `=${content.formula}`;
  return forcedText ? `'${content}` : content;
}

/** Edits that fill a rectangle, written as one, as a paste is; null where they do not. */
function rectangle(
  edits: readonly CellEdit[],
): { readonly area: Area; readonly contents: readonly (readonly unknown[])[] } | null {
  const rows = edits.map(({ row }) => row);
  const columns = edits.map(({ column }) => column);
  const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b));
  const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b));
  const area = { top: least(rows), left: least(columns), bottom: most(rows), right: most(columns) };
  const width = area.right - area.left + 1;
  const height = area.bottom - area.top + 1;
  if (height * width !== edits.length) return null;
  const contents = Array.from({ length: height }, () => new Array<unknown>(width).fill(null));
  for (const edit of edits) contents[edit.row - area.top]![edit.column - area.left] = written(edit);
  return { area, contents };
}

/**
 * Opens a file, pausing so that the page answers; null where `wanted` says no more. Refusals come with the sentence for
 * the clerk. Whatever is in the file, the page lives on.
 */
export async function openBook(
  read: () => Promise<Uint8Array>,
  fileName: string,
  wanted: () => boolean,
): Promise<OpenBookResult | null> {
  let bytes: Uint8Array;
  try {
    bytes = await read();
  } catch {
    return { ok: false, sentence: WORDS.unreadable(fileName) };
  }
  try {
    const ahead = await unpackAhead(bytes);
    if (!wanted()) return null;
    const result = await withPauses(openXlsxInSlices(bytes, ahead), wanted);
    if (result === null) return null;
    return result.ok
      ? { ok: true, book: new OpenBook(result.workbook, fileName) }
      : { ok: false, sentence: result.refusal.sentence };
  } catch (error) {
    if (error instanceof RangeError) return { ok: false, sentence: WORDS.tooMuchToShow(fileName) };
    throw error;
  }
}
