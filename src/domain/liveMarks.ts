import { NO_APPROVAL_WORDS, PENDING_STARTS, PENDING_WORDS, REFUSING_WORDS } from './approval';
import { addDays, type CivilDate } from './calendar/civilDate';
import { columnLetters } from './cell';
import type { LedgerConnection } from './ledger/connection';
import { STATUS_WORDS, statusMeaning } from './ledger/statusWords';
import { markTerm } from './markTerm';
import type { StatusMeaning } from './matter';
import type { Mark } from './plan';
import type { DeadlineRules, Settings } from './ruleSet';

/** Date columns a live mark decides on. */
export const LIVE_DATES = [
  'assignedOn',
  'deadline',
  'leaderDeadline',
  'extendedTo',
  'closedOn',
  'reminderOn',
  'orderOn',
] as const;
export type LiveDate = (typeof LIVE_DATES)[number];

/** The cells of one row as a live formula sees them: real dates, else null. */
export interface LiveCells {
  readonly dates: Readonly<Record<LiveDate, CivilDate | null>>;
  readonly approved: boolean;
  readonly status: StatusMeaning;
}

export interface LiveContext {
  readonly connection: LedgerConnection;
  readonly rules: DeadlineRules;
  readonly settings: Pick<Settings, 'dueSoonDays'>;
}

/** Serial numbers taken as dates, in both date systems: a count of days or a 2023.5 is far below, a 20230305 far above. */
export const LIVE_DATE_RANGE = { first: '1950-01-01' as CivilDate, last: '2400-12-31' as CivilDate } as const;
const LOWEST_SERIAL = 10_000;
const HIGHEST_SERIAL = 200_000;
const NEVER = 99_999;
const YES_WORDS = ['是', '√', '✓', '✔', '☑', '已', 'TRUE'];

type StatusColumn = { readonly column: number; readonly header: string };

/** The status columns a ledger is read by: the mapped ones, else the progress column where it holds a status word. */
export function statusColumns({ columns, moreStatus }: LedgerConnection): readonly StatusColumn[] {
  const mapped = [...(columns.status ? [columns.status] : []), ...(moreStatus ?? [])];
  if (mapped.length > 0) return mapped;
  return columns.progress ? [{ column: columns.progress.column, header: '' }] : [];
}

const DECISIVE = ['closed', 'suspended', 'notAssigned', 'returned'] as const;
export type DecisiveStatus = (typeof DECISIVE)[number];
type StatusWords = Readonly<Record<DecisiveStatus, readonly string[]>>;
const wordsByHeader = new Map<
  string,
  { readonly words: StatusWords; readonly meanings: Map<string, DecisiveStatus> }
>();

function decisiveWords(header: string) {
  let known = wordsByHeader.get(header);
  if (known === undefined) {
    const of = (meaning: DecisiveStatus): readonly string[] => [
      ...STATUS_WORDS[meaning],
      ...YES_WORDS.filter((word) => statusMeaning(word, header) === meaning),
    ];
    const words: StatusWords = {
      closed: of('closed'),
      suspended: of('suspended'),
      notAssigned: of('notAssigned'),
      returned: of('returned'),
    };
    const meanings = new Map(DECISIVE.flatMap((meaning) => words[meaning].map((word) => [word, meaning] as const)));
    known = { words, meanings };
    if (wordsByHeader.size < 100) wordsByHeader.set(header, known);
  }
  return known;
}

const SPACED = /[ \u3000]/;
const SPACES = /[ \u3000]/g;

/** What a formula finds in a status cell under its header: exact words, spaces aside; null where it finds none. */
export const liveStatus = (text: string, header: string): DecisiveStatus | null =>
  decisiveWords(header).meanings.get(SPACED.test(text) ? text.replace(SPACES, '') : text) ?? null;

/** Whether the formula sees an approval in that cell text. */
export function liveApproval(text: string): boolean {
  const shown = text.trim();
  if (shown === '' || NO_APPROVAL_WORDS.some((word) => word === shown)) return false;
  if (PENDING_STARTS.includes(shown.charAt(0))) return false;
  return ![...REFUSING_WORDS, ...PENDING_WORDS].some((word) => shown.includes(word));
}

/** The effective deadline the formula goes by: an extension that counts, the leader's date, the deadline cell. */
export function liveDeadline(cells: LiveCells, context: LiveContext): CivilDate | null {
  const { extendedTo, leaderDeadline, deadline } = cells.dates;
  if (
    extendedTo !== null &&
    (extensionCounts(context) === 'always' || (extensionCounts(context) === 'approved' && cells.approved))
  ) {
    return extendedTo;
  }
  return leaderDeadline ?? deadline;
}

/** The mark the live formulas give a row on `today`; the same conditions as `liveFormula`, in the same order. */
export function liveMark(cells: LiveCells, context: LiveContext, today: CivilDate): Mark | null {
  const { dates, status } = cells;
  const closed = status !== 'returned' && (dates.closedOn === null ? status === 'closed' : dates.closedOn <= today);
  if (closed) return 'closed';
  if (dates.orderOn !== null && dates.orderOn <= today) return 'ordered';
  if (dates.reminderOn !== null && dates.reminderOn <= today) return 'reminded';
  if (status === 'suspended' || status === 'notAssigned') return null;
  if (dates.assignedOn !== null && dates.assignedOn > today) return null;
  const deadline = liveDeadline(cells, context);
  if (deadline === null) return null;
  if (deadline < today) return 'overdue';
  return deadline <= addDays(today, context.settings.dueSoonDays) ? 'dueSoon' : null;
}

/**
 * The formula of a live mark for the row (from 0) its first area begins at; null where the ledger lacks the columns
 * that could give this mark. It follows TODAY() and uses plain functions and references of its own row only.
 */
