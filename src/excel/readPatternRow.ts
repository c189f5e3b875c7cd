import type { CellValue } from '../domain/cell';
import type { Validation } from '../domain/plan';
import { rangeAt } from './areasOnWire';
import { askValidation, sameValidation } from './validations';

/** What a row of a ledger has besides values, by column from the sheet's first. */
export interface PatternOnSheet {
  readonly formulas: ReadonlyMap<number, string>;
  readonly validations: ReadonlyMap<number, Validation>;
  /** Columns whose rule holds below too: rows put in between get it by themselves. */
  readonly continued: ReadonlySet<number>;
  /** Values of drop-down lists. */
  readonly lists: ReadonlyMap<number, readonly string[]>;
  /** Formulas of the other rows asked for. */
  readonly others: readonly { readonly row: number; readonly column: number; readonly formula: string }[];
}

const isFormula = (value: unknown): value is string => typeof value === 'string' && value.startsWith('=');

/** Reads a row's formulas and validations, and the formulas of further rows (合计). Two requests, one without lists. */
export async function readPatternRow(
  context: Excel.RequestContext,
  {
    sheet: name,
    row,
    below,
    width,
    others,
  }: {
    readonly sheet: string;
    readonly row: number;
    /** Row before which rows will be inserted. */
    readonly below: number;
    readonly width: number;
    readonly others: readonly number[];
  },
): Promise<PatternOnSheet> {
  const sheet = context.workbook.worksheets.getItem(name);
  const rowAt = (at: number) => rangeAt(sheet, { top: at, left: 0, bottom: at, right: width - 1 });
  const own = rowAt(row).load('formulas');
  const further = others.map((at) => ({ at, range: rowAt(at).load('formulas') }));
  const asked = Array.from({ length: width }, (_, column) =>
    [row, below].map((at) => askValidation(sheet.getRangeByIndexes(at, column, 1, 1))),
  );
  await context.sync();

  const validations = new Map<number, Validation>();
  const continued = new Set<number>();
  asked.forEach((answers, column) => {
    const [own = null, next = null] = answers.map((answer) => {
      const found = answer();
      return found.kind === 'one' ? found.validation : null;
    });
    if (own === null) return;
    validations.set(column, own);
    if (sameValidation(own, next)) continued.add(column);
  });
  return {
    formulas: new Map(
      (own.formulas[0] as unknown[]).flatMap((value, column) => (isFormula(value) ? [[column, value] as const] : [])),
    ),
    validations,
    continued,
    lists: await readLists(context, name, validations),
    others: further.flatMap(({ at, range }) =>
      (range.formulas[0] as unknown[]).flatMap((formula, column) =>
        isFormula(formula) ? [{ row: at, column, formula }] : [],
      ),
    ),
  };
}

const PLACE = /^=(?:'((?:[^']|'')+)'!|([^'!]+)!)?(\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)$/;

async function readLists(
  context: Excel.RequestContext,
  home: string,
  validations: ReadonlyMap<number, Validation>,
): Promise<ReadonlyMap<number, readonly string[]>> {
  const lists = new Map<number, readonly string[]>();
  const ranges: { readonly column: number; readonly sheet: Excel.Worksheet; readonly range: Excel.Range }[] = [];
  for (const [column, { rule }] of validations) {
    const source = rule['list']?.['source'];
    if (typeof source !== 'string') continue;
    const place = PLACE.exec(source);
    if (place !== null) {
      const name = place[1]?.replaceAll("''", "'") ?? place[2] ?? home;
      const sheet = context.workbook.worksheets.getItemOrNullObject(name);
      ranges.push({ column, sheet, range: sheet.getRange(place[3]).load('values') });
    } else if (!source.startsWith('=')) {
      lists.set(
        column,
        source.split(',').map((word) => word.trim()),
      );
    }
  }
  if (ranges.length === 0) return lists;
  await context.sync();
  for (const { column, sheet, range } of ranges) {
    if (sheet.isNullObject) continue;
    const values = (range.values as CellValue[][]).flat().filter((value) => value !== '');
    lists.set(column, values.map(String));
  }
  return lists;
}
