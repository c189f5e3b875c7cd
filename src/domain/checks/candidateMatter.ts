import { assess } from '../assess';
import type { CivilDate } from '../calendar/civilDate';
import { isDateFormat } from '../calendar/dateFormat';
import { readDate } from '../calendar/readDate';
import { toSerial } from '../calendar/serialDate';
import type { WorkCalendar } from '../calendar/workCalendar';
import type { CellValue } from '../cell';
import { cellText } from '../cellText';
import type { Finding, FindingCode } from '../finding';
import { foldText } from '../foldText';
import { DATE_FIELDS, type Field } from '../ledger/fields';
import { markIdentity } from '../ledger/identity';
import type { MatterForm } from '../ledger/matterForm';
import { namedMatters } from '../ledger/namedMatters';
import type { TypedMatter } from '../ledger/pastedMatters';
import { readLedger, type LedgerReading } from '../ledger/readLedger';
import type { Matter } from '../matter';
import { atOnce, type InPortions } from '../portions';
import type { Registers } from '../registers/registers';
import type { RuleSet, Settings } from '../ruleSet';
import { formatAt, longestRow, valueAt, type SheetSnapshot } from '../snapshot';
import type { CheckInput } from './checkContext';
import { duplicateId, duplicateMatter } from './duplicates';
import { runChecks } from './runChecks';

export interface CandidateContext {
  readonly ledger: LedgerReading;
  readonly form: MatterForm;
  readonly registers: Registers;
  readonly ruleSet: RuleSet;
  readonly settings: Settings;
  readonly calendar: WorkCalendar;
  readonly asOf: CivilDate;
  /** The day of the run. */
  readonly today: CivilDate;
  readonly date1904: boolean;
  readonly workbookName: string;
  /** Number format of a date in a column that shows none yet. */
  readonly dateFormatOf: (column: number) => string;
}

/** A new matter as the ledger would read it. */
export interface Candidate {
  /** Values by column from the sheet's first; `''` where nothing is typed. */
  readonly values: readonly CellValue[];
  /** Number formats of real dates, by column. */
  readonly formats: ReadonlyMap<number, string>;
  /** Null: the row would not be read as a matter (a section, a total, a line under the table). */
  readonly matter: Matter | null;
  /** The checks of every ledger row, at the cells the new row will have. */
  readonly findings: readonly Finding[];
}

/** Findings with which a matter is not registered. */
export const BLOCKING: ReadonlySet<FindingCode> = new Set<FindingCode>([
  'missing-title',
  'classified',
  'duplicate-id',
  'indistinct-rows',
]);

/**
 * Reads what was typed as the ledger will read it and runs the domain's checks over it. `before`: new matters of the
 * same batch that go above it.
 */
export const candidateMatter = (...asked: Parameters<typeof candidateInPortions>): Candidate =>
  atOnce(candidateInPortions(...asked));

export function* candidateInPortions(
  typed: TypedMatter,
  context: CandidateContext,
  before: readonly Matter[] = [],
): InPortions<Candidate> {
  const { ledger, form, registers, ruleSet, settings, calendar, asOf, today } = context;
  const { values, formats } = typedValues(typed, context);
  const sheet = sheetWith(context, values, formats);
  const row = sheet.top + sheet.values.length - 1;
  const reading = readLedger(sheet, ledger.connection, {
    directory: registers.directory,
    asOf,
    date1904: context.date1904,
    workbookName: context.workbookName,
  });
  const read = reading.matters.find((matter) => matter.row === row);
  if (read === undefined) return { values, formats, matter: null, findings: [] };
  const target = form.place.at + before.length;
  const matter: Matter = { ...read, key: `${ledger.sheet}!new${before.length + 1}`, row: target };
  const all = [...(yield* relativesOf([...before, matter], ledger.matters)), ...before, matter];
  const history = { matter, notices: [], proceedings: [] };
  const input: CheckInput = {
    ledgers: [{ ...reading, matters: [matter] }],
    histories: new Map([[matter.key, history]]),
    registers: { ...registers, proceedings: null, events: null },
    ruleSet,
    asOf,
    today,
    doubts: new Map(),
    found: [],
  };
  const standing = assess(history, { asOf, ruleSet, settings, calendar });
  const own = runChecks(input, [standing]).filter(({ cell }) => cell.sheet === ledger.sheet && cell.row === row);
  const together = { ...ledger, matters: all };
  const compared = [
    ...(yield* duplicateId(together)),
    ...(yield* duplicateMatter(together)),
    ...(yield* markIdentity(all)).findings,
  ].filter((finding) => finding.matter === matter.key);
  const findings = [...own.filter(({ code }) => !COMPARED.has(code)), ...compared];
  return { values, formats, matter, findings: findings.map((finding) => placed(finding, matter.key, target)) };
}

