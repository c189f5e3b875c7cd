import { readApproval } from './approval';
import type { MatterHistory } from './assessment';
import type { CivilDate } from './calendar/civilDate';
import type { CellRef } from './cell';
import type { Proceeding } from './registers/registers';
import type { DeadlineRules } from './ruleSet';

/** A new deadline that stands at asOf, by approval or as the rule set allows. */
export interface Extension {
  readonly kind: 'date';
  readonly date: CivilDate;
  readonly cell: CellRef | null;
}

/**
 * The extension that stands at asOf (rules.md §2.1), or null. `ambiguous`: the ledger's 延期至 is a number like 2023.1.
 *
 * Readings: a row of 办理登记 is approved on its own date, and of several the last registered stands. The ledger's
 * columns carry no date and are taken as standing, unless a later row of 办理登记 shows that they were filled after
 * asOf. Where column and register both speak the later date wins. A 退回 or 恢复 with a 新时限 is a deadline given by
 * the office itself and needs no approval.
 */
export function standingExtension(
  history: MatterHistory,
  rules: DeadlineRules,
  asOf: CivilDate,
): Extension | { readonly kind: 'ambiguous'; readonly cell: CellRef | null } | null {
  let registered: Extension | null = null;
  for (const row of history.proceedings) {
    if (row.newDeadline === null || row.date > asOf || !counts(row, history, rules, asOf)) continue;
    registered = { kind: 'date', date: row.newDeadline, cell: row.cell };
  }
  const { extendedTo } = history.matter;
  if (extendedTo.reading.kind === 'blank' || extendedTo.volatile || !columnCounts(history, rules)) return registered;
  const { reading, cell } = extendedTo;
  if (reading.kind === 'ambiguous') return registered ?? { kind: 'ambiguous', cell };
  if (reading.kind !== 'date') return registered;
  if (history.later?.some((row) => row.newDeadline === reading.date)) return registered;
  return registered !== null && registered.date >= reading.date
    ? registered
    : { kind: 'date', date: reading.date, cell };
}

/** An extension was asked for with its reason, approved or not (002, 004: 及时报告原因). */
export function extensionApplied(history: MatterHistory, asOf: CivilDate): boolean {
  return history.proceedings.some((row) => row.kind === 'extension' && row.date <= asOf);
}

function counts(row: Proceeding, history: MatterHistory, rules: DeadlineRules, asOf: CivilDate): boolean {
  if (row.kind === 'returned' || row.kind === 'resumed') return true;
  if (row.kind !== 'extension') return false;
  const approval = readApproval(row.approver);
  if (approval === 'approved') return true;
  switch (rules.extensionNeeds) {
    case 'approval':
      return false;
    case 'reasonReported':
      return row.content.trim() !== '' || explained(history, asOf);
    case 'approvalWhereColumn':
      // A refusal written in the register is an answer; only a missing one is made good by a ledger without the column.
      return approval === 'blank' && history.matter.extensionApprover === null;
  }
}

function columnCounts(history: MatterHistory, rules: DeadlineRules): boolean {
  const { extensionApprover } = history.matter;
  if (readApproval(extensionApprover) === 'approved') return true;
  switch (rules.extensionNeeds) {
    case 'approval':
      return false;
    case 'reasonReported':
      // 延期至 filled in the ledger is itself the record that the reason was reported.
      return true;
    case 'approvalWhereColumn':
      return extensionApprover === null;
  }
}

/** 说明 on record by asOf. */
export const explained = (history: MatterHistory, asOf: CivilDate): boolean =>
  history.proceedings.some((row) => row.kind === 'explanation' && row.date <= asOf);
