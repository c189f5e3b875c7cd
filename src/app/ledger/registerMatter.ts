import {
  BLOCKING,
  candidateInPortions,
  type Candidate,
  type CandidateContext,
} from '../../domain/checks/candidateMatter';
import type { CivilDate } from '../../domain/calendar/civilDate';
import type { Area, CellValue } from '../../domain/cell';
import { isBlank } from '../../domain/cellText';
import { findingSentence } from '../../domain/findingSentence';
import { continuedFormula, extendedFormula } from '../../domain/ledger/continuedFormula';
import { matterFormInPortions, placeOf, type MatterForm } from '../../domain/ledger/matterForm';
import type { TypedMatter } from '../../domain/ledger/pastedMatters';
import type { LedgerReading } from '../../domain/ledger/readLedger';
import type { Matter } from '../../domain/matter';
import type { Change, Expectation, InsertedRows, Plan } from '../../domain/plan';
import { PROCEEDING_HEADERS } from '../../domain/registers/readProceedings';
import { registrationContent, type RegistrationApproval } from '../../domain/registers/registration';
import { atOnce, type InPortions } from '../../domain/portions';
import { longestRow, valueAt } from '../../domain/snapshot';
import { inTurns } from '../../excel/inTurns';
import { readPatternRow, type PatternOnSheet } from '../../excel/readPatternRow';
import { talkToExcel, type HostResult } from '../../excel/run';
import { identityOf } from './identity';
import { dateFormatOf, holdsFormula } from './ledgerCells';
import { rowOf } from '../registers/proceedings';
import { appendToRegister } from '../registers/registerRows';
import type { Review } from '../reading/review';

/** The form for new matters of one ledger, with what the row above them has to be continued. */
export interface OpenForm {
  readonly form: MatterForm;
  readonly ledger: LedgerReading;
  readonly pattern: PatternOnSheet;
}

export interface NewMatter {
  readonly typed: TypedMatter;
  /** 立项 information; null where none is given. */
  readonly approval: RegistrationApproval | null;
}

export type RegisterOutcome =
  | { readonly kind: 'ready'; readonly plan: Plan; readonly candidates: readonly Candidate[] }
  | {
      readonly kind: 'refused';
      readonly candidates: readonly Candidate[];
      /** `index`: which of the matters given; null: none can be registered here. */
      readonly refusals: readonly { readonly index: number | null; readonly sentence: string }[];
    };

const NOTHING: PatternOnSheet = {
  formulas: new Map(),
  validations: new Map(),
  continued: new Set(),
  lists: new Map(),
  others: [],
};

/**
 * Opens the form for a ledger and a section of it (its row; null = the end). Reads the formulas and drop-down lists of
 * the row that new ones will look like.
 */
export async function openForm(of: Review, sheet: string, section: number | null): Promise<HostResult<OpenForm>> {
  const ledger = of.ledgers.find((own) => own.sheet === sheet);
  if (ledger === undefined) throw new Error('The sheet is no connected ledger');
  const { at, likeRow } = placeOf(ledger, section);
  // Totals are asked for anyhow: another may have moved them since the formulas were looked up.
  const formulaRows = [...ledger.totalsRows, ...rowsAbove(ledger).filter((row) => hasFormula(of, ledger, row))];
  const read = await talkToExcel((context) =>
    readPatternRow(context, { sheet, row: likeRow ?? at, below: at, width: widthOf(ledger), others: formulaRows }),
  );
  if (!read.ok) return read;
  // A ledger without matters: the rows made ready under its header have its drop-down lists; nothing is continued.
  const pattern = likeRow === null ? { ...NOTHING, lists: read.value.lists } : read.value;
  return { ok: true, value: { form: await inTurns(matterFormInPortions(ledger, section, pattern)), ledger, pattern } };
}

const widthOf = ({ snapshot }: LedgerReading): number => snapshot.left + Math.max(1, longestRow(snapshot));

const rowsAbove = ({ snapshot, connection }: LedgerReading): readonly number[] =>
  Array.from({ length: Math.max(0, connection.headerTop - snapshot.top) }, (_, index) => snapshot.top + index);

const hasFormula = (of: Review, ledger: LedgerReading, row: number): boolean =>
  Array.from({ length: widthOf(ledger) }, (_, column) => column).some((column) =>
    holdsFormula(of, { sheet: ledger.sheet, row, column }),
  );

/** Reads one typed matter as the ledger will and checks it; nothing is written. */
export const checkCandidate = (of: Review, open: OpenForm, typed: TypedMatter, today: CivilDate): Candidate =>
  atOnce(candidateInPortions(typed, contextOf(of, open, today)));

/** Several of one batch, one below the other. */
export function* candidatesInPortions(
  of: Review,
  open: OpenForm,
  rows: readonly TypedMatter[],
  today: CivilDate,
): InPortions<readonly Candidate[]> {
  const candidates: Candidate[] = [];
  const before: Matter[] = [];
  for (const typed of rows) {
    const candidate = yield* candidateInPortions(typed, contextOf(of, open, today), before);
    if (candidate.matter !== null) before.push(candidate.matter);
    candidates.push(candidate);
    yield;
  }
  return candidates;
}

function contextOf(of: Review, { form, ledger }: OpenForm, today: CivilDate): CandidateContext {
  const { snapshot } = of.reading;
  return {
    ledger,
    form,
    registers: of.registers,
    ruleSet: of.ruleSet,
    settings: of.settings,
    calendar: of.calendar,
    asOf: of.asOf,
    today,
    date1904: snapshot.date1904,
    workbookName: snapshot.name,
    dateFormatOf: (column) => dateFormatOf(ledger.snapshot, column),
  };
}

