import type { MatterHistory } from '../assessment';
import type { CivilDate } from '../calendar/civilDate';
import type { Finding } from '../finding';
import type { Matter } from '../matter';
import { atOnce, forEach, sorted, type InPortions } from '../portions';
import { namedMatters } from '../ledger/namedMatters';
import { contradictions } from './contradictions';
import { indexInPortions, type Link, type MatterIndex } from './linkMatters';
import { inOrder } from './registerOrder';
import type { NoticeEntry, Proceeding, Registers } from './registers';

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
 * `problem`: a LinkProblem, `register`); `register-contradiction` (`contradictions`).
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

/** The matter's rows, by date, as far as they count at asOf; null where there is none. */
export function upTo(own: MatterHistory, asOf: CivilDate): MatterHistory | null {
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
    const links = index.link(entry.matters);
    for (const { matter } of links) if (matter !== null) take(rowsOf(matter));
    for (const finding of leadingNowhere(entry, register, links)) astray.push({ date: entry.date, finding });
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

/** `register-link`, for each number or title of the row that leads to no matter. */
export function leadingNowhere(
  { cell, matters }: NoticeEntry | Proceeding,
  register: string,
  links: readonly Link[],
): readonly Finding[] {
  if (links.every(({ problem }) => problem === null)) return NONE;
  return links.flatMap(({ id, problem }) => {
    if (problem === null) return [];
    const facts = { register, problem, id: id ?? '', ledger: matters.ledger ?? '' };
    return [{ code: 'register-link', level: 'warning', cell, facts }];
  });
}

/** Of Excel's largest sheet. */
const ROWS = 1_048_576;

/** Ledger and row as one number. */
const placeOf = ({ sheet, row }: Matter, tabs: ReadonlyMap<string, number>): number => tabs.get(sheet)! * ROWS + row;
