import { readApproval } from '../approval';
import type { MatterHistory } from '../assessment';
import type { CivilDate } from '../calendar/civilDate';
import { cellName, type CellRef } from '../cell';
import type { Finding } from '../finding';
import type { DateCell, Matter } from '../matter';
import { atOnce, forEach, sorted, type InPortions } from '../portions';
import { isSent } from '../stage';
import { namedMatters } from '../ledger/namedMatters';
import { indexInPortions, type MatterIndex } from './linkMatters';
import type { NoticeEntry, NoticeForm, Proceeding, Registers } from './registers';

export interface JoinedHistories {
  /** Of the matters that have register rows, by key: a small part of a large ledger (`historyOf`). */
  readonly histories: ReadonlyMap<string, MatterHistory>;
  readonly findings: readonly Finding[];
}

/** The rows of one matter, of every date. A matter has few: each list is as long as what it holds. */
interface Rows {
  readonly matter: Matter;
  notices: readonly NoticeEntry[];
  proceedings: readonly Proceeding[];
}

/** Number or title of a row that leads to no matter. */
interface Astray {
  readonly date: CivilDate;
  readonly finding: Finding;
}

/** Every row of both registers with its matters. */
interface Joined {
  readonly registers: Pick<Registers, 'notices' | 'proceedings'>;
  readonly rows: readonly Rows[];
  readonly astray: readonly Astray[];
}

/**
 * Joins the rows of 文书登记簿 and 办理登记 to the matters they name, up to asOf.
 *
 * Findings: `register-link` at a register row whose number or title leads to no matter, or to several (facts `id`,
 * `problem`: a LinkProblem, `register`); `register-contradiction` at the ledger's cell where it and a register give
 * two dates for one thing (facts `what`, `ledger`, `register`, `registerCell`; the later date is used).
 */
export const joinHistories = (...asked: Parameters<typeof joinInPortions>): JoinedHistories =>
  atOnce(joinInPortions(...asked));

export function* joinInPortions(
  matters: readonly Matter[],
  registers: Registers,
  asOf: CivilDate,
): InPortions<JoinedHistories> {
  const { histories, findings } = yield* historiesOnRecord(matters, registers, asOf);
  yield* forEach([...histories.values()], (history) => {
    for (const finding of contradictions(history, asOf)) findings.push(finding);
  });
  return { histories, findings };
}

const NONE: readonly never[] = [];

/** A matter's history among those on record; without any row where it is not among them. */
export const historyOf = (histories: ReadonlyMap<string, MatterHistory>, matter: Matter): MatterHistory =>
  histories.get(matter.key) ?? withoutRows(matter);

export const withoutRows = (matter: Matter): MatterHistory => ({ matter, notices: NONE, proceedings: NONE });

/**
 * The same, asked for every matter in the order of the ledgers, as the histories stand: none is looked up. Null where
 * the matter has no register rows.
 */
export function historiesInTurn(
  histories: ReadonlyMap<string, MatterHistory>,
): (matter: Matter) => MatterHistory | null {
  const inOrder = histories.values();
  let next = inOrder.next().value;
  return (matter) => {
    if (next === undefined || next.matter !== matter) return null;
    const history = next;
    next = inOrder.next().value;
    return history;
  };
}

/** The histories alone, by the order of the ledgers, with the rows that lead nowhere. */
export function* historiesOnRecord(
  matters: readonly Matter[],
  registers: Registers,
  asOf: CivilDate,
): InPortions<{ readonly histories: ReadonlyMap<string, MatterHistory>; readonly findings: Finding[] }> {
  const { rows, astray } = yield* joinedRows(matters, registers);
  const histories = new Map<string, MatterHistory>();
  yield* forEach(rows, (own) => {
    const history = upTo(own, asOf);
    if (history !== null) histories.set(own.matter.key, history);
  });
  return { histories, findings: astray.flatMap(({ date, finding }) => (date <= asOf ? finding : [])) };
}

