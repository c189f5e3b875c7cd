import type { CellValue } from '../cell';
import type { LedgerConnection } from './connection';
import type { Field } from './fields';
import { foldHeader } from './headerText';
import { isHeaderWord, matchHeader } from './matchHeader';

/** A mapped column's own header words, to know them again further down. */
export interface ColumnHeader {
  readonly field: Field;
  readonly column: number;
  readonly parts: ReadonlySet<string>;
}

export const headersOf = ({ columns }: LedgerConnection): readonly ColumnHeader[] =>
  (Object.keys(columns) as Field[]).flatMap((field) => {
    const mapped = columns[field];
    return mapped === undefined ? [] : [{ field, column: mapped.column, parts: new Set(mapped.header.split('/')) }];
  });

/** `repeated`: the ledger's own header once more, in other words perhaps; `other`: the header of another table. */
export type HeaderBelow = 'repeated' | 'other';

/** Longer cells are no header. */
const LONGEST_HEADER = 40;

/** What header a row below the ledger's own is; null for the rows of the ledger. */
export function headerBelow(
  values: readonly CellValue[],
  left: number,
  headers: readonly ColumnHeader[],
): HeaderBelow | null {
  const agreeing = new Set<Field>();
  let own = 0;
  let filled = 0;
  for (const { field, column, parts } of headers) {
    const value = values[column - left] ?? '';
    if (value === '') continue;
    if (typeof value !== 'string' || value.length > LONGEST_HEADER) return null;
    const folded = foldHeader(value);
    filled += 1;
    if (parts.has(folded)) {
      agreeing.add(field);
      own += 1;
    } else if (namesField(folded, field)) agreeing.add(field);
    // Rows of the ledger end here: most at their number.
    else if (filled === 1 && !isHeaderWord(folded)) return null;
  }
  if (agreeing.size === filled && own >= 2) return 'repeated';
  if (agreeing.size >= 3 && tellsTable(agreeing)) return 'repeated';
  return isTableHeader(values) ? 'other' : null;
}

function namesField(folded: string, field: Field): boolean {
  if (!isHeaderWord(folded)) return false;
  const match = matchHeader([folded]);
  if (match === null || match.strength < 3) return false;
  return match.field === field || match.second === field || (match.ambiguous && field === 'closedOn');
}

/** Three cells at least that are headers and nothing else, a title and a unit or deadline among them. */
export function isTableHeader(values: readonly CellValue[]): boolean {
  const fields = new Set<Field>();
  for (const value of values) {
    if (typeof value !== 'string' || value === '' || value.length > LONGEST_HEADER) continue;
    if (!isHeaderWord(foldHeader(value))) continue;
    const match = matchHeader([value]);
    if (match?.strength === 3) fields.add(match.field);
  }
  return fields.size >= 3 && tellsTable(fields);
}

const tellsTable = (fields: ReadonlySet<Field>): boolean =>
  fields.has('title') && (fields.has('leadUnit') || fields.has('deadline'));
