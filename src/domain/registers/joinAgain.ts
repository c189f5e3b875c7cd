import type { MatterHistory } from '../assessment';
import type { CivilDate } from '../calendar/civilDate';
import type { Finding } from '../finding';
import { matterOrder, type MatterOrder } from '../ledger/matterOrder';
import type { ChangedMatter, Matter } from '../matter';
import { historyOf, leadingNowhere, upTo } from './history';
import type { MatterIndex } from './linkMatters';
import { rowsNaming } from './rowsNaming';
import type { NoticeEntry, Proceeding, Registers } from './registers';
import type { ChangedRegisters } from './registersAgain';

/** What the rows of registers say after some matters have changed. */
export interface JoinedAgain {
  /** As `joinHistories` gives them. */
  readonly histories: ReadonlyMap<string, MatterHistory>;
  /** Matters that stayed as they were and have other rows now. */
  readonly others: readonly Matter[];
  /** The rows that may lead elsewhere now. */
  readonly relinked: readonly (NoticeEntry | Proceeding)[];
  /** `register-link` of these rows. */
  readonly findings: readonly Finding[];
}

/** Where rows led before the change and where they lead now. */
export interface IndexesAround {
  readonly before: MatterIndex;
  readonly after: MatterIndex;
}

/** Rows that are joined again singly. */
const FEW = 200;

/**
 * Joins again only the rows that name a number or title which a matter had or has: no others can lead elsewhere.
 * `sheets`: the ledgers in their order. Null where so many name it that all are joined anew as fast.
 */
export function joinAgain(
  histories: ReadonlyMap<string, MatterHistory>,
  registers: Pick<Registers, 'notices' | 'proceedings'>,
  asOf: CivilDate,
  changes: readonly ChangedMatter[],
  sheets: readonly string[],
  indexes: () => IndexesAround,
): JoinedAgain | null {
  const order = matterOrder(sheets);
  const now = new Map(changes.map(({ after }) => [after.key, after]));
  const changed = new Map<string, MatterHistory | null>();
  for (const [key, matter] of now) {
    const history = histories.get(key);
    if (history !== undefined) changed.set(key, { ...history, matter });
  }
  const renamed = changes.filter(({ before, after }) => before.id !== after.id || before.title !== after.title);
  const names = renamed.flatMap(({ before, after }) => [before, after]);
  const notices = rowsNaming(registers.notices ?? [], names);
  const proceedings = rowsNaming(registers.proceedings ?? [], names);
  const relinked = [...notices, ...proceedings];
  if (relinked.length === 0)
    return { histories: historiesAfter(histories, changed, order), others: [], relinked, findings: [] };

  if (relinked.length > FEW) return null;

  const { before, after } = indexes();
  const reached = new Map<string, Matter>();
  for (const { matters } of relinked) {
    for (const { matter } of [...before.link(matters), ...after.link(matters)]) {
      if (matter !== null) reached.set(matter.key, now.get(matter.key) ?? matter);
    }
  }
  for (const [key, matter] of reached) changed.set(key, upTo(rowsLeadingTo(matter, registers, after), asOf));
  const saying = (rows: readonly (NoticeEntry | Proceeding)[], register: string): readonly Finding[] =>
    rows.flatMap((row) => (row.date <= asOf ? leadingNowhere(row, register, after.link(row.matters)) : []));
  return {
    histories: historiesAfter(histories, changed, order),
    others: [...reached.values()].filter(
      (matter) => !now.has(matter.key) && !sameRows(historyOf(histories, matter), changed.get(matter.key) ?? null),
    ),
    relinked,
    findings: [...saying(notices, '文书登记簿'), ...saying(proceedings, '办理登记')],
  };
}

/**
 * Joins the changed rows of registers: the matters they led to, and those they lead to, have other rows now.
 * `registers`: as they are. Null as in `joinAgain`.
 */
export function joinRowsAgain(
  histories: ReadonlyMap<string, MatterHistory>,
  registers: Pick<Registers, 'notices' | 'proceedings'>,
  asOf: CivilDate,
  { notices, proceedings }: Pick<ChangedRegisters, 'notices' | 'proceedings'>,
  sheets: readonly string[],
  index: () => MatterIndex,
): Pick<JoinedAgain, 'histories' | 'others'> | null {
  const rows = [notices, proceedings].flatMap((register) =>
    register === null ? [] : [...register.gone, ...register.come],
  );
  if (rows.length === 0) return { histories, others: [] };
  if (rows.length > FEW) return null;
  const now = index();
  const links = rows.flatMap(({ matters }) => now.link(matters));
  const reached = new Set(links.flatMap(({ matter }) => matter ?? []));
  const changed = new Map<string, MatterHistory | null>();
  for (const matter of reached) changed.set(matter.key, upTo(rowsLeadingTo(matter, registers, now), asOf));
  return { histories: historiesAfter(histories, changed, matterOrder(sheets)), others: [...reached] };
}

function rowsLeadingTo(
  matter: Matter,
  { notices, proceedings }: Pick<Registers, 'notices' | 'proceedings'>,
  index: MatterIndex,
): MatterHistory {
  const leads = (row: NoticeEntry | Proceeding): boolean =>
    index.link(row.matters).some((link) => link.matter === matter);
  return {
    matter,
    notices: rowsNaming(notices ?? [], [matter]).filter(leads),
    proceedings: rowsNaming(proceedings ?? [], [matter]).filter(leads),
  };
}

function sameRows(one: MatterHistory, other: MatterHistory | null): boolean {
  const rowsOf = (of: MatterHistory | null): readonly (readonly unknown[])[] =>
    of === null ? [[], [], []] : [of.notices, of.proceedings, of.later ?? []];
  const [were, are] = [rowsOf(one), rowsOf(other)];
  return were.every(
    (rows, list) => rows.length === are[list]!.length && rows.every((row, at) => row === are[list]![at]),
  );
}

/** The histories with these in place of theirs, in the order of the ledgers; null: the matter has no rows any more. */
function historiesAfter(
  histories: ReadonlyMap<string, MatterHistory>,
  changed: ReadonlyMap<string, MatterHistory | null>,
  order: MatterOrder,
): ReadonlyMap<string, MatterHistory> {
  if (changed.size === 0) return histories;
  const come = [...changed].flatMap(([key, history]) => (history === null || histories.has(key) ? [] : history));
  if (come.length === 0) {
    const all = new Map(histories);
    for (const [key, history] of changed) {
      if (history === null) all.delete(key);
      else all.set(key, history);
    }
    return all;
  }
  come.sort((one, other) => order(one.matter, other.matter));
  const all = new Map<string, MatterHistory>();
  let next = 0;
  for (const [key, before] of histories) {
    for (; next < come.length && order(come[next]!.matter, before.matter) < 0; next += 1) {
      all.set(come[next]!.matter.key, come[next]!);
    }
    const history = changed.get(key);
    if (history !== null) all.set(key, history ?? before);
  }
  for (const history of come.slice(next)) all.set(history.matter.key, history);
  return all;
}
