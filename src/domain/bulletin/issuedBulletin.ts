import * as z from 'zod/mini';
import { parseCivilDate, type CivilDate } from '../calendar/civilDate';
import { bulletinHeadSchema } from './bulletinHead';
import { WORD_NAMES, type WordSlot } from './words';

const civilDate = z.pipe(
  z.string().check(z.refine((text) => parseCivilDate(text) !== null)),
  z.transform((text) => text as CivilDate),
);
const SLOTS = Object.keys(WORD_NAMES) as [WordSlot, ...WordSlot[]];

/** What the clerk chose and wrote of a bulletin: with the rows it speaks of, the same bulletin can be made again. */
export const issuedBulletinSchema = z.object({
  /** 成文日期 */
  issuedOn: civilDate,
  head: bulletinHeadSchema,
  /** Words that are not the defaults. */
  words: z.partialRecord(z.enum(SLOTS), z.string()),
  commended: z.array(z.string()),
  criticised: z.array(z.object({ unit: z.string(), limit: civilDate })),
});
export type IssuedBulletin = z.infer<typeof issuedBulletinSchema>;

/** By the sheet's name: `督查通报 2026-10`. */
export const issuedBulletinsSchema = z.record(z.string(), issuedBulletinSchema);
export type IssuedBulletins = z.infer<typeof issuedBulletinsSchema>;