/** The matter's rows as far as they count at asOf; null where there is none. */
function upTo(own: MatterHistory, asOf: CivilDate): MatterHistory | null {
  const { matter, notices: allNotices, proceedings: all } = own;
  const notices = datedUpTo(allNotices, asOf);
  const proceedings = datedUpTo(all, asOf);
  if (proceedings.length < all.length) return { matter, notices, proceedings, later: all.slice(proceedings.length) };
  if (notices.length + proceedings.length === 0) return null;
  return notices === allNotices ? own : { matter, notices, proceedings };
}

/** A history as it was at an earlier date. */
export const historyAt = (
  { matter, notices, proceedings, later = NONE }: MatterHistory,
  date: CivilDate,
): MatterHistory => upTo({ matter, notices, proceedings: [...proceedings, ...later] }, date) ?? withoutRows(matter);

/** Rows in order of date up to asOf: mostly all of them. */
function datedUpTo<Row extends { readonly date: CivilDate }>(rows: readonly Row[], asOf: CivilDate): readonly Row[] {
  let count = rows.length;
  while (count > 0 && rows[count - 1]!.date > asOf) count -= 1;
  return count === rows.length ? rows : rows.slice(0, count);
}

/** A register is joined to the same matters once, however many dates are asked. */
const joinedLast = new WeakMap<MatterIndex, Joined>();

function* joinedRows(matters: readonly Matter[], registers: Registers): InPortions<Joined> {
  const index = yield* indexInPortions(matters);
  let joined = joinedLast.get(index);
  if (joined?.registers.notices !== registers.notices || joined.registers.proceedings !== registers.proceedings) {
    joinedLast.set(index, (joined = yield* joinRows(matters, index, registers)));
  }
  return joined;
}

function* joinRows(
  matters: readonly Matter[],
  index: MatterIndex,
  { notices, proceedings }: Registers,
): InPortions<Joined> {
  const rowsByMatter = new Map<Matter, Rows>();
  const astray: Astray[] = [];
  const rowsOf = (matter: Matter): Rows => {
    let own = rowsByMatter.get(matter);
    if (own === undefined) rowsByMatter.set(matter, (own = { matter, notices: NONE, proceedings: NONE }));
    return own;
  };
  const join = (entry: NoticeEntry | Proceeding, register: string, take: (rows: Rows) => void): void => {
    for (const { id, matter, problem } of index.link(entry.matters)) {
      if (matter !== null) take(rowsOf(matter));
      else if (problem !== null) {
        const facts = { register, problem, id: id ?? '', ledger: entry.matters.ledger ?? '' };
        astray.push({
          date: entry.date,
          finding: { code: 'register-link', level: 'warning', cell: entry.cell, facts },
        });
      }
    }
  };
  // A row may name a matter twice.
  yield* forEach(yield* inOrder(notices ?? []), (notice) =>
    join(notice, '文书登记簿', (own) => {
      if (own.notices.at(-1) !== notice) own.notices = [...own.notices, notice];
    }),
  );
  yield* forEach(yield* inOrder(proceedings ?? []), (row) =>
    join(row, '办理登记', (own) => {
      if (own.proceedings.at(-1) !== row) own.proceedings = [...own.proceedings, row];
    }),
  );
  const { sheets } = yield* namedMatters(matters);
  const tabs = new Map([...sheets].map((sheet, at) => [sheet, at]));
  const placed = [...rowsByMatter.values()].map((own) => ({ own, at: placeOf(own.matter, tabs) }));
  const rows = (yield* sorted(placed, (one, other) => one.at - other.at)).map(({ own }) => own);
  return { registers: { notices, proceedings }, rows, astray };
}

/** Of Excel's largest sheet. */
const ROWS = 1_048_576;

