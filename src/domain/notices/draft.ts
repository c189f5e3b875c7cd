import { addDays } from '../calendar/civilDate';
import type { CivilDate } from '../calendar/civilDate';
import type { Finding } from '../finding';
import { atOnce, forEach, type InPortions } from '../portions';
import type { NoticeEntry, NoticeForm, NoticeStatus } from '../registers/registers';
import { NOTICE_FORMS } from '../registers/registers';
import type { RuleSet } from '../ruleSet';
import { previousOf } from './chain';
import { noticeFields } from './fields';
import type { MatterAtDate } from './fields';
import { formDue, guardLetter } from './guard';
import type { Refusal } from './guard';
import type { LetterForm, Notice, NoticeMatter } from './notice';
import { numberSource } from './numbering';
import type { Office } from './office';

export interface DraftRequest {
  /** A form chosen by the clerk, or `due`: each matter's own next step. */
  readonly form: LetterForm | 'due';
  /** In ledger order; letters come out in it. */
  readonly matters: readonly MatterAtDate[];
  readonly ruleSet: RuleSet;
  /** The whole 文书登记簿, later rows than `issuedOn` included: they hold numbers too. */
  readonly register: readonly NoticeEntry[];
  /** The register holds rows that could not be read for want of a column: nothing is drafted past them. */
  readonly registerUnread?: boolean;
  readonly issuedOn: CivilDate;
  readonly office: Office;
  readonly grouping: 'perMatter' | 'perUnit';
  readonly status: Extract<NoticeStatus, 'draft' | 'sent'>;
  /** Reasons given against an overridable refusal, by matter key. */
  readonly overrides?: ReadonlyMap<string, string>;
  /** Numbers the ledger's own columns hold without a register row, by form: stepped over. */
  readonly takenElsewhere?: Readonly<Partial<Record<NoticeForm, readonly string[]>>>;
  /** The last day of a limit of working days; needed where the office counts 答复期限 in them. */
  readonly workingDay?: (from: CivilDate, days: number) => CivilDate;
}

export interface DraftOutcome {
  readonly notices: readonly Notice[];
  readonly refusals: readonly Refusal[];
  /** `notice-previous-missing`, at the matter's title cell. */
  readonly findings: readonly Finding[];
}

interface Letter {
  readonly form: LetterForm;
  readonly unit: string;
  readonly matters: MatterAtDate[];
  readonly reasons: string[];
}

/**
 * Letters for the matters given: one per matter and addressee, or one per addressee and ledger. Numbers follow the register's
 * sequences; nothing is written. Classified matters and those the ladder gives no letter for are refused, as data.
 */
export const draftNotices = (request: DraftRequest): DraftOutcome => atOnce(draftInPortions(request));

export function* draftInPortions(request: DraftRequest): InPortions<DraftOutcome> {
  const { letters, refusals } = yield* collect(request);
  const numbers = numberSource(
    request.register,
    request.issuedOn,
    { withOrdinal: request.office.numberWithOrdinal, digits: request.office.numberDigits },
    request.takenElsewhere,
  );
  const ladderReminds = request.ruleSet.ladder.steps.some((step) => step.step === 'reminderNotice');
  const drafted: ReturnType<typeof noticeOf>[] = [];
  for (const letter of letters) {
    drafted.push(noticeOf(letter, numbers(letter.form), request, ladderReminds));
    // One to a unit may be about hundreds of matters.
    yield;
  }
  return {
    notices: drafted.map(({ notice }) => notice),
    refusals,
    findings: drafted.flatMap(({ findings }) => findings),
  };
}

function* collect(request: DraftRequest): InPortions<{ letters: Letter[]; refusals: Refusal[] }> {
  const letters = new Map<string, Letter>();
  const refusals: Refusal[] = [];
  yield* forEach(request.matters, (matter) => {
    const { assessment, history } = matter;
    const { key, leadUnits } = assessment.matter;
    const form = request.form === 'due' ? dueOrLeftOver(matter, request) : request.form;
    if (form === null) return;
    const refuse = (unit: string | null, refusal: Pick<Refusal, 'reason' | 'overridable'>): void => {
      refusals.push({ form, matter: key, unit, ...refusal });
    };
    if (assessment.matter.classified) {
      refuse(null, { reason: { code: 'classified' }, overridable: false });
      return;
    }
    if (request.registerUnread === true) {
      refuse(null, { reason: { code: 'registerUnread' }, overridable: false });
      return;
    }
    if (leadUnits.length === 0) refuse(null, { reason: { code: 'noAddressee' }, overridable: false });
    for (const { unit } of leadUnits) {
      const refusal = guardLetter(form, unit, assessment, history, request.ruleSet, request.issuedOn);
      const reason = request.overrides?.get(key)?.trim() ?? '';
      if (refusal !== null && !(refusal.overridable && reason !== '')) {
        refuse(unit, refusal);
        continue;
      }
      const apart = request.grouping === 'perUnit' ? assessment.matter.sheet : key;
      const group = `${form}\u0000${unit}\u0000${apart}`;
      const letter = letters.get(group) ?? { form, unit, matters: [], reasons: [] };
      letter.matters.push(matter);
      if (refusal !== null) letter.reasons.push(reason);
      letters.set(group, letter);
    }
  });
  return { letters: [...letters.values()], refusals };
}

