import { mean } from './strands';

/** Bytes of a single row. */
export interface SampledRow {
  readonly row: number;
  readonly bytes: number;
}

/** What rows elsewhere are held against: the samples' mean there, of how many, and the bytes rows really had. */
interface Known {
  readonly sampled: number;
  readonly count: number;
  readonly real: number;
}

/** Samples on each side that make up a neighbourhood. */
const NEAR = 8;
/** Standard errors within which a neighbourhood is taken to be like what is known. */
const CHANCE = 2.5;
/** Fewer samples say nothing of what has come. */
const ENOUGH = 4;

/** What is known of how long a strand's rows are on the wire: samples spread over it, put right by what has come. */
export class RowSizes {
  /** Something has come by which the estimates were put right. */
  measured = false;
  private known: Known;
  /** Of neighbouring samples: what chance does, apart from rows that are longer in one part of the sheet than in another. */
  private readonly spread: number;

  /** `samples`: in order of rows; none: every row counts `rowBytes`. */
  constructor(
    rowBytes: number,
    private readonly samples: readonly SampledRow[],
  ) {
    const overall = samples.length === 0 ? rowBytes : mean(samples.map(({ bytes }) => bytes));
    this.known = { sampled: overall, count: samples.length, real: overall };
    const steps = samples.slice(1).map(({ bytes }, index) => (bytes - samples[index]!.bytes) ** 2);
    this.spread = Math.sqrt(mean(steps) / 2);
  }

  /** How many rows from `from` on fill `budget`, at most `most`; and the bytes those are taken to have. */
  fitting(from: number, most: number, budget: number): { readonly rows: number; readonly bytes: number } {
    let [rows, bytes] = [0, 0];
    while (rows < most) {
      const { until, each } = this.around(from + rows);
      const some = Math.min(most - rows, until - from - rows, Math.floor((budget - bytes) / each));
      if (some <= 0) break;
      rows += some;
      bytes += some * each;
      if (bytes + each > budget) break;
    }
    return { rows, bytes };
  }

  /** Rows came, so many bytes each. */
  came(from: number, rows: number, real: number): void {
    const there = this.samples.filter(({ row }) => row >= from && row < from + rows);
    this.measured = true;
    if (this.samples.length === 0) this.known = { sampled: real, count: 0, real };
    else if (there.length >= ENOUGH) {
      this.known = { sampled: mean(there.map(({ bytes }) => bytes)), count: there.length, real };
    }
  }

  /** Bytes of one row there, and to which row that holds. */
  private around(row: number): { readonly until: number; readonly each: number } {
    const { samples } = this;
    if (samples.length === 0) return { until: Infinity, each: Math.max(1, this.known.real) };
    const after = samples.findIndex((sample) => sample.row > row);
    const place = after < 0 ? samples.length : after;
    const near = samples.slice(Math.max(0, place - NEAR), place + NEAR).map(({ bytes }) => bytes);
    return { until: samples[place]?.row ?? Infinity, each: Math.max(1, this.likely(near)) };
  }

  /** The neighbourhood's mean where chance does not explain that it is another than what is known. */
  private likely(near: readonly number[]): number {
    const { sampled, count, real } = this.known;
    const own = mean(near);
    const byChance = CHANCE * this.spread * Math.sqrt(1 / near.length + 1 / count);
    return Math.abs(own - sampled) <= byChance ? real : own;
  }
}
