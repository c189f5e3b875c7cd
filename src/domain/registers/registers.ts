import type { CivilDate } from '../calendar/civilDate';
import type { CellRef } from '../cell';

/** Forms of 文书登记簿. 约谈 and 移交 carry no number. */
export const NOTICE_FORMS = {
  assignmentNotice: '交办单',
  reminderNotice: '催办单',
  supervisionOrder: '督办通知单',
  supervisionNotice: '督查通知单',
  supervisionReminder: '督查催办单',
  supervisionLetter: '督查通知书',
  interview: '约谈',
  referral: '移交',
} as const;
export type NoticeForm = keyof typeof NOTICE_FORMS;

export const NOTICE_STATUSES = { draft: '拟稿', sent: '已发', void: '作废' } as const;
export type NoticeStatus = keyof typeof NOTICE_STATUSES;

/** Reference to matters as a register row writes it: numbers and title, before it is joined to the ledger. */
export interface MatterReference {
  readonly ledger: string | null;
  readonly ids: readonly string[];
  readonly title: string | null;
}

/** A row of 文书登记簿. Rows whose form or date cannot be read become findings, not entries. */
export interface NoticeEntry {
  /** Its 编号; the first column where the sheet has none. */
  readonly cell: CellRef;
  readonly form: NoticeForm;
  /** `〔2026〕12号` as written; null where blank. */
  readonly number: string | null;
  readonly date: CivilDate;
  readonly unit: string;
  readonly matters: MatterReference;
  readonly replyDue: CivilDate | null;
  readonly previous: string | null;
  readonly status: NoticeStatus;
  readonly signedOn: CivilDate | null;
  readonly repliedOn: CivilDate | null;
  readonly handler: string | null;
  /** 补记: not made here, entered afterwards with the number it had. */
  readonly enteredLater?: true;
}

export const PROCEEDING_KINDS = {
  progress: '进展',
  explanation: '说明',
  extension: '延期',
  returned: '退回',
  phoneReminder: '电话催办',
  onSite: '现场督办',
  closingReport: '报结',
  closed: '办结',
  struckOff: '销号',
  suspended: '暂缓',
  resumed: '恢复',
  rectificationReport: '整改报告',
} as const;
export type ProceedingKind = keyof typeof PROCEEDING_KINDS;

/** A row of 办理登记. */
export interface Proceeding {
  readonly cell: CellRef;
  readonly date: CivilDate;
  readonly matters: MatterReference;
  readonly unit: string | null;
  readonly kind: ProceedingKind;
  readonly content: string;
  readonly newDeadline: CivilDate | null;
  readonly approver: string | null;
  readonly handler: string | null;
}

export const EVENT_KINDS = {
  meetingLate: '会议迟到',
  meetingEarly: '会议早退',
  meetingSubstitute: '替会',
  meetingAbsent: '缺席会议',
  materialLate: '材料未按时报送',
  commendation: '通报表扬',
  criticism: '通报批评',
  noWorkPlan: '无工作方案',
  ledgerIncomplete: '台账不完整',
  reportLate: '未按时报送进展',
  commendedMatter: '表彰加分',
  manual: '其他加减分',
} as const;
export type EventKind = keyof typeof EVENT_KINDS;

/** A row of 加减分登记. */
export interface ScoreEvent {
  readonly cell: CellRef;
  readonly date: CivilDate;
  readonly unit: string;
  readonly kind: EventKind;
  readonly matters: MatterReference;
  /** Read for 其他加减分 only. */
  readonly points: number | null;
  readonly basis: string | null;
  readonly note: string | null;
}

/** A row of 单位名录. */
export interface DirectoryUnit {
  readonly cell: CellRef;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly members: readonly string[];
  readonly group: string | null;
  readonly leader: string | null;
  /** `unknown` where the cell is blank or the column is missing. */
  readonly section:
    { readonly kind: 'named'; readonly name: string } | { readonly kind: 'none' } | { readonly kind: 'unknown' };
  /** Number of officers, null where blank or not a number. */
  readonly officers: number | null;
  /** 参加考核: blank = true. */
  readonly assessed: boolean;
}

/** All registers of a workbook; `null` where the sheet is not there. */
export interface Registers {
  readonly directory: readonly DirectoryUnit[] | null;
  readonly notices: readonly NoticeEntry[] | null;
  readonly proceedings: readonly Proceeding[] | null;
  readonly events: readonly ScoreEvent[] | null;
}
