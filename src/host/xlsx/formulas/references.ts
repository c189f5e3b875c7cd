import { columnNumber, lastColumn, lastRow } from '../cells/address';

/** One end of a reference. `row` or `column` is null in whole columns and rows. */
export interface ReferenceEnd {
  readonly row: number | null;
  readonly column: number | null;
  readonly rowFixed: boolean;
  readonly columnFixed: boolean;
}

/** A reference inside a formula, as it stands there. */
export interface FormulaReference {
  /** The sheet qualifier as written, with its `!`, or the empty string. */
  readonly qualifier: string;
  readonly first: ReferenceEnd;
  /** The other end of a range, or null for a single cell. */
  readonly second: ReferenceEnd | null;
  readonly text: string;
}

const cellEnd = String.raw`(\$?)([A-Za-z]{1,3})(\$?)([0-9]{1,7})`;
const patterns = {
  text: /"(?:[^"]|"")*"/y,
  qualifier: /(?:'(?:[^']|'')+'|[\p{L}\p{N}_.\\[\]]+(?::[\p{L}\p{N}_.]+)?)!/uy,
  brackets: /\[(?:[^[\]]|\[[^[\]]*\])*\]/y,
  cells: new RegExp(`${cellEnd}(?::${cellEnd})?(?![\\p{L}\\p{N}_.(!\\[?\\\\])`, 'uy'),
  columns: /(\$?)([A-Za-z]{1,3}):(\$?)([A-Za-z]{1,3})(?![\p{L}\p{N}_.(!\\])/uy,
  rows: /(\$?)([0-9]{1,7}):(\$?)([0-9]{1,7})(?![\p{L}\p{N}_.(!\\])/uy,
  word: /[\p{L}_\\][\p{L}\p{N}_.\\?]*|[0-9.]+(?:[Ee][+-]?[0-9]+)?|#[A-Z0-9/]+[!?A]?/uy,
} as const;

function match(pattern: RegExp, formula: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(formula);
}

/**
 * Rewrites each reference of a formula; texts in quotes, names, functions and structured references stay.
 * `rewrite` answers the whole new text, qualifier included.
 */
export function mapReferences(
  formula: string,
  rewrite: (reference: FormulaReference) => string,
  rewriteQualifier: (qualifier: string) => string = (qualifier) => qualifier,
): string {
  let result = '';
  let at = 0;
  while (at < formula.length) {
    const text = match(patterns.text, formula, at);
    if (text) {
      result += text[0];
      at += text[0].length;
      continue;
    }
    const qualifier = match(patterns.qualifier, formula, at)?.[0] ?? '';
    const after = at + qualifier.length;
    const reference = referenceAt(formula, after, qualifier);
    if (reference) {
      result += rewrite(reference);
      at = after + reference.text.length - qualifier.length;
      continue;
    }
    if (qualifier) {
      result += rewriteQualifier(qualifier);
      at = after;
      continue;
    }
    const other = match(patterns.brackets, formula, at) ?? match(patterns.word, formula, at);
    const passed = other?.[0] ?? formula[at]!;
    result += passed;
    at += passed.length;
  }
  return result;
}

function referenceAt(formula: string, at: number, qualifier: string): FormulaReference | null {
  const cells = match(patterns.cells, formula, at);
  if (cells) {
    const first = cellEndOf(cells[1]!, cells[2]!, cells[3]!, cells[4]!);
    const second = cells[6] === undefined ? null : cellEndOf(cells[5]!, cells[6], cells[7]!, cells[8]!);
    if (!inGrid(first) || (second && !inGrid(second))) return null;
    return { qualifier, first, second, text: qualifier + cells[0] };
  }
  const columns = match(patterns.columns, formula, at);
  if (columns) {
    const end = (fixed: string, letters: string): ReferenceEnd => {
      return { row: null, column: columnNumber(letters), rowFixed: false, columnFixed: fixed === '$' };
    };
    const first = end(columns[1]!, columns[2]!);
    const second = end(columns[3]!, columns[4]!);
    return inGrid(first) && inGrid(second) ? { qualifier, first, second, text: qualifier + columns[0] } : null;
  }
  const rows = match(patterns.rows, formula, at);
  if (!rows) return null;
  const end = (fixed: string, digits: string): ReferenceEnd => {
    return { row: Number(digits) - 1, column: null, rowFixed: fixed === '$', columnFixed: false };
  };
  const first = end(rows[1]!, rows[2]!);
  const second = end(rows[3]!, rows[4]!);
  return inGrid(first) && inGrid(second) ? { qualifier, first, second, text: qualifier + rows[0] } : null;
}

function cellEndOf(columnFixed: string, letters: string, rowFixed: string, digits: string): ReferenceEnd {
  return {
    row: Number(digits) - 1,
    column: columnNumber(letters),
    rowFixed: rowFixed === '$',
    columnFixed: columnFixed === '$',
  };
}

function inGrid(end: ReferenceEnd): boolean {
  return (
    (end.row === null || (end.row >= 0 && end.row <= lastRow)) &&
    (end.column === null || (end.column >= 0 && end.column <= lastColumn))
  );
}

/** The sheet a qualifier names, quotes taken off; null for a span of sheets or another workbook. */
export function sheetOfQualifier(qualifier: string): string | null {
  const name = qualifier.slice(0, -1);
  const plain = name.startsWith("'") ? name.slice(1, -1).replace(/''/g, "'") : name;
  return plain.includes('[') || plain.includes(':') ? null : plain;
}

/** The two sheets of a span (`一月:三月!`), or null. */
export function spanOfQualifier(qualifier: string): readonly [string, string] | null {
  const name = qualifier.slice(0, -1);
  const plain = name.startsWith("'") ? name.slice(1, -1).replace(/''/g, "'") : name;
  const [first, second, third] = plain.split(':');
  return first && second && third === undefined && !plain.includes('[') ? [first, second] : null;
}

function needsQuotes(name: string): boolean {
  return (
    !/^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) ||
    /^[A-Za-z]{1,3}[0-9]+$/.test(name) ||
    /^[Rr]?[0-9]*[Cc]?[0-9]*$/.test(name)
  );
}

/** The qualifier of a sheet with its `!`, quoted where Excel quotes it. */
export function qualifierOf(...sheets: readonly string[]): string {
  const joined = sheets.join(':');
  return sheets.some(needsQuotes) ? `'${joined.replace(/'/g, "''")}'!` : `${joined}!`;
}

export function sameSheetName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
