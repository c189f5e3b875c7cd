import type { CivilDate } from '../calendar/civilDate';
import type { NextStep } from '../assessment';
import type { RuleSet } from '../ruleSet';
import { NOTICE_FORMS } from '../registers/registers';
import type { NoticeForm, NoticeStatus } from '../registers/registers';

/** Forms that are letters; 约谈 and 移交 are proposals to leaders and carry none. */
export type LetterForm = Exclude<NoticeForm, 'interview' | 'referral'>;

export const LETTER_FORMS = (Object.keys(NOTICE_FORMS) as NoticeForm[]).filter(
  (form): form is LetterForm => form !== 'interview' && form !== 'referral',
);

/** Full names as the headings of the forms print them, after the issuing body. */
export const LETTER_TITLES: Readonly<Record<LetterForm, string>> = {
  assignmentNotice: '工作交办单',
  reminderNotice: '工作催办单',
  supervisionOrder: '督办通知单',
  supervisionNotice: '督查通知单',
  supervisionReminder: '督查催办单',
  supervisionLetter: '督查通知书',
};

/** The matter a letter is about, by identity. */
export interface NoticeMatter {
  readonly key: string;
  readonly sheet: string;
  /** First row, from 0. */
  readonly row: number;
  /** The ledger's number, null where it has none. */
  readonly id: string | null;
  readonly title: string;
}

/** One row of the attached 工作任务分解台账; text as printed, '' where the ledger is blank. */
export interface BreakdownRow {
  readonly title: string;
  readonly requirement: string;
  readonly units: string;
  readonly person: string;
  readonly deadline: string;
  readonly previous: string;
  readonly overdueDays: string;
}

/** What the blanks of a form are filled with; '' is a blank left open. */
export interface NoticeFields {
  readonly matter: string;
  readonly basis: string;
  readonly requirement: string;
  readonly progress: string;
  readonly person: string;
  readonly units: string;
  /** `2026年3月2日`, of several matters `2026年3月2日至4月7日`. */
  readonly assignedOn: string;
  /** Number of the 交办单 cited, or the number of the document that assigned the matter. */
  readonly assignmentNumber: string;
  readonly reminderNumber: string;
  /** `20天`, `15个工作日`, `详见附件`. */
  readonly limit: string;
  /** Days alone, as the 交办单 prints them. */
  readonly limitDays: string;
  readonly deadline: string;
  readonly overdueDays: string;
  /** Days overdue on the day the 催办单 went out. */
  readonly overdueWhenReminded: string;
  readonly replyDays: string;
  readonly replyDue: string;
  /** The rule set's ladder has a 催办 before the 督办 (003); else the order cites none (001). */
  readonly afterReminder: boolean;
  /** 再次下达 (001). */
  readonly repeated: boolean;
  /** `XX工作任务分解台账`; '' where nothing is attached. */
  readonly attachment: string;
  readonly breakdown: readonly BreakdownRow[];
}

/** A letter: what it says, its number and its place in the chain. One register row records it. */
export interface Notice {
  readonly form: LetterForm;
  readonly number: string;
  readonly unit: string;
  readonly matters: readonly NoticeMatter[];
  readonly issuedOn: CivilDate;
  readonly replyDue: CivilDate | null;
  /** Number of the letter before it in the chain, null where none is on record. */
  readonly previous: string | null;
  readonly status: NoticeStatus;
  /** Why it was given against the guard; null where the ladder asked for it. */
  readonly overrideReason: string | null;
  readonly fields: NoticeFields;
}

/** The form that carries out a step; null where a step is no letter (criticism) or only a proposal to leaders. */
export function formOfStep(step: NextStep, ruleSet: Pick<RuleSet, 'id'>): LetterForm | null {
  switch (step) {
    case 'reminderNotice':
      // 000 四(三) names its own form, 政务督查催办单.
      return ruleSet.id === 'bureau-2019' ? 'supervisionReminder' : 'reminderNotice';
    case 'supervisionOrder':
      return 'supervisionOrder';
    case 'supervisionLetter':
      return 'supervisionLetter';
    case 'criticism':
    case 'interview':
    case 'referral':
      return null;
  }
}

/** The ladder step a form carries out; null for the forms that assign. */
export function stepOfForm(form: LetterForm): NextStep | null {
  switch (form) {
    case 'reminderNotice':
    case 'supervisionReminder':
      return 'reminderNotice';
    case 'supervisionOrder':
      return 'supervisionOrder';
    case 'supervisionLetter':
      return 'supervisionLetter';
    case 'assignmentNotice':
    case 'supervisionNotice':
      return null;
  }
}
