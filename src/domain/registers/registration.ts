import type { CivilDate } from '../calendar/civilDate';
import { chineseDate } from '../scoring/wording';
import type { Proceeding } from './registers';

/** How a matter was taken up (000 三(一): 提出办理意见，送领导审批后立项). */
export interface RegistrationApproval {
  /** 拟办意见. */
  readonly opinion: string;
  /** 审批人. */
  readonly approver: string;
  /** 审批日期. */
  readonly approvedOn: CivilDate;
}

const OPENING = '立项：';

/**
 * 立项 as 办理登记 keeps it. Reading: the closed list of 类型 has no 立项, so it stands as 进展 whose 内容 begins with
 * 立项：; such a row is no report of the unit (it neither starts the month without progress nor counts as a report).
 */
export function registrationContent({ opinion, approver, approvedOn }: RegistrationApproval): string {
  const words = opinion.trim() === '' ? [] : [`拟办意见：${opinion.trim()}`];
  return `${OPENING}${[...words, `审批人：${approver.trim()}`, `审批日期：${chineseDate(approvedOn)}`].join('；')}`;
}

/** A row of 办理登记 that records 立项, and no report. */
export const isRegistration = ({ kind, content }: Pick<Proceeding, 'kind' | 'content'>): boolean =>
  kind === 'progress' && content.startsWith(OPENING);
