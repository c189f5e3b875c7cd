import type { CellRef } from '../../domain/cell';
import { cellText } from '../../domain/cellText';
import { unregisteredNumbers } from '../../domain/checks/noticeNumbers';
import type { Matter } from '../../domain/matter';
import type { Notice } from '../../domain/notices/notice';
import { ledgerValues } from '../../domain/notices/registerRow';
import type { Change } from '../../domain/plan';
import { splitList } from '../../domain/registers/registerSheet';
import { valueAt } from '../../domain/snapshot';
import { cellChange, holdsFormula, sheetOf } from '../ledger/ledgerCells';
import type { Review } from '../reading/review';

type Recorded = Pick<Notice, 'form' | 'number' | 'issuedOn' | 'status'>;

/** What a letter that is sent puts into the ledger's mapped columns. */
export function ledgerChanges(of: Review, notice: Recorded, matter: Matter): readonly Change[] {
  const [number] = ledgerValues(notice);
  // A number that only the ledger holds is nowhere else: the new one goes beside it, and its date stays.
  const onlyHere = number === undefined ? [] : unregisteredNumbers(matter, number.field, of.registers);
  return ledgerValues(notice).flatMap(({ field, value }): readonly Change[] => {
    const place = cellOf(of, matter, field);
    if (place === null || value === null) return [];
    if (onlyHere.length > 0 && place.text !== '') {
      if (field !== number?.field || splitList(place.text).includes(notice.number)) return [];
      return cellChange(of, place.cell, { text: `${place.text}、${notice.number}` });
    }
    // 交办日期 stands already where the clerk assigned the matter herself: never overwritten.
    if (field === 'assignedOn' && place.text !== '') return [];
    return cellChange(of, place.cell, value);
  });
}

/**
 * What taking a letter out of force does to the ledger's columns: where they hold it, they go back to the letter of that
 * column sent before it, or to blank. 交办日期 stays: the matter was assigned all the same.
 */
export function restoredLedgerCells(
  of: Review,
  notice: Recorded,
  matter: Matter,
  registerRow: number,
): readonly Change[] {
  const [number, on] = ledgerValues({ ...notice, status: 'sent' });
  if (number === undefined || on === undefined) return [];
  const held = cellOf(of, matter, number.field);
  const written = held === null ? [] : splitList(held.text);
  if (held === null || !written.includes(notice.number)) return [];
  const others = written.filter((text) => text !== notice.number);
  if (others.length > 0) return cellChange(of, held.cell, { text: others.join('、') });
  const before = (of.histories.get(matter.key)?.notices ?? []).findLast(
    ({ cell, form, status }) =>
      cell.row !== registerRow &&
      status === 'sent' &&
      form !== 'interview' &&
      form !== 'referral' &&
      ledgerValues({ form, number: '', issuedOn: notice.issuedOn, status: 'sent' })[0]?.field === number.field,
  );
  const onCell = on.field === 'assignedOn' ? null : cellOf(of, matter, on.field);
  return [
    ...cellChange(of, held.cell, { text: before?.number ?? '' }),
    ...(onCell === null
      ? []
      : cellChange(of, onCell.cell, before === undefined ? { text: '' } : { date: before.date })),
  ];
}

/** The matter's cell of a mapped column and what it says; null where there is none or a formula gives it. */
function cellOf(
  of: Review,
  matter: Matter,
  field: ReturnType<typeof ledgerValues>[number]['field'],
): { readonly cell: CellRef; readonly text: string } | null {
  const column = of.ledgers.find(({ sheet }) => sheet === matter.sheet)?.connection.columns[field]?.column;
  const sheet = sheetOf(of, matter.sheet);
  if (column === undefined || sheet === undefined) return null;
  const cell: CellRef = { sheet: matter.sheet, row: matter.row, column };
  return holdsFormula(of, cell) ? null : { cell, text: cellText(valueAt(sheet, cell.row, cell.column)).trim() };
}
