import type { Area } from '../cell';
import type { Finding } from '../finding';
import { lastRowOf, rowsOf, type Matter } from '../matter';
import { atOnce } from '../portions';
import type { UnitDirectory } from '../registers/unitDirectory';
import type { SheetSnapshot } from '../snapshot';
import { firstWhere } from '../firstWhere';
import { groupRows, mergesBelow, type OtherRows, type RowGroup } from './groupRows';
import type { LedgerReading, ReadLedgerOptions } from './readLedger';
import { createMatterReader } from './readMatter';
import { isCompared, toldApartAgain, type PlacedChange, type ToldApartAgain } from './toldApartAgain';
import { chapterLevel, sectionName } from './rowKinds';

/** Neighbouring rows, absolute, both included. */
export interface RowSpan {
  readonly first: number;
  readonly last: number;
}

export interface RowsReadAgain extends Omit<ToldApartAgain, 'matters' | 'findings'> {
  readonly ledger: LedgerReading;
}

/**
 * The ledger as `readLedger` would read it from `sheet`, which differs from the sheet of `previous` in the cells of
 * these rows only. Null where that cannot be told from the rows alone: the rows group otherwise than before (a matter
 * more or less, another section), the header or the lines above it are among them, rows are hidden, or a merged area
 * reaches over several matters.
 */
export function readRowsAgain(
  previous: LedgerReading,
  sheet: SheetSnapshot,
  rows: RowSpan,
  options: Omit<ReadLedgerOptions, 'directory'> & { readonly directory: UnitDirectory },
): RowsReadAgain | null {
  const { connection, matters } = previous;
  if (rows.first <= connection.headerBottom || previous.otherTables.length > 0) return null;
  if (sheet.hiddenRows.length > 0 || previous.snapshot.hiddenRows.length > 0) return null;
  const at = firstWhere(matters, (matter) => lastRowOf(matter) >= rows.first);
  const end = firstWhere(matters, ({ row }) => row > rows.last);
  const [above, below] = [matters[at - 1], matters[end]];
  const within = {
    first: above?.row ?? connection.headerBottom + 1,
    last: below?.row ?? sheet.top + sheet.values.length - 1,
  };
  const old = matters.slice(at, end);
  if (!mergesStayInside(sheet.merges, within, old)) return null;
  const part = partOf(sheet, within);
  const asPart = { ...connection, headerBottom: within.first - 1 };
  const merges = mergesBelow(part, asPart);
  const groups: RowGroup[] = [];
  const others = atOnce(groupRows(part, asPart, merges, (group) => void groups.push(group)));
  if (!groupsAlike(previous, within, groups, others, matters.slice(Math.max(0, at - 1), end), below)) return null;

  const reader = createMatterReader({
    // Matters keep what they were read from: the few rows, not the sheet.
    sheet: part,
    connection,
    merges,
    directory: options.directory,
    asOf: options.asOf,
    date1904: options.date1904,
    titleYear: previous.titleYear,
    hidden: () => false,
  });
  const read = old.map((before, place): PlacedChange => {
    const own = rowsOf(before).map(({ row }) => row);
    const after = reader.read({ rows: own, ...sectionAt(previous.sections, before.row) });
    return { before, after: before.distinct ? after : { ...after, distinct: false }, at: at + place };
  });
  const said = findingsNow(previous, old, reader.findings);
  const { matters: now, findings, ...told } = toldApartAgain(matters, read, said);
  return { ledger: { ...previous, snapshot: sheet, matters: now, findings }, ...told };
}

const touches = (area: Area, { first, last }: RowSpan): boolean => area.top <= last && area.bottom >= first;

/** No merged area comes down into these rows from above, and none leaves a matter of them. */
function mergesStayInside(merges: readonly Area[], within: RowSpan, matters: readonly Matter[]): boolean {
  const near = merges.filter((area) => touches(area, within));
  if (near.some(({ top }) => top < within.first)) return false;
  return matters.every((matter) => {
    const own = { first: matter.row, last: lastRowOf(matter) };
    return near.every((area) => !touches(area, own) || (area.top >= own.first && area.bottom <= own.last));
  });
}

function partOf(sheet: SheetSnapshot, { first, last }: RowSpan): SheetSnapshot {
  const cut = <Item>(items: readonly Item[]): readonly Item[] => items.slice(first - sheet.top, last - sheet.top + 1);
  return {
    ...sheet,
    top: first,
    values: cut(sheet.values),
    formats: new Map([...sheet.formats].map(([column, own]) => [column, typeof own === 'string' ? own : cut(own)])),
    formulas: new Map([...sheet.formulas].map(([column, own]) => [column, cut(own)])),
  };
}

/** The rows between the matter above and the one below fall into the same matters and lines as before. */
function groupsAlike(
  previous: LedgerReading,
  within: RowSpan,
  groups: readonly RowGroup[],
  now: OtherRows,
  expected: readonly Matter[],
  below: Matter | undefined,
): boolean {
  const inside = (row: number): boolean => within.first <= row && row <= within.last;
  const before = {
    groups: [
      ...expected.map((matter) => rowsOf(matter).map(({ row }) => row)),
      ...(below === undefined ? [] : [[below.row]]),
    ],
    sections: previous.sections.filter(({ row }) => inside(row)).map(({ row, text }) => [row, text]),
    lines: [previous.totalsRows, previous.footerRows, previous.spacerRows].map((rows) => rows.filter(inside)),
  };
  if (now.otherTables.length > 0) return false;
  const after = {
    groups: groups.map(({ rows }) => rows),
    sections: now.sections.map(({ row, text }) => [row, text]),
    lines: [now.totalsRows, now.footerRows, now.spacerRows],
  };
  return JSON.stringify(before) === JSON.stringify(after);
}

/** The section a row stands under, and the chapter that gives its category. */
function sectionAt(
  sections: LedgerReading['sections'],
  row: number,
): { section: string | null; category: string | null } {
  let chapter: string | null = null;
  let section: string | null = null;
  for (const { row: at, text } of sections) {
    if (at > row) break;
    if (chapterLevel(text) !== 2 || chapter === null) chapter = text;
    section = text;
  }
  return { section, category: chapter === null ? null : sectionName(chapter) };
}

/** What reading said, by matter in ledger order and what comparing said last. */
function findingsNow(ledger: LedgerReading, old: readonly Matter[], own: readonly Finding[]): readonly Finding[] {
  const [first, last] = [old[0], old.at(-1)];
  if (first === undefined || last === undefined) return ledger.findings;
  const [from, to] = [readOf(ledger, first)[0], readOf(ledger, last)[1]];
  return [...ledger.findings.slice(0, from), ...own, ...ledger.findings.slice(to)];
}

/** Where the findings stand that reading made of one matter. */
function readOf({ findings, sheet }: LedgerReading, { row }: Matter): readonly [from: number, to: number] {
  // A matter's key ends in the number of its first row.
  const rowOf = ({ matter }: Finding): number => Number(matter!.slice(sheet.length + 1)) - 1;
  return [
    firstWhere(findings, (finding) => isCompared(finding) || rowOf(finding) >= row),
    firstWhere(findings, (finding) => isCompared(finding) || rowOf(finding) > row),
  ];
}

/** What reading said of one matter, comparing aside. */
export const findingsOnReading = (ledger: LedgerReading, matter: Matter): readonly Finding[] =>
  ledger.findings.slice(...readOf(ledger, matter));
