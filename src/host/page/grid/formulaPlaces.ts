import type { ICommandService } from '@univerjs/core';

/** Rows and columns of cells that may hold a formula: all that do, and perhaps some that no longer do. */
export type Places = Record<number, Record<number, true>>;
/** By the sheet's id. */
export type PlacesBySheet = Map<string, Places>;

interface Command {
  readonly id: string;
  readonly params?: unknown;
}

interface CellWrite {
  readonly unitId?: string;
  readonly subUnitId?: string;
  readonly cellValue?: Readonly<Record<number, Readonly<Record<number, unknown>>>>;
}

/** What of a sheet's cells is read here. */
interface Cells {
  readonly [row: number]: Readonly<Record<number, unknown>> | undefined;
}

const SET_CELLS = 'sheet.mutation.set-range-values';
const OF_CELLS = /^sheet\.mutation\./;
/** Mutations of a sheet that leave every formula where it is. All others may move or bring some. */
const ELSEWHERE =
  /^sheet\.mutation\.(set-worksheet-(row-(auto-)?height|row-is-auto-height|col-width|name)|set-(row|col)-(hidden|visible)|set\.numfmt|remove\.numfmt|(add|delete|set|move)-conditional-rule|set-tab-color)$/;

export function notePlace(places: Places, row: number, column: number): void {
  (places[row] ??= {})[column] = true;
}

/** As Univer marks it: `f` is the formula, `si` names one that is shared. */
function holdsFormula(cell: unknown): boolean {
  const { f, si } = (cell ?? {}) as { readonly f?: unknown; readonly si?: unknown };
  return Boolean(f) || Boolean(si);
}

/**
 * Where the shown workbook's formulas are. Univer looks for them through all cells, again and again; of a large ledger
 * few hold any.
 */
export class FormulaPlaces {
  private unitId = '';
  private places: PlacesBySheet = new Map();

  /** From now on this workbook is shown. */
  begin(unitId: string, places: PlacesBySheet): void {
    this.unitId = unitId;
    this.places = places;
  }

  /** Keeps up with what is done: told before, so that a new formula is found by whoever asks on hearing of it. */
  watch(commands: Pick<ICommandService, 'beforeCommandExecuted' | 'onCommandExecuted'>): void {
    commands.beforeCommandExecuted((command) => this.follow(command));
    commands.onCommandExecuted((command) => this.follow(command));
  }

  private follow({ id, params }: Command): void {
    if (!OF_CELLS.test(id) || ELSEWHERE.test(id)) return;
    const { unitId, subUnitId, cellValue } = (params ?? {}) as CellWrite;
    if (unitId !== undefined && unitId !== this.unitId) return;
    const places = this.places.get(subUnitId ?? '');
    if (id !== SET_CELLS) return this.places.clear();
    if (places === undefined || cellValue === undefined) return;
    eachCell(cellValue, (row, column, cell) => {
      if (holdsFormula(cell)) notePlace(places, row, column);
    });
  }

  /** The cells of a sheet that hold a formula, of all its cells. Where they are not known, all are looked through. */
  among<C extends Cells>(unitId: string, sheetId: string, cells: C): C {
    const known = unitId === this.unitId ? this.places.get(sheetId) : undefined;
    const found: Record<number, Record<number, unknown>> = {};
    const places: Places = {};
    eachCell(known ?? cells, (row, column) => {
      const cell = cells[row]?.[column];
      if (!holdsFormula(cell)) return;
      (found[row] ??= {})[column] = cell;
      notePlace(places, row, column);
    });
    if (known === undefined && unitId === this.unitId) this.places.set(sheetId, places);
    return found as C;
  }
}

function eachCell(cells: Cells, visit: (row: number, column: number, cell: unknown) => void): void {
  for (const row in cells) {
    const line = cells[row];
    for (const column in line) visit(Number(row), Number(column), line[Number(column)]);
  }
}
