import type { Assessment, MatterHistory, NextStep } from '../assessment';
import type { CivilDate } from '../calendar/civilDate';
import { titleOf } from '../bulletin/figures';
import { isRegistration } from '../registers/registration';
import { map, type InPortions } from '../portions';
import { STATE_NAMES } from '../stateNames';
import type { ReportColumn } from './reportSheet';

/** A matter and all that is on record of it. */
export interface ReportedMatter {
  readonly assessment: Assessment;
  readonly history: MatterHistory;
}

const STEP_NAMES: Readonly<Record<NextStep, string>> = {
  reminderNotice: '发催办单',
  supervisionOrder: '发督办通知单',
  supervisionLetter: '发督查通知书',
  criticism: '提请通报批评',
  interview: '提请约谈',
  referral: '提请移交',
};

export const LIST_COLUMNS: readonly ReportColumn[] = [
  { head: '序号', width: 6, align: 'center' },
  { head: '编号', width: 7, align: 'center' },
  { head: '督查事项', width: 34 },
  { head: '类别', width: 13 },
  { head: '责任单位', width: 20 },
  { head: '交办日期', width: 12, align: 'center' },
  { head: '办结时限', width: 12, align: 'center' },
  { head: '状态', width: 11, align: 'center' },
  { head: '最近进展', width: 40 },
  { head: '下一步', width: 13 },
];

/** `逾期11天`, `超期办结（3天）`, else the state's name; 退回重报 is said beside it. */
export function standingWords({ state, overdueDays, returned }: Assessment): string {
  const words =
    state === 'overdue'
      ? `逾期${overdueDays}天`
      : state === 'closedLate'
        ? `超期${overdueDays}天办结`
        : STATE_NAMES[state];
  return returned ? `${words}（退回重报）` : words;
}

export const deadlineWords = ({ deadline }: Assessment): string =>
  deadline.kind === 'date' ? deadline.date : deadline.kind === 'recurring' ? '长期' : '';

export function assignedWords({ matter }: Assessment): string {
  const { reading } = matter.assignedOn;
  return reading.kind === 'date' ? reading.date : '';
}

/** The last 进展 or 说明 on record, else the ledger's own cell. */
export function latestWord({ matter }: Assessment, history: MatterHistory, asOf: CivilDate): string {
  const row = history.proceedings.findLast(
    (each) =>
      (each.kind === 'progress' || each.kind === 'explanation') &&
      each.date <= asOf &&
      each.content !== '' &&
      !isRegistration(each),
  );
  return (row?.content ?? matter.progress ?? '').trim();
}

/** Rows of a list in the columns above. */
export const listRows = (
  matters: readonly ReportedMatter[],
  asOf: CivilDate,
): InPortions<readonly (readonly string[])[]> =>
  map(matters, ({ assessment, history }, index) => [
    String(index + 1),
    assessment.matter.id ?? '',
    titleOf(assessment.matter),
    assessment.matter.category ?? '',
    assessment.matter.leadUnits.map(({ unit }) => unit).join('、'),
    assignedWords(assessment),
    deadlineWords(assessment),
    standingWords(assessment),
    latestWord(assessment, history, asOf),
    assessment.nextStep === null ? '' : STEP_NAMES[assessment.nextStep],
  ]);
