import type { Assessment, MatterHistory } from '../assessment';
import type { CivilDate } from '../calendar/civilDate';
import { explained, extensionApplied } from '../extension';
import { filter, map, type InPortions } from '../portions';
import { isRegistration } from '../registers/registration';
import type { ProceedingKind } from '../registers/registers';
import { chineseDate, matterName } from '../scoring/wording';
import { entryOf, historyOf, listed, type Listed, type ListEntry, type ListInput } from './listing';

const NO_PROCEEDINGS = '本文件没有办理登记，是否说明过原因无从核对。';

/** 逾期31天，时限2026年9月30日 */
const lateness = ({ deadline, overdueDays }: Assessment): string =>
  deadline.kind === 'date' ? `时限${chineseDate(deadline.date)}，逾期${overdueDays}天` : '';

const lateOnes = ({ assessments }: ListInput): InPortions<readonly Assessment[]> =>
  filter(assessments, ({ state }) => state === 'overdue');

const late = (assessment: Assessment, said: string): ListEntry =>
  entryOf(assessment, {
    message: `${matterName(assessment.matter)}，${lateness(assessment)}${said}`,
    ...(assessment.deadline.kind === 'date' ? { date: assessment.deadline.date } : {}),
    weight: assessment.overdueDays,
  });

const hasReason = (input: ListInput, assessment: Assessment): boolean => {
  const history = historyOf(input, assessment);
  return explained(history, input.asOf) || extensionApplied(history, input.asOf);
};

const withoutReasons = ({ registers }: ListInput): string | null =>
  registers.proceedings === null ? NO_PROCEEDINGS : null;

export function* notClosed(input: ListInput): InPortions<Listed> {
  return listed(yield* map(yield* lateOnes(input), (each) => late(each, '未办结')));
}

/** Lines for late matters without a reason on record. */
function* unexplained(input: ListInput, lineOf: (each: Assessment) => ListEntry): InPortions<Listed> {
  const open = yield* filter(yield* lateOnes(input), (each) => !hasReason(input, each));
  return listed(yield* map(open, lineOf), withoutReasons(input));
}

/** 000 六, 004 二(一): overdue, no 说明 and no applied extension by asOf. */
export const notExplained = (input: ListInput): InPortions<Listed> =>
  unexplained(input, (each) => late(each, '，没有说明、延期申请在案'));

/** 002 四(二): 未办结 or 未反馈 and no reason on record; whether a reason is good is for people. */
export const noReason = (input: ListInput): InPortions<Listed> =>
  unexplained(input, (each) =>
    late(each, `未办结${feedbackOf(input, each) === 'none' ? '、未反馈' : ''}，没有说明、延期申请在案`),
  );

/** Overdue with the reason on record: the last 说明 or 延期 by asOf. */
export function* explainedLate(input: ListInput): InPortions<Listed> {
  const lines = yield* map(yield* lateOnes(input), (each): readonly ListEntry[] => {
    const row = historyOf(input, each).proceedings.findLast(
      ({ kind, date }) => (kind === 'explanation' || kind === 'extension') && date <= input.asOf,
    );
    if (row === undefined) return [];
    const reason = each.matter.classified || row.content.trim() === '' ? '' : `：${row.content.trim()}`;
    const deed = row.kind === 'explanation' ? '说明' : '申请延期';
    return [
      {
        ...late(each, `；${chineseDate(row.date)}${deed}${reason}`),
        date: row.date,
        cell: row.cell,
      },
    ];
  });
  return listed(lines.flat(), withoutReasons(input));
}

/** 002 四(二): past the limit and not a word on record; closing on record is a word too. */
export function* noFeedback(input: ListInput): InPortions<Listed> {
  const silent = yield* map(yield* lateOnes(input), (each) => ({ each, feedback: feedbackOf(input, each) }));
  const untold = silent.filter(({ feedback }) => feedback === 'untold').length;
  const none = silent.filter(({ feedback }) => feedback === 'none');
  return listed(
    yield* map(none, ({ each }) => late(each, '，没有进展、说明、报结在案')),
    untold === 0 ? null : `有${untold}件逾期事项的台账没有进展、报送日期栏，也没有办理登记，是否反馈过无从核对。`,
  );
}

const FEEDBACK: ReadonlySet<ProceedingKind> = new Set([
  'progress',
  'explanation',
  'extension',
  'closingReport',
  'closed',
  'struckOff',
]);

/** `untold`: nowhere in the workbook could a report stand. */
function feedbackOf(input: ListInput, assessment: Assessment): 'given' | 'none' | 'untold' {
  const { matter } = assessment;
  if (hasReported(historyOf(input, assessment), input.asOf)) return 'given';
  if ((matter.progress ?? '').trim() !== '') return 'given';
  const kept =
    input.registers.proceedings !== null || matter.reportedOn.cell !== null || matter.cells['progress'] !== undefined;
  return kept ? 'none' : 'untold';
}

function hasReported({ matter, proceedings, notices }: MatterHistory, asOf: CivilDate): boolean {
  const { reading } = matter.reportedOn;
  if (reading.kind === 'date' && reading.date <= asOf) return true;
  if (proceedings.some((row) => FEEDBACK.has(row.kind) && row.date <= asOf && !isRegistration(row))) return true;
  return notices.some(({ status, repliedOn }) => status === 'sent' && repliedOn !== null && repliedOn <= asOf);
}
