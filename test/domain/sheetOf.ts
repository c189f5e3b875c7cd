import { columnIndex, type Area, type CellValue } from '../../src/domain/cell';
import type { ColumnFormats, SheetSnapshot } from '../../src/domain/snapshot';

export interface SheetOptions {
  readonly name?: string;
  /** `A1:H1`. */
  readonly merges?: readonly string[];
  /** Rows as Excel numbers them, from 1. */
  readonly hiddenRows?: readonly number[];
  readonly formats?: Readonly<Record<string, ColumnFormats>>;
  readonly formulas?: Readonly<Record<string, Readonly<Record<number, string>>>>;
  readonly tables?: SheetSnapshot['tables'];
  readonly visible?: boolean;
  /** Number of empty rows above the first given one. */
  readonly top?: number;
  readonly left?: number;
}

export function areaOf(address: string): Area {
  const match = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(address);
  if (!match) throw new Error(`no area: ${address}`);
  return {
    left: columnIndex(match[1]!)!,
    top: Number(match[2]) - 1,
    right: columnIndex(match[3]!)!,
    bottom: Number(match[4]) - 1,
  };
}

/** A sheet written as rows of cells; `null` is an empty cell, so is every cell a merge covers. */
export function sheetOf(rows: readonly (readonly (CellValue | null)[])[], options: SheetOptions = {}): SheetSnapshot {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const top = options.top ?? 0;
  const formulas = new Map<number, readonly CellValue[]>();
  for (const [letters, byRow] of Object.entries(options.formulas ?? {})) {
    const column = columnIndex(letters)!;
    formulas.set(
      column,
      rows.map((row, index) => byRow[index + top + 1] ?? row[column - (options.left ?? 0)] ?? ''),
    );
  }
  return {
    id: `{${options.name ?? '督查台账'}}`,
    name: options.name ?? '督查台账',
    visible: options.visible ?? true,
    top,
    left: options.left ?? 0,
    values: rows.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? '')),
    formats: new Map(
      Object.entries(options.formats ?? {}).map(([letters, formats]) => [columnIndex(letters)!, formats]),
    ),
    formulas,
    merges: (options.merges ?? []).map(areaOf),
    hiddenRows: (options.hiddenRows ?? []).map((row) => ({ first: row - 1, last: row - 1 })),
    hiddenColumns: [],
    tables: options.tables ?? [],
    protected: false,
  };
}
