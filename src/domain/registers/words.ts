import { foldText } from '../foldText';
import { EVENT_KINDS, NOTICE_FORMS, NOTICE_STATUSES, PROCEEDING_KINDS } from './registers';
import type { EventKind, NoticeForm, NoticeStatus, ProceedingKind } from './registers';

function reader<Key extends string>(
  words: Readonly<Record<Key, string>>,
  others: Readonly<Record<string, Key>>,
): (text: string) => Key | null {
  const known = new Map<string, Key>(Object.entries(others));
  for (const [key, word] of Object.entries(words) as [Key, string][]) known.set(word, key);
  return (text) => known.get(foldText(text)) ?? null;
}

/** 文书 column; null for a word it does not know. */
export const noticeForm: (text: string) => NoticeForm | null = reader(NOTICE_FORMS, {
  交办通知单: 'assignmentNotice',
  催办通知单: 'reminderNotice',
  督办单: 'supervisionOrder',
  督办通知: 'supervisionOrder',
  约谈通知: 'interview',
  约谈通知书: 'interview',
  移交问责: 'referral',
});

/** 状态 column; the blank is 已发. */
export const noticeStatus: (text: string) => NoticeStatus | null = (text) => (text === '' ? 'sent' : statusWord(text));

const statusWord = reader(NOTICE_STATUSES, {
  草稿: 'draft',
  已拟: 'draft',
  已发送: 'sent',
  已发出: 'sent',
  已印发: 'sent',
  已下发: 'sent',
  已送达: 'sent',
  已签收: 'sent',
  已回复: 'sent',
  已作废: 'void',
});

/** 类型 of 办理登记. */
export const proceedingKind: (text: string) => ProceedingKind | null = reader(PROCEEDING_KINDS, {
  进展情况: 'progress',
  进展反馈: 'progress',
  情况说明: 'explanation',
  延期申请: 'extension',
  退回重报: 'returned',
  已办结: 'closed',
  已销号: 'struckOff',
  暂缓办理: 'suspended',
  恢复办理: 'resumed',
});

/** 类型 of 加减分登记. */
export const eventKind: (text: string) => EventKind | null = reader(EVENT_KINDS, {});
