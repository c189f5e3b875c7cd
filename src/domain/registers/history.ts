import { readApproval } from '../approval';
import type { MatterHistory } from '../assessment';
import type { CivilDate } from '../calendar/civilDate';
import { cellName, type CellRef } from '../cell';
import type { Finding } from '../finding';
import type { DateCell, Matter } from '../matter';
import { atOnce, forEach, sorted, type InPortions } from '../portions';
import { isSent } from '../stage';
import { indexInPortions } from './linkMatters';
import type { MatterReference, NoticeEntry, Proceeding, Registers } from './registers';

export interface JoinedHistories {
  /** One history for every matter, by its key. */
  readonly histories: ReadonlyMap<string, MatterHistory>;
  readonly findings: readonly Finding[];
}

interface Parts {
  readonly notices: NoticeEntry[];
  readonly proceedings: Proceeding[];
  readonly later: Proceeding[];
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
  const { histories: onRecord, findings } = yield* historiesOnRecord(matters, registers, asOf);
  const histories = new Map<string, MatterHistory>();
  yield* forEach(matters, (matter) => {
    const history = onRecord.get(matter.key);
    histories.set(matter.key, history ?? { matter, notices: NONE, proceedings: NONE });
    if (history !== undefined) findings.push(...contradictions(history, asOf));
  });
  return { histories, findings };
}

const NONE: readonly never[] = [];

/** The same for the matters that have any register row at all: a small part of a large ledger. */
export function* historiesOnRecord(
  matters: readonly Matter[],
  registers: Registers,
  asOf: CivilDate,
): InPortions<{ readonly histories: ReadonlyMap<string, MatterHistory>; readonly findings: Finding[] }> {
  const index = yield* indexInPortions(matters);
  const parts = new Map<Matter, Parts>();
  const findings: Finding[] = [];

  const linked = (entry: { readonly cell: CellRef; readonly matters: MatterReference }, register: string) => {
    const named = new Set<Matter>();
    for (const { id, matter, problem } of index.link(entry.matters)) {
      if (matter !== null) named.add(matter);
      else if (problem !== null) {
        findings.push({
          code: 'register-link',
          level: 'warning',
          cell: entry.cell,
          facts: { register, problem, id: id ?? '', ledger: entry.matters.ledger ?? '' },
        });
      }
    }
    return named;
  };
  const partsOf = (matter: Matter): Parts => {
    let found = parts.get(matter);
    if (found === undefined) {
      found = { notices: [], proceedings: [], later: [] };
      parts.set(matter, found);
    }
    return found;
  };

  yield* forEach(yield* inOrder(registers.notices ?? []), (notice) => {
    if (notice.date > asOf) return;
    for (const matter of linked(notice, '文书登记簿')) partsOf(matter).notices.push(notice);
  });
  yield* forEach(yield* inOrder(registers.proceedings ?? []), (row) => {
    if (row.date <= asOf) {
      for (const matter of linked(row, '办理登记')) partsOf(matter).proceedings.push(row);
    } else {
      for (const { matter } of index.link(row.matters)) if (matter !== null) partsOf(matter).later.push(row);
    }
  });

  return { histories: new Map([...parts].map(([matter, own]) => [matter.key, withLater(matter, own)])), findings };
}

const withLater = (matter: Matter, { notices, proceedings, later }: Parts): MatterHistory =>
  later.length === 0 ? { matter, notices, proceedings } : { matter, notices, proceedings, later };

/** By date, then by row. */
function* inOrder<Entry extends { readonly date: CivilDate; readonly cell: CellRef }>(
  entries: readonly Entry[],
): InPortions<readonly Entry[]> {
  let ordered = inDateOrder.get(entries) as readonly Entry[] | undefined;
  if (ordered === undefined) {
    ordered = yield* sorted(entries, (a, b) =>
      a.date === b.date ? a.cell.row - b.cell.row : a.date < b.date ? -1 : 1,
    );
    inDateOrder.set(entries, ordered);
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
  const extension = proceedings.findLast(
    (row) => row.kind === 'extension' && row.newDeadline !== null && readApproval(row.approver) === 'approved',
  );
  const reminder = notices.findLast((each) => isSent(each, asOf) && each.form === 'reminderNotice');
  const order = notices.findLast((each) => isSent(each, asOf) && each.form === 'supervisionOrder');
  return [
    differing(matter, '办结日期', matter.closedOn, standingClosing(proceedings), asOf),
    differing(
      matter,
      '延期至',
      matter.extendedTo,
      extension?.newDeadline ? { date: extension.newDeadline, cell: extension.cell } : null,
      null,
    ),
    differing(matter, '催办日期', matter.reminderOn, reminder ?? null, asOf),
    differing(matter, '督办日期', matter.orderOn, order ?? null, asOf),
  ].flatMap((finding) => finding ?? []);
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
  ledger: DateCell,
  register: Registered | null,
  asOf: CivilDate | null,
): Finding | null {
  if (register === null || ledger.reading.kind !== 'date' || ledger.reading.date === register.date) return null;
  if (asOf !== null && ledger.reading.date > asOf) return null;
  return {
    code: 'register-contradiction',
    level: 'warning',
    cell: ledger.cell ?? register.cell,
    matter: matter.key,
    facts: {
      what,
      ledger: ledger.reading.date,
      register: register.date,
      registerCell: cellName(register.cell),
    },
  };
}