/** Ledger and row as one number. */
const placeOf = ({ sheet, row }: Matter, tabs: ReadonlyMap<string, number>): number => tabs.get(sheet)! * ROWS + row;

/** By date, then by row. */
function* inOrder<Entry extends { readonly date: CivilDate; readonly cell: CellRef }>(
  entries: readonly Entry[],
): InPortions<readonly Entry[]> {
  let ordered = inDateOrder.get(entries) as readonly Entry[] | undefined;
  if (ordered === undefined) {
    ordered = yield* byDateThenRow(entries);
    inDateOrder.set(entries, ordered);
  }
  return ordered;
}

/** A register has many rows of few days: the days are sorted, and the rows of a day stand in order already. */
function* byDateThenRow<Entry extends { readonly date: CivilDate; readonly cell: CellRef }>(
  entries: readonly Entry[],
): InPortions<readonly Entry[]> {
  const days = new Map<CivilDate, Entry[]>();
  yield* forEach(entries, (entry) => {
    const day = days.get(entry.date);
    if (day === undefined) days.set(entry.date, [entry]);
    else day.push(entry);
  });
  const ordered: Entry[] = [];
  for (const date of [...days.keys()].sort()) {
    for (const entry of days.get(date)!.sort((a, b) => a.cell.row - b.cell.row)) ordered.push(entry);
    yield;
  }
  return ordered;
}

/** A register is put in order once, however many dates are asked. */
const inDateOrder = new WeakMap<readonly unknown[], readonly unknown[]>();

interface Registered {
  readonly date: CivilDate;
  readonly cell: CellRef;
}

/** `register-contradiction` of one matter. */
export function contradictions(history: MatterHistory, asOf: CivilDate): readonly Finding[] {
  const { matter, proceedings, notices } = history;
  const findings: Finding[] = [];
  const compare = (what: string, ledger: DateCell, registered: () => Registered | null, until: CivilDate | null) => {
    if (ledger.reading.kind !== 'date') return;
    const finding = differing(matter, what, ledger, ledger.reading.date, registered(), until);
    if (finding !== null) findings.push(finding);
  };
  compare('办结日期', matter.closedOn, () => standingClosing(proceedings), asOf);
  compare('延期至', matter.extendedTo, () => approvedExtension(proceedings), null);
  compare('催办日期', matter.reminderOn, () => lastSent(notices, 'reminderNotice', asOf), asOf);
  compare('督办日期', matter.orderOn, () => lastSent(notices, 'supervisionOrder', asOf), asOf);
  return findings;
}

const lastSent = (notices: readonly NoticeEntry[], form: NoticeForm, asOf: CivilDate): Registered | null =>
  notices.findLast((each) => each.form === form && isSent(each, asOf)) ?? null;

function approvedExtension(proceedings: readonly Proceeding[]): Registered | null {
  const extension = proceedings.findLast(
    (row) => row.kind === 'extension' && row.newDeadline !== null && readApproval(row.approver) === 'approved',
  );
  return extension?.newDeadline ? { date: extension.newDeadline, cell: extension.cell } : null;
}

/** The first 办结 or 销号 since the last 退回. */
function standingClosing(proceedings: readonly Proceeding[]): Registered | null {
  let closing: Registered | null = null;
  for (const row of proceedings) {
    if (row.kind === 'returned') closing = null;
    else if (row.kind === 'closed' || row.kind === 'struckOff') closing ??= row;
  }
  return closing;
}

function differing(
  matter: Matter,
  what: string,
  { cell }: DateCell,
  date: CivilDate,
  register: Registered | null,
  asOf: CivilDate | null,
): Finding | null {
  if (register === null || date === register.date) return null;
  if (asOf !== null && date > asOf) return null;
  return {
    code: 'register-contradiction',
    level: 'warning',
    cell: cell ?? register.cell,
    matter: matter.key,
    facts: { what, ledger: date, register: register.date, registerCell: cellName(register.cell) },
  };
}
