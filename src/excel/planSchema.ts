import * as z from 'zod/mini';
import { parseCivilDate } from '../domain/calendar/civilDate';
import type { Area, CellRef } from '../domain/cell';
import { isOurMark } from '../domain/markTerm';
import {
  MARKS,
  type Change,
  type DrawnNumbers,
  type Expectation,
  type InsertedRows,
  type LinedBefore,
  type MarkFormat,
  type MarkLook,
  type Plan,
  type PrintSetup,
  type SheetCell,
  type SheetContent,
  type Validation,
} from '../domain/plan';
import type { InPortions } from '../domain/portions';
import { isSmall, runsOf } from './jsonPortions';
import { OWN_PARTS } from './ownParts';

/** Every field of T has its schema: one that is added to the type and not here does not compile. */
const shaped = <T>(fields: Readonly<Record<keyof T, z.core.$ZodType>>) =>
  z.object(fields as Record<string, z.core.$ZodType>);
const changed = <K extends Change['kind']>(
  kind: K,
  fields: Readonly<Record<Exclude<keyof Extract<Change, { kind: K }>, 'kind'>, z.core.$ZodType>>,
) => z.object({ kind: z.literal(kind), ...(fields as Record<string, z.core.$ZodType>) });

const row = z.int().check(z.minimum(0), z.maximum(1_048_575));
const column = z.int().check(z.minimum(0), z.maximum(16_383));
/** A row after the last one may be named as the end of a span. */
const line = z.int().check(z.minimum(0), z.maximum(1_048_576));
const text = z.string();
const value = z.union([z.string(), z.number(), z.boolean()]);
const values = z.array(z.array(value));
const formats = z.array(z.nullable(text));
const day = text.check(z.refine((date) => parseCivilDate(date) !== null));
const length = z.number().check(z.minimum(0), z.maximum(1_000_000));
const area = shaped<Area>({ top: row, left: column, bottom: row, right: column }).check(
  z.refine(
    (at) => (at['bottom'] as number) >= (at['top'] as number) && (at['right'] as number) >= (at['left'] as number),
  ),
);
const look = shaped<MarkLook>({
  fill: z.nullable(text),
  fontColor: z.nullable(text),
  bold: z.optional(z.boolean()),
  italic: z.optional(z.boolean()),
  strikethrough: z.optional(z.boolean()),
  underline: z.optional(z.boolean()),
});
const mark = shaped<MarkFormat>({
  mark: z.enum(Object.keys(MARKS)),
  areas: z.array(area),
  // No other conditional format is ours to put on or to take back.
  formula: text.check(z.refine(isOurMark)),
  live: z.boolean(),
  asOf: z.nullable(day),
  look,
});
const sheetCell = shaped<SheetCell>({
  value,
  numberFormat: z.optional(text),
  bold: z.optional(z.boolean()),
  fill: z.optional(text),
  color: z.optional(text),
  align: z.optional(z.enum(['left', 'center', 'right'])),
  wrap: z.optional(z.boolean()),
  spread: z.optional(z.boolean()),
  fontName: z.optional(text),
  fontSize: z.optional(length),
  ruleBelow: z.optional(text),
  link: z.optional(text),
});
const print = shaped<PrintSetup>({
  margins: shaped<PrintSetup['margins']>({
    top: length,
    bottom: length,
    left: length,
    right: length,
    footer: length,
  }),
  footers: z.nullable(z.object({ oddRight: text, evenLeft: text })),
  firstPage: z.optional(z.int()),
  breaksBefore: z.array(line),
});
const validation = shaped<Validation>({
  rule: z.record(text, z.record(text, value)),
  ignoreBlanks: z.boolean(),
  errorAlert: shaped<Validation['errorAlert']>({
    showAlert: z.boolean(),
    style: z.enum(['Stop', 'Warning', 'Information']),
    title: text,
    message: text,
  }),
  prompt: shaped<Validation['prompt']>({ showPrompt: z.boolean(), title: text, message: text }),
});
type Chart = NonNullable<SheetContent['charts']>[number];
const content = shaped<SheetContent>({
  rows: z.array(z.array(sheetCell)),
  columnWidths: z.array(length),
  rowHeights: z.optional(z.array(z.nullable(length))),
  titleRows: z.optional(z.tuple([row, row])),
  merges: z.optional(z.array(area)),
  frozenRows: z.optional(line),
  landscape: z.optional(z.boolean()),
  print: z.optional(print),
  pageBreaks: z.optional(z.array(line)),
  borders: z.optional(area),
  validations: z.optional(z.array(z.object({ area, validation }))),
  charts: z.optional(
    z.array(
      shaped<Chart>({
        kind: z.enum(['bar', 'line', 'stackedBar']),
        title: text,
        source: area,
        left: z.number(),
        top: z.number(),
        width: length,
        height: length,
      }),
    ),
  ),
});
const inserted = {
  sheet: text,
  at: row,
  rows: values,
  formulas: z.array(z.object({ column, texts: z.array(text) })),
  formats,
  like: row,
  validations: z.array(z.object({ column, validation })),
  extended: z.array(z.object({ row, column, before: text, after: text })),
  table: z.nullable(z.object({ name: text, before: area, after: area })),
  below: z.array(z.nullable(value)),
  next: z.optional(z.object({ row, values: z.array(z.nullable(value)) })),
} satisfies Record<keyof InsertedRows, z.core.$ZodType>;
const drawn = shaped<DrawnNumbers>({
  form: column,
  number: column,
  status: column,
  note: column,
  from: row,
  token: z.optional(text),
});
const lined = shaped<LinedBefore>({ formats: z.array(z.array(text)) });
const appended = {
  sheet: text,
  at: row,
  rows: values,
  formats,
  like: z.optional(row),
  drawn: z.optional(drawn),
  lined: z.optional(lined),
};
/** The journal keeps no plan that writes the journal. */
const OF_PLANS = Object.entries(OWN_PARTS).flatMap(([part, namespace]) => (part === 'journal' ? [] : [namespace]));

