import { CanceledError, ICommandService, IUndoRedoService, type IWorkbookData, type Univer } from '@univerjs/core';
import type { FUniver } from '@univerjs/core/facade';
import type { Area, SheetModel, WorkbookModel } from '../../xlsx/model';
import { drained, type InSlices } from '../../xlsx/slices';
import { nameControls } from './accessibleNames';
import { wholeLook } from './cellLook';
import { gridRules } from './conditionalRules';
import { gridRange, gridSize } from './drawnRanges';
import type { FormulaPlaces, PlacesBySheet } from './formulaPlaces';
import { validateOnlyWhatIsThere } from './lateValidation';
import { keepFocus } from './keepFocus';
import type { ModelChanges, SheetChange } from './ModelWatch';
import { withPauses } from '../withPauses';
import { gridContent, snapshotInSlices } from './snapshot';
import { serialOnScreen } from './dateSystem';
import { startUniver } from './univer';
import { refusedByHost } from './userCommands';
import { userEditsOf, type UserEdit } from './userEdits';

/** A workbook as Univer opens it, and where it has formulas. */
export interface PreparedBook {
  readonly snapshot: IWorkbookData;
  readonly formulas: PlacesBySheet;
}

function* preparedBook(workbook: WorkbookModel, name: string): InSlices<PreparedBook> {
  const formulas: PlacesBySheet = new Map();
  return { snapshot: yield* snapshotInSlices(workbook, '', name, formulas), formulas };
}

export interface GridListener {
  /** A person's edits, in the order made; the grid already shows them. */
  edited(edits: readonly UserEdit[]): void;
  selected(sheetId: string, areas: readonly Area[]): void;
  activated(sheetId: string): void;
  /** A command the file engine does not write; nothing was changed. */
  refused(commandId: string): void;
}

const SET_CELLS = 'sheet.mutation.set-range-values';
const FROM_HOST = { fromHost: true } as const;
const NO_CONTENT = { v: null, t: null, f: null, si: null, p: null } as const;

interface GridMutation {
  readonly unitId?: string;
  readonly subUnitId?: string;
}

/** The grid over a workbook: shows what the host holds, tells what a person does. It keeps nothing of its own. */
export class GridView {
  private readonly univer: Univer;
  private readonly api: FUniver;
  private readonly commands: ICommandService;
  private workbook: WorkbookModel | null = null;
  private name = '';
  private opened = 0;
  /** Univer turns to the first sheet and selects its first cell as it opens: nobody did that. */
  private drawing = false;
  private selection: { readonly sheetId: string; readonly areas: readonly Area[] } | null = null;

  constructor(
    container: HTMLElement,
    private readonly listener: GridListener,
    dark: boolean,
    private readonly formulas: FormulaPlaces,
  ) {
    const { univer, api } = startUniver(container, dark);
    nameControls(container);
    keepFocus(container);
    this.univer = univer;
    this.api = api;
    this.commands = univer.__getInjector().get(ICommandService);
    formulas.watch(this.commands);
    this.commands.beforeCommandExecuted(({ id }, options) => {
      if (options?.['fromHost'] !== true && refusedByHost(id)) {
        this.listener.refused(id);
        throw new CanceledError();
      }
    });
    this.commands.onCommandExecuted(({ id, params }, options) => {
      if (this.drawing || options?.['fromHost'] === true || options?.['fromFormula'] === true) return;
      this.heard(id, params as GridMutation | undefined);
    });
  }

  private get unitId(): string {
    return `workbook-${this.opened}`;
  }

  setDark(dark: boolean): void {
    this.api.toggleDarkMode(dark);
  }

  /** Makes ready to show another workbook, pausing so that the page answers; null where `wanted` says no more. */
  prepared(workbook: WorkbookModel, name: string, wanted: () => boolean): Promise<PreparedBook | null> {
    return withPauses(preparedBook(workbook, name), wanted);
  }

  /** Shows another workbook, or the same one drawn anew; `prepared`: what was made ready for it. */
  show(workbook: WorkbookModel, name: string, prepared?: PreparedBook): void {
    this.drawing = true;
    if (this.workbook !== null) this.api.disposeUnit(this.unitId);
    this.opened += 1;
    this.workbook = workbook;
    this.name = name;
    this.selection = null;
    const { snapshot, formulas } = prepared ?? drained(preparedBook(workbook, name));
    this.formulas.begin(this.unitId, formulas);
    this.api.createWorkbook({ ...snapshot, id: this.unitId });
    // The plugins start with the first workbook.
    if (this.opened === 1) validateOnlyWhatIsThere(this.univer.__getInjector());
    this.activate(workbook.activeSheetId);
    this.drawing = false;
  }

  activate(sheetId: string): void {
    const active = this.api.getActiveWorkbook();
    const sheet = active?.getSheetBySheetId(sheetId);
    if (active && sheet && active.getActiveSheet().getSheetId() !== sheetId) {
      this.run('sheet.operation.set-worksheet-active', { subUnitId: sheetId });
    }
  }

  /** Selects and brings into view, without telling the listener. */
  select(sheetId: string, areas: readonly Area[]): void {
    const [first] = areas;
    if (first === undefined) return;
    this.activate(sheetId);
    this.mark(sheetId, areas);
    this.api
      .getActiveWorkbook()
      ?.getActiveSheet()
      .scrollToCell(Math.max(0, first.top - 3), 0);
  }

