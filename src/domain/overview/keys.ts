import { firstWhere } from '../firstWhere';

/** Matters behind a number, by key, in ledger order: the number is their count. */
export type Keys = readonly string[];

/** Compares keys as the ledgers have them. */
export type KeyOrder = (one: string, other: string) => number;

/** The sheet a matter's key names, and the number of the matter's first row, from 1. */
export function cutKey(key: string): readonly [sheet: string, row: number] {
  const end = key.lastIndexOf('!');
  return [key.slice(0, end), Number(key.slice(end + 1))];
}

/** `sheets` as the ledgers come. */
export function ledgerOrder(sheets: readonly string[]): KeyOrder {
  const places = new Map(sheets.map((sheet, place) => [sheet, place]));
  const cut = (key: string): readonly [number, number] => {
    const [sheet, row] = cutKey(key);
    return [places.get(sheet) ?? sheets.length, row];
  };
  return (one, other) => {
    const [a, b] = [cut(one), cut(other)];
    return a[0] - b[0] || a[1] - b[1];
  };
}

/** The keys after one matter stands there or no longer stands there. */
export function keysAfter(keys: Keys, key: string, was: boolean, is: boolean, order: KeyOrder): Keys {
  if (was === is) return keys;
  const at = firstWhere(keys, (other) => order(other, key) >= 0);
  const copy = keys.slice();
  if (is) copy.splice(at, 0, key);
  else copy.splice(at, 1);
  return copy;
}