/** The form due; or, for a matter of several leads, the form this day's run gave to some of them only. */
function dueOrLeftOver({ assessment, history }: MatterAtDate, request: DraftRequest): LetterForm | null {
  const due = formDue(assessment, request.ruleSet);
  if (due !== null || assessment.nextStep !== null || assessment.matter.leadUnits.length < 2) return due;
  const today = history.notices.filter((n) => n.date === request.issuedOn && n.status === 'sent');
  const form = today.at(-1)?.form;
  if (form !== 'reminderNotice' && form !== 'supervisionOrder' && form !== 'supervisionLetter') return null;
  const served = new Set(today.filter((n) => n.form === form).map((n) => n.unit));
  return assessment.matter.leadUnits.every(({ unit }) => served.has(unit)) ? null : form;
}

function noticeOf(
  letter: Letter,
  number: string,
  request: DraftRequest,
  ladderReminds: boolean,
): { readonly notice: Notice; readonly findings: readonly Finding[] } {
  const { form, unit } = letter;
  const { issuedOn, office, ruleSet } = request;
  const reply = replyLimit(form, letter.matters, request);
  const citations = letter.matters.map(({ history }) => previousOf(form, history, unit, ladderReminds));
  const cited = [...new Set(citations.flatMap((c) => (c === 'missing' || c === 'unneeded' ? [] : [c.number])))];
  const findings = letter.matters.flatMap(({ assessment }, index): Finding[] => {
    if (citations[index] !== 'missing') return [];
    const { matter } = assessment;
    const cell = matter.cells['title'] ?? { sheet: matter.sheet, row: matter.row, column: 0 };
    const facts = { form: NOTICE_FORMS[form], number, unit, previous: NOTICE_FORMS[formBefore(form)] };
    return [{ code: 'notice-previous-missing', level: 'warning', cell, matter: matter.key, facts }];
  });
  return {
    notice: {
      form,
      number,
      unit,
      matters: letter.matters.map(identity),
      issuedOn,
      replyDue: reply,
      previous: cited.length === 0 ? null : cited.join('、'),
      status: request.status,
      overrideReason: letter.reasons.length === 0 ? null : [...new Set(letter.reasons)].join('；'),
      fields: noticeFields({
        form,
        unit,
        matters: letter.matters,
        issuedOn,
        replyDue: reply,
        replyDays: replyDaysOf(form, { office, ruleSet }),
        ladderReminds,
      }),
    },
    findings,
  };
}

/** The form that one of the chain cites (003's forms among themselves, and 000's). */
function formBefore(form: LetterForm): NoticeForm {
  if (form === 'supervisionOrder') return 'reminderNotice';
  return form === 'supervisionReminder' ? 'supervisionNotice' : 'assignmentNotice';
}

/** Forms that assign: their 答复期限 is the matter's own deadline. */
export const assigns = (form: LetterForm): boolean => form === 'assignmentNotice' || form === 'supervisionNotice';

/** What stands before 日内 in a letter, `3` or `3个工作`; '' for a letter that assigns. */
export function replyDaysOf(form: LetterForm, { office, ruleSet }: Pick<DraftRequest, 'office' | 'ruleSet'>): string {
  if (assigns(form)) return '';
  return `${office.replyDays ?? ruleSet.ladder.replyDays}${office.replyUnit === 'working' ? '个工作' : ''}`;
}

/** 答复期限: of a letter that assigns, the matters' own deadline where they share one; else the days the ladder gives. */
export function replyLimit(
  form: LetterForm,
  matters: readonly MatterAtDate[],
  { issuedOn, office, ruleSet, workingDay }: Pick<DraftRequest, 'issuedOn' | 'office' | 'ruleSet' | 'workingDay'>,
): CivilDate | null {
  if (assigns(form)) {
    const deadlines = matters.map(({ assessment: { deadline } }) => (deadline.kind === 'date' ? deadline.date : null));
    const first = deadlines[0] ?? null;
    return deadlines.every((date) => date === first) ? first : null;
  }
  const days = office.replyDays ?? ruleSet.ladder.replyDays;
  return office.replyUnit === 'working' && workingDay ? workingDay(issuedOn, days) : addDays(issuedOn, days);
}

/** What a letter keeps of a matter. */
export function identity({ assessment: { matter } }: MatterAtDate): NoticeMatter {
  return { key: matter.key, sheet: matter.sheet, row: matter.row, id: matter.id, title: matter.title ?? '' };
}
