import type { CellRef } from './cell';

export type FindingLevel = 'error' | 'warning' | 'info';

/** Codes of rules.md §7 and those of later sections; each has one sentence in the catalogue (`findingSentence`). */
export type FindingCode =
  | 'missing-title'
  | 'missing-lead-unit'
  | 'missing-deadline'
  | 'missing-assignment'
  | 'unreadable-date'
  | 'ambiguous-date'
  | 'deadline-before-assignment'
  | 'closed-before-assignment'
  | 'closing-in-future'
  | 'closed-without-date'
  | 'date-without-closed-status'
  | 'duplicate-id'
  | 'missing-id'
  | 'duplicate-matter'
  | 'indistinct-rows'
  | 'unknown-unit'
  | 'unit-alias'
  | 'ambiguous-alias'
  | 'collective-unit'
  | 'unknown-status'
  | 'unknown-category'
  | 'extension-unapproved'
  | 'extension-late'
  | 'reminder-without-assignment'
  | 'order-without-reminder'
  | 'notice-unregistered'
  | 'notice-number-duplicate'
  | 'notice-number-gap'
  | 'notice-previous-missing'
  | 'stale-progress'
  | 'classified'
  | 'text-date'
  | 'stray-space'
  | 'full-width'
  | 'formula-error'
  | 'volatile-formula'
  | 'hidden-row'
  | 'calendar-unknown'
  | 'register-link'
  | 'register-row'
  | 'register-contradiction'
  | 'ruleset-row'
  | 'ruleset-not-in-force'
  | 'event-not-scored'
  | 'month-issued-differs'
  | 'ambiguous-column'
  | 'sheet-not-read';

/** One replacement of a cell's value that the clerk may accept. */
export interface CellFix {
  readonly cell: CellRef;
  readonly before: string | number | boolean;
  readonly after: string | number;
  /** Number format to set first, where the fix makes a real date. */
  readonly numberFormat?: string;
  /** What report.json shows: the value as a person reads it (`2026-03-31`). */
  readonly shown: string;
}

/** Something seen in the workbook, at its cell. Words are made from `facts` in the catalogue, nowhere else. */
export interface Finding {
  readonly code: FindingCode;
  readonly level: FindingLevel;
  readonly cell: CellRef;
  /** Key of the matter it belongs to, where there is one. */
  readonly matter?: string;
  readonly clause?: string;
  readonly facts: Readonly<Record<string, string | number | readonly string[]>>;
  readonly fix?: CellFix;
}
