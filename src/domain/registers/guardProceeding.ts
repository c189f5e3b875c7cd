import { LONGEST_TEXT } from '../cell';
import type { Assessment } from '../assessment';
import type { CivilDate } from '../calendar/civilDate';
import type { LinkProblem } from './linkMatters';
import { foldText } from '../foldText';
import { PROCEEDING_KINDS, type Proceeding, type ProceedingKind } from './registers';

/** A row for 办理登记 as the clerk enters it, for one matter or several. */
export interface ProceedingEntry {
  readonly kind: ProceedingKind;
  readonly date: CivilDate;
  readonly content: string;
  readonly newDeadline: CivilDate | null;
  readonly approver: string;
  readonly handler: string;
}

/** Why an entry is not taken at all. */
export type EntryRefusal =
  | 'noMatter'
  | 'dateInFuture'
  | 'contentMissing'
  | 'newDeadlineMissing'
  | 'newDeadlineNotAsked'
  | 'newDeadlinePast'
  | 'contentTooLong';

/** Why it is not taken for one matter. */
export type MatterRefusal =
  | 'indistinct'
  | 'classified'
  | 'notLinkable'
  | 'beforeAssignment'
  | 'alreadyClosed'
  | 'notSuspended'
  | 'alreadySuspended'
  | 'newDeadlineNotLater'
  | 'onRecord';

/** Rows that say nothing without words: 003 三(四) asks an extension for its reason. */
export const NEEDS_CONTENT: ReadonlySet<ProceedingKind> = new Set([
  'progress',
  'explanation',
  'extension',
  'returned',
  'suspended',
  'rectificationReport',
]);
/** A new deadline is given with an extension, or by the office itself when it returns or resumes a matter. */
export const MAY_SET_DEADLINE: ReadonlySet<ProceedingKind> = new Set(['extension', 'returned', 'resumed']);
const CLOSED: ReadonlySet<string> = new Set(['closedOnTime', 'closedLate', 'closed']);

/** What speaks against an entry whatever the matters; null where nothing does. `today`: the day of the run. */
export function guardEntry(entry: ProceedingEntry, matters: number, today: CivilDate): EntryRefusal | null {
  const { kind, date, content, newDeadline } = entry;
  if (matters === 0) return 'noMatter';
  if (date > today) return 'dateInFuture';
  if (NEEDS_CONTENT.has(kind) && content.trim() === '') return 'contentMissing';
  if (content.length > LONGEST_TEXT) return 'contentTooLong';
  if (kind === 'extension' && newDeadline === null) return 'newDeadlineMissing';
  if (newDeadline !== null && !MAY_SET_DEADLINE.has(kind)) return 'newDeadlineNotAsked';
  return newDeadline !== null && newDeadline < date ? 'newDeadlinePast' : null;
}

/** Whether the register says the very same of a matter already. */
export const isOnRecord = (
  { kind, date, content, newDeadline }: ProceedingEntry,
  proceedings: readonly Pick<Proceeding, 'kind' | 'date' | 'content' | 'newDeadline'>[],
): boolean =>
  proceedings.some(
    (own) =>
      own.kind === kind &&
      own.date === date &&
      own.newDeadline === newDeadline &&
      foldText(own.content) === foldText(content),
  );

/**
 * What speaks against an entry for one matter; null where nothing does. `problem`: why its number and title would not
 * lead back to it.
 */
export function guardMatter(
  { kind, date, newDeadline }: ProceedingEntry,
  { matter, state, deadline }: Assessment,
  problem: LinkProblem | null,
): MatterRefusal | null {
  if (matter.classified) return 'classified';
  if (!matter.distinct) return 'indistinct';
  if (problem !== null) return 'notLinkable';
  const { reading } = matter.assignedOn;
  if (reading.kind === 'date' && date < reading.date) return 'beforeAssignment';
  const closed = CLOSED.has(state);
  if (closed && (kind === 'extension' || kind === 'suspended' || kind === 'closed')) return 'alreadyClosed';
  if (kind === 'suspended' && state === 'suspended') return 'alreadySuspended';
  if (kind === 'resumed' && state !== 'suspended') return 'notSuspended';
  const later = deadline.kind !== 'date' || newDeadline === null || newDeadline > deadline.date;
  return kind === 'extension' && !later ? 'newDeadlineNotLater' : null;
}

export const ENTRY_REFUSALS: Readonly<Record<EntryRefusal, (kind: ProceedingKind) => string>> = {
  noMatter: () => '没有选事项，请先选中要登记的事项。',
  dateInFuture: () => '登记日期还没有到，请改成今天或以前的日期。',
  contentMissing: (kind) =>
    `${PROCEEDING_KINDS[kind]}要写明内容${kind === 'extension' ? '（延期理由）' : ''}，请补上。`,
  newDeadlineMissing: () => '延期要有新的时限，请补上。',
  newDeadlineNotAsked: (kind) => `${PROCEEDING_KINDS[kind]}不改时限，请去掉新时限，或改选“延期”。`,
  newDeadlinePast: () => '新时限早于登记日期，请核对。',
  contentTooLong: () => '内容超过32767个字，一个单元格放不下，请缩短。',
};

export const MATTER_REFUSALS: Readonly<Record<MatterRefusal, string>> = {
  indistinct: '与别的行分不开，没有登记，请先给它们不同的序号',
  classified: '标有密级，涉密事项不得录入，没有登记',
  notLinkable: '按编号和事项名称对应不到唯一的事项，没有登记，请先补上不重复的序号和名称',
  beforeAssignment: '登记日期早于交办日期，没有登记，请核对',
  alreadyClosed: '已经办结，没有登记；要重办请先登记“退回”',
  notSuspended: '没有暂缓办理，不用恢复，没有登记',
  alreadySuspended: '已经暂缓办理，没有登记',
  newDeadlineNotLater: '新时限不晚于现在的时限，没有登记，请核对',
  onRecord: '这一天已有同样的登记，没有再登记；确有两次的，请在内容里写明',
};