/**
 * The ledger's matters, in its order, that the last of the new ones can be taken for: of its number or its title, and
 * those whose number one of these has. Nobody else changes what comparing finds of it.
 */
function* relativesOf(fresh: readonly Matter[], matters: readonly Matter[]): InPortions<readonly Matter[]> {
  const { byNumber, byTitle, untitled } = yield* namedMatters(matters);
  const ofNumber = ({ id }: Matter): readonly Matter[] => (id === null ? [] : byNumber.get(foldText(id)));
  const title = foldText(fresh.at(-1)?.title ?? '');
  const alike = [
    ...fresh.filter((own) => foldText(own.title ?? '') === title).flatMap(ofNumber),
    ...byTitle.get(title),
    ...(title === '' ? untitled : []),
  ];
  const relatives = new Set(alike.flatMap((own) => [own, ...ofNumber(own)]));
  return [...relatives].sort((one, other) => one.row - other.row);
}

/** Told by comparing with the whole ledger. */
const COMPARED: ReadonlySet<FindingCode> = new Set<FindingCode>([
  'duplicate-id',
  'duplicate-matter',
  'indistinct-rows',
]);

/** At the row the matter will have. There is no cell to mend yet, so no fix. */
function placed({ code, level, cell, facts, clause }: Finding, matter: string, row: number): Finding {
  return { code, level, cell: { ...cell, row }, matter, facts, ...(clause === undefined ? {} : { clause }) };
}

/** The title lines and the header as they are, the section the matter goes to, and its row. */
function sheetWith(
  { ledger, form }: CandidateContext,
  values: readonly CellValue[],
  formats: ReadonlyMap<number, string>,
): SheetSnapshot {
  const { snapshot, connection } = ledger;
  const { top, left } = snapshot;
  const head = snapshot.values.slice(0, connection.headerBottom - top + 1);
  const section = form.section === null ? [] : [snapshot.values[form.section - top] ?? []];
  const rows = [...head, ...section, values.slice(left)];
  const columns = DATE_FIELDS.flatMap((field) => connection.columns[field]?.column ?? []);
  return {
    ...snapshot,
    values: rows,
    formats: new Map(
      columns.map((column) => [
        column,
        rows.map((_, at) => (at === rows.length - 1 ? (formats.get(column) ?? 'General') : 'General')),
      ]),
    ),
    formulas: new Map(),
    merges: snapshot.merges.filter(({ bottom }) => bottom <= connection.headerBottom),
    hiddenRows: [],
    tables: [],
  };
}

/** What was typed as cell values: whole dates become real ones, numbers numbers where the column has numbers. */
function typedValues(
  typed: TypedMatter,
  context: CandidateContext,
): { readonly values: readonly CellValue[]; readonly formats: ReadonlyMap<number, string> } {
  const { ledger, form, date1904, asOf } = context;
  const { snapshot, connection } = ledger;
  const values: CellValue[] = Array.from({ length: snapshot.left + longestRow(snapshot) }, () => '');
  const formats = new Map<number, string>();
  for (const { column, field, kind } of form.fields) {
    const text = cellText(typed.get(column) ?? '');
    if (text === '' || kind === 'formula') continue;
    values[column] = text;
    if (isDateField(field) || kind === 'date') {
      const bareNumberIsDays = field === 'deadline' ? connection.deadlineInDays : null;
      const reading = readDate(text, 'General', {
        assignedOn: null,
        titleYear: null,
        asOf,
        date1904,
        bareNumberIsDays,
      });
      const serial =
        reading.kind === 'date' && isWhole(text, reading.periodEnd) ? toSerial(reading.date, date1904) : null;
      if (serial !== null) {
        values[column] = serial;
        const like = form.place.likeRow === null ? 'General' : formatAt(snapshot, form.place.likeRow, column);
        formats.set(column, isDateFormat(like) ? like : context.dateFormatOf(column));
      } else if (reading.kind === 'days' && /^\d+$/.test(text)) values[column] = Number(text);
    } else if (isPlainNumber(text) && holdsNumbers(context, column)) values[column] = Number(text);
  }
  return { values, formats };
}

const isDateField = (field: Field | null): boolean => field !== null && DATE_FIELDS.includes(field);

/** A day with its year; 5月底前 and the like stay as the office writes them. */
const isWhole = (text: string, periodEnd: boolean): boolean =>
  !periodEnd && /[12]\d{3}|二[〇零]/.test(text.normalize('NFKC')) && !/前|底/.test(text);

const isPlainNumber = (text: string): boolean => /^(0|[1-9]\d{0,14})(\.\d{1,10})?$/.test(text);

const holdsNumbers = ({ ledger, form }: CandidateContext, column: number): boolean =>
  [form.place.inSection, form.place.like === null ? [] : [form.place.like]].some((matters) =>
    matters.some(({ row }) => typeof valueAt(ledger.snapshot, row, column) === 'number'),
  );
