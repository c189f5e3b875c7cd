import type { SheetSnapshot } from '../snapshot';
import { connectionOf } from './assignColumns';
import type { LedgerConnection } from './connection';
import type { Field } from './fields';
import { headerPaths } from './headerPaths';
import { joinHeader } from './headerText';
import { matchHeader } from './matchHeader';
import { indexMerges } from './mergeIndex';

/** How far up or down a header may have moved when rows were inserted or deleted above it. */
const ROWS_MOVED = 40;

/** One mapped column whose header is no longer where it was. `now` null: nowhere in the header any more. */
export interface ColumnChange {
  readonly field: Field | 'moreStatus';
  readonly kind: 'moved' | 'renamed' | 'missing';
  readonly was: { readonly column: number; readonly header: string };
  readonly now: { readonly column: number; readonly header: string } | null;
}

export type ConnectionCheck =
  | { readonly kind: 'same' }
  /** Every header is found again, word for word and once, elsewhere: `proposed` is the connection corrected. */
  | {
      readonly kind: 'moved';
      /** Rows the header moved down (up where negative). */
      readonly rowsMoved: number;
      readonly changes: readonly ColumnChange[];
      readonly proposed: LedgerConnection;
    }
  /** Some header was renamed, or is missing: asked. `proposed` where the new words mean the same fields, else null. */
  | {
      readonly kind: 'changed';
      readonly rowsMoved: number;
      readonly changes: readonly ColumnChange[];
      readonly proposed: LedgerConnection | null;
    };

/** Compares a sheet's header with the one that was connected. */
export function verifyConnection(sheet: SheetSnapshot, connection: LedgerConnection): ConnectionCheck {
  const here = headersAt(sheet, connection, 0);
  if (changesIn(connection, here).length === 0) return { kind: 'same' };
  const { rowsMoved, headers } = nearestHeader(sheet, connection, here);
  const changes = changesIn(connection, headers);
  const proposed = propose(connection, changes, rowsMoved);
  return proposed !== null && changes.every((change) => change.kind === 'moved')
    ? { kind: 'moved', rowsMoved, changes, proposed }
    : { kind: 'changed', rowsMoved, changes, proposed };
}

function headersAt(sheet: SheetSnapshot, connection: LedgerConnection, rows: number): ReadonlyMap<number, string> {
  const top = connection.headerTop + rows;
  const bottom = connection.headerBottom + rows;
  if (top < sheet.top || bottom >= sheet.top + sheet.values.length) return new Map();
  const paths = headerPaths(sheet, top, bottom, indexMerges(sheet, top, bottom));
  return new Map([...paths].map(([column, path]) => [column, joinHeader(path)]));
}

const mappedOf = (connection: LedgerConnection) =>
  [
    ...Object.entries(connection.columns).map(([field, was]) => ({ field: field as Field, was })),
    ...(connection.moreStatus ?? []).map((was) => ({ field: 'moreStatus' as const, was })),
  ].sort((a, b) => a.was.column - b.was.column);

/** Where the old headers are all found again a few rows away, the rows moved; otherwise the header stayed and changed. */
function nearestHeader(
  sheet: SheetSnapshot,
  connection: LedgerConnection,
  here: ReadonlyMap<number, string>,
): { readonly rowsMoved: number; readonly headers: ReadonlyMap<number, string> } {
  const found = (headers: ReadonlyMap<number, string>): number => {
    const texts = new Set(headers.values());
    return mappedOf(connection).filter(({ was }) => texts.has(was.header)).length;
  };
  let best = { rowsMoved: 0, headers: here };
  for (let distance = 1; distance <= ROWS_MOVED; distance += 1) {
    for (const rowsMoved of [distance, -distance]) {
      const headers = headersAt(sheet, connection, rowsMoved);
      if (found(headers) > found(best.headers)) best = { rowsMoved, headers };
    }
  }
  return best;
}

function changesIn(connection: LedgerConnection, headers: ReadonlyMap<number, string>): readonly ColumnChange[] {
  return mappedOf(connection).flatMap(({ field, was }): readonly ColumnChange[] => {
    const header = headers.get(was.column);
    if (header === was.header) return [];
    const elsewhere = [...headers].filter(([, text]) => text === was.header);
    if (elsewhere.length === 1) {
      return [{ field, kind: 'moved', was, now: { column: elsewhere[0]![0], header: was.header } }];
    }
    if (header === undefined || elsewhere.length > 1) return [{ field, kind: 'missing', was, now: null }];
    return [{ field, kind: 'renamed', was, now: { column: was.column, header } }];
  });
}

/** A renamed column is proposed where its new header means the same field; a missing one never is. */
function propose(
  connection: LedgerConnection,
  changes: readonly ColumnChange[],
  rowsMoved: number,
): LedgerConnection | null {
  const columns = { ...connection.columns };
  const moreStatus = [...(connection.moreStatus ?? [])];
  for (const { field, kind, was, now } of changes) {
    if (now === null) return null;
    if (kind === 'renamed') {
      const means = matchHeader(now.header.split('/'));
      if (means === null || means.ambiguous || means.field !== (field === 'moreStatus' ? 'status' : field)) return null;
    }
    if (field === 'moreStatus') moreStatus[moreStatus.findIndex((each) => each.column === was.column)] = now;
    else columns[field] = now;
  }
  const taken = [...Object.values(columns), ...moreStatus].map((mapped) => mapped.column);
  if (new Set(taken).size < taken.length) return null;
  return connectionOf(connection.sheet, connection.headerTop + rowsMoved, connection.headerBottom + rowsMoved, {
    columns,
    moreStatus,
  });
}
