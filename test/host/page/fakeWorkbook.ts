import type {
  Area,
  CellContent,
  CellStyle,
  ConditionalRule,
  DataValidationRule,
  SheetModel,
  WorkbookModel,
} from '../../../src/host/xlsx/model';

export const PLAIN: CellStyle = {
  numberFormat: 'General',
  font: { name: '宋体', size: 11 },
  fill: null,
  borders: {},
  alignment: {},
  locked: true,
  hiddenFormula: false,
};

const refuse = (): never => {
  throw new Error('not part of the fake');
};

interface FakeCell {
  readonly value: CellContent;
  readonly formula: string | null;
  readonly style: number;
}
const BLANK: FakeCell = { value: null, formula: null, style: 0 };

/** A sheet in memory with what the grid reads and writes. */
export class FakeSheet {
  visibility = 'visible' as const;
  tabColor: string | null = null;
  readonly defaultRowHeight = 15;
  readonly defaultColumnWidth = 8.38;
  readonly showGridlines = true;
  private readonly cells = new Map<string, FakeCell>();
  private readonly heights = new Map<number, number>();
  private readonly widths = new Map<number, number>();
  private readonly hiddenRows = new Set<number>();
  private mergeList: readonly Area[] = [];
  private rules: readonly ConditionalRule[] = [];
  private validations: readonly DataValidationRule[] = [];
  private panes = { rows: 0, columns: 0 };

  constructor(
    readonly id: string,
    public name: string,
  ) {}

  private cell(row: number, column: number): FakeCell {
    return this.cells.get(`${row},${column}`) ?? BLANK;
  }
  private put(row: number, column: number, change: Partial<FakeCell>): void {
    this.cells.set(`${row},${column}`, { ...this.cell(row, column), ...change });
  }
  usedArea(): Area | null {
    const places = [...this.cells.keys()].map((key) => key.split(',').map(Number) as [number, number]);
    if (places.length === 0) return null;
    const rows = places.map(([row]) => row);
    const columns = places.map(([, column]) => column);
    return {
      top: Math.min(...rows),
      left: Math.min(...columns),
      bottom: Math.max(...rows),
      right: Math.max(...columns),
    };
  }
  value = (row: number, column: number): CellContent => this.cell(row, column).value;
  formula = (row: number, column: number): string | null => this.cell(row, column).formula;
  styleIndex = (row: number, column: number): number => this.cell(row, column).style;
  setValue(row: number, column: number, value: CellContent): void {
    this.put(row, column, { value, formula: null });
  }
  setFormula(row: number, column: number, formula: string): void {
    this.put(row, column, { value: 0, formula });
  }
  setStyleIndex(row: number, column: number, style: number): void {
    this.put(row, column, { style });
  }
  clear(area: Area): void {
    for (let row = area.top; row <= area.bottom; row += 1) {
      for (let column = area.left; column <= area.right; column += 1) this.cells.delete(`${row},${column}`);
    }
  }
  rowHeight = (row: number): number | null => this.heights.get(row) ?? null;
  setRowHeight(row: number, points: number | null): void {
    if (points === null) this.heights.delete(row);
    else this.heights.set(row, points);
  }
  rowHidden = (row: number): boolean => this.hiddenRows.has(row);
  setRowHidden(row: number, hidden: boolean): void {
    if (hidden) this.hiddenRows.add(row);
    else this.hiddenRows.delete(row);
  }
  columnWidth = (column: number): number | null => this.widths.get(column) ?? null;
  setColumnWidth(column: number, characters: number | null): void {
    if (characters === null) this.widths.delete(column);
    else this.widths.set(column, characters);
  }
  columnHidden = (): boolean => false;
  setColumnHidden = refuse;
  merges = (): readonly Area[] => this.mergeList;
  setMerges(merges: readonly Area[]): void {
    this.mergeList = merges;
  }
  conditionalRules = (): readonly ConditionalRule[] => this.rules;
  setConditionalRules(rules: readonly ConditionalRule[]): void {
    this.rules = rules;
  }
  dataValidations = (): readonly DataValidationRule[] => this.validations;
  setDataValidations(rules: readonly DataValidationRule[]): void {
    this.validations = rules;
  }
  frozen = (): { rows: number; columns: number } => this.panes;
  setFrozen(rows: number, columns: number): void {
    this.panes = { rows, columns };
  }
  setShowGridlines = refuse;
  insertRows = refuse;
  deleteRows = refuse;
}

/** A workbook in memory. Members the grid never calls are missing on purpose. */
export function fakeWorkbook(
  sheets: readonly FakeSheet[],
): WorkbookModel & { sheets: SheetModel[]; addStyle(style: CellStyle): number } {
  const styles: CellStyle[] = [PLAIN];
  const list = [...sheets] as unknown as SheetModel[];
  return {
    date1904: false,
    sheets: list,
    activeSheetId: sheets[0]!.id,
    readOnly: false,
    cautions: [],
    style: (index: number) => styles[index]!,
    addStyle: (style: CellStyle) => styles.push(style) - 1,
    styleIndexOf: (style: CellStyle) => styles.push(style) - 1,
  } as unknown as WorkbookModel & { sheets: SheetModel[]; addStyle(style: CellStyle): number };
}
