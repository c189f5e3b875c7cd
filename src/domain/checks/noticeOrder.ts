import type { Finding } from '../finding';
import { findingOf } from '../findingLevels';
import type { NoticeEntry, NoticeForm } from '../registers/registers';
import type { Ladder } from '../ruleSet';
import { isSent } from '../stage';
import { NOTHING, type CheckContext, type MatterCheck, type Subject } from './checkContext';

const ASSIGNING: readonly NoticeForm[] = ['assignmentNotice', 'supervisionNotice'];
const REMINDING: readonly NoticeForm[] = ['reminderNotice', 'supervisionReminder'];

const sent = ({ history }: Subject, { asOf }: CheckContext, forms: readonly NoticeForm[]): readonly NoticeEntry[] =>
  (history?.notices ?? []).filter((notice) => forms.includes(notice.form) && isSent(notice, asOf));

const onRecord = ({ history }: Subject): boolean => history !== null && history.notices.length > 0;

/** The ladder sends reminders to matters that were assigned. */
const reminds = (ladder: Ladder): boolean => ladder.steps.some((step) => step.step === 'reminderNotice');

/** The ladder gives the supervision order only after a reminder (003). */
const ordersAfterReminder = (ladder: Ladder): boolean =>
  reminds(ladder) && ladder.steps.some((step) => step.step === 'supervisionOrder' && !step.at.includes('assigned'));

/** A 催办单 with no 交办单 before it on record, neither in the register nor in the ledger. */
export const reminderWithoutAssignment: MatterCheck = (subject, context) => {
  if (!onRecord(subject) || subject.matter.assignmentNo !== null || !reminds(context.ruleSet.ladder)) return NOTHING;
  const assignments = sent(subject, context, ASSIGNING);
  return firstWithout(subject, sent(subject, context, REMINDING), assignments, 'reminder-without-assignment');
};

/** A 督办通知单 with no 催办单 before it on record. */
export const orderWithoutReminder: MatterCheck = (subject, context) => {
  if (!onRecord(subject) || !ordersAfterReminder(context.ruleSet.ladder)) return NOTHING;
  const reminders = sent(subject, context, REMINDING);
  return firstWithout(subject, sent(subject, context, ['supervisionOrder']), reminders, 'order-without-reminder');
};

function firstWithout(
  { matter }: Subject,
  notices: readonly NoticeEntry[],
  before: readonly NoticeEntry[],
  code: 'reminder-without-assignment' | 'order-without-reminder',
): readonly Finding[] {
  const rows = new Set<number>();
  return notices.flatMap((notice) => {
    if (rows.has(notice.cell.row) || before.some((earlier) => earlier.date <= notice.date)) return [];
    rows.add(notice.cell.row);
    const facts = { number: notice.number ?? '', date: notice.date };
    return [findingOf(code, notice.cell, facts, { matter: matter.key })];
  });
}
