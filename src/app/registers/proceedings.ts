import { LONGEST_TEXT } from '../../domain/cell';
import { readApproval } from '../../domain/approval';
import { dayOf, monthOf, yearOf, type CivilDate } from '../../domain/calendar/civilDate';
import { cellText } from '../../domain/cellText';
import type { Field } from '../../domain/ledger/fields';
import { statusWordFor, type StatusWish } from '../../domain/ledger/statusChoice';
import type { Matter } from '../../domain/matter';
import type { RegisterValue } from '../../domain/notices/registerRow';
import type { Change, Plan } from '../../domain/plan';
import {
  ENTRY_REFUSALS,
  guardEntry,
  guardMatter,
  isOnRecord,
  MATTER_REFUSALS,
  type EntryRefusal,
  type MatterRefusal,
  type ProceedingEntry,
} from '../../domain/registers/guardProceeding';
import { indexMatters } from '../../domain/registers/linkMatters';
import { PROCEEDING_HEADERS } from '../../domain/registers/readProceedings';
import { PROCEEDING_KINDS } from '../../domain/registers/registers';
import { splitList } from '../../domain/registers/registerSheet';
import { valueAt } from '../../domain/snapshot';
import { identityOf, nameOf } from '../ledger/identity';
import { cellChange, holdsFormula, sheetOf } from '../ledger/ledgerCells';
import { appendToRegister } from './registerRows';
import type { Review } from '../reading/review';

export interface ProceedingRequest extends ProceedingEntry {
  /** Keys of the matters. */
  readonly matters: ReadonlySet<string>;
  /** The day of the run. */
  readonly today: CivilDate;
}

export interface ProceedingOutcome {
  /** Empty where the entry was refused, or refused for every matter. */
  readonly plan: Plan;
  readonly refusals: readonly {
    readonly code: EntryRefusal | MatterRefusal;
    /** Key of the matter; null where the entry as a whole is refused. */
    readonly matter: string | null;
    readonly sentence: string;
  }[];
  /** What is written otherwise than the clerk may expect, as sentences. */
  readonly remarks: readonly string[];
}

const WIDTHS = { 事项: 40, 单位: 20, 内容: 40 } as const;

/**
 * The plan that puts a row under 办理登记 for each matter, and into the ledger's own columns where it has them. The
 * original deadline is never written over: an extension goes to 延期至 only.
 */
export function planProceeding(of: Review, request: ProceedingRequest): ProceedingOutcome {
  const entry = guardEntry(request, request.matters.size, request.today);
  if (entry !== null) {
    const sentence = ENTRY_REFUSALS[entry](request.kind);
    return { plan: planOf(of, [], []), refusals: [{ code: entry, matter: null, sentence }], remarks: [] };
  }
  const index = indexMatters(of.matters);
  const several = of.ledgers.length > 1;
  const taken: Matter[] = [];
  const refusals: ProceedingOutcome['refusals'][number][] = [];
  for (const assessment of of.assessments.filter(({ matter }) => request.matters.has(matter.key))) {
    const { matter } = assessment;
    const ids = matter.id === null ? [] : splitList(matter.id);
    const links = index.link({ ids, title: matter.title, ledger: several ? matter.sheet : null });
    const back = links.length === 1 && links[0]!.matter === matter ? null : (links[0]?.problem ?? 'notFound');
    const onRecord = isOnRecord(request, of.histories.get(matter.key)?.proceedings ?? []);
    const code = onRecord ? 'onRecord' : guardMatter(request, assessment, back);
    if (code === null) taken.push(matter);
    else refusals.push({ code, matter: matter.key, sentence: `${nameOf(matter)}${MATTER_REFUSALS[code]}。` });
  }
  const written = taken.map((matter) => ({ matter, ...ledgerChanges(of, matter, request) }));
  const register = appendToRegister(of, {
    register: '办理登记',
    headers: PROCEEDING_HEADERS,
    rows: taken.map((matter) => rowOf(matter, request)),
    widths: WIDTHS,
  });
  return {
    // The register first: a row without its ledger cell is on record, a ledger cell without its row is not.
    plan: planOf(of, taken, [...register, ...written.flatMap(({ changes }) => changes)]),
    refusals,
    remarks: [...written.flatMap(({ remarks }) => remarks), ...approvalRemark(of, taken, request)],
  };
}

const planOf = (of: Review, matters: readonly Matter[], changes: readonly Change[]): Plan => ({
  action: 'proceeding',
  asOf: of.asOf,
  expectations: matters.flatMap((matter) => identityOf(of, matter)),
  changes,
});

type Header = (typeof PROCEEDING_HEADERS)[number];

const textOf = (text: string | null): RegisterValue =>
  text === null || text.trim() === '' ? null : { text: text.trim() };

