import * as z from 'zod/mini';
import {
  INPUT_COLUMNS,
  MARK_COLUMN,
  readIdentityLine,
  SENT_COLUMNS,
  type FillIn,
  type InputColumn,
  type ReturnedFillIn,
  type ReturnedRow,
} from '../domain/collect/fillIn';
import { cellAddress, type Area } from '../domain/cell';
import type { ReturnProblem } from '../domain/collect/checkReturn';
import { forEach, map, type InPortions } from '../domain/portions';
import type { CellContent, SheetModel, WorkbookModel } from '../host/xlsx';
import { FILL_IN_NAMESPACE } from './fillIn';
import { openHandedIn } from './openHandedIn';

export type FillInReading =
  { readonly ok: true; readonly returned: ReturnedFillIn } | { readonly ok: false; readonly problem: ReturnProblem };

const refused = (code: ReturnProblem['code'], sentence: string): FillInReading => ({
  ok: false,
  problem: { code, weight: 'stop', sentence },
});

/** Reads a file that came back from a unit. Never throws for what is in it; a file with macros is not opened. */
export function* fillInReadInPortions(bytes: Uint8Array): InPortions<FillInReading> {
  const opened = yield* openHandedIn(bytes);
  if (opened === 'macros') {
    return refused('macros', '文件里带有宏，没有读入；请让单位另存为不带宏的 .xlsx 再报。');
  }
  if (!opened.ok) return refused('notOpened', opened.refusal.sentence);
  const { workbook } = opened;
  for (const sheet of workbook.sheets) {
    yield;
    const found = yield* headerOf(sheet);
    if (found === null) continue;
    const others = workbook.sheets.filter((other) => other !== sheet && other.usedArea(true) !== null);
    const elsewhere = [...found.elsewhere, ...others.map(({ name }) => `工作表“${name}”`)];
    yield;
    return { ok: true, returned: { ...found, elsewhere, ...partOf(workbook), date1904: workbook.date1904 } };
  }
  return refused('notFillIn', '这不是发出的填报表（找不到填报单位、月份和表头），没有读入。');
}

const SEARCHED = 20;
const NEEDED = [...SENT_COLUMNS, ...INPUT_COLUMNS, MARK_COLUMN];

/** Whether a workbook is a fill-in file, whatever else is in it. */
export const isFillIn = ({ sheets }: WorkbookModel): boolean => sheets.some((sheet) => headerIn(sheet) !== null);

type Header = NonNullable<ReturnType<typeof readIdentityLine>> & {
  readonly row: number;
  readonly used: Area;
  readonly columns: ReadonlyMap<string, number>;
};

/** The sheet's identity line and header; null where it has none. */
function headerIn(sheet: SheetModel): Header | null {
  const used = sheet.usedArea(true);
  if (used === null) return null;
  let identity: ReturnType<typeof readIdentityLine> = null;
  for (let row = used.top; row <= Math.min(used.bottom, used.top + SEARCHED); row += 1) {
    const columns = new Map<string, number>();
    for (let column = used.left; column <= used.right; column += 1) {
      const value = textOf(sheet.value(row, column));
      identity ??= readIdentityLine(value);
      if (!columns.has(value.trim())) columns.set(value.trim(), column);
    }
    if (identity !== null && NEEDED.every((name) => columns.has(name))) {
      return { ...identity, row, used, columns };
    }
  }
  return null;
}

/** The sheet's identity line and rows; null where it has no such line or header. */
function* headerOf(sheet: SheetModel): InPortions<Omit<ReturnedFillIn, 'sent' | 'date1904'> | null> {
  const header = headerIn(sheet);
  if (header === null) return null;
  const { row, used, columns, ...identity } = header;
  const table = new Set(NEEDED.map((name) => columns.get(name)!));
  return {
    ...identity,
    rows: yield* rowsOf(sheet, row + 1, used.bottom, columns),
    elsewhere: yield* besideTable(sheet, { ...used, top: row }, table),
  };
}

/** Cells that hold something beside the table's columns, from its head down. */
function* besideTable(
  sheet: SheetModel,
  { top, left, bottom, right }: Area,
  table: ReadonlySet<number>,
): InPortions<string[]> {
  const found: string[] = [];
  yield* forEach(numbersFrom(top, bottom), (row) => {
    for (let column = left; column <= right; column += 1) {
      if (!table.has(column) && textOf(sheet.value(row, column)).trim() !== '') found.push(cellAddress(row, column));
    }
  });
  return found;
}

const numbersFrom = (first: number, last: number): readonly number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);

const rowsOf = (
  sheet: SheetModel,
  top: number,
  bottom: number,
  columns: ReadonlyMap<string, number>,
): InPortions<readonly ReturnedRow[]> =>
  map(numbersFrom(top, bottom), (row) => {
    const at = (name: string): CellContent => sheet.value(row, columns.get(name)!);
    const inputs = Object.fromEntries(INPUT_COLUMNS.map((name) => [name, inputOf(at(name))])) as Record<
      InputColumn,
      string | number | boolean
    >;
    return {
      row,
      mark: textOf(at(MARK_COLUMN)).trim(),
      cells: SENT_COLUMNS.map((name) => textOf(at(name))),
      inputs,
      formulas: INPUT_COLUMNS.filter((name) => sheet.formula(row, columns.get(name)!) !== null),
    };
  });

const textOf = (value: CellContent): string =>
  value === null || typeof value === 'object'
    ? ''
    : typeof value === 'boolean'
      ? value
        ? 'TRUE'
        : 'FALSE'
      : String(value);
const inputOf = (value: CellContent): string | number | boolean =>
  value === null ? '' : typeof value === 'object' ? value.error : value;

const fillInSchema = z.object({
  unit: z.string(),
  month: z.string(),
  ledger: z.string(),
  rows: z.array(z.object({ mark: z.string(), cells: z.array(z.string()) })),
});

/** What was sent, from the file's own part; a damaged or missing part leaves the sheet's own words. */
function partOf(workbook: WorkbookModel): { readonly sent: FillIn | null } {
  const xml = workbook.customXmlParts().find(({ namespaceUri }) => namespaceUri === FILL_IN_NAMESPACE)?.xml;
  const json = /<data\b[^>]*>([\s\S]*)<\/data>\s*$/.exec(xml ?? '')?.[1];
  if (json === undefined) return { sent: null };
  try {
    const parsed = fillInSchema.safeParse(JSON.parse(json));
    return { sent: parsed.success ? parsed.data : null };
  } catch {
    return { sent: null };
  }
}
