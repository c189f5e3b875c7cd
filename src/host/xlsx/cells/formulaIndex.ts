import type { Area } from '../model';
import { decodeUtf8 } from '../xml/utf8';
import { CellKind } from './cellTable';
import type { ScannedSheet } from './sheetScanner';
import { formulaOf } from './sourceCell';

/** An array formula or data table as it came; `area` follows when rows move. */
export interface GuardedFormula {
  readonly kind: 'array' | 'dataTable';
  area: Area;
  /** Place of its row among the scanned rows, and of its first cell in the table. */
  readonly sourceRow: number;
  readonly cell: number;
}

/** A cell with a formula, by its places among the scanned rows and cells. */
export interface FormulaPlace {
  readonly sourceRow: number;
  readonly cell: number;
}

export interface SharedMaster extends FormulaPlace {
  /** Row and column in the file. */
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly members: FormulaPlace[];
}

const special = /<(?:[\w.-]+:)?f\s[^>]*?\bt\s*=\s*["'](shared|array|dataTable)["']/;

/** The shared, array and data-table formulas of a sheet. */
export class FormulaIndex {
  readonly guarded: GuardedFormula[] = [];
  /** Each shared formula with the cells that follow it (itself included). */
  readonly masters: SharedMaster[] = [];
  private readonly masterByCell = new Map<number, SharedMaster>();

  constructor({ rows, cells, bytes, hasFormulas }: ScannedSheet) {
    if (!hasFormulas) return;
    const current = new Map<number, SharedMaster>();
    rows.forEach((row, sourceRow) => {
      for (let cell = row.firstCell; cell < row.lastCell; cell++) {
        if (!(cells.kind[cell]! & CellKind.formula)) continue;
        const raw = decodeUtf8(bytes, cells.start[cell]!, cells.end[cell]!);
        if (!special.test(raw)) continue;
        const formula = formulaOf(raw);
        if (!formula) continue;
        if (formula.type === 'array' || formula.type === 'dataTable') {
          const column = cells.column[cell]!;
          const area = formula.area ?? { top: row.index, left: column, bottom: row.index, right: column };
          this.guarded.push({ kind: formula.type, area, sourceRow, cell });
        } else if (formula.sharedIndex !== null) {
          this.addShared(
            current,
            formula.sharedIndex,
            formula.text,
            { sourceRow, cell },
            row.index,
            cells.column[cell]!,
          );
        }
      }
    });
  }

  /** The shared formula a cell follows (or is), or null. */
  masterOf(cell: number): SharedMaster | null {
    return this.masterByCell.get(cell) ?? null;
  }

  /** The array formula anchored in that cell, or null. */
  anchoredAt(cell: number): GuardedFormula | null {
    return this.guarded.find((one) => one.cell === cell) ?? null;
  }

  private addShared(
    current: Map<number, SharedMaster>,
    index: number,
    text: string,
    place: FormulaPlace,
    row: number,
    column: number,
  ): void {
    if (text !== '') {
      const master: SharedMaster = { ...place, row, column, text, members: [place] };
      current.set(index, master);
      this.masters.push(master);
      this.masterByCell.set(place.cell, master);
      return;
    }
    const master = current.get(index);
    if (!master) return;
    master.members.push(place);
    this.masterByCell.set(place.cell, master);
  }
}
