import type { RuleSetId } from '../ruleSet';
import type { Field } from './fields';

/** A column of a new ledger. */
export interface BlankColumn {
  readonly field: Field;
  readonly header: string;
  /** Characters. */
  readonly width: number;
}

/** A new ledger in a document's manner: the columns its steps need, under the words it uses. */
export interface BlankLedger {
  readonly columns: readonly BlankColumn[];
  /** Offered in the column 类别; empty: the document names none. */
  readonly categories: readonly string[];
}

const column = (field: Field, header: string, width: number): BlankColumn => ({ field, header, width });

const ID = column('id', '序号', 6);
const TITLE = column('title', '督查事项', 36);
const SOURCE = column('source', '任务来源', 16);
const CATEGORY = column('category', '事项类别', 14);
const REQUIREMENT = column('requirement', '工作要求', 24);
const PERSON = column('person', '责任人', 9);
const ASSIGNED = column('assignedOn', '交办日期', 12);
const DEADLINE = column('deadline', '办结时限', 12);
const PROGRESS = column('progress', '进展情况', 28);
const STATUS = column('status', '办理状态', 10);
const CLOSED = column('closedOn', '办结日期', 12);
const EXTENDED = column('extendedTo', '延期至', 12);
const APPROVER = column('extensionApprover', '延期批准人', 11);
const ORDER_NO = column('orderNo', '督办单编号', 13);
const ORDER_ON = column('orderOn', '督办日期', 12);
const LEADER = column('instructingLeader', '批示领导', 10);
const NOTE = column('note', '备注', 16);
const LEAD = column('leadUnit', '责任单位', 16);

/** By rule set. Order and words follow the documents: 003 一 and its attachments, 001 三, 000 四, 002 三 to 五, 004. */
export const BLANK_LEDGERS: Readonly<Record<RuleSetId, BlankLedger>> = {
  'dengzhou-2018': {
    columns: [
      ID,
      TITLE,
      SOURCE,
      REQUIREMENT,
      LEAD,
      PERSON,
      ASSIGNED,
      DEADLINE,
      column('assignmentNo', '交办单编号', 13),
      PROGRESS,
      STATUS,
      CLOSED,
      EXTENDED,
      APPROVER,
      column('reminderNo', '催办单编号', 13),
      column('reminderOn', '催办日期', 12),
      ORDER_NO,
      ORDER_ON,
      NOTE,
    ],
    categories: [],
  },
  'county-2023': {
    columns: [
      ID,
      TITLE,
      CATEGORY,
      column('leadUnit', '牵头单位', 16),
      column('coUnits', '配合单位', 18),
      PERSON,
      ASSIGNED,
      DEADLINE,
      PROGRESS,
      STATUS,
      CLOSED,
      EXTENDED,
      APPROVER,
      ORDER_NO,
      ORDER_ON,
      NOTE,
    ],
    categories: ['政府工作报告', '为民实事', '阶段性重点工作', '会议议定事项', '建议提案', '领导批示件'],
  },
  'bureau-2019': {
    columns: [
      ID,
      TITLE,
      SOURCE,
      LEADER,
      column('leadUnit', '承办部门', 16),
      PERSON,
      ASSIGNED,
      DEADLINE,
      column('leaderDeadline', '领导要求时限', 13),
      PROGRESS,
      STATUS,
      CLOSED,
      column('classification', '密级', 8),
      NOTE,
    ],
    categories: [],
  },
  'liangshan-2010': {
    columns: [
      ID,
      TITLE,
      CATEGORY,
      LEADER,
      column('leadUnit', '主办单位', 16),
      column('coUnits', '协办单位', 18),
      ASSIGNED,
      DEADLINE,
      PROGRESS,
      STATUS,
      CLOSED,
      EXTENDED,
      NOTE,
    ],
    categories: ['领导批示', '领导交办', '会议议定'],
  },
  'shangyu-2016': {
    columns: [
      ID,
      TITLE,
      column('requirement', '工作目标', 24),
      column('leadUnit', '牵头单位', 16),
      column('coUnits', '配合单位', 18),
      PERSON,
      ASSIGNED,
      DEADLINE,
      PROGRESS,
      STATUS,
      CLOSED,
      EXTENDED,
      NOTE,
    ],
    categories: [],
  },
};

/** Fields whose column holds dates. */
export const BLANK_DATE_FIELDS: ReadonlySet<Field> = new Set<Field>([
  'assignedOn',
  'deadline',
  'leaderDeadline',
  'extendedTo',
  'closedOn',
  'reminderOn',
  'orderOn',
]);
