import type { CellValue } from '../cell';
import { cellText } from '../cellText';
import type { Change, DrawnNumbers, Plan } from '../plan';
import { NOTICE_STATUSES } from '../registers/registers';
import { noticeForm } from '../registers/words';
import { isEnteredLater } from '../registers/readNotices';
import { isBareNumber, parseNoticeNumber } from './numbering';

export type DrawnRows = Extract<Change, { readonly kind: 'appendRows' | 'removeRows' }> & {
  readonly drawn: DrawnNumbers;
};

/** Rows of a plan whose numbers were drawn. */
export const drawnRows = ({ changes }: Plan): readonly DrawnRows[] =>
  changes.filter(
    (change): change is DrawnRows =>
      (change.kind === 'appendRows' || change.kind === 'removeRows') && change.drawn !== undefined,
  );

/** Whether the rows of a plan are, or were, held before they were made final. */
export const isHeld = (plan: Plan): boolean => drawnRows(plan).some(({ drawn }) => drawn.token !== undefined);

/** The plan with this token on the rows whose numbers were drawn. */
export const heldBy = (plan: Plan, token: string): Plan => ({
  ...plan,
  changes: plan.changes.map((change) =>
    change.kind === 'appendRows' && change.drawn !== undefined
      ? { ...change, drawn: { ...change.drawn, token } }
      : change,
  ),
});

const HELD = /(?:^|；)占号 ([0-9a-z]+)$/;

/** Who holds a row, by its note; null where it is nobody's reservation. */
export const holderOf = (note: string): string | null => HELD.exec(note.trim())?.[1] ?? null;

/** A note without what says that the row is held. */
export const noteOnceSettled = (note: string): string => note.replace(HELD, '');

/** What drawn rows hold till their numbers are settled: 拟稿, and the token in their note. Null where they are not held. */
export function heldRows(change: Change): readonly (readonly CellValue[])[] | null {
  if (change.kind !== 'appendRows' && change.kind !== 'removeRows') return null;
  const { drawn, rows } = change;
  const token = drawn?.token;
  if (drawn === undefined || token === undefined) return null;
  return rows.map((row, index) => {
    if (index < drawn.from) return row;
    const width = Math.max(row.length, drawn.status + 1, drawn.note + 1);
    return Array.from({ length: width }, (_, column): CellValue => {
      if (column === drawn.status) return NOTICE_STATUSES.draft;
      if (column !== drawn.note) return row[column] ?? '';
      const note = cellText(row[column] ?? '');
      return `${note === '' ? '' : `${note}；`}占号 ${token}`;
    });
  });
}

/**
 * Whether held numbers are ours once co-authors' copies have come together.
 * `yields`: another has one of them and keeps it. `waits`: another holds one of them and will see ours and yield.
 */
export type Settlement = 'settled' | 'waits' | 'yields';

/** A row of the register, as wide as the sheet. */
export interface RegisterLine {
  readonly row: number;
  readonly values: readonly CellValue[];
}

/**
 * The rule every copy computes alike: a number on record without a token is given; of two that hold it the smaller token
 * keeps it. Whoever keeps it still makes nothing final while the other's row stands: the other may not have seen ours.
 */
export function settlementOf({ at, drawn, rows }: DrawnRows, lines: readonly RegisterLine[]): Settlement {
  const keyOf = (values: readonly CellValue[]): string | null => {
    const text = (column: number): string => cellText(values[column] ?? '');
    // 补记 may hold the number of the document that assigned the matter: no sequence of ours.
    if (isEnteredLater(text(drawn.note)) && !isBareNumber(text(drawn.number))) return null;
    const form = noticeForm(text(drawn.form));
    const number = parseNoticeNumber(text(drawn.number));
    return form === null || number === null ? null : `${form} ${number.year} ${number.serial}`;
  };
  const keys = new Set(rows.slice(drawn.from).flatMap((row) => keyOf(row) ?? []));
  let settled: Settlement = 'settled';
  for (const { row, values } of lines) {
    if (row >= at && row < at + rows.length) continue;
    const key = keyOf(values);
    if (key === null || !keys.has(key)) continue;
    const holder = holderOf(cellText(values[drawn.note] ?? ''));
    if (holder !== null && holder === drawn.token) continue;
    if (holder === null || holder < (drawn.token ?? '')) return 'yields';
    settled = 'waits';
  }
  return settled;
}
