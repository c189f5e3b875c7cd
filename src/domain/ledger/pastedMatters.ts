import { foldHeader, withoutBrackets } from './headerText';
import type { FormField, MatterForm } from './matterForm';
import { matchHeader } from './matchHeader';

/** What a new matter has in each column, as typed; columns count from 0. */
export type TypedMatter = ReadonlyMap<number, string>;

export interface PastedMatters {
  readonly matters: readonly TypedMatter[];
  /** Columns were told by a first row of headers, else taken in the order of the ledger. */
  readonly byHeader: boolean;
  /** Pasted headers that no column of the ledger has: their cells are left out. */
  readonly unknownHeaders: readonly string[];
  /** Lines, from 1, with more cells than there are columns. */
  readonly tooLong: readonly number[];
}

/** Cells of a block copied from a sheet: tab and line feed part them, quotes keep what stands inside together. */
export function pastedCells(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  let fresh = true;
  const close = (): void => {
    rows.at(-1)!.push(cell.trim());
    cell = '';
    fresh = true;
  };
  const plain = text.replace(/\r\n?/g, '\n');
  for (let at = 0; at < plain.length; at += 1) {
    const character = plain[at]!;
    if (quoted) {
      if (character !== '"') cell += character;
      else if (plain[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (character === '"' && fresh && closesLater(plain, at)) quoted = true;
    else if (character === '\t') close();
    else if (character === '\n') {
      close();
      rows.push([]);
    } else cell += character;
    if (character !== '\t' && character !== '\n') fresh = false;
  }
  close();
  return rows.filter((row) => row.some((each) => each !== ''));
}

/** An opening quote that is closed right before a tab, a line end or the end; else it is a sign like any other. */
const closesLater = (text: string, at: number): boolean => /^"(?:[^"]|"")*"(?:[\t\n]|$)/.test(text.slice(at));

/**
 * New matters from a pasted block. A first row of at least two known headers gives the columns; else the cells follow
 * the ledger's own order, without the number column where the first cells are no numbers and one is missing.
 */
export function pastedMatters(form: MatterForm, text: string): PastedMatters {
  const rows = pastedCells(text);
  const typed = form.fields.filter(({ kind }) => kind !== 'formula');
  const [first, ...rest] = rows;
  if (first === undefined) return { matters: [], byHeader: false, unknownHeaders: [], tooLong: [] };
  const found = first.map((header) => fieldNamed(typed, header));
  const byHeader = new Set(found.filter((field) => field !== null)).size >= 2;
  const columns = byHeader ? withoutRepeats(found) : inOrder(typed, rows);
  const lines = byHeader ? rest : rows;
  const opening = byHeader ? 2 : 1;
  return {
    byHeader,
    unknownHeaders: byHeader ? first.filter((header, index) => header !== '' && columns[index] === null) : [],
    tooLong: lines.flatMap((line, index) =>
      line.some((cell, at) => cell !== '' && at >= columns.length) ? [index + opening] : [],
    ),
    matters: lines.map(
      (line) =>
        new Map(
          line.flatMap((cell, at) => {
            const field = columns[at] ?? null;
            return field === null || cell === '' ? [] : [[field.column, cell] as const];
          }),
        ),
    ),
  };
}

function fieldNamed(fields: readonly FormField[], header: string): FormField | null {
  const folded = withoutBrackets(foldHeader(header));
  if (folded === '' || header.length > 30) return null;
  const same = fields.find((field) => withoutBrackets(field.header) === folded);
  if (same !== undefined) return same;
  const match = matchHeader([header]);
  if (match === null || match.ambiguous || match.strength < 3) return null;
  return fields.find(({ field }) => field === match.field) ?? null;
}

const withoutRepeats = (found: readonly (FormField | null)[]): readonly (FormField | null)[] =>
  found.map((field, index) => (found.indexOf(field) === index ? field : null));

function inOrder(typed: readonly FormField[], rows: readonly (readonly string[])[]): readonly (FormField | null)[] {
  const number = typed.findIndex(({ field }) => field === 'id');
  const numbered = rows.every((row) => /^[A-Za-z]{0,4}[-－]?[\d０-９]{1,6}$/.test(row[Math.max(0, number)] ?? ''));
  return number < 0 || numbered ? typed : typed.filter((_, index) => index !== number);
}
