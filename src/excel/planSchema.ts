import { z } from 'zod';
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
const shaped = <T>(fields: Readonly<Record<keyof T, z.ZodType>>) => z.object(fields as Record<string, z.ZodType>);
const changed = <K extends Change['kind']>(
  kind: K,
  fields: Readonly<Record<Exclude<keyof Extract<Change, { kind: K }>, 'kind'>, z.ZodType>>,
) => z.object({ kind: z.literal(kind), ...(fields as Record<string, z.ZodType>) });

const row = z.number().int().min(0).max(1_048_575);
const column = z.number().int().min(0).max(16_383);
/** A row after the last one may be named as the end of a span. */
const line = z.number().int().min(0).max(1_048_576);
const text = z.string();
const value = z.union([z.string(), z.number(), z.boolean()]);
const values = z.array(z.array(value));
const formats = z.array(text.nullable());
const day = text.refine((date) => parseCivilDate(date) !== null);
const length = z.number().min(0).max(1_000_000);
const area = shaped<Area>({ top: row, left: column, bottom: row, right: column }).refine(
  (at) => (at['bottom'] as number) >= (at['top'] as number) && (at['right'] as number) >= (at['left'] as number),
);
const look = shaped<MarkLook>({
  fill: text.nullable(),
  fontColor: text.nullable(),
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  strikethrough: z.boolean().optional(),
  underline: z.boolean().optional(),
});
const mark = shaped<MarkFormat>({
  mark: z.enum(Object.keys(MARKS)),
  areas: z.array(area),
  // No other conditional format is ours to put on or to take back.
  formula: text.refine(isOurMark),
  live: z.boolean(),
  asOf: day.nullable(),
  look,
});
const sheetCell = shaped<SheetCell>({
  value,
  numberFormat: text.optional(),
  bold: z.boolean().optional(),
  fill: text.optional(),
  color: text.optional(),
  align: z.enum(['left', 'center', 'right']).optional(),
  wrap: z.boolean().optional(),
  spread: z.boolean().optional(),
  fontName: text.optional(),
  fontSize: length.optional(),
  ruleBelow: text.optional(),
  link: text.optional(),
});
const print = shaped<PrintSetup>({
  margins: shaped<PrintSetup['margins']>({
    top: length,
    bottom: length,
    left: length,
    right: length,
    footer: length,
  }),
  footers: z.object({ oddRight: text, evenLeft: text }).nullable(),
  firstPage: z.number().int().optional(),
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
  rowHeights: z.array(length.nullable()).optional(),
  titleRows: z.tuple([row, row]).optional(),
  merges: z.array(area).optional(),
  frozenRows: line.optional(),
  landscape: z.boolean().optional(),
  print: print.optional(),
  pageBreaks: z.array(line).optional(),
  borders: area.optional(),
  validations: z.array(z.object({ area, validation })).optional(),
  charts: z
    .array(
      shaped<Chart>({
        kind: z.enum(['bar', 'line', 'stackedBar']),
        title: text,
        source: area,
        left: z.number(),
        top: z.number(),
        width: length,
        height: length,
      }),
    )
    .optional(),
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
  table: z.object({ name: text, before: area, after: area }).nullable(),
  below: z.array(value.nullable()),
  next: z.object({ row, values: z.array(value.nullable()) }).optional(),
} satisfies Record<keyof InsertedRows, z.ZodType>;
const drawn = shaped<DrawnNumbers>({
  form: column,
  number: column,
  status: column,
  note: column,
  from: row,
  token: text.optional(),
});
const lined = shaped<LinedBefore>({ formats: z.array(z.array(text)) });
const appended = {
  sheet: text,
  at: row,
  rows: values,
  formats,
  like: row.optional(),
  drawn: drawn.optional(),
  lined: lined.optional(),
};
/** The journal keeps no plan that writes the journal. */
const OF_PLANS = Object.entries(OWN_PARTS).flatMap(([part, namespace]) => (part === 'journal' ? [] : [namespace]));

const change = z.discriminatedUnion('kind', [
  changed('setCell', {
    cell: shaped<CellRef>({ sheet: text, row, column }),
    before: value,
    after: value,
    numberFormat: text.optional(),
    formatBefore: text.optional(),
  }),
  changed('setMarks', { sheet: text, before: z.array(mark), after: z.array(mark) }),
  changed('addSheet', { name: text, content }),
  changed('removeSheet', { name: text, content }),
  changed('replaceSheet', {
    name: text,
    before: content,
    after: content,
    charts: z.array(text).optional(),
    keeps: text.optional(),
    restores: text.optional(),
  }),
  changed('insertRows', inserted),
  changed('deleteRows', inserted),
  changed('setValidation', { sheet: text, area, before: validation.nullable(), after: validation.nullable() }),
  changed('appendRows', appended),
  changed('removeRows', { ...appended, looksAsBelow: z.boolean().optional() }),
  changed('setPart', { namespace: z.enum(OF_PLANS), before: text.nullable(), after: text.nullable() }),
]);

const planSchema = shaped<Plan>({
  action: text,
  asOf: day.nullable(),
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