  private mark(sheetId: string, areas: readonly Area[]): void {
    this.selection = { sheetId, areas };
    const selections = areas.map((area, index) => ({
      range: { ...gridRange(area), rangeType: 0 },
      primary:
        index > 0
          ? null
          : {
              ...gridRange({ ...area, bottom: area.top, right: area.left }),
              actualRow: area.top,
              actualColumn: area.left,
              isMerged: false,
              isMergedMainCell: false,
            },
      style: null,
    }));
    this.run('sheet.operation.set-selections', { subUnitId: sheetId, selections });
  }

  /** Draws what the host changed. */
  follow(changes: ModelChanges): void {
    const { workbook } = this;
    if (workbook === null) return;
    const rebuilt = changes.sheets.some(({ rebuild }) => rebuild);
    if (rebuilt || (changes.tabs && (changes.added.length > 0 || changes.removed.length > 0))) {
      return this.redraw();
    }
    for (const change of changes.sheets) this.followSheet(workbook, change);
    if (changes.tabs) this.followTabs(workbook);
  }

  private redraw(): void {
    const { workbook } = this;
    if (workbook === null) return;
    const sheet = this.api.getActiveWorkbook()?.getActiveSheet();
    const scroll = sheet?.getScrollState();
    const before = { sheetId: sheet?.getSheetId(), selection: this.selection };
    this.show(workbook, this.name);
    if (before.sheetId !== workbook.activeSheetId) return;
    if (before.selection?.sheetId === before.sheetId) this.mark(before.selection.sheetId, before.selection.areas);
    if (scroll) {
      this.api
        .getActiveWorkbook()
        ?.getActiveSheet()
        .scrollToCell(scroll.sheetViewStartRow, scroll.sheetViewStartColumn);
    }
  }

  private followSheet(workbook: WorkbookModel, change: SheetChange): void {
    const sheet = workbook.sheets.find(({ id }) => id === change.sheetId);
    if (sheet === undefined) return;
    if (change.cells.length > 0) this.drawCells(workbook, sheet, change.cells);
    if (change.rules) this.drawRules(sheet);
    if (change.validations) this.redraw();
  }

  private drawCells(workbook: WorkbookModel, sheet: SheetModel, cells: SheetChange['cells']): void {
    const matrix: Record<number, Record<number, object>> = {};
    const looks = new Map<number, object>();
    for (const { row, column } of cells) {
      const formula = sheet.formula(row, column);
      const style = sheet.styleIndex(row, column);
      const look = looks.get(style) ?? wholeLook(workbook.style(style));
      looks.set(style, look);
      const value = formula === null ? sheet.value(row, column) : null;
      const { numberFormat } = workbook.style(style);
      const shown = typeof value === 'number' ? serialOnScreen(value, numberFormat, workbook.date1904) : value;
      const content = gridContent(shown, formula);
      (matrix[row] ??= {})[column] = { ...NO_CONTENT, ...content, s: { ...look } };
    }
    this.run(SET_CELLS, { subUnitId: sheet.id, cellValue: matrix });
  }

  private drawRules(sheet: SheetModel): void {
    const shown = this.api.getActiveWorkbook()?.getSheetBySheetId(sheet.id)?.getConditionalFormattingRules() ?? [];
    for (const { cfId } of shown) {
      this.run('sheet.mutation.delete-conditional-rule', { subUnitId: sheet.id, cfId });
    }
    /* Univer puts a new rule before the others. */
    for (const rule of [...gridRules(sheet.conditionalRules(), gridSize(sheet))].reverse()) {
      this.run('sheet.mutation.add-conditional-rule', { subUnitId: sheet.id, rule });
    }
  }

  private followTabs(workbook: WorkbookModel): void {
    const shown = this.api.getActiveWorkbook();
    for (const sheet of workbook.sheets) {
      if (shown?.getSheetBySheetId(sheet.id)?.getSheetName() !== sheet.name) {
        this.run('sheet.mutation.set-worksheet-name', { subUnitId: sheet.id, name: sheet.name });
      }
    }
    this.activate(workbook.activeSheetId);
  }

  private run(id: string, params: Readonly<Record<string, unknown>>): void {
    this.commands.syncExecuteCommand(id, { unitId: this.unitId, ...params }, FROM_HOST);
  }

  private heard(id: string, params: GridMutation | undefined): void {
    if (params?.unitId !== undefined && params.unitId !== this.unitId) return;
    switch (id) {
      case 'sheet.operation.set-selections': {
        const { subUnitId, selections } = params as {
          subUnitId: string;
          selections: readonly {
            range: { startRow: number; startColumn: number; endRow: number; endColumn: number };
          }[];
        };
        const areas = selections.map(({ range }) => ({
          top: range.startRow,
          left: range.startColumn,
          bottom: range.endRow,
          right: range.endColumn,
        }));
        this.selection = { sheetId: subUnitId, areas };
        return this.listener.selected(subUnitId, areas);
      }
      case 'sheet.operation.set-worksheet-active':
        return this.listener.activated(params?.subUnitId ?? '');
      default: {
        const edits = userEditsOf(id, params ?? {});
        if (edits.length > 0) this.listener.edited(edits);
      }
    }
  }

  /** After structural changes the grid's own undo would restore cells at the wrong place. */
  forgetUndo(): void {
    this.univer.__getInjector().get(IUndoRedoService).clearUndoRedo(this.unitId);
  }
}
