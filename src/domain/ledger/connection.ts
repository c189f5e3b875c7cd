import * as z from 'zod/mini';
import { FIELDS } from './fields';

const row = z.int().check(z.minimum(0), z.maximum(1_048_575));
const column = z.int().check(z.minimum(0), z.maximum(16_383));

/**
 * What was taken for what in one ledger sheet, as kept in the workbook.
 * Rows and columns count from 0; `header` is the text of each mapped column's header when it was connected,
 * so that moved, renamed or inserted columns are noticed and asked about.
 */
export const ledgerConnectionSchema = z.object({
  sheet: z.string(),
  headerTop: row,
  headerBottom: row,
  columns: z
    .partialRecord(z.enum(FIELDS), z.object({ column, header: z.string() }))
    // Without 事项 a sheet is no ledger: read all the same it would be one matter.
    .check(z.refine(({ title }) => title !== undefined)),
  /** 责任单位 read: the first leads, the rest cooperate; 牵头单位: all lead. */
  leadReading: z.enum(['firstLeads', 'allLead']),
  /** The deadline header itself says 天 or 日, so that a bare number is a count of days. */
  deadlineInDays: z.nullable(z.enum(['natural', 'working'])),
  /** Further status columns (是否办结, 是否挂起 beside 办理状态). */
  moreStatus: z.optional(z.array(z.object({ column, header: z.string() }))),
});
export type LedgerConnection = z.infer<typeof ledgerConnectionSchema>;

/** A column whose header fits more than one field (完成时间) or a field more than one column: asked, never guessed. */
export interface ColumnDoubt {
  readonly column: number;
  readonly header: string;
  readonly candidates: readonly (typeof FIELDS)[number][];
}

/** Why a sheet is no ledger. */
export interface UnreadSheet {
  /** The fields without which a sheet is no ledger (title; a unit or a deadline). */
  readonly missing: readonly (typeof FIELDS)[number][];
  /** The row that comes nearest to a ledger's header, with the columns known there; null: no row does. */
  readonly nearest: { readonly row: number; readonly fields: number } | null;
}

export type DetectionResult =
  | { readonly kind: 'ledger'; readonly connection: LedgerConnection; readonly doubts: readonly ColumnDoubt[] }
  | { readonly kind: 'noHeader'; readonly sheet: string; readonly unread: UnreadSheet }
  /** Two header rows of equal merit (two different tables in one sheet): asked which is the ledger. */
  | { readonly kind: 'twoHeaders'; readonly sheet: string; readonly candidates: readonly LedgerConnection[] };
