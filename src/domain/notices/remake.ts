import { daysBetween, type CivilDate } from '../calendar/civilDate';
import { NOTICE_FORMS } from '../registers/registers';
import type { NoticeEntry } from '../registers/registers';
import type { RuleSet } from '../ruleSet';
import { noticeFields, type MatterAtDate } from './fields';
import type { LetterForm, Notice } from './notice';
import { identity, replyDaysOf, replyLimit } from './draft';
import type { Office } from './office';

export interface RemakeRequest {
  /** The register row; several addressees of one row are one letter, their names joined in `unit`. */
  readonly entry: NoticeEntry & { readonly form: LetterForm; readonly number: string };
  readonly unit: string;
  /** The row's matters as they stood on the day of the letter, the letter itself aside. */
  readonly matters: readonly MatterAtDate[];
  readonly ruleSet: RuleSet;
  readonly office: Office;
  readonly workingDay?: (from: CivilDate, days: number) => CivilDate;
}

/**
 * A letter on record made again (补打): number, date, limit and citation are the register's, the rest is worked out from
 * the ledger as on the day of the letter. The same row and ledger give the same words.
 */
export function remakeNotice({ entry, unit, matters, ruleSet, office, workingDay }: RemakeRequest): Notice {
  const { form, number, date, replyDue, previous, status } = entry;
  const ladderReminds = ruleSet.ladder.steps.some(({ step }) => step === 'reminderNotice');
  const usual = replyLimit(form, matters, { issuedOn: date, office, ruleSet, ...(workingDay ? { workingDay } : {}) });
  const days = replyDaysOf(form, { office, ruleSet });
  // A limit changed by hand in the register: the days printed follow it.
  const shown = days === '' || replyDue === null || replyDue === usual ? days : String(daysBetween(date, replyDue));
  return {
    form,
    number,
    unit,
    matters: matters.map(identity),
    issuedOn: date,
    replyDue,
    previous,
    status,
    overrideReason: null,
    fields: noticeFields({ form, unit, matters, issuedOn: date, replyDue, replyDays: shown, ladderReminds }),
  };
}

/** Whether a register row is a letter that can be made again: a form with a number. */
export const isLetterEntry = (entry: NoticeEntry): entry is RemakeRequest['entry'] =>
  entry.form !== 'interview' && entry.form !== 'referral' && entry.number !== null;

/** `催办单〔2026〕12号`, of a row without a number its form and unit. */
export const letterName = ({ form, number, unit }: Pick<NoticeEntry, 'form' | 'number' | 'unit'>): string =>
  `${NOTICE_FORMS[form]}${number ?? `（${unit}）`}`;