export function liveFormula(mark: Mark, context: LiveContext, row: number): string | null {
  const parts = new Parts(context, row);
  const closed = parts.closed();
  const open = [...(closed === null ? [] : [`NOT(${closed})`])];
  const ordered = parts.started('orderOn');
  const reminded = parts.started('reminderOn');
  switch (mark) {
    case 'closed':
      return closed === null ? null : formula(mark, [closed]);
    case 'ordered':
      return ordered === null ? null : formula(mark, [...open, ordered]);
    case 'reminded':
      return reminded === null ? null : formula(mark, [...open, ...not(ordered), reminded]);
    case 'overdue':
    case 'dueSoon': {
      const deadline = parts.deadline();
      if (deadline === null) return null;
      const half = context.settings.dueSoonDays / 2;
      const due = mark === 'overdue' ? `INT(${deadline})<TODAY()` : `ABS(INT(${deadline})-TODAY()-${half})<=${half}`;
      return formula(mark, [...open, ...not(ordered), ...not(reminded), ...parts.running(), due]);
    }
  }
}

/** Half- and full-width spaces do not hide a word when the ledger is read, nor may they here. */
const unspaced = (reference: string): string => `SUBSTITUTE(SUBSTITUTE(${reference}," ",""),"\u3000","")`;
const formula = (mark: Mark, conditions: readonly string[]): string =>
  `=AND(${[markTerm(mark, null), ...conditions].join(',')})`;
const not = (condition: string | null): readonly string[] => (condition === null ? [] : [`NOT(${condition})`]);
const either = (conditions: readonly string[]): string | null =>
  conditions.length > 1 ? `OR(${conditions.join(',')})` : (conditions[0] ?? null);

function extensionCounts({ connection, rules }: LiveContext): 'always' | 'approved' | 'never' {
  const hasApprover = connection.columns.extensionApprover !== undefined;
  switch (rules.extensionNeeds) {
    case 'reasonReported':
      return 'always';
    case 'approval':
      return hasApprover ? 'approved' : 'never';
    case 'approvalWhereColumn':
      return hasApprover ? 'approved' : 'always';
  }
}

/** Conditions over the cells of one row. Every one is guarded, so that an error value in a cell decides nothing. */
class Parts {
  private readonly status: readonly StatusColumn[];

  constructor(
    private readonly context: LiveContext,
    private readonly row: number,
  ) {
    this.status = statusColumns(context.connection);
  }

  closed(): string | null {
    const word = either(this.words('closed'));
    const on = this.reference('closedOn');
    const status =
      word === null
        ? null
        : this.status.length > 1
          ? `AND(${[word, ...not(either(this.words('suspended')))].join(',')})`
          : word;
    const closed = on === null ? status : `IF(${this.isDate(on)},${on}<TODAY()+1,${status ?? 'FALSE'})`;
    const returned = not(either(this.words('returned')));
    return closed === null || returned.length === 0 ? closed : `AND(${[...returned, closed].join(',')})`;
  }

  /** Neither suspended nor waiting for assignment. */
  running(): readonly string[] {
    const assigned = this.reference('assignedOn');
    return [
      ...not(either([...this.words('suspended'), ...this.words('notAssigned')])),
      ...(assigned === null ? [] : [`IF(${this.isDate(assigned)},${assigned}<TODAY()+1,TRUE)`]),
    ];
  }

  started(field: LiveDate): string | null {
    const on = this.reference(field);
    return on === null ? null : `IF(${this.isDate(on)},${on}<TODAY()+1,FALSE)`;
  }

  deadline(): string | null {
    const [extended, leader, own] = [
      this.reference('extendedTo'),
      this.reference('leaderDeadline'),
      this.reference('deadline'),
    ];
    const counts = extensionCounts(this.context);
    if (leader === null && own === null && (extended === null || counts === 'never')) return null;
    let answer = `TODAY()+${NEVER}`;
    for (const date of [own, leader]) if (date !== null) answer = `IF(${this.isDate(date)},${date},${answer})`;
    if (extended === null || counts === 'never') return answer;
    const stands = counts === 'always' ? this.isDate(extended) : `AND(${this.isDate(extended)},${this.approved()})`;
    return `IF(${stands},${extended},${answer})`;
  }

  private approved(): string {
    const cell = this.reference('extensionApprover') ?? '""';
    const speaksAgainst = [...REFUSING_WORDS, ...PENDING_WORDS].map((word) => `ISNUMBER(FIND("${word}",${cell}))`);
    const nobody = `ISNUMBER(FIND("|"&${unspaced(cell)}&"|","||${NO_APPROVAL_WORDS.join('|')}|"))`;
    const waits = `ISNUMBER(FIND(LEFT(${unspaced(cell)},1),"${PENDING_STARTS}"))`;
    return `NOT(OR(ISERROR(${cell}),${nobody},${waits},${speaksAgainst.join(',')}))`;
  }

  private isDate(reference: string): string {
    return `IF(ISNUMBER(${reference}),AND(${reference}>${LOWEST_SERIAL},${reference}<${HIGHEST_SERIAL}),FALSE)`;
  }

  private words(meaning: DecisiveStatus): readonly string[] {
    return this.status.map(({ column, header }) => {
      const words = decisiveWords(header).words[meaning];
      return `ISNUMBER(FIND("|"&${unspaced(this.at(column))}&"|","|${words.join('|')}|"))`;
    });
  }

  private reference(field: LiveDate | 'extensionApprover'): string | null {
    const column = this.context.connection.columns[field]?.column;
    return column === undefined ? null : this.at(column);
  }

  private at(column: number): string {
    return `$${columnLetters(column)}${this.row + 1}`;
  }
}
