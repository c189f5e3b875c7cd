import { Decimal } from 'decimal.js';

/** Wide enough that a quotient of small integers never reaches a half of 0.01 by rounding alone. */
const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });
export type Points = InstanceType<typeof Exact>;

export const ZERO: Points = new Exact(0);

export const exact = (value: number | Points): Points => new Exact(value);

/** To 0.01, half away from zero (rules.md §5). */
export const rounded = (value: Points): Points => value.toDecimalPlaces(2, Decimal.ROUND_HALF_UP);

export const sum = (values: readonly Points[]): Points =>
  values.reduce<Points>((total, value) => total.plus(value), ZERO);

/** A rounded amount as the number report.json shows; never −0. */
export function toNumber(value: Points): number {
  return value.isZero() ? 0 : value.toNumber();
}
