import { headerPaths } from '../../domain/ledger/headerPaths';
import { joinHeader } from '../../domain/ledger/headerText';
import { indexMerges } from '../../domain/ledger/mergeIndex';
import type { LedgerConnection } from '../../domain/ledger/connection';
import type { SheetSnapshot } from '../../domain/snapshot';

/** A column of a ledger with the header as it stands there. */
export interface HeaderColumn {
  readonly column: number;
  readonly header: string;
}

/** Every column of the header, for the clerk to choose from. */
export function headerColumns(head: SheetSnapshot, connection: LedgerConnection): readonly HeaderColumn[] {
  const { headerTop, headerBottom } = connection;
  const paths = headerPaths(head, headerTop, headerBottom, indexMerges(head, headerTop, headerBottom));
  return [...paths].map(([column, path]) => ({ column, header: joinHeader(path) }));
}
