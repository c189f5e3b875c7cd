import * as z from 'zod/mini';
import { ledgerConnectionSchema } from '../../domain/ledger/connection';
import { monthsSchema } from '../../domain/monthSteps';

/**
 * What the add-in keeps in the workbook (custom XML part). `schemaVersion` rises with every change of shape;
 * `readSettings` brings older ones forward. Unknown newer versions are left untouched and said.
 */
export const SETTINGS_VERSION = 1;

export const workbookSettingsSchema = z.object({
  schemaVersion: z.literal(SETTINGS_VERSION),
  ledgers: z.array(ledgerConnectionSchema),
  /** Rule set in force; null until one was chosen. */
  scheme: z.nullable(z.string()),
  /** Changed settings only; the rest are the defaults of rules.md. */
  settings: z.record(z.string(), z.union([z.number(), z.boolean(), z.string()])),
  /** Issuing body, office, contact and the like, as letters print them. */
  office: z.record(z.string(), z.union([z.number(), z.boolean(), z.string()])),
  /** 月度督查: how far each month's steps are. */
  months: z.optional(monthsSchema),
  /** The day the workbook was last looked over, for what became due since. */
  lastSeen: z.optional(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))),
});
export type WorkbookSettings = z.infer<typeof workbookSettingsSchema>;

export const NEW_SETTINGS: WorkbookSettings = {
  schemaVersion: SETTINGS_VERSION,
  ledgers: [],
  scheme: null,
  settings: {},
  office: {},
};

export type SettingsReading =
  | { readonly kind: 'none' }
  | { readonly kind: 'read'; readonly settings: WorkbookSettings }
  /** Written by a newer add-in, or damaged: not overwritten without asking. */
  | { readonly kind: 'unreadable'; readonly newer: boolean };

/** Settings from the data of our part; `undefined` where the workbook has none. */
export function readSettings(data: unknown): SettingsReading {
  if (data === undefined) return { kind: 'none' };
  const parsed = workbookSettingsSchema.safeParse(data);
  if (parsed.success) return { kind: 'read', settings: parsed.data };
  const version = z.object({ schemaVersion: z.number() }).safeParse(data);
  return { kind: 'unreadable', newer: version.success && version.data.schemaVersion > SETTINGS_VERSION };
}
