import { STAGES, type MatterHistory, type Stage } from './assessment';
import type { CivilDate } from './calendar/civilDate';
import type { NoticeEntry, NoticeForm } from './registers/registers';

/** The stage a sent notice brings a matter to. 督查通知单 (000) assigns; 督查通知书 (004) demands, like 督办. */
const STAGE_OF_FORM: Readonly<Record<NoticeForm, Stage>> = {
  assignmentNotice: 'assigned',
  supervisionNotice: 'assigned',
  reminderNotice: 'reminded',
  supervisionReminder: 'reminded',
  supervisionOrder: 'ordered',
  supervisionLetter: 'ordered',
  interview: 'interviewed',
  referral: 'referred',
};

/** Sent, and dated up to asOf: 拟稿 and 作废 count for nothing. */
export const isSent = (notice: NoticeEntry, asOf: CivilDate): boolean =>
  notice.status === 'sent' && notice.date <= asOf;

/** How far the ladder was climbed by asOf (rules.md §4), from 文书登记簿 only; never falls back. */
export function stageOf(history: MatterHistory, asOf: CivilDate): Stage {
  let highest = 0;
  for (const notice of history.notices) {
    if (isSent(notice, asOf)) highest = Math.max(highest, STAGES.indexOf(STAGE_OF_FORM[notice.form]));
  }
  return STAGES[highest] ?? 'assigned';
}

/** Sent notices that brought the matter to `stage`, by date. */
export const noticesOfStage = (history: MatterHistory, stage: Stage, asOf: CivilDate): readonly NoticeEntry[] =>
  history.notices.filter((notice) => isSent(notice, asOf) && STAGE_OF_FORM[notice.form] === stage);
