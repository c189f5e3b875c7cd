import { findingOf } from '../findingLevels';
import { REGISTER_SHEETS } from '../ledger/ownSheets';
import { ownHeader, withoutBrackets } from '../ledger/headerText';
import { AMBIGUOUS_HEADERS } from '../ledger/vocabulary';
import type { Finding } from '../finding';
import type { UnreadSheet } from '../ledger/connection';
import type { LedgerCheck } from './checkContext';

/** A sheet with at least this many known columns is likely meant as a ledger. */
const LIKELY_LEDGER = 3;

/** Hidden or filtered rows are read like any other: how many there are is said once a ledger. */
export const hiddenRow: LedgerCheck = ({ sheet, snapshot, connection, matters, hiddenCount }) => {
  if (hiddenCount === 0) return [];
  const first = matters.find((matter) => matter.hidden);
  const column = connection.columns.title?.column ?? snapshot.left;
  const cell = { sheet, row: first?.row ?? connection.headerBottom, column };
  return [findingOf('hidden-row', cell, { count: hiddenCount })];
};

/** Another table in the sheet, with other columns: said where it begins. */
export const otherTable: LedgerCheck = ({ sheet, snapshot, otherTables }) =>
  otherTables.map((row) => findingOf('sheet-not-read', { sheet, row, column: snapshot.left }, { part: 'table' }));

/** A ledger without any deadline column: said once, at its header. */
export const noDeadlineColumn: LedgerCheck = ({ sheet, snapshot, connection, matters }, context) => {
  const { deadline, leaderDeadline, title } = connection.columns;
  if (deadline || leaderDeadline || matters.length === 0) return [];
  const doubts = context.doubts.get(sheet) ?? [];
  if (doubts.some((doubt) => doubt.candidates.includes('deadline'))) return [];
  const cell = { sheet, row: connection.headerBottom, column: title?.column ?? snapshot.left };
  return [findingOf('missing-deadline', cell, { column: 'none' })];
};

/** A ledger without any unit column, in doubt or not: said once, at its header. */
export const noUnitColumn: LedgerCheck = ({ sheet, snapshot, connection, matters }, context) => {
  const { leadUnit, title } = connection.columns;
  if (leadUnit || matters.length === 0) return [];
  if ((context.doubts.get(sheet) ?? []).some((doubt) => doubt.candidates.includes('leadUnit'))) return [];
  const cell = { sheet, row: connection.headerBottom, column: title?.column ?? snapshot.left };
  return [findingOf('missing-lead-unit', cell, { column: 'none' })];
};

/** Columns whose header can be read two ways: those left open (warning), and those another column settled (info). */
export const ambiguousColumn: LedgerCheck = ({ sheet, connection }, context) => {
  const doubts = context.doubts.get(sheet) ?? [];
  const at = (column: number) => ({ sheet, row: connection.headerBottom, column });
  const open = doubts
    .filter(({ column }) => !Object.values(connection.columns).some((mapped) => mapped.column === column))
    .map(({ column, header, candidates }): Finding =>
      findingOf('ambiguous-column', at(column), { header: ownHeader(header), candidates: [...candidates] }),
    );
  const settled = (['deadline', 'closedOn'] as const).flatMap((field): Finding[] => {
    const mapped = connection.columns[field];
    const header = ownHeader(mapped?.header ?? '');
    if (mapped === undefined || !AMBIGUOUS_HEADERS.has(withoutBrackets(header))) return [];
    return [findingOf('ambiguous-column', at(mapped.column), { header, readAs: field }, { level: 'info' })];
  });
  return [...open, ...settled];
};

/** Sheets that look like ledgers and lack the columns without which none is read: said, never dropped in silence. */
export const unreadLedgers = (
  sheets: readonly { readonly sheet: string; readonly unread: UnreadSheet }[],
): readonly Finding[] =>
  sheets.flatMap(({ sheet, unread: { missing, nearest } }) =>
    nearest === null || nearest.fields < LIKELY_LEDGER
      ? []
      : [
          findingOf(
            'sheet-not-read',
            { sheet, row: nearest.row, column: 0 },
            registerMeant(sheet) ?? { missing: [...missing] },
          ),
        ],
  );

/** A register under a longer name, such as 文书登记簿2026年: it is found by its own name only. */
function registerMeant(sheet: string): { readonly register: string } | null {
  const register = REGISTER_SHEETS.find((name) => sheet.includes(name));
  return register === undefined ? null : { register };
}
