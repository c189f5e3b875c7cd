/** What the scanner found in a `<c>`: its kind in the low bits, marks above. */
export const CellKind = {
  empty: 0,
  number: 1,
  sharedString: 2,
  boolean: 3,
  error: 4,
  formulaString: 5,
  inlineString: 6,
  isoDate: 7,
  mask: 15,
  /** Holds an `<f>`. */
  formula: 16,
} as const;

/** Cells of a sheet in the order of the file, one typed array per field (23 bytes a cell). */
export class CellTable {
  count = 0;
  column: Uint16Array = new Uint16Array(1024);
  kind: Uint8Array = new Uint8Array(1024);
  /** -1 where the cell names no style. */
  style: Int32Array = new Int32Array(1024);
  /** Number, or index of the shared string. */
  number: Float64Array = new Float64Array(1024);
  /** Bytes of the element in the part. */
  start: Uint32Array = new Uint32Array(1024);
  end: Uint32Array = new Uint32Array(1024);

  add(column: number, kind: number, style: number, value: number, start: number, end: number): void {
    if (this.count === this.column.length) this.resize(this.count * 2);
    const at = this.count++;
    this.column[at] = column;
    this.kind[at] = kind;
    this.style[at] = style;
    this.number[at] = value;
    this.start[at] = start;
    this.end[at] = end;
  }

  /** Gives back what was reserved and not used. */
  trim(): void {
    this.resize(Math.max(1, this.count));
  }

  /** Orders the cells of one row by column; of two in the same column the later one wins, as in Excel. */
  sortRow(from: number): void {
    const order = Array.from({ length: this.count - from }, (_, index) => from + index);
    order.sort((a, b) => this.column[a]! - this.column[b]! || a - b);
    const kept = order.filter((cell, index) => this.column[cell] !== this.column[order[index + 1] ?? -1]);
    for (const field of [this.column, this.kind, this.style, this.number, this.start, this.end]) {
      const values = kept.map((cell) => field[cell]!);
      field.set(values, from);
    }
    this.count = from + kept.length;
  }

  private resize(length: number): void {
    const grow = <T extends { set(from: T, at?: number): void; subarray(a: number, b: number): T }>(
      to: T,
      from: T,
    ): T => {
      to.set(from.subarray(0, Math.min(this.count, length)));
      return to;
    };
    this.column = grow(new Uint16Array(length), this.column);
    this.kind = grow(new Uint8Array(length), this.kind);
    this.style = grow(new Int32Array(length), this.style);
    this.number = grow(new Float64Array(length), this.number);
    this.start = grow(new Uint32Array(length), this.start);
    this.end = grow(new Uint32Array(length), this.end);
  }
}

/** A `<row>` as it came. Byte offsets count in the part. */
export interface SourceRow {
  readonly index: number;
  readonly start: number;
  readonly openEnd: number;
  readonly end: number;
  readonly firstCell: number;
  readonly lastCell: number;
  /** The row's own style, or -1. */
  readonly style: number;
  /** A row or one of its cells came without `r`, or out of order: it is rewritten whenever its sheet is. */
  readonly irregular: boolean;
}
