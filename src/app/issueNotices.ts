import { addWorkingDaysOf } from './officeSettings';
import type { CivilDate } from '../domain/calendar/civilDate';
import type { CellRef } from '../domain/cell';
import type { Matter } from '../domain/matter';
import { draftNotices, type DraftOutcome } from '../domain/notices/draft';
import type { LetterForm, Notice } from '../domain/notices/notice';
import type { Office } from '../domain/notices/office';
import { ledgerValues, REGISTER_HEADERS, registerRow } from '../domain/notices/registerRow';
import type { Change, Expectation, Plan } from '../domain/plan';
import { valueAt } from '../domain/snapshot';
import { identityOf } from './identity';
import { cellChange, holdsFormula, sheetOf } from './ledgerCells';
import { appendToRegister } from './registerRows';
import type { Review } from './review';

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
    changes: [
      ...appendToRegister(of, {
        register: '文书登记簿',
        headers: REGISTER_HEADERS,
        rows: notices.map((notice) => registerRow(notice, office.handler)),
        widths: { 事项: 40, 主送单位: 20 },
      }),
      ...cells.values(),
    ],
  };
}

function ledgerChanges(of: Review, notice: Notice, matter: Matter): readonly Change[] {
  const connection = of.ledgers.find(({ sheet }) => sheet === matter.sheet)?.connection;
  const sheet = sheetOf(of, matter.sheet);
  if (connection === undefined || sheet === undefined) return [];
  return ledgerValues(notice).flatMap(({ field, value }): readonly Change[] => {
    const column = connection.columns[field]?.column;
    if (column === undefined || value === null) return [];
    const cell: CellRef = { sheet: matter.sheet, row: matter.row, column };
    // 交办日期 stands already where the clerk assigned the matter herself: never overwritten.
    if (field === 'assignedOn' && valueAt(sheet, cell.row, cell.column) !== '') return [];
    if (holdsFormula(of, cell)) return [];
    return cellChange(of, cell, value);
  });
}
