import type { CellValue } from '../cell';
import { cellText } from '../cellText';
import type { StatusMeaning } from '../matter';
import type { SheetSnapshot } from '../snapshot';
import type { LedgerConnection } from './connection';
import { combineStatus, statusMeaning } from './statusWords';
import { isVolatileFormula } from './volatileFormula';

export interface StatusReading {
  readonly meaning: StatusMeaning;
  readonly text: string;
}

interface StatusColumn {
  readonly column: number;
  readonly header: string;
  readonly formulas: readonly CellValue[] | null;
  /** What was read, by what is written. */
  readonly known: Map<string, StatusReading>;
}

/** How the cells of a ledger's rows are come by, merges seen to. */
export interface RowCells {
  readonly raw: (row: number, column: number | undefined) => CellValue;
  readonly homeRow: (row: number, column: number) => number;
}

const NO_STATUS: StatusReading = { meaning: 'blank', text: '' };

/** A longer progress cell is no status word. */
const LONGEST_WORD = 12;

/** Reads the status columns of a row, remembering what equal cells said. */
export function createStatusReader(
  sheet: SheetSnapshot,
  connection: LedgerConnection,
  { raw, homeRow }: RowCells,
): (row: number) => StatusReading {
  const columns = [
    ...(connection.columns.status ? [connection.columns.status] : []),
    ...(connection.moreStatus ?? []),
  ].map(({ column, header }): StatusColumn => {
    return { column, header, formulas: sheet.formulas.get(column) ?? null, known: new Map() };
  });
  const progress = connection.columns.progress?.column;
  const progressMeanings = new Map<string, StatusMeaning>();

  /** What such a cell says today it need not say tomorrow: it decides no state. */
  function isVolatileAt(row: number, column: number, formulas: readonly CellValue[]): boolean {
    const formula = formulas[homeRow(row, column) - sheet.top];
    return typeof formula === 'string' && formula.charCodeAt(0) === 61 && isVolatileFormula(formula);
  }

  /** Null where the cell is blank. */
  function statusIn({ column, header, formulas, known }: StatusColumn, row: number): StatusReading | null {
    const written = cellText(raw(row, column));
    if (written === '') return null;
    if (formulas !== null && isVolatileAt(row, column, formulas)) return { meaning: 'unknown', text: written };
    let reading = known.get(written);
    if (reading === undefined)
      known.set(written, (reading = { meaning: statusMeaning(written, header), text: written }));
    return reading;
  }

  /** A ledger without a status column: a progress cell that is one status word and nothing else counts. */
  function statusFromProgress(row: number): StatusReading {
    const written = cellText(raw(row, progress));
    if (written === '' || written.length > LONGEST_WORD) return NO_STATUS;
    let meaning = progressMeanings.get(written);
    if (meaning === undefined) progressMeanings.set(written, (meaning = statusMeaning(written, '')));
    return meaning === 'unknown' ? NO_STATUS : { meaning, text: written };
  }

  return (row) => {
    const [column, another] = columns;
    if (column === undefined) return statusFromProgress(row);
    if (another === undefined) return statusIn(column, row) ?? NO_STATUS;
    let shown = '';
    const meanings: StatusMeaning[] = [];
    for (const each of columns) {
      const reading = statusIn(each, row);
      if (reading === null) continue;
      if (shown === '' || reading.meaning === 'unknown') shown = reading.text;
      meanings.push(reading.meaning);
    }
    return { meaning: meanings.length === 1 ? meanings[0]! : combineStatus(meanings), text: shown };
  };
}
