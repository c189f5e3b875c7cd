import { z } from 'zod';

const points = z.number().finite();

/**
 * The closed set of rule kinds a scheme is written in; one evaluator each in `kinds/`.
 * `id` is the `rule` of report.json; `clause` a key of the rule set's clauses.
 */
export const scoringRuleSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('base'), id: z.string(), clause: z.string(), points }),
  /** Points for each event or sent notice of the named kind. `dedupeByMatter`: once a matter. */
  z.object({
    kind: z.literal('perEvent'),
    id: z.string(),
    clause: z.string(),
    on: z.string(),
    points,
    dedupeByMatter: z.boolean(),
    afterFirst: z.boolean().optional(),
  }),
  /** `points` more at the k-th event of that kind (with `repeat`: at every k-th). */
  z.object({
    kind: z.literal('everyKth'),
    id: z.string(),
    clause: z.string(),
    on: z.string(),
    k: z.number().int().min(2),
    points,
    repeat: z.boolean(),
  }),
  /** Once a unit, however often it is on record. */
  z.object({ kind: z.literal('perUnitOnce'), id: z.string(), clause: z.string(), on: z.string(), points }),
  /** weight × unfinished ÷ counted of one category. */
  z.object({
    kind: z.literal('proportional'),
    id: z.string(),
    clause: z.string(),
    category: z.string(),
    aliases: z.array(z.string()),
    weight: points,
  }),
  /** The whole weight as soon as one counted matter is unfinished. */
  z.object({
    kind: z.literal('allOrNothing'),
    id: z.string(),
    clause: z.string(),
    category: z.string(),
    aliases: z.array(z.string()),
    weight: points,
  }),
  /** Weights of categories without matters pass to the others in proportion, within `block`. */
  z.object({ kind: z.literal('redistribute'), id: z.string(), clause: z.string(), block: z.string(), total: points }),
  /** The lines of `rules` together give at most `limit`. */
  z.object({ kind: z.literal('cap'), id: z.string(), clause: z.string(), rules: z.array(z.string()), limit: points }),
  /** The lines of `rules` together take at most `limit` (a positive number). */
  z.object({ kind: z.literal('floor'), id: z.string(), clause: z.string(), rules: z.array(z.string()), limit: points }),
  /** A remark where the total is strictly below `below` at `on` (`yearEnd`), a warning before. */
  z.object({
    kind: z.literal('threshold'),
    id: z.string(),
    clause: z.string(),
    below: points,
    remark: z.string(),
    warning: z.string(),
  }),
  /** Points by a band of a number of 单位名录 (officers, section): exact match of `equals`. */
  z.object({
    kind: z.literal('band'),
    id: z.string(),
    clause: z.string(),
    of: z.enum(['section', 'officers']),
    equals: z.union([z.literal('none'), z.number()]),
    points,
  }),
  /** Manual adjustment: 分值 of the event itself, with 依据. */
  z.object({ kind: z.literal('manual'), id: z.string(), clause: z.string(), on: z.string() }),
]);
export type ScoringRule = z.infer<typeof scoringRuleSchema>;

export const schemeSchema = z.object({
  rules: z.array(scoringRuleSchema),
  /** Display blocks in order, each naming its rules (考核计分 columns). */
  blocks: z.array(z.object({ name: z.string(), rules: z.array(z.string()) })),
  /** Amounts the document leaves open; asked before anything is scored. */
  amountsMissing: z.array(z.object({ rule: z.string(), question: z.string() })),
});
export type Scheme = z.infer<typeof schemeSchema>;
