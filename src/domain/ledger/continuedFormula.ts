/** Parts of a formula that hold no reference of their own: text, quoted sheet names, structured references. */
const SILENT = /("(?:[^"]|"")*"|'(?:[^']|'')*'!|\[[^\]]*\])/;
const CELL = /(?<![A-Za-z0-9_.\u4e00-\u9fff$])(\$?[A-Z]{1,3})(\$?)(\d{1,7})(?![A-Za-z0-9_.(\u4e00-\u9fff!])/g;
const RANGE =
  /((?:[A-Za-z0-9_.\u4e00-\u9fff]+!)?)(?<![A-Za-z0-9_.\u4e00-\u9fff$])(\$?[A-Z]{1,3}\$?)(\d{1,7}):(\$?[A-Z]{1,3}\$?)(\d{1,7})(?![A-Za-z0-9_.(\u4e00-\u9fff])/g;

/** A formula as filling it down by so many rows would have it: `=IF(P5="",$A$1,Q5)` → `=IF(P6="",$A$1,Q6)`. */
export function continuedFormula(formula: string, rows: number): string {
  return formula
    .split(SILENT)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part.replace(CELL, (_, column: string, fixed: string, row: string) =>
            fixed === '$' ? `${column}$${row}` : `${column}${Number(row) + rows}`,
          ),
    )
    .join('');
}

/**
 * A formula whose ranges end at a row (from 0) of its own sheet, with `count` rows more: `=COUNTA(B4:B20)` →
 * `=COUNTA(B4:B21)`. Ranges of other sheets and ranges that end elsewhere stay.
 */
export function extendedFormula(formula: string, sheet: string, lastRow: number, count: number): string {
  const parts = formula.split(SILENT);
  const last = String(lastRow + 1);
  return parts
    .map((part, index) => {
      if (index % 2 === 1) return part;
      const quoted = parts[index - 1] ?? '';
      const foreign = quoted.endsWith("'!") && quoted !== `'${sheet.replaceAll("'", "''")}'!`;
      return part.replace(
        RANGE,
        (whole: string, prefix: string, from: string, first: string, to: string, end: string, at: number) => {
          const elsewhere = (prefix !== '' && prefix !== `${sheet}!`) || (foreign && at === 0);
          if (elsewhere || end !== last || Number(first) > Number(end)) return whole;
          return `${prefix}${from}${first}:${to}${lastRow + 1 + count}`;
        },
      );
    })
    .join('');
}
