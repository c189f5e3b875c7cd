import type { CellRef } from '../cell';
import { FIELDS, type Field } from './fields';

/** What the cells of all matters of one ledger have in common. */
export interface CellLayout {
  readonly sheet: string;
  readonly columns: Readonly<Partial<Record<Field, number>>>;
  /** The row a column's value stands in for this row; -1 where another column's merge covers it. */
  readonly homeRow: (row: number, column: number) => number;
}

/**
 * Where each field of a matter stands. Built on demand: a large ledger has millions of these cells and few are asked
 * for. Read as a record (`cells.title`); `undefined` for a column the ledger does not have.
 */
export class MatterCells {
  readonly [field: string]: CellRef | undefined;
  readonly #row: number;
  readonly #layout: CellLayout;

  constructor(row: number, layout: CellLayout) {
    this.#row = row;
    this.#layout = layout;
  }

  static {
    for (const field of FIELDS) {
      Object.defineProperty(MatterCells.prototype, field, {
        enumerable: true,
        get(this: MatterCells): CellRef | undefined {
          const { sheet, columns, homeRow } = this.#layout;
          const column = columns[field];
          if (column === undefined) return undefined;
          const home = homeRow(this.#row, column);
          return { sheet, row: home < 0 ? this.#row : home, column };
        },
      });
    }
  }
}
