import type { Finding } from '../finding';
import { firstWhere } from '../firstWhere';
import { orderFindings } from './orderFindings';

/** Rows of a sheet of which something is said anew. */
export interface RowsSaidAnew {
  readonly sheet: string;
  /** Absolute, both included. */
  readonly first: number;
  readonly last: number;
  /** In the order in which it is said. */
  readonly said: readonly Finding[];
  /** Whether what was said there stands beside it. */
  readonly stands: (finding: Finding) => boolean;
}

/**
 * Ordered findings (`orderFindings`) with these rows' replaced, in the same order; no row is among them twice. Every
 * sheet is among the names.
 */
export function withRowsSaidAnew(
  findings: readonly Finding[],
  anew: readonly RowsSaidAnew[],
  sheetNames: readonly string[],
): readonly Finding[] {
  const places = new Map(sheetNames.map((name, index) => [name, index]));
  const tabOf = (sheet: string): number => places.get(sheet) ?? sheetNames.length;
  const rows = [...anew].sort((one, other) => tabOf(one.sheet) - tabOf(other.sheet) || one.first - other.first);
  const parts: (readonly Finding[])[] = [];
  let done = 0;
  for (const { sheet, first, last, said, stands } of rows) {
    const tab = tabOf(sheet);
    const start = (row: number): number =>
      firstWhere(findings, ({ cell }) => tabOf(cell.sheet) > tab || (tabOf(cell.sheet) === tab && cell.row >= row));
    const [from, to] = [start(first), start(last + 1)];
    const standing = findings.slice(from, to).filter(stands);
    parts.push(findings.slice(done, from), orderFindings([...said, ...standing], sheetNames));
    done = to;
  }
  return parts[0] === undefined ? findings : parts[0].concat(...parts.slice(1), findings.slice(done));
}
