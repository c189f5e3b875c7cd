import { firstWhere } from '../ledger/readRowsAgain';

/** Matters behind a number, by key, in ledger order: the number is their count. */
export type Keys = readonly string[];

/** Compares keys as the ledgers have them. */
export type KeyOrder = (one: string, other: string) => number;

/** A key ends in the number of the matter's first row; `sheets` as the ledgers come. */
export function ledgerOrder(sheets: readonly string[]): KeyOrder {
  const places = new Map(sheets.map((sheet, place) => [sheet, place]));
  const cut = (key: string): readonly [number, number] => {
    const end = key.lastIndexOf('!');
    return [places.get(key.slice(0, end)) ?? sheets.length, Number(key.slice(end + 1))];
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
