/** A sheet whose references are looked for, and the tables on it: a formula may name either. */
export interface NamedSheet {
  readonly name: string;
  readonly tables: readonly string[];
}

/**
 * Words, `'…'!`, `…!` and names in a formula as Excel's API gives it (A1, English). What stands in quotes is a text that
 * INDIRECT or HYPERLINK may follow: it is not lost with the sheet.
 */
const PARTS =
  /"(?:[^"]|"")*"|'(?<quoted>(?:[^']|'')+)'!|(?<plain>[^\s"'!+\-*/^&=<>(),;{}@%]+)!|(?<name>[\p{L}_\\][\p{L}\p{N}_.\\]*)(?![\p{L}\p{N}_.\\(!])/gu;

/** Which of the sheets a formula reads, itself, a table on it, or as an end of `甲:丙!A1`; null where none. */
export function sheetReadBy(sheets: readonly NamedSheet[]): (formula: string) => string | null {
  const byName = new Map(sheets.map(({ name }) => [folded(name), name]));
  const byTable = new Map(sheets.flatMap(({ name, tables }) => tables.map((table) => [folded(table), name])));
  return (formula) => {
    // Nearly all formulas of a ledger name no sheet at all.
    if (!formula.startsWith('=') || (byTable.size === 0 && !formula.includes('!'))) return null;
    for (const { groups } of formula.matchAll(PARTS)) {
      const { quoted, plain, name } = groups ?? {};
      const sheet = quoted?.replaceAll("''", "'") ?? plain;
      // `[1]甲!A1` is of another workbook.
      const ends = sheet === undefined || sheet.includes('[') ? [] : sheet.split(':');
      const read =
        ends.map((end) => byName.get(folded(end))).find((own) => own !== undefined) ??
        (name === undefined ? undefined : byTable.get(folded(name)));
      if (read !== undefined) return read;
    }
    return null;
  };
}

/** Excel tells no letter case apart in names of sheets and tables. */
const folded = (name: string): string => name.toUpperCase();