/** The row of 办理登记 for one matter. */
export function rowOf(
  matter: Pick<Matter, 'id' | 'title' | 'sheet' | 'leadUnits'>,
  entry: ProceedingEntry,
): Readonly<Record<Header, RegisterValue>> {
  return {
    日期: { date: entry.date },
    事项编号: textOf(matter.id),
    事项: textOf(matter.title),
    单位: textOf(matter.leadUnits.map(({ unit }) => unit).join('、')),
    类型: { text: PROCEEDING_KINDS[entry.kind] },
    内容: textOf(entry.content),
    新时限: entry.newDeadline === null ? null : { date: entry.newDeadline },
    批准人: textOf(entry.approver),
    经办人: textOf(entry.handler),
    台账: { text: matter.sheet },
  };
}

const WISHES: Readonly<Partial<Record<ProceedingEntry['kind'], StatusWish>>> = {
  closed: 'closed',
  struckOff: 'struckOff',
  suspended: 'suspended',
  resumed: 'resumed',
  returned: 'returned',
};

/** What goes into the ledger's own columns. */
function ledgerChanges(
  of: Review,
  matter: Matter,
  entry: ProceedingEntry,
): { readonly changes: readonly Change[]; readonly remarks: readonly string[] } {
  const wanted = wantedCells(of, matter, entry).filter(({ field }) => matter.cells[field] !== undefined);
  if (wanted.length === 0) return { changes: [], remarks: [] };
  if (matter.rows.length > 1) {
    return { changes: [], remarks: [`${nameOf(matter)}分几行填写，只记入办理登记，台账各行请自行填写。`] };
  }
  const formulas = wanted.filter(({ field }) => holdsFormula(of, matter.cells[field]!));
  return {
    changes: wanted
      .filter((each) => !formulas.includes(each))
      .flatMap(({ field, value }) => cellChange(of, matter.cells[field]!, value)),
    remarks: formulas.length === 0 ? [] : [`${nameOf(matter)}的台账列里是公式，没有改动，只记入办理登记。`],
  };
}

interface WantedCell {
  readonly field: Field;
  readonly value: { readonly date: CivilDate } | { readonly text: string };
}

function wantedCells(of: Review, matter: Matter, entry: ProceedingEntry): readonly WantedCell[] {
  const { kind, date, newDeadline } = entry;
  const cells: WantedCell[] = [];
  if (kind === 'extension' && newDeadline !== null && stands(of, entry)) {
    cells.push({ field: 'extendedTo', value: { date: newDeadline } });
  }
  if (kind === 'extension' && entry.approver.trim() !== '') {
    cells.push({ field: 'extensionApprover', value: { text: entry.approver.trim() } });
  }
  const dated = matter.closedOn.reading.kind === 'date';
  if (kind === 'closed' || (kind === 'struckOff' && !dated)) cells.push({ field: 'closedOn', value: { date } });
  const wish = WISHES[kind];
  const word = wish === undefined ? null : statusOf(of, matter, wish);
  if (word !== null) cells.push({ field: 'status', value: { text: word } });
  if (kind === 'progress') {
    const text = progressText(matter.progress, entry);
    if (text.length <= LONGEST_TEXT) cells.push({ field: 'progress', value: { text } });
    const { reading } = matter.reportedOn;
    if (reading.kind !== 'date' || reading.date < date) cells.push({ field: 'reportedOn', value: { date } });
  }
  return cells;
}

/** An extension nobody approved stays out of 延期至, where some ledgers would count it (rules.md §2.1). */
const stands = (of: Review, { approver }: ProceedingEntry): boolean =>
  readApproval(approver) === 'approved' || of.ruleSet.deadlines.extensionNeeds === 'reasonReported';

function approvalRemark(of: Review, taken: readonly Matter[], entry: ProceedingEntry): readonly string[] {
  return entry.kind === 'extension' && taken.length > 0 && !stands(of, entry)
    ? ['延期还没有领导批准，已记入办理登记，批准前仍按原时限计算。']
    : [];
}

function statusOf(of: Review, matter: Matter, wish: StatusWish): string | null {
  const ledger = of.ledgers.find(({ sheet }) => sheet === matter.sheet);
  const column = ledger?.connection.columns.status;
  const sheet = sheetOf(of, matter.sheet);
  if (ledger === undefined || column === undefined || sheet === undefined) return null;
  const used = ledger.matters.map(({ row }) => cellText(valueAt(sheet, row, column.column)));
  return statusWordFor(wish, column.header, used);
}

/** What stands is kept; the new words go below it with their day. */
function progressText(standing: string | null, { content, date }: ProceedingEntry): string {
  const words = content.trim();
  if (standing === null || standing.trim() === '') return words;
  return `${standing}\n${yearOf(date)}年${monthOf(date)}月${dayOf(date)}日：${words}`;
}
