import type { NoticeEntry, NoticeForm } from '../registers/registers';
import { numberOf } from './numbering';

type Numbered = Pick<NoticeEntry, 'form' | 'number' | 'date' | 'enteredLater'>;

interface Sequence {
  /** Rows that carry a serial. */
  readonly rows: Map<number, number>;
  /** Serials, the highest last; some of them perhaps on no row any more. */
  readonly serials: number[];
}

/** The serials on record by form and year, while rows come and go: a register is looked through once, not for each row. */
export class Sequences {
  private readonly sequences = new Map<string, Sequence>();

  constructor(register: readonly Numbered[]) {
    for (const entry of register) this.add(entry);
    for (const { serials } of this.sequences.values()) serials.sort((one, other) => one - other);
  }

  /** The highest serial of a form in a year; 0 where there is none. */
  highest(form: NoticeForm, year: number): number {
    const sequence = this.sequences.get(`${form} ${year}`);
    if (sequence === undefined) return 0;
    const { rows, serials } = sequence;
    while (serials.length > 0 && rows.get(serials.at(-1)!) === 0) rows.delete(serials.pop()!);
    return serials.at(-1) ?? 0;
  }

  private add(entry: Numbered): void {
    const number = numberOf(entry);
    if (number === null) return;
    const key = `${entry.form} ${number.year}`;
    const sequence = this.sequences.get(key) ?? { rows: new Map<number, number>(), serials: [] };
    this.sequences.set(key, sequence);
    const { rows, serials } = sequence;
    if (!rows.has(number.serial)) serials.push(number.serial);
    rows.set(number.serial, (rows.get(number.serial) ?? 0) + 1);
  }

  /** A row is gone. */
  takeOff(entry: Numbered): void {
    const number = numberOf(entry);
    const rows = number === null ? undefined : this.sequences.get(`${entry.form} ${number.year}`)?.rows;
    if (number !== null && rows !== undefined) rows.set(number.serial, rows.get(number.serial)! - 1);
  }

  putOn(entry: Numbered): void {
    this.add(entry);
    const serials = this.sequences.get(`${entry.form} ${numberOf(entry)?.year}`)?.serials ?? [];
    if ((serials.at(-2) ?? 0) > (serials.at(-1) ?? 0)) serials.sort((one, other) => one - other);
  }
}
