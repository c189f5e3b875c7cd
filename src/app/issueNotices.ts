import { toSerial } from '../domain/calendar/serialDate';
import { addWorkingDaysOf } from './officeSettings';
import type { CivilDate } from '../domain/calendar/civilDate';
import type { CellRef, CellValue } from '../domain/cell';
import type { Matter } from '../domain/matter';
import { draftNotices, type DraftOutcome } from '../domain/notices/draft';
import type { LetterForm, Notice } from '../domain/notices/notice';
import type { Office } from '../domain/notices/office';
import { ledgerValues, REGISTER_HEADERS, registerRow, type RegisterValue } from '../domain/notices/registerRow';
import type { Change, Expectation, Plan } from '../domain/plan';
import { layoutOf, registerSheet } from '../domain/registers/registerSheet';
import { formatAt, valueAt } from '../domain/snapshot';
import { identityOf } from './identity';
import type { Review } from './review';

const REGISTER = '文书登记簿';
const DATE_FORMAT = 'yyyy-m-d';

export interface IssueRequest {
  /** A form chosen by the clerk, or each matter's own next step. */
  readonly form: LetterForm | 'due';
  /** Keys of the matters; null: all whose step is due. */
  readonly matters: ReadonlySet<string> | null;
  readonly issuedOn: CivilDate;
  readonly office: Office;
  readonly grouping: 'perMatter' | 'perUnit';
  readonly status: 'draft' | 'sent';
  readonly overrides?: ReadonlyMap<string, string>;
}

/** Drafts letters from a review; nothing is written. */
export function draftLetters(of: Review, request: IssueRequest): DraftOutcome {
  const { matters: keys, ...rest } = request;
  const matters = of.assessments
    .filter(({ matter }) => keys === null || keys.has(matter.key))
    .map((assessment) => ({ assessment, history: of.histories.get(assessment.matter.key)! }));
  return draftNotices({
    ...rest,
    matters,
    ruleSet: of.ruleSet,
    register: of.registers.notices ?? [],
    workingDay: addWorkingDaysOf(of.calendar),
    takenElsewhere: {
      reminderNotice: of.matters.flatMap(({ reminderNo }) => reminderNo ?? []),
      supervisionOrder: of.matters.flatMap(({ orderNo }) => orderNo ?? []),
      assignmentNotice: of.matters.flatMap(({ assignmentNo }) => assignmentNo ?? []),
    },
  });
}

/**
 * The plan that puts letters on record: their rows in 文书登记簿 (made where the workbook has none) and the ledger's
 * own columns where it has them. A letter whose matter moved since is refused on applying.
 */
export function planIssue(of: Review, notices: readonly Notice[], office: Office): Plan {
  const matters = new Map(of.matters.map((matter) => [matter.key, matter]));
  const written = notices.flatMap((notice) =>
    notice.matters.flatMap(({ key }) => {
      const matter = matters.get(key);
      return matter === undefined || !matter.distinct ? [] : [{ notice, matter }];
    }),
  );
  const cells = new Map<string, Change>();
  for (const { notice, matter } of written) {
    for (const change of ledgerChanges(of, notice, matter)) {
      if (change.kind === 'setCell') cells.set(`${change.cell.sheet}!${change.cell.row},${change.cell.column}`, change);
    }
  }
  const touched = new Set(written.map(({ matter }) => matter));
  return {
    action: 'issueNotices',
    asOf: of.asOf,
    expectations: [...touched].flatMap((matter): readonly Expectation[] => identityOf(of, matter)),
    // The register first: a letter without its ledger cell is on record, a ledger cell without its letter is not.
    changes: notices.length === 0 ? [] : [registerChange(of, notices, office), ...cells.values()],
  };
}

function registerChange(of: Review, notices: readonly Notice[], office: Office): Change {
  const { snapshot } = of.reading;
  const rows = notices.map((notice) => registerRow(notice, office.handler));
  const valueOf = (value: RegisterValue): CellValue =>
    value === null ? '' : 'text' in value ? value.text : (toSerial(value.date, snapshot.date1904) ?? value.date);
  const isDate = (header: (typeof REGISTER_HEADERS)[number]): boolean => rows.some((row) => isDateValue(row[header]));
  const sheet = registerSheet(snapshot, REGISTER);
  const layout = sheet === undefined ? null : layoutOf(sheet, REGISTER_HEADERS);
  if (sheet === undefined || layout === null) {
    const several = of.ledgers.length > 1;
    const headers = REGISTER_HEADERS.filter((header) => header !== '台账' || several);
    return {
      kind: 'addSheet',
      name: REGISTER,
      content: {
        columnWidths: headers.map((header) => ({ 事项: 40, 主送单位: 20 })[header as string] ?? 13),
        frozenRows: 1,
        rows: [
          headers.map((value) => ({ value, bold: true, fill: '#E7E6E6', align: 'center' as const })),
          ...rows.map((row) =>
            headers.map((header) => ({
              value: valueOf(row[header]),
              ...(isDateValue(row[header]) ? { numberFormat: DATE_FORMAT } : {}),
            })),
          ),
        ],
      },
    };
  }
  const width = Math.max(...layout.columns.values()) + 1;
  const headerAt = new Map([...layout.columns].map(([header, column]) => [column, header]));
  const columns = Array.from({ length: width }, (_, column) => {
    const header = REGISTER_HEADERS.find((own) => own === headerAt.get(column));
    return header ?? null;
  });
  return {
    kind: 'appendRows',
    sheet: sheet.name,
    at: layout.nextRow,
    rows: rows.map((row) => columns.map((header) => (header === null ? '' : valueOf(row[header])))),
    formats: columns.map((header) => (header !== null && isDate(header) ? DATE_FORMAT : null)),
  };
}

const isDateValue = (value: RegisterValue): boolean => value !== null && 'date' in value;

function ledgerChanges(of: Review, notice: Notice, matter: Matter): readonly Change[] {
  const { snapshot } = of.reading;
  const connection = of.ledgers.find(({ sheet }) => sheet === matter.sheet)?.connection;
  const sheet = snapshot.sheets.find(({ name }) => name === matter.sheet);
  if (connection === undefined || sheet === undefined) return [];
  return ledgerValues(notice).flatMap(({ field, value }): readonly Change[] => {
    const column = connection.columns[field]?.column;
    if (column === undefined || value === null) return [];
    const cell: CellRef = { sheet: matter.sheet, row: matter.row, column };
    const before = valueAt(sheet, cell.row, cell.column);
    // 交办日期 stands already where the clerk assigned the matter herself: never overwritten.
    if (field === 'assignedOn' && before !== '') return [];
    const after = 'text' in value ? value.text : (toSerial(value.date, snapshot.date1904) ?? value.date);
    const format = { numberFormat: DATE_FORMAT, formatBefore: formatAt(sheet, cell.row, cell.column) };
    return [{ kind: 'setCell', cell, before, after, ...('date' in value ? format : {}) }];
  });
}