/** The plan that puts new matters into the ledger: above totals, inside a table, formats and formulas continued. */
export const planRegister = (...asked: Parameters<typeof registerInPortions>): RegisterOutcome =>
  atOnce(registerInPortions(...asked));

export function* registerInPortions(
  of: Review,
  open: OpenForm,
  matters: readonly NewMatter[],
  { today, handler }: { readonly today: CivilDate; readonly handler: string },
): InPortions<RegisterOutcome> {
  const candidates = yield* candidatesInPortions(
    of,
    open,
    matters.map(({ typed }) => typed),
    today,
  );
  const refusals: { readonly index: number | null; readonly sentence: string }[] = candidates.flatMap(
    (candidate, index) => blockingSentences(candidate).map((sentence) => ({ index, sentence })),
  );
  if (matters.length === 0) refusals.push({ index: null, sentence: '没有要登记的事项。' });
  const table = tableAround(open, matters.length);
  if (table === 'blocked') {
    refusals.push({ index: null, sentence: '台账表格下面紧接着有别的内容，放不下新的行，请先在表格下面空出几行。' });
  }
  if (refusals.length > 0 || table === 'blocked') return { kind: 'refused', candidates, refusals };
  const written = insertion(of, open, candidates, table);
  const approvals = matters.flatMap(({ approval }, index) => {
    const matter = candidates[index]?.matter ?? null;
    return approval === null || matter === null ? [] : [approvalRow(matter, approval, handler)];
  });
  const register = appendToRegister(of, {
    register: '办理登记',
    headers: PROCEEDING_HEADERS,
    rows: approvals,
    widths: { 事项: 40, 单位: 20, 内容: 40 },
  });
  const plan: Plan = {
    action: 'register',
    asOf: of.asOf,
    expectations: expectationsOf(of, open),
    // The ledger first: a row of 办理登记 must lead to a matter.
    changes: [written, ...register],
  };
  return { kind: 'ready', plan, candidates };
}

function blockingSentences({ matter, findings }: Candidate): readonly string[] {
  if (matter === null) return ['这一行没有事项名称，或会被读成分节、合计，没有登记。'];
  return findings.filter(({ code }) => BLOCKING.has(code)).map(findingSentence);
}

const approvalRow = (matter: Matter, approval: RegistrationApproval, handler: string) =>
  rowOf(matter, {
    kind: 'progress',
    date: approval.approvedOn,
    content: registrationContent(approval),
    newDeadline: null,
    approver: approval.approver,
    handler,
  });

/** The table that must be made longer; null where rows go inside one, or there is none. */
function tableAround({ form, ledger }: OpenForm, count: number): InsertedRows['table'] | 'blocked' {
  const { at } = form.place;
  const { snapshot, connection } = ledger;
  const table = snapshot.tables.find(
    ({ area }) =>
      area.top <= connection.headerBottom && area.bottom >= connection.headerBottom && area.bottom === at - 1,
  );
  if (table === undefined || table.totals) return null;
  for (let row = at; row < at + count; row += 1) {
    if (!(snapshot.values[row - snapshot.top] ?? []).every(isBlank)) return 'blocked';
  }
  return { name: table.name, before: table.area, after: { ...table.area, bottom: table.area.bottom + count } };
}

function insertion(of: Review, open: OpenForm, candidates: readonly Candidate[], table: InsertedRows['table']): Change {
  const { form, ledger, pattern } = open;
  const { at, likeRow } = form.place;
  const { sheet, snapshot } = ledger;
  const width = widthOf(ledger);
  const columns = Array.from({ length: width }, (_, column) => column);
  const rows = candidates.map(({ values }) => columns.map((column): CellValue => values[column] ?? ''));
  const formats = columns.map(
    (column) => candidates.find((candidate) => candidate.formats.has(column))?.formats.get(column) ?? null,
  );
  const rowAsItStands = (row: number): readonly (CellValue | null)[] =>
    columns.map((column) => (holdsFormula(of, { sheet, row, column }) ? null : valueAt(snapshot, row, column)));
  const filled = snapshot.values.findIndex((row, index) => snapshot.top + index >= at && !row.every(isBlank));
  const next = filled < 0 ? undefined : snapshot.top + filled;
  if (likeRow === null) return { kind: 'appendRows', sheet, at, rows, formats };
  return {
    kind: 'insertRows',
    sheet,
    at,
    rows,
    formats,
    like: likeRow,
    formulas: [...pattern.formulas].map(([column, formula]) => ({
      column,
      texts: rows.map((_, index) => continuedFormula(formula, at + index - likeRow)),
    })),
    validations: [...pattern.validations]
      .filter(([column]) => table !== null || !pattern.continued.has(column))
      .map(([column, validation]) => ({ column, validation })),
    extended: pattern.others.flatMap(({ row, column, formula }) => {
      const after = extendedFormula(formula, sheet, at - 1, rows.length);
      return after === formula ? [] : [{ row, column, before: formula, after }];
    }),
    table,
    below: rowAsItStands(at),
    ...(next === undefined || next === at ? {} : { next: { row: next, values: rowAsItStands(next) } }),
  };
}

/** The header and the matter above must stand as they were when the form was opened. */
function expectationsOf(of: Review, { form, ledger }: OpenForm): readonly Expectation[] {
  const { snapshot, connection, sheet } = ledger;
  const row = connection.headerBottom;
  const values = snapshot.values[row - snapshot.top] ?? [];
  const area: Area = { top: row, left: snapshot.left, bottom: row, right: snapshot.left + values.length - 1 };
  return [
    { sheet, area, values: [values], about: '表头' },
    ...(form.place.like === null ? [] : identityOf(of, form.place.like)),
  ];
}
