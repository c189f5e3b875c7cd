import type { CivilDate } from './calendar/civilDate';
import type { CellRef } from './cell';

/** What a date cell says. `cell` is where. */
export type DateReading =
  | { readonly kind: 'blank' }
  /** `text`: as written, where it was not a real date cell. `periodEnd`: a month, quarter or range read as its last day. */
  | { readonly kind: 'date'; readonly date: CivilDate; readonly text: string | null; readonly periodEnd: boolean }
  /** `15个工作日`, `3日内`. */
  | { readonly kind: 'days'; readonly days: number; readonly unit: 'natural' | 'working'; readonly text: string }
  /** 长期, 持续推进, 每月… */
  | { readonly kind: 'recurring'; readonly text: string }
  /** A number such as 2026.1 that may be 2026.10 typed. */
  | { readonly kind: 'ambiguous'; readonly text: string; readonly candidates: readonly CivilDate[] }
  | { readonly kind: 'unreadable'; readonly text: string };

export interface DateCell {
  readonly reading: DateReading;
  /** null where the ledger has no such column. */
  readonly cell: CellRef | null;
  /** The cell's formula calls TODAY, NOW or the like: its cached answer decides nothing. */
  readonly volatile: boolean;
}

/** One unit named in a unit cell, after aliases. */
export interface UnitMention {
  /** As written, trimmed. */
  readonly written: string;
  /** The unit's own name in 单位名录, or as written where it is not there. */
  readonly unit: string;
  readonly known: boolean;
  /** Why it is scored to nobody: an alias of two units, or a collective name without members in 单位名录. */
  readonly unscorable?: 'ambiguous' | 'collective';
}

/** What a status cell says. `closed`: a closing word over the whole cell. */
export type StatusMeaning = 'blank' | 'closed' | 'open' | 'suspended' | 'notAssigned' | 'returned' | 'unknown';

/** What one row of a matter says of deadline and closing. */
export interface LedgerRow {
  /** Absolute, from 0. */
  readonly row: number;
  readonly deadline: DateCell;
  readonly closedOn: DateCell;
  readonly status: StatusMeaning;
  readonly statusText: string;
}

/** One row of a matter that runs over several (a stage). */
export interface MatterRow extends LedgerRow {
  readonly text: string;
}

/** A supervision matter (督查事项) as the ledger has it; registers are joined later (`registers/history`). */
export interface Matter {
  /** Unique in the workbook while it is open: sheet and first row. */
  readonly key: string;
  readonly sheet: string;
  /** First row, from 0. */
  readonly row: number;
  /** The ledger's number as text; null where it has none. */
  readonly id: string | null;
  /** Carried over from an earlier year's ledger: what registers of that year call it. */
  readonly formerly?: { readonly sheet: string; readonly id: string | null };
  /** Null where the cell is blank. Check `classified` before it leaves its own row. */
  readonly title: string | null;
  readonly classified: boolean;
  /** The category cell, else the section row the matter stands under, else null. */
  readonly category: string | null;
  readonly section: string | null;
  readonly source: string | null;
  readonly instructingLeader: string | null;
  readonly requirement: string | null;
  readonly person: string | null;
  readonly phone: string | null;
  readonly progress: string | null;
  readonly note: string | null;
  /** Collective names are already expanded to members; a name may lead only once. */
  readonly leadUnits: readonly UnitMention[];
  readonly coUnits: readonly UnitMention[];
  /** `none`: the ledger has no assignment column. */
  readonly assignedOn: DateCell;
  readonly assignmentNo: string | null;
  /** Of a matter of several rows: the latest of its rows' dates; the stages' own stand in `rows`. */
  readonly deadline: DateCell;
  readonly leaderDeadline: DateCell;
  readonly extendedTo: DateCell;
  /** Text of the approver cell; null where the ledger has no such column, '' where blank. */
  readonly extensionApprover: string | null;
  /** Of a matter of several rows: the latest, and only where every row has one. */
  readonly closedOn: DateCell;
  readonly reportedOn: DateCell;
  readonly status: StatusMeaning;
  readonly statusText: string;
  readonly reminderNo: string | null;
  readonly reminderOn: DateCell;
  readonly orderNo: string | null;
  readonly orderOn: DateCell;
  /** Where the matter runs over several rows, each of them; empty for a plain one (`rowsOf`). */
  readonly rows: readonly MatterRow[];
  /** False where this row cannot be told from another (same id, or same title + unit + date): never written to. */
  readonly distinct: boolean;
  readonly hidden: boolean;
  /** Where each field of this matter stands, by field, absolute column; for selection and writing. */
  readonly cells: Readonly<Partial<Record<string, CellRef>>>;
}

/** A plain matter is its own one row. */
export const rowsOf = (matter: Matter): readonly LedgerRow[] => (matter.rows.length === 0 ? [matter] : matter.rows);

export const lastRowOf = (matter: Matter): number => matter.rows.at(-1)?.row ?? matter.row;

/** A matter as it was and as it is now. */
export interface ChangedMatter {
  readonly before: Matter;
  readonly after: Matter;
}
