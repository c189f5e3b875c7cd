import type { Finding } from '../finding';
import { firstWhere } from '../firstWhere';
import type { SheetSnapshot } from '../snapshot';
import { EVENT_REGISTER } from './readEvents';
import { NOTICE_REGISTER } from './readNotices';
import { PROCEEDING_REGISTER } from './readProceedings';
import type { RegisterContext, RegisterKind } from './readRegister';
import type { NoticeEntry, Proceeding, Registers, ScoreEvent } from './registers';
import { layoutOf, RegisterRows, type RegisterLayout } from './registerSheet';
import type { UnitDirectory } from './unitDirectory';

/** A register before and after some of its rows were changed; entries of all other rows are the same ones. */
export interface ChangedRegister<Entry> {
  readonly before: readonly Entry[];
  readonly after: readonly Entry[];
  /** Entries that are no longer there, and those that are new: a row that says another thing has both. */
  readonly gone: readonly Entry[];
  readonly come: readonly Entry[];
}

/** Which register was changed; null for the others. */
export interface ChangedRegisters {
  readonly notices: ChangedRegister<NoticeEntry> | null;
  readonly proceedings: ChangedRegister<Proceeding> | null;
  readonly events: ChangedRegister<ScoreEvent> | null;
}

/** Reads single rows of a register: what is said of the row as it stands. */
export type ReadingFindings = (row: number) => readonly Finding[];

export interface RegistersAgain {
  /** Of the register that was read. */
  readonly name: keyof typeof KINDS;
  /** The registers before, where the rows say what they said. */
  readonly registers: Registers;
  readonly changed: ChangedRegisters;
  /** Absolute: those that were read again. */
  readonly rows: readonly number[];
  readonly findingsOn: ReadingFindings;
}

const KINDS = {
  文书登记簿: ['notices', NOTICE_REGISTER],
  办理登记: ['proceedings', PROCEEDING_REGISTER],
  加减分登记: ['events', EVENT_REGISTER],
} as const;

/** The registers that are read row by row, each row for itself. */
export const READ_BY_ROWS = Object.keys(KINDS) as readonly (keyof typeof KINDS)[];

/** More rows are read with all others. */
const FEW = 200;

const UNCHANGED: ChangedRegisters = { notices: null, proceedings: null, events: null };

/**
 * The registers as they would be read once `sheet`, one of them, differs from `was` in the cells of these rows only.
 * Null where that cannot be told from the rows alone: the header is among them, or would be found elsewhere.
 */
export function registersAgain(
  registers: Registers,
  name: keyof typeof KINDS,
  [was, sheet]: readonly [SheetSnapshot, SheetSnapshot],
  span: { readonly first: number; readonly last: number },
  directory: UnitDirectory,
  context: RegisterContext,
): RegistersAgain | null {
  const [list, kind] = KINDS[name];
  const before: readonly (NoticeEntry | Proceeding | ScoreEvent)[] | null = registers[list];
  if (before === null) return null;
  const [then, now] = [layoutOf(was, kind.headers), layoutOf(sheet, kind.headers)];
  if (then === null || now === null || !sameColumns(then, now) || span.first <= now.headerRow) return null;
  const rows = rowsSeenIn(sheet, now, span);
  if (rows.length > FEW) return null;
  const opened = RegisterRows.open(sheet, kind.headers, kind.needed, context).rows;
  if (opened === null) return null;
  const readRow = rowReader<NoticeEntry | Proceeding | ScoreEvent>(opened, kind, directory);
  const findingsOn = (row: number): readonly Finding[] => readRow(row).findings;
  const changed = withRows(before, rows, (row) => readRow(row).entries);
  if (changed === null) return { name, registers, changed: UNCHANGED, rows, findingsOn };
  return {
    name,
    registers: { ...registers, [list]: changed.after },
    changed: { ...UNCHANGED, [list]: changed },
    rows,
    findingsOn,
  };
}

const sameColumns = (one: RegisterLayout, other: RegisterLayout): boolean =>
  one.headerRow === other.headerRow && JSON.stringify([...one.columns]) === JSON.stringify([...other.columns]);

/** The rows whose cells these are: a cell may be merged over more rows, and is seen in each of them. */
function rowsSeenIn(
  sheet: SheetSnapshot,
  { headerRow }: RegisterLayout,
  { first, last }: { readonly first: number; readonly last: number },
): readonly number[] {
  const rows = new Set<number>();
  for (let row = first; row <= last; row += 1) rows.add(row);
  for (const { top, bottom } of sheet.merges) {
    if (top <= headerRow || top > last || bottom < first) continue;
    for (let row = top; row <= bottom; row += 1) rows.add(row);
  }
  return [...rows].sort((one, other) => one - other);
}

function rowReader<Entry>(
  rows: RegisterRows,
  { entriesOf }: RegisterKind<Entry>,
  directory: UnitDirectory,
): (row: number) => { readonly entries: readonly Entry[]; readonly findings: readonly Finding[] } {
  return (row) => {
    if (!rows.isFilled(row)) return { entries: [], findings: [] };
    const said = rows.findings.length;
    const entries = entriesOf(rows, row, directory);
    return { entries, findings: rows.findings.slice(said) };
  };
}

/** Null where each row says what it said. */
function withRows<Entry extends NoticeEntry | Proceeding | ScoreEvent>(
  before: readonly Entry[],
  rows: readonly number[],
  read: (row: number) => readonly Entry[],
): ChangedRegister<Entry> | null {
  const [gone, come]: [Entry[], Entry[]] = [[], []];
  let after = before;
  for (const row of rows) {
    const [from, to] = [row, row + 1].map((first) => firstWhere(after, ({ cell }) => cell.row >= first)) as [
      number,
      number,
    ];
    const [were, are] = [after.slice(from, to), read(row)];
    if (JSON.stringify(were) === JSON.stringify(are)) continue;
    gone.push(...were);
    come.push(...are);
    after = [...after.slice(0, from), ...are, ...after.slice(to)];
  }
  return after === before ? null : { before, after, gone, come };
}
