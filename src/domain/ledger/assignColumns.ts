import type { ColumnDoubt, LedgerConnection } from './connection';
import type { Field } from './fields';
import type { HeaderPaths } from './headerPaths';
import { daysInHeader, joinHeader, ownHeader } from './headerText';
import { matchHeader, type HeaderMatch } from './matchHeader';

interface Candidate extends HeaderMatch {
  readonly column: number;
  readonly header: string;
}

export interface ColumnAssignment {
  readonly columns: LedgerConnection['columns'];
  readonly moreStatus: readonly { readonly column: number; readonly header: string }[];
  readonly doubts: readonly ColumnDoubt[];
  /** Columns with a header no field knows. */
  readonly unknown: number;
  /** How well the headers fit, for choosing between rows. */
  readonly merit: number;
}

/** Fields that decide a matter's state or whom it is charged to: a second column of equal merit is asked about. */
const DECISIVE: ReadonlySet<Field> = new Set<Field>([
  'title',
  'leadUnit',
  'coUnits',
  'assignedOn',
  'deadline',
  'leaderDeadline',
  'extendedTo',
  'closedOn',
  'reminderNo',
  'orderNo',
]);

const better = (a: Candidate, b: Candidate): number =>
  b.strength - a.strength || a.tier - b.tier || a.column - b.column;

/** Gives each field its best column; what stays contested becomes a doubt, not a choice. */
export function assignColumns(paths: HeaderPaths): ColumnAssignment {
  const candidates: Candidate[] = [];
  let unknown = 0;
  for (const [column, path] of paths) {
    const match = matchHeader(path);
    if (match === null) unknown += 1;
    else candidates.push({ ...match, column, header: joinHeader(path) });
  }
  const chosen = new Map<Field, Candidate>();
  const left: Candidate[] = [];
  for (const candidate of candidates.filter((entry) => !entry.ambiguous).sort(better)) {
    if (chosen.has(candidate.field)) left.push(candidate);
    else chosen.set(candidate.field, candidate);
  }
  const doubts: ColumnDoubt[] = [];
  const moreStatus: { column: number; header: string }[] = [];
  for (const candidate of left) settleContested(candidate, chosen, moreStatus, doubts);
  for (const candidate of candidates.filter((entry) => entry.ambiguous))
    settlePlannedOrActual(candidate, chosen, doubts);
  const columns: LedgerConnection['columns'] = {};
  let merit = -0.2 * unknown;
  for (const [field, { column, header, strength }] of chosen) {
    columns[field] = { column, header };
    merit += strength;
  }
  return { columns, moreStatus, doubts, unknown, merit: merit + doubts.length };
}

function settleContested(
  candidate: Candidate,
  chosen: Map<Field, Candidate>,
  moreStatus: { column: number; header: string }[],
  doubts: ColumnDoubt[],
): void {
  const { column, header, field, second } = candidate;
  if (field === 'status') {
    moreStatus.push({ column, header });
    return;
  }
  if (second !== null && !chosen.has(second)) {
    chosen.set(second, { ...candidate, field: second });
    return;
  }
  const winner = chosen.get(field)!;
  if (field === 'leadUnit' && candidate.strength === 3 && candidate.tier < 2) {
    doubts.push({ column, header, candidates: chosen.has('coUnits') ? ['leadUnit'] : ['leadUnit', 'coUnits'] });
    return;
  }
  const equal = winner.strength === candidate.strength && winner.tier === candidate.tier;
  if (equal && candidate.strength > 1 && DECISIVE.has(field)) doubts.push({ column, header, candidates: [field] });
}

/** 完成时间 beside a clear deadline is the closing date; beside a clear closing date the deadline; alone it is asked. */
function settlePlannedOrActual(candidate: Candidate, chosen: Map<Field, Candidate>, doubts: ColumnDoubt[]): void {
  const deadline = chosen.has('deadline');
  const closing = chosen.has('closedOn');
  if (deadline && closing) return;
  if (deadline) chosen.set('closedOn', candidate);
  else if (closing) chosen.set('deadline', candidate);
  else {
    const { column, header } = candidate;
    doubts.push({ column, header, candidates: ['deadline', 'closedOn'] });
  }
}

/** 牵头单位 and 主办单位: every name leads; 责任单位 and the like: the first. */
export const leadReadingOf = (header: string): LedgerConnection['leadReading'] =>
  /牵头|主办/.test(ownHeader(header)) ? 'allLead' : 'firstLeads';

/** The connection a header block and its columns make. */
export function connectionOf(
  sheet: string,
  headerTop: number,
  headerBottom: number,
  assigned: Pick<ColumnAssignment, 'columns' | 'moreStatus'>,
): LedgerConnection {
  return {
    sheet,
    headerTop,
    headerBottom,
    columns: assigned.columns,
    leadReading: leadReadingOf(assigned.columns.leadUnit?.header ?? ''),
    deadlineInDays: daysInHeader(assigned.columns.deadline?.header ?? ''),
    ...(assigned.moreStatus.length > 0 ? { moreStatus: [...assigned.moreStatus] } : {}),
  };
}
