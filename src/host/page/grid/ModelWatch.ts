import type { Area, SheetModel, WorkbookModel } from '../../xlsx/model';

/** What became different on one sheet. `rebuild`: rows, merges, sizes, panes or the like; the sheet is to be drawn anew. */
export interface SheetChange {
  readonly sheetId: string;
  readonly cells: readonly { readonly row: number; readonly column: number }[];
  readonly rules: boolean;
  readonly validations: boolean;
  readonly rebuild: boolean;
}

export interface ModelChanges {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly sheets: readonly SheetChange[];
  /** Names, tab colours, visibility, order, the active sheet: cheap enough to compare each time. */
  readonly tabs: boolean;
}

const ROW_STRIDE = 16_384;
/** Above this a sheet is drawn anew instead of cell by cell. */
const CELL_LIMIT = 20_000;

type Mutator =
  | 'setMerges'
  | 'setRowHeight'
  | 'setRowHidden'
  | 'setColumnWidth'
  | 'setColumnHidden'
  | 'setFrozen'
  | 'setShowGridlines'
  | 'insertRows'
  | 'deleteRows';
const REBUILDING: readonly Mutator[] = [
  'setMerges',
  'setRowHeight',
  'setRowHidden',
  'setColumnWidth',
  'setColumnHidden',
  'setFrozen',
  'setShowGridlines',
  'insertRows',
  'deleteRows',
];

/** Not drawn, but part of the file. */
const SILENT = [
  'setHyperlinks',
  'addHyperlink',
  'setPageSetup',
  'setRowBreaks',
  'setProtection',
  'addChart',
  'removeChart',
] as const;
const OF_THE_BOOK = [
  'addSheet',
  'deleteSheet',
  'moveSheet',
  'setNames',
  'addCustomXmlPart',
  'setCustomXml',
  'deleteCustomXmlPart',
] as const;

class SheetLog {
  readonly cells = new Set<number>();
  rules = false;
  validations = false;
  rebuild = false;

  note(row: number, column: number): void {
    if (this.rebuild) return;
    this.cells.add(row * ROW_STRIDE + column);
    if (this.cells.size > CELL_LIMIT) this.noteRebuild();
  }

  noteArea(area: Area): void {
    if ((area.bottom - area.top + 1) * (area.right - area.left + 1) > CELL_LIMIT) return this.noteRebuild();
    for (let row = area.top; row <= area.bottom; row += 1) {
      for (let column = area.left; column <= area.right; column += 1) this.note(row, column);
    }
  }

  noteRebuild(): void {
    this.rebuild = true;
    this.cells.clear();
  }
}

/** Replaces a method of one object by itself followed by a note. */
function follow<T extends object, K extends keyof T>(
  target: T,
  name: K,
  note: (args: readonly unknown[]) => void,
): void {
  const method = target[name] as unknown as (...args: unknown[]) => unknown;
  const followed = (...args: unknown[]): unknown => {
    const answer = method.apply(target, args);
    note(args);
    return answer;
  };
  Object.defineProperty(target, name, { value: followed, configurable: true, writable: true });
}

/** What of the tabs belongs into the file and is set by assignment. */
const namesOf = (workbook: WorkbookModel): string =>
  JSON.stringify(workbook.sheets.map(({ id, name, visibility, tabColor }) => [id, name, visibility, tabColor]));

const tabsOf = (workbook: WorkbookModel): string =>
  JSON.stringify([
    workbook.activeSheetId,
    workbook.sheets.map(({ id, name, visibility, tabColor }) => [id, name, visibility, tabColor]),
  ]);

/** Notes every write to an open workbook, whoever made it, so that the grid can follow. Reads cost nothing. */
export class ModelWatch {
  private readonly logs = new Map<string, SheetLog>();
  private known: ReadonlySet<string>;
  private tabs: string;
  private names: string;
  /** Counts writes that belong into the file. */
  private writes = 0;
  private saved = 0;

  constructor(private readonly workbook: WorkbookModel) {
    workbook.sheets.forEach((sheet) => this.watch(sheet));
    this.known = new Set(workbook.sheets.map(({ id }) => id));
    this.tabs = tabsOf(workbook);
    this.names = namesOf(workbook);
    for (const name of OF_THE_BOOK) follow(workbook, name, () => (this.writes += 1));
  }

  /** True after any write that belongs into the file since `markSaved`. */
  get unsaved(): boolean {
    return this.writes !== this.saved;
  }

  /** `writes`: those that are in what was saved; all where it is not said. */
  markSaved(writes = this.writes): void {
    this.saved = writes;
  }

  /** Grows with every write that belongs into the file. */
  get writesSoFar(): number {
    this.noteNames();
    return this.writes;
  }

  private noteNames(): void {
    const names = namesOf(this.workbook);
    if (this.names !== names) this.writes += 1;
    this.names = names;
  }

  /** What changed since the last call. */
  drain(): ModelChanges {
    const { sheets } = this.workbook;
    sheets.filter(({ id }) => !this.known.has(id)).forEach((sheet) => this.watch(sheet));
    const now = new Set(sheets.map(({ id }) => id));
    const added = [...now].filter((id) => !this.known.has(id));
    const removed = [...this.known].filter((id) => !now.has(id));
    this.known = now;
    const tabs = tabsOf(this.workbook);
    this.noteNames();
    const changes: ModelChanges = {
      added,
      removed,
      sheets: sheets.filter(({ id }) => !added.includes(id)).flatMap(({ id }) => this.take(id)),
      tabs: tabs !== this.tabs,
    };
    this.tabs = tabs;
    return changes;
  }

  /** Has cells drawn again that the grid shows otherwise than the model holds them. */
  redraw(sheetId: string, cells: readonly { readonly row: number; readonly column: number }[]): void {
    const log = this.log(sheetId);
    cells.forEach(({ row, column }) => log.note(row, column));
  }

  private log(sheetId: string): SheetLog {
    const known = this.logs.get(sheetId) ?? new SheetLog();
    this.logs.set(sheetId, known);
    return known;
  }

  private take(sheetId: string): readonly SheetChange[] {
    const log = this.logs.get(sheetId);
    if (log === undefined) return [];
    this.logs.delete(sheetId);
    const cells = [...log.cells].map((key) => ({ row: Math.floor(key / ROW_STRIDE), column: key % ROW_STRIDE }));
    return [{ sheetId, cells, rules: log.rules, validations: log.validations, rebuild: log.rebuild }];
  }

  private watch(sheet: SheetModel): void {
    const log = (): SheetLog => {
      this.writes += 1;
      return this.log(sheet.id);
    };
    for (const name of ['setValue', 'setFormula', 'setStyleIndex'] as const) {
      follow(sheet, name, ([row, column]) => log().note(row as number, column as number));
    }
    follow(sheet, 'clear', ([area]) => log().noteArea(area as Area));
    for (const name of REBUILDING) follow(sheet, name, () => log().noteRebuild());
    follow(sheet, 'setConditionalRules', () => (log().rules = true));
    follow(sheet, 'setDataValidations', () => (log().validations = true));
    for (const name of SILENT) follow(sheet, name, () => (this.writes += 1));
  }
}