const change = z.discriminatedUnion('kind', [
  changed('setCell', {
    cell: shaped<CellRef>({ sheet: text, row, column }),
    before: value,
    after: value,
    numberFormat: z.optional(text),
    formatBefore: z.optional(text),
  }),
  changed('setMarks', { sheet: text, before: z.array(mark), after: z.array(mark) }),
  changed('addSheet', { name: text, content }),
  changed('removeSheet', { name: text, content }),
  changed('replaceSheet', {
    name: text,
    before: content,
    after: content,
    charts: z.optional(z.array(text)),
    keeps: z.optional(text),
    restores: z.optional(text),
  }),
  changed('insertRows', inserted),
  changed('deleteRows', inserted),
  changed('setValidation', { sheet: text, area, before: z.nullable(validation), after: z.nullable(validation) }),
  changed('appendRows', appended),
  changed('removeRows', { ...appended, looksAsBelow: z.optional(z.boolean()) }),
  changed('setPart', { namespace: z.enum(OF_PLANS), before: z.nullable(text), after: z.nullable(text) }),
]);

const planSchema = shaped<Plan>({
  action: text,
  asOf: z.nullable(day),
  expectations: z.array(shaped<Expectation>({ sheet: text, area, values, about: text })),
  changes: z.array(change),
});

/**
 * Whether what a file holds is a plan in every field: what is not is neither finished nor taken back. No field of a plan
 * is judged by the number of items in a list: a long list is looked at some items at a time.
 */
export function* planInPortions(kept: unknown): InPortions<Plan | null> {
  for (const part of partsOf(kept)) {
    if (!planSchema.safeParse(part).success) return null;
    yield;
  }
  return kept as Plan;
}

/** A value as often as needed, every time with a few items of one of its long lists, and none of the others. */
function* partsOf(value: unknown): Generator<unknown, void, void> {
  if (typeof value !== 'object' || value === null || isSmall(value)) return yield value;
  if (Array.isArray(value)) {
    for (const run of runsOf(value)) {
      if (run.length > 1 || isSmall(run)) yield run;
      else for (const part of partsOf(run[0])) yield [part];
    }
    return;
  }
  const bare = bareOf(value) as object;
  yield bare;
  for (const [name, own] of Object.entries(value)) {
    if (typeof own !== 'object' || isSmall(own)) continue;
    for (const part of partsOf(own)) yield { ...bare, [name]: part };
  }
}

/** A value without the items of its long lists. */
function bareOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || isSmall(value)) return value;
  if (Array.isArray(value)) return [];
  return Object.fromEntries(Object.entries(value).map(([name, own]) => [name, bareOf(own)]));
}
