import { z } from 'zod';
import { STAGES, STATES } from '../../domain/assessment';
import { FIELDS } from '../../domain/ledger/fields';

const civilDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** `督查台账!H9`. */
const cell = z.string().regex(/![A-Z]{1,3}\d+$/);

/**
 * report.json of the month-end job: the interface by which others check what was computed.
 * Every run is checked against this before it is written; `report.schema.json` is made from it.
 */
export const reportSchema = z.strictObject({
  asOf: civilDate,
  scheme: z.string(),
  workbook: z.string(),
  documents: z.array(z.string()),
  ledgers: z.array(
    z.strictObject({
      sheet: z.string(),
      headerRows: z.array(z.number().int().positive()).min(1),
      columns: z.partialRecord(z.enum(FIELDS), z.string().regex(/^[A-Z]{1,3}$/)),
      matters: z.number().int().nonnegative(),
    }),
  ),
  matters: z.array(
    z.strictObject({
      /** The ledger's number as text; `row:17` where it has none. */
      id: z.string(),
      sheet: z.string(),
      row: z.number().int().positive(),
      /** null when classified. */
      title: z.string().nullable(),
      leadUnit: z.string().nullable(),
      coUnits: z.array(z.string()),
      state: z.enum(STATES),
      stage: z.enum(STAGES),
      returned: z.boolean(),
      deadline: civilDate.nullable(),
      deadlineFrom: z.enum(['extension', 'leader', 'cell', 'days', 'category', 'recurring', 'none']),
      deadlineProvisional: z.boolean(),
      overdueDays: z.number().int(),
      nextStep: z
        .enum(['reminderNotice', 'supervisionOrder', 'supervisionLetter', 'criticism', 'interview', 'referral'])
        .nullable(),
    }),
  ),
  findings: z.array(
    z.strictObject({
      code: z.string(),
      level: z.enum(['error', 'warning', 'info']),
      cell,
      message: z.string(),
      fix: z.string().nullable(),
    }),
  ),
  scores: z.array(
    z.strictObject({
      unit: z.string(),
      total: z.number().nullable(),
      month: z.number().nullable(),
      rank: z.number().int().positive().nullable(),
      remark: z.string().nullable(),
      lines: z.array(
        z.strictObject({
          rule: z.string(),
          points: z.number(),
          date: civilDate,
          clause: z.string(),
          source: cell.nullable(),
          message: z.string(),
        }),
      ),
    }),
  ),
  /** What the document asks for beside points or instead of them; empty where it asks for none. */
  lists: z.array(
    z.strictObject({
      list: z.string(),
      name: z.string(),
      clause: z.string(),
      /** What could not be told, and why. */
      note: z.string().nullable(),
      lines: z.array(
        z.strictObject({
          /** Several lead units joined by 、. */
          unit: z.string(),
          /** `id` of the matter; null where the record names none. */
          matter: z.string().nullable(),
          date: civilDate.nullable(),
          cell,
          message: z.string(),
        }),
      ),
    }),
  ),
  cadences: z.array(
    z.strictObject({
      cadence: z.string(),
      name: z.string(),
      clause: z.string(),
      every: z.enum(['month', 'quarter', 'halfYear', 'midYear', 'year', 'stated']),
      period: z.string(),
      /** The period's last day; null where each matter has its own limit. */
      until: civilDate.nullable(),
      due: z.boolean(),
      matters: z.array(z.string()),
      overdue: z.array(z.string()),
      behind: z.array(z.string()),
    }),
  ),
  notices: z.array(
    z.strictObject({
      form: z.enum([
        'assignmentNotice',
        'reminderNotice',
        'supervisionOrder',
        'supervisionNotice',
        'supervisionReminder',
        'supervisionLetter',
      ]),
      number: z.string(),
      unit: z.string(),
      matters: z.array(z.string()),
      issuedOn: civilDate,
      replyDue: civilDate.nullable(),
      previous: z.string().nullable(),
    }),
  ),
  wire: z.strictObject({
    /** Requests to Excel, and bytes of their JSON in UTF-8. */
    requests: z.number().int().nonnegative(),
    bytesOut: z.number().int().nonnegative(),
    bytesIn: z.number().int().nonnegative(),
  }),
});
export type Report = z.infer<typeof reportSchema>;
