import * as z from 'zod/mini';
import { EVENT_KINDS, NOTICE_FORMS, type EventKind, type NoticeForm } from '../registers/registers';

/** What may be charged: a kind of 加减分登记 or a form of 文书登记簿. */
export type ChargeKind = EventKind | NoticeForm;

const CHARGE_KINDS = [...Object.keys(EVENT_KINDS), ...Object.keys(NOTICE_FORMS)] as [ChargeKind, ...ChargeKind[]];

const points = z.number();
const on = z.enum(CHARGE_KINDS);
const cited = {
  /** The `rule` of report.json. */
  id: z.string().check(z.minLength(1)),
  /** A key of the rule set's clauses. */
  clause: z.string(),
  /** The words of the clause this rule rests on. */
  quote: z.optional(z.string()),
  /** What the office changed in its sheet 计分方案; cited beside the clause. */
  amendment: z.optional(z.string()),
};
const category = {
  category: z.string().check(z.minLength(1)),
  aliases: z.array(z.string()),
  weight: points.check(z.nonnegative()),
};

/** The closed set of rule kinds a scheme is written in; one evaluator each in `kinds/`. */
export const scoringRuleSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('base'), ...cited, points }),
  /** Points for each event or sent notice of the named kind. */
  z.object({
    kind: z.literal('perEvent'),
    ...cited,
    on,
    points,
    /** Once a matter; each row where it names none. */
    dedupeByMatter: z.boolean(),
    /** Only notices given again after an approved extension (001 三(七)). */
    afterFirst: z.optional(z.boolean()),
    /** A monthly duty: only in months in which the unit had an open matter, dated the month's last day. */
    monthlyReport: z.optional(z.boolean()),
  }),
  /** `points` more at the k-th event of that kind (with `repeat`: at every k-th). */
  z.object({
    kind: z.literal('everyKth'),
    ...cited,
    on,
    k: z.int().check(z.minimum(2)),
    points,
    repeat: z.boolean(),
  }),
  /** Once a unit and year, however often it is on record. */
  z.object({ kind: z.literal('perUnitOnce'), ...cited, on, points }),
  /** weight × unfinished ÷ counted of one category. */
  z.object({ kind: z.literal('proportional'), ...cited, ...category }),
  /** The whole weight as soon as one counted matter is unfinished. */
  z.object({ kind: z.literal('allOrNothing'), ...cited, ...category }),
  /** Weights of categories without matters pass to the others of `block` in proportion; together they make `total`. */
  z.object({ kind: z.literal('redistribute'), ...cited, block: z.string(), total: points.check(z.positive()) }),
  /** The lines of `rules` together give at most `limit`. */
  z.object({
    kind: z.literal('cap'),
    ...cited,
    rules: z.array(z.string()).check(z.minLength(1)),
    limit: points.check(z.nonnegative()),
  }),
  /** The lines of `rules` together take at most `limit` (a positive number). */
  z.object({
    kind: z.literal('floor'),
    ...cited,
    rules: z.array(z.string()).check(z.minLength(1)),
    limit: points.check(z.nonnegative()),
  }),
  /** A remark where the total is strictly below `below` on 31 December, a warning before. */
  z.object({ kind: z.literal('threshold'), ...cited, below: points, remark: z.string(), warning: z.string() }),
  /** Points where 单位名录 says so: no section (无), or that number of officers. Blank says nothing. */
  z.object({
    kind: z.literal('band'),
    ...cited,
    of: z.enum(['section', 'officers']),
    equals: z.union([z.literal('none'), z.number()]),
    points,
  }),
  /** Manual adjustment: 分值 of the event itself, with 依据. */
  z.object({ kind: z.literal('manual'), ...cited, on }),
]);
export type ScoringRule = z.infer<typeof scoringRuleSchema>;
export type RuleKind = ScoringRule['kind'];
export type RuleOf<K extends RuleKind> = Extract<ScoringRule, { kind: K }>;
export type CategoryRule = RuleOf<'proportional'> | RuleOf<'allOrNothing'>;

export const isCategoryRule = (rule: ScoringRule): rule is CategoryRule =>
  rule.kind === 'proportional' || rule.kind === 'allOrNothing';

/** Display blocks in order, each naming its rules (考核计分 columns). A cap or floor stands with the first rule it bounds. */
const blockSchema = z.object({ name: z.string().check(z.minLength(1)), rules: z.array(z.string()) });

export const schemeSchema = z
  .object({
    rules: z.array(scoringRuleSchema),
    blocks: z.array(blockSchema),
    /** Amounts the document leaves open; asked before anything is scored. */
    amountsMissing: z.array(z.object({ rule: z.string(), question: z.string() })),
  })
  .check(
    z.superRefine((scheme, context) => {
      const refuse = (message: string): void => context.addIssue({ code: 'custom', message });
      const ids = scheme.rules.filter((rule) => rule.kind !== 'cap' && rule.kind !== 'floor').map((rule) => rule.id);
      const known = new Set(ids);
      if (known.size < ids.length) refuse('two rules of one id');
      if (scheme.rules.filter((rule) => rule.kind === 'base').length > 1) refuse('two bases');
      if (scheme.rules.filter((rule) => rule.kind === 'redistribute').length > 1) refuse('two redistributions');
      for (const rule of scheme.rules) {
        if (rule.kind === 'cap' || rule.kind === 'floor') {
          for (const id of rule.rules) if (!known.has(id)) refuse(`${rule.id} bounds unknown rule ${id}`);
        }
        if (rule.kind === 'redistribute' && !scheme.blocks.some((block) => block.name === rule.block)) {
          refuse(`${rule.id} names unknown block ${rule.block}`);
        }
      }
      const placed = scheme.blocks.flatMap((block) => block.rules);
      if (new Set(placed).size < placed.length) refuse('a rule stands in two blocks');
      for (const id of placed) if (!known.has(id)) refuse(`block of unknown rule ${id}`);
      for (const { rule } of scheme.amountsMissing) if (!known.has(rule)) refuse(`amount of unknown rule ${rule}`);
    }),
  );
export type Scheme = z.infer<typeof schemeSchema>;

/**
 * Rules that ask how matters stood. Most schemes score notices and events alone: nothing is worked out for them at the
 * end of the month before.
 */
export const asksStates = (rule: ScoringRule): boolean =>
  isCategoryRule(rule) || rule.kind === 'redistribute' || (rule.kind === 'perEvent' && rule.afterFirst === true);
