import { addWorkingDaysOf } from '../office/officeSettings';
import type { CivilDate } from '../../domain/calendar/civilDate';
import { draftInPortions, type DraftOutcome } from '../../domain/notices/draft';
import type { Matter } from '../../domain/matter';
import type { EarlierLetter } from '../../domain/notices/earlierLetters';
import type { LetterForm, Notice } from '../../domain/notices/notice';
import type { Office } from '../../domain/notices/office';
import { REGISTER_HEADERS, registerRow } from '../../domain/notices/registerRow';
import type { Change, Plan } from '../../domain/plan';
import { atOnce, filter, forEach, map, type InPortions } from '../../domain/portions';
import { historyOf } from '../../domain/registers/history';
import type { NoticeForm } from '../../domain/registers/registers';
import { identityOf } from '../ledger/identity';
import {
  entriesEntered,
  numbersFilledIn,
  recordEarlier,
  rowsExpected,
  stillAsked,
  withAllEarlier,
} from './earlierLetters';
import { isRegisterUnread, NOTICE_REGISTER, noticeRegister, numbersUnread } from './lettersOnRecord';
import { ledgerChanges } from './noticeLedgerCells';
import { appendToRegister, firstFreeColumn, withDrawn } from '../registers/registerRows';
import { mattersByKey } from '../reading/mattersByKey';
import type { Review } from '../reading/review';

const REGISTER_WIDTHS = { 事项: 40, 主送单位: 20 } as const;

/**
 * What 文书登记簿 needs before rows can be held in it: the sheet with its header, where that plan makes it; else the
 * columns 状态 and 备注 it lacks.
 */
export function planNoticeRegister(of: Review, { asOf, changes }: Plan): Plan {
  const made = changes.flatMap((change): readonly Change[] =>
    change.kind === 'addSheet' && change.name === NOTICE_REGISTER
      ? [{ ...change, content: { ...change.content, rows: change.content.rows.slice(0, 1) } }]
      : [],
  );
  const plan: Plan = { action: 'register', asOf, expectations: [], changes: made };
  const register = noticeRegister(of);
  if (made.length > 0 || register === null) return plan;
  const { sheet, layout } = register;
  const free = firstFreeColumn(sheet, layout);
  const missing = (['文书', '编号', '状态', '备注'] as const).filter((header) => !layout.columns.has(header));
  const headers = missing.map((after, index): Change => ({
    kind: 'setCell',
    cell: { sheet: sheet.name, row: layout.headerRow, column: free + index },
    before: '',
    after,
  }));
  return { ...plan, changes: headers };
}

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
export const draftLetters = (of: Review, request: IssueRequest): DraftOutcome => atOnce(lettersInPortions(of, request));

export function* lettersInPortions(
  of: Review,
  { matters: keys, earlier = [], ...rest }: IssueRequest,
): InPortions<DraftOutcome> {
  const entered = stillAsked(of, earlier);
  const histories = withAllEarlier(of, entered);
  const chosen = keys === null ? of.assessments : yield* filter(of.assessments, ({ matter }) => keys.has(matter.key));
  const matters = yield* map(chosen, (assessment) => ({
    assessment,
    history: historyOf(histories, assessment.matter),
  }));
  return yield* draftInPortions({
    ...rest,
    matters,
    ruleSet: of.ruleSet,
    register: [...(of.registers.notices ?? []), ...entriesEntered(of, entered)],
    registerUnread: isRegisterUnread(of),
    workingDay: addWorkingDaysOf(of.calendar),
    takenElsewhere: yield* numbersElsewhere(of),
  });
}

/** Numbers that the ledgers' own columns hold and those of register rows that could not be read, by form. */
export function* numbersElsewhere(of: Review): InPortions<Readonly<Partial<Record<NoticeForm, readonly string[]>>>> {
  const unread = numbersUnread(of);
  const numbers = {
    reminderNotice: [] as string[],
    supervisionOrder: [] as string[],
    assignmentNotice: [] as string[],
  };
  yield* forEach(of.matters, ({ reminderNo, orderNo, assignmentNo }) => {
    if (reminderNo !== null) numbers.reminderNotice.push(reminderNo);
    if (orderNo !== null) numbers.supervisionOrder.push(orderNo);
    if (assignmentNo !== null) numbers.assignmentNotice.push(assignmentNo);
  });
  for (const form of ['reminderNotice', 'supervisionOrder', 'assignmentNotice'] as const) {
    for (const number of unread[form] ?? []) numbers[form].push(number);
  }
  return { ...unread, ...numbers };
}

/**
 * The plan that puts letters on record: their rows in 文书登记簿 (made where the workbook has none) and the ledger's
 * own columns where it has them; before them the letters they cite that were entered afterwards. A letter whose matter
 * moved since is refused on applying.
 */
export const planIssue = (...asked: Parameters<typeof issueInPortions>): Plan => atOnce(issueInPortions(...asked));

export function* issueInPortions(
  of: Review,
  notices: readonly Notice[],
  office: Office,
  lookedUp: readonly EarlierLetter[] = [],
): InPortions<Plan> {
  const earlier = stillAsked(of, lookedUp);
  const matters = mattersByKey(of);
  const entered = recordEarlier(of, earlier, office);
  const cells = new Map<string, Change>();
  const touched = new Set<Matter>(earlier.map(({ matter }) => matter));
  const put = (change: Change): void => {
    if (change.kind === 'setCell') cells.set(`${change.cell.sheet}!${change.cell.row},${change.cell.column}`, change);
  };
  entered.ledger.forEach(put);
  yield* forEach(notices, (notice) => {
    for (const { key } of notice.matters) {
      const matter = matters.get(key);
      if (matter === undefined || !matter.distinct) continue;
      ledgerChanges(of, notice, matter).forEach(put);
      touched.add(matter);
    }
  });
  const rows = yield* map(notices, (notice) => registerRow(notice, office.handler));
  const appended = appendToRegister(of, {
    register: NOTICE_REGISTER,
    headers: REGISTER_HEADERS,
    rows: [...entered.rows, ...rows],
    widths: REGISTER_WIDTHS,
  });
  const recorded = withDrawn(appended, of, NOTICE_REGISTER);
  const identities = yield* map([...touched], (matter) => identityOf(of, matter));
  return {
    action: 'issueNotices',
    asOf: of.asOf,
    expectations: [...identities.flat(), ...rowsExpected(of, earlier)],
    // The register first: a letter without its ledger cell is on record, a ledger cell without its letter is not.
    changes: [...recorded, ...numbersFilledIn(of, earlier, recorded), ...cells.values()],
  };
}
