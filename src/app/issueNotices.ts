import { addWorkingDaysOf } from './officeSettings';
import type { CivilDate } from '../domain/calendar/civilDate';
import { draftNotices, type DraftOutcome } from '../domain/notices/draft';
import type { Matter } from '../domain/matter';
import { LETTER_FORMS, stepOfForm, type LetterForm, type Notice } from '../domain/notices/notice';
import type { Office } from '../domain/notices/office';
import { REGISTER_HEADERS, registerRow } from '../domain/notices/registerRow';
import type { Change, Expectation, Plan } from '../domain/plan';
import type { NoticeForm } from '../domain/registers/registers';
import { identityOf } from './identity';
import { lettersOnRecord } from './lettersOnRecord';
import { ledgerChanges } from './noticeLedgerCells';
import { appendToRegister } from './registerRows';
import { reprintLetters } from './reprintLetters';
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
    takenElsewhere: numbersInLedgers(of),
  });
}

/** Numbers the ledgers' own columns hold, by form. */
export const numbersInLedgers = (of: Review): Readonly<Partial<Record<NoticeForm, readonly string[]>>> => ({
  reminderNotice: of.matters.flatMap(({ reminderNo }) => reminderNo ?? []),
  supervisionOrder: of.matters.flatMap(({ orderNo }) => orderNo ?? []),
  assignmentNotice: of.matters.flatMap(({ assignmentNo }) => assignmentNo ?? []),
});

/** Letters to be written, and those an earlier run of the same day has on record already. */
export interface PreparedLetters extends DraftOutcome {
  /** Made again from their rows under their own numbers: a run that stopped after its record is completed by them. */
  readonly again: readonly Notice[];
}

/**
 * Drafts letters as `draftLetters` does, and finds the rows that this request has put on record before: of the same day,
 * form and status, on the matters asked for. Those are made again, not numbered again, and are no refusals.
 */
export function prepareLetters(of: Review, request: IssueRequest): PreparedLetters {
  const drafted = draftLetters(of, request);
  const wanted = (form: NoticeForm): boolean =>
    request.form === 'due' ? STEP_FORMS.some((own) => own === form) : form === request.form;
  const earlier = lettersOnRecord(of).filter(
    ({ form, date, status, matters }) =>
      wanted(form) &&
      date === request.issuedOn &&
      status === request.status &&
      matters.length > 0 &&
      (request.matters === null || matters.every(({ key }) => request.matters?.has(key) === true)),
  );
  const { notices: again } = reprintLetters(of, earlier, request.office);
  const served = new Set(
    again.flatMap(({ form, unit, matters }) => matters.map(({ key }) => `${form} ${unit} ${key}`)),
  );
  const refusals = drafted.refusals.filter(({ form, unit, matter }) => !served.has(`${form} ${unit ?? ''} ${matter}`));
  return { ...drafted, refusals, again };
}

/** Forms that carry out a step of a ladder. */
const STEP_FORMS = LETTER_FORMS.filter((form) => stepOfForm(form) !== null);

/**
 * The plan that puts letters on record: their rows in 文书登记簿 (made where the workbook has none) and the ledger's
 * own columns where it has them. A letter whose matter moved since is refused on applying. `again`: letters of an earlier
 * run that are on record; their columns are filled where that run left them blank.
 */
export function planIssue(of: Review, notices: readonly Notice[], office: Office, again: readonly Notice[] = []): Plan {
  const matters = new Map(of.matters.map((matter) => [matter.key, matter]));
  const written = [...again, ...notices].flatMap((notice) =>
    notice.matters.flatMap(({ key }) => {
      const matter = matters.get(key);
      return matter === undefined || !matter.distinct ? [] : [{ notice, matter }];
    }),
  );
  const earlier = new Set(again);
  const cells = new Map<string, Change>();
  const touched = new Set<Matter>();
  for (const { notice, matter } of written) {
    for (const change of ledgerChanges(of, notice, matter)) {
      if (change.kind !== 'setCell' || (earlier.has(notice) && change.before !== '')) continue;
      cells.set(`${change.cell.sheet}!${change.cell.row},${change.cell.column}`, change);
      touched.add(matter);
    }
  }
  for (const { notice, matter } of written) if (!earlier.has(notice)) touched.add(matter);
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
