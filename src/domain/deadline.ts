import type { EffectiveDeadline, MatterHistory } from './assessment';
import { addDays, type CivilDate } from './calendar/civilDate';
import type { WorkCalendar } from './calendar/workCalendar';
import type { CellRef } from './cell';
import { standingExtension } from './extension';
import type { DateCell, Matter } from './matter';
import type { DeadlineRules, Settings } from './ruleSet';

export interface DeadlineContext {
  readonly asOf: CivilDate;
  readonly rules: DeadlineRules;
  readonly settings: Settings;
  readonly calendar: WorkCalendar;
}

const RECEIPT = /收到|收件|接到|签收/;
const URGENT = /急/;

/**
 * A matter's effective deadline (rules.md §2, first that applies): extension, the leader's own date, the deadline
 * cell as a date, as days, as recurring words, the category's default for a blank cell; else undetermined, naming the
 * cell that is missing.
 *
 * Readings: a leader's cell that cannot be read falls through to the deadline cell (the finding is said at the cell);
 * an ambiguous one leaves the matter undetermined. A cell whose formula is volatile decides nothing.
 */
export function effectiveDeadline(history: MatterHistory, context: DeadlineContext): EffectiveDeadline {
  return stageDeadline(history, history.matter.deadline, context);
}

/** The same for one stage row's own deadline cell; extension and leader's date are the matter's. */
export function stageDeadline(history: MatterHistory, deadline: DateCell, context: DeadlineContext): EffectiveDeadline {
  const extension = standingExtension(history, context.rules, context.asOf);
  if (extension !== null) {
    if (extension.kind === 'ambiguous') return { kind: 'undetermined', cell: extension.cell };
    return { kind: 'date', date: extension.date, from: 'extension', provisional: false, cell: extension.cell };
  }
  return leaderDeadline(history, context) ?? ownDeadline(history, deadline, context);
}

function leaderDeadline(history: MatterHistory, context: DeadlineContext): EffectiveDeadline | null {
  const { reading, cell, volatile } = history.matter.leaderDeadline;
  if (volatile) return null;
  if (reading.kind === 'ambiguous') return { kind: 'undetermined', cell };
  if (reading.kind === 'date') return { kind: 'date', date: reading.date, from: 'leader', provisional: false, cell };
  if (reading.kind !== 'days') return null;
  return counted(history, reading.days, reading.unit, RECEIPT.test(reading.text), 'leader', cell, context);
}

/** The deadline cell without extension and leader's date: the original deadline, which is always kept. */
export function ownDeadline(history: MatterHistory, deadline: DateCell, context: DeadlineContext): EffectiveDeadline {
  const { reading, cell, volatile } = deadline;
  if (volatile) return { kind: 'undetermined', cell };
  switch (reading.kind) {
    case 'date':
      return { kind: 'date', date: reading.date, from: 'cell', provisional: false, cell };
    case 'days':
      return counted(history, reading.days, reading.unit, RECEIPT.test(reading.text), 'days', cell, context);
    case 'recurring':
      return { kind: 'recurring', cell };
    case 'blank':
      return categoryDefault(history, cell, context);
    case 'ambiguous':
    case 'unreadable':
      return { kind: 'undetermined', cell };
  }
}

/**
 * 002 四(二): 在收到领导批示交办的督办事项后,应在15个工作日内…; urgent matters (急件) have the date marked on them and no
 * default. The category is read from the category cell or section, else from the source.
 */
function categoryDefault(history: MatterHistory, cell: CellRef | null, context: DeadlineContext): EffectiveDeadline {
  const words = categoryWords(history.matter);
  const rule = URGENT.test(words) ? undefined : context.rules.byCategory.find((each) => words.includes(each.category));
  if (rule === undefined) return { kind: 'undetermined', cell };
  return counted(history, rule.days, rule.unit, true, 'category', cell, context);
}

const categoryWords = (matter: Matter): string => `${matter.category ?? matter.section ?? ''} ${matter.source ?? ''}`;

function counted(
  history: MatterHistory,
  days: number,
  unit: 'natural' | 'working',
  fromReceipt: boolean,
  from: 'leader' | 'days' | 'category',
  cell: CellRef | null,
  context: DeadlineContext,
): EffectiveDeadline {
  const start = clockStart(history, fromReceipt, context.asOf);
  if (start === null) return { kind: 'undetermined', cell: history.matter.assignedOn.cell ?? cell };
  const { calendar, settings } = context;
  const eve = settings.countAssignmentDay ? addDays(start, -1) : start;
  if (unit === 'working') return { kind: 'date', from, cell, ...calendar.addWorkingDays(eve, days) };
  const end = addDays(eve, days);
  if (!settings.rollWeekend) return { kind: 'date', date: end, from, provisional: false, cell };
  return { kind: 'date', from, cell, ...calendar.onOrNextWorkingDay(end) };
}

/** The day before day 1: the recorded 签收 where the words say 收到, else the assignment, else the 交办单 on record. */
function clockStart(history: MatterHistory, fromReceipt: boolean, asOf: CivilDate): CivilDate | null {
  const assigning = history.notices.filter(
    (notice) => notice.form === 'assignmentNotice' && notice.status === 'sent' && notice.date <= asOf,
  );
  if (fromReceipt) {
    const signed = assigning.find((notice) => notice.signedOn !== null && notice.signedOn <= asOf);
    if (signed !== undefined) return signed.signedOn;
  }
  const { reading, volatile } = history.matter.assignedOn;
  if (reading.kind === 'date' && !volatile) return reading.date;
  return assigning[0]?.date ?? null;
}
