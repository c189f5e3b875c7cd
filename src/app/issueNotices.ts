import { addWorkingDaysOf } from './officeSettings';
import type { CivilDate } from '../domain/calendar/civilDate';
import { draftNotices, type DraftOutcome } from '../domain/notices/draft';
import type { Matter } from '../domain/matter';
import type { EarlierLetter } from '../domain/notices/earlierLetters';
import type { LetterForm, Notice } from '../domain/notices/notice';
import type { Office } from '../domain/notices/office';
import { REGISTER_HEADERS, registerRow } from '../domain/notices/registerRow';
import type { Change, Expectation, Plan } from '../domain/plan';
import type { NoticeForm } from '../domain/registers/registers';
import { identityOf } from './identity';
import {
  entriesEntered,
  numbersFilledIn,
  recordEarlier,
  rowsExpected,
  stillAsked,
  withAllEarlier,
} from './earlierLetters';
import { NOTICE_REGISTER } from './lettersOnRecord';
import { ledgerChanges } from './noticeLedgerCells';
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
  /** Letters sent before that were on no record and that the clerk has looked up. */
  readonly earlier?: readonly EarlierLetter[];
}

/** Drafts letters from a review; nothing is written. */
export function draftLetters(of: Review, { matters: keys, earlier = [], ...rest }: IssueRequest): DraftOutcome {
  const entered = stillAsked(of, earlier);
  const histories = withAllEarlier(of, entered);
  const matters = of.assessments
    .filter(({ matter }) => keys === null || keys.has(matter.key))
    .map((assessment) => ({ assessment, history: histories.get(assessment.matter.key)! }));
  return draftNotices({
    ...rest,
    matters,
    ruleSet: of.ruleSet,
    register: [...(of.registers.notices ?? []), ...entriesEntered(of, entered)],
    workingDay: addWorkingDaysOf(of.calendar),
    takenElsewhere: numbersInLedgers(of),
  });
}

/** Numbers the ledgers' own columns hold, by form. */
export const numbersInLedgers = (of: Review): Readonly<Partial<Record<NoticeForm, readonly string[]>>> => ({
  reminderNotice: of.matters.flatMap(({ reminderNo }) => reminderNo ?? []),
  supervisionOrder: of.matters.flatMap(({ orderNo }) => orderNo ?? []),
  assignmentNotice: of.matters.flatMap(({ assignmentNo }) => assignmentNo ?? []),
});

/**
 * The plan that puts letters on record: their rows in 文书登记簿 (made where the workbook has none) and the ledger's
 * own columns where it has them; before them the letters they cite that were entered afterwards. A letter whose matter
 * moved since is refused on applying.
 */
export function planIssue(
  of: Review,
  notices: readonly Notice[],
  office: Office,
  lookedUp: readonly EarlierLetter[] = [],
): Plan {
  const earlier = stillAsked(of, lookedUp);
  const matters = new Map(of.matters.map((matter) => [matter.key, matter]));
  const entered = recordEarlier(of, earlier, office);
  const cells = new Map<string, Change>();
  const touched = new Set<Matter>(earlier.map(({ matter }) => matter));
  const put = (change: Change): void => {
    if (change.kind === 'setCell') cells.set(`${change.cell.sheet}!${change.cell.row},${change.cell.column}`, change);
  };
  entered.ledger.forEach(put);
  for (const notice of notices) {
    for (const { key } of notice.matters) {
      const matter = matters.get(key);
      if (matter === undefined || !matter.distinct) continue;
      ledgerChanges(of, notice, matter).forEach(put);
      touched.add(matter);
    }
  }
  const rows = appendToRegister(of, {
    register: NOTICE_REGISTER,
    headers: REGISTER_HEADERS,
    rows: [...entered.rows, ...notices.map((notice) => registerRow(notice, office.handler))],
    widths: { 事项: 40, 主送单位: 20 },
  });
  return {
    action: 'issueNotices',
    asOf: of.asOf,
    expectations: [
      ...[...touched].flatMap((matter): readonly Expectation[] => identityOf(of, matter)),
      ...rowsExpected(of, earlier),
    ],
    // The register first: a letter without its ledger cell is on record, a ledger cell without its letter is not.
    changes: [...rows, ...numbersFilledIn(of, earlier, rows), ...cells.values()],
  };
}
