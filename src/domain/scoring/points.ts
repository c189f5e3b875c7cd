import { Decimal } from 'decimal.js';

/** Wide enough that a quotient of small integers never reaches a half of 0.01 by rounding alone. */
const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });
export type Points = InstanceType<typeof Exact>;

export const ZERO: Points = new Exact(0);

/** Amounts that come again and again: a scheme's, for every unit at every month's end. They are never changed. */
const amounts = new Map<number, Points>();
const KEPT_AMOUNTS = 4096;

export function exact(value: number | Points): Points {
  if (typeof value !== 'number') return value;
  const known = amounts.get(value);
  if (known !== undefined) return known;
  const made = new Exact(value);
  if (amounts.size < KEPT_AMOUNTS) amounts.set(value, made);
  return made;
}

/** To 0.01, half away from zero (rules.md §5). */
export const rounded = (value: Points): Points =>
  value.decimalPlaces() <= 2 ? value : value.toDecimalPlaces(2, Decimal.ROUND_HALF_UP);

export const sum = (values: readonly Points[]): Points =>
  values.length === 0 ? ZERO : values.reduce((total, value) => total.plus(value));

/** A rounded amount as the number report.json shows; never −0. */
export function toNumber(value: Points): number {
  return value.isZero() ? 0 : value.toNumber();
}
