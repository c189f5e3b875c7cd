import { daysBetween } from '../calendar/civilDate';
import type { CivilDate } from '../calendar/civilDate';
import type { Assessment, MatterHistory } from '../assessment';
import { assignedOnRecord, assignmentCited, reminderCited } from './chain';
import type { Citation } from './chain';
import { letterDate, letterDateSpan } from './letterDate';
import type { BreakdownRow, LetterForm, NoticeFields } from './notice';

/** A matter with its standing on the day of the letter. */
export interface MatterAtDate {
  readonly assessment: Assessment;
  readonly history: MatterHistory;
}

export interface FieldsRequest {
  readonly form: LetterForm;
  readonly unit: string;
  readonly matters: readonly MatterAtDate[];
  readonly issuedOn: CivilDate;
  readonly replyDue: CivilDate | null;
  readonly replyDays: string;
  readonly ladderReminds: boolean;
}

/** Fills the blanks of a form from the ledger and the registers; what no record holds stays ''. */
export function noticeFields(request: FieldsRequest): NoticeFields {
  const facts = request.matters.map((matter) => factsOf(matter, request));
  const several = facts.length > 1;
  const attached = several || request.form === 'assignmentNotice';
  const titles = facts.map((fact) => fact.row.title);
  return {
    matter: several ? `“${titles[0]}”等${titles.length}项工作（详见附件）` : (titles[0] ?? ''),
    basis: shared(facts.map((fact) => fact.basis)) ?? distinct(facts.map((fact) => fact.basis)).join('、'),
    requirement: same(
      facts.map((fact) => fact.row.requirement),
      several,
    ),
    progress: same(
      facts.map((fact) => fact.progress),
      several,
    ),
    person: distinct(facts.map((fact) => fact.row.person)).join('、'),
    units: distinct(facts.map((fact) => fact.row.units)).join('、'),
    assignedOn: letterDateSpan(facts.flatMap((fact) => (fact.assignedOn === null ? [] : [fact.assignedOn]))),
    assignmentNumber: distinct(facts.map((fact) => fact.assignment?.number ?? '')).join('、'),
    reminderNumber: distinct(facts.map((fact) => fact.reminder?.number ?? '')).join('、'),
    limit: same(
      facts.map((fact) => fact.limit),
      several,
    ),
    limitDays: shared(facts.map((fact) => fact.limitDays)) ?? '',
    deadline: same(
      facts.map((fact) => fact.row.deadline),
      several,
    ),
    overdueDays: range(facts.map((fact) => fact.overdueDays)),
    overdueWhenReminded: range(facts.map((fact) => fact.overdueWhenReminded)),
    replyDays: request.replyDays,
    replyDue: request.replyDue === null ? '' : letterDate(request.replyDue),
    afterReminder: request.ladderReminds,
    repeated: request.matters.some(({ assessment }) => assessment.repeated),
    attachment: attached ? `${several ? '' : bounded(titles[0] ?? '')}工作任务分解台账` : '',
    breakdown: attached ? facts.map((fact) => fact.row) : [],
  };
}

interface MatterFacts {
  readonly row: BreakdownRow;
  readonly basis: string;
  readonly progress: string;
  readonly assignedOn: CivilDate | null;
  readonly assignment: Citation | null;
  readonly reminder: Citation | null;
  readonly limit: string;
  readonly limitDays: string;
  readonly overdueDays: number | null;
  readonly overdueWhenReminded: number | null;
}

function factsOf({ assessment, history }: MatterAtDate, request: FieldsRequest): MatterFacts {
  const { matter, deadline } = assessment;
  const assigning = request.form === 'assignmentNotice' || request.form === 'supervisionNotice';
  const assignment = assigning ? null : assignmentCited(history, request.unit);
  const reminder = request.form === 'supervisionOrder' ? reminderCited(history, request.unit) : null;
  const assignedOn = assigning ? request.issuedOn : assignedOnRecord(history, request.unit);
  const due = deadline.kind === 'date' ? deadline.date : null;
  const remindedOn = reminder?.date ?? null;
  const cited = request.form === 'supervisionOrder' && reminder ? reminder : assignment;
  return {
    row: {
      title: plain(matter.title),
      requirement: plain(matter.requirement),
      units: unitsOf(assessment),
      person: plain(matter.person),
      deadline: due !== null ? letterDate(due) : plain(deadlineText(assessment)),
      previous: cited?.number ?? '',
      overdueDays: assessment.overdueDays > 0 ? String(assessment.overdueDays) : '',
    },
    basis:
      plain(matter.source) || (plain(matter.instructingLeader) === '' ? '' : `${plain(matter.instructingLeader)}批示`),
    progress: plain(matter.progress),
    assignedOn,
    assignment,
    reminder,
    ...limitOf(assessment, assignedOn, due),
    overdueDays: assessment.overdueDays > 0 ? assessment.overdueDays : null,
    overdueWhenReminded: due !== null && remindedOn !== null && remindedOn > due ? daysBetween(due, remindedOn) : null,
  };
}

/** A limit the ledger states in days keeps its own unit; a date becomes natural days from the assignment. */
function limitOf(
  { matter, deadline }: Assessment,
  assignedOn: CivilDate | null,
  due: CivilDate | null,
): { readonly limit: string; readonly limitDays: string } {
  const reading = matter.deadline.reading;
  if (deadline.kind === 'date' && deadline.from === 'days' && reading.kind === 'days') {
    return {
      limit: `${reading.days}${reading.unit === 'working' ? '个工作日' : '天'}`,
      limitDays: String(reading.days),
    };
  }
  if (due === null || assignedOn === null || due < assignedOn) return { limit: '', limitDays: '' };
  const days = String(daysBetween(assignedOn, due));
  return { limit: `${days}天`, limitDays: days };
}

function deadlineText({ matter }: Assessment): string | null {
  const reading = matter.deadline.reading;
  return reading.kind === 'blank' || reading.kind === 'date' ? null : reading.text;
}

function unitsOf({ matter }: Assessment): string {
  const lead = matter.leadUnits.map((mention) => mention.unit).join('、');
  const co = matter.coUnits.map((mention) => mention.unit).join('、');
  return co === '' ? lead : `${lead}（配合：${co}）`;
}

/** A cell's words inside a sentence: no line breaks at the ends, no closing stop. */
const plain = (text: string | null): string => (text ?? '').trim().replace(/[。；;]+$/, '');

/** A title long enough to swell the name of the attachment is left out of it. */
const bounded = (title: string): string => (title.length <= 20 && !/[\r\n]/.test(title) ? title : '');

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)].filter((text) => text !== '');

function shared(texts: readonly string[]): string | null {
  const first = texts[0] ?? '';
  return texts.every((text) => text === first) ? first : null;
}

const same = (texts: readonly string[], several: boolean): string => shared(texts) ?? (several ? '详见附件' : '');

function range(days: readonly (number | null)[]): string {
  const known = days.filter((count): count is number => count !== null);
  if (known.length === 0) return '';
  const least = Math.min(...known);
  const most = Math.max(...known);
  return least === most ? String(least) : `${least}至${most}`;
}
